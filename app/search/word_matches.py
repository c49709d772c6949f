"""What the word index finds for a query."""

from app.index.lookup import Lookup
from app.search.literal import any_of
from app.search.selection import Selection


class WordMatches:
    """The passages with any telling word of a query, among those that may be found.

    BM25 takes a phrase that is preferred for one more word, and a rare one.
    """

    def __init__(self, lookup: Lookup, text: str, selection: Selection) -> None:
        """text: what is looked for, without operators."""
        self._selection = selection
        words, self._is_ranked = lookup.word_expression(text)
        ways = [words, *selection.preferred]
        self._expression = any_of(ways, selection.expression) if words else ""
        self._asked = 0
        self._found: list[tuple[str, float]] = []

    def best(self, size: int) -> list[tuple[str, float]]:
        """The best `size` with their BM25 scores, best first; fewer when there are no more."""
        if size > self._asked:
            self._asked = size
            self._found = self._selection.match_words(
                self._expression, size, ranked=self._is_ranked
            )
        return self._found[:size]
