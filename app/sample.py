"""The searches a newcomer is shown on the sample library."""

# English finds German, German finds English, and an exact code finds its line.
QUERIES = (
    "how much rent deposit must the tenant pay",
    "Wann muss ich die Kaffeemaschine entkalken?",
    "E-07",
)
# Words that only a scanned letter has.
SCANNED = '"Preisanpassung Ihrer"'
