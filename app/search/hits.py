"""Hits from the rows of a list: texts, snippets and marks."""

from collections.abc import Mapping, Sequence

from app.embedding.model import Embeddings
from app.embedding.service import BGEM3Service
from app.index.lookup import Lookup
from app.index.records import FoundPassage
from app.search.document_view import boxes_of, on_its_tail
from app.search.model import Hit, Query
from app.search.rows import Row
from app.search.snippet import Span, make_snippet
from app.search.token_match import QueryTokens, match_tokens, query_tokens

_SAME = 0.7  # cosine of two words from which on they are marked as meaning the same
_MOST_PLACES = 20  # that stand behind one hit
_MOST_TOLD = 2  # of them, with a snippet: there is no room in a row for more


class HitMaker:
    """Turns rows into hits. Once `look_at` was called, snippets are chosen by meaning too."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._service: BGEM3Service | None = None
        self._tokens: QueryTokens | None = None

    def look_at(self, service: BGEM3Service, query: Query, embeddings: Embeddings) -> None:
        """Use token vectors from the cache where the query's words alone tell too little."""
        self._service = service
        self._tokens = query_tokens(service, query.parsed.text, embeddings)

    def look_for(self, service: BGEM3Service, tokens: QueryTokens) -> None:
        """The same for a search by example, whose token vectors are these."""
        self._service, self._tokens = service, tokens

    def make(self, query: Query, rows: Sequence[Row], *, is_last: bool) -> tuple[Hit, ...]:
        """The hits of these rows. is_last: of the last list, which may take its time."""
        told = _MOST_TOLD if query.view == "documents" and is_last else 0
        behind = [[other.entry.id for other in row.others[:told]] for row in rows]
        ids = [row.best.entry.id for row in rows]
        passages = self._lookup.passages([*ids, *(id_ for others in behind for id_ in others)])
        words = self._lookup.telling_words(query.parsed.text)
        snippets = {}
        for id_ in (id_ for others in behind for id_ in others):
            text = passages[id_].text
            snippets[id_], _ = make_snippet(text, words, query.parsed.literals.marks(text))
        return tuple(
            self._hit(query, row, passages[row.best.entry.id], words, is_last, snippets)
            for row in rows
        )

    def _hit(
        self,
        query: Query,
        row: Row,
        found: FoundPassage,
        words: Sequence[str],
        is_last: bool,
        snippets: Mapping[str, str],
    ) -> Hit:
        entry = row.best.entry
        snippet, matches = self._snippet(query, found, words, is_last)
        boxes, tail_boxes = boxes_of(self._lookup, found)
        path = entry.paths[0]
        file, locator = self._lookup.containers([path]).get(path, (path, ""))
        hit = Hit(
            path=path,
            also_at=entry.paths[1:],
            type=found.type,
            title=found.title,
            heading=found.heading,
            page=found.page,
            part=found.part,
            place=found.place,
            file=file,
            locator=locator,
            passage=found.id,
            score=row.best.score,
            channels=row.best.channels,
            text=found.text,
            snippet=snippet,
            matches=matches,
            document=found.document,
            start=found.start,
            end=found.end,
            boxes=boxes,
            tail_boxes=tail_boxes,
            language=entry.language,
            modified=entry.modified[0],
            others=tuple(
                other.behind(snippets.get(other.entry.id, ""))
                for other in row.others[:_MOST_PLACES]
            ),
            near_duplicates=tuple(other.behind() for other in row.near_duplicates[:_MOST_PLACES]),
        )
        return on_its_tail(hit) if row.on_tail else hit

    def _snippet(
        self, query: Query, found: FoundPassage, words: Sequence[str], is_last: bool
    ) -> tuple[str, tuple[Span, ...]]:
        marks = query.parsed.literals.marks(found.text)
        service, tokens = self._service, self._tokens
        if not is_last or service is None or tokens is None:
            return make_snippet(found.text, words, marks)

        def by_meaning(
            sentences: Sequence[Span],
        ) -> tuple[Sequence[float], Sequence[Span]] | None:
            match = match_tokens(service, tokens, found, encode=False)
            if match is None:
                return None
            return match.sentence_scores(sentences), match.same_words(found.text, _SAME)

        return make_snippet(found.text, words, marks, by_meaning)
