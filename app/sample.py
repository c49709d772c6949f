"""The searches a newcomer is shown on the sample library."""

# One that finds by meaning, one across languages, one by an exact code.
QUERIES = (
    "How long is the notice period for the flat?",
    "Wer zahlt die Reparatur des Dachs?",
    "error E-07 coffee machine",
)
