"""Catalogue, scan, passages and the indexer."""
