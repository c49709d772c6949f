"""Qdrant behind one small interface."""
