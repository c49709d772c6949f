"""Three-phase search: candidates, exact re-scoring, weighted fusion."""
