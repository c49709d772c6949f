"""Search by words alone, for when the model cannot run."""

import time

from app.embedding.folder import ChannelWeights
from app.index.lookup import Lookup
from app.search.hits import make_hits
from app.search.model import WORDS_ONLY, ChannelScores, Query, SearchResult, Seconds

_MATCHES = 1000  # filters come after the word index


def search_by_words(lookup: Lookup, query: Query, cause: str) -> SearchResult:
    """The passages with the query's words, by BM25; needs neither model nor vectors.

    cause: why the model cannot run, one sentence.
    """
    started = time.perf_counter()
    found = lookup.match_words(query.text, max(_MATCHES, query.limit))
    scored = [(id_, score, ChannelScores(0.0, score, 0.0)) for id_, score in found]
    hits = make_hits(lookup, query, scored)
    seconds = time.perf_counter() - started
    return SearchResult(
        query=query,
        hits=hits,
        weights=ChannelWeights(0.0, 1.0, 0.0),
        candidates=len(found),
        seconds=Seconds(0.0, 0.0, seconds, 0.0, seconds),
        note=WORDS_ONLY,
        cause=cause,
    )
