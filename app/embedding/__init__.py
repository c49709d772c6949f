"""The BGE-M3 service: model folder, encoder, cache."""
