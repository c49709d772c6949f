"""Hits from scored passages: filters, copies, snippets and marks."""

from collections.abc import Sequence

from app.index.lookup import Lookup
from app.index.records import FileStamp, FoundPassage
from app.search.marks import line_boxes
from app.search.model import ChannelScores, Hit, Query
from app.search.snippet import make_snippet

# Copies and filters can drop hits after fusion, so a few more than asked are looked up.
_SPARE = 20


def make_hits(
    lookup: Lookup, query: Query, fused: Sequence[tuple[str, float, ChannelScores]]
) -> tuple[Hit, ...]:
    """The best of the scored passages that the filters let through, ties by path and page."""
    best = sorted(fused, key=lambda entry: -entry[1])
    hits: list[Hit] = []
    words = lookup.telling_words(query.text)
    while best and len(hits) < query.limit:
        part, best = best[: query.limit + _SPARE], best[query.limit + _SPARE :]
        passages = lookup.passages([id_ for id_, _, _ in part])
        stamps = lookup.stamps([p for found in passages.values() for p in found.paths])
        allowed = {
            id_: tuple(path for path in found.paths if _passes(query, stamps[path]))
            for id_, found in passages.items()
        }
        # Ids the catalogue does not know are an interrupted run's: nobody may see them.
        kept = [entry for entry in part if allowed.get(entry[0])]
        kept.sort(key=lambda e: (-e[1], allowed[e[0]][0], passages[e[0]].part, e[0]))
        for id_, score, channels in kept[: query.limit - len(hits)]:
            hits.append(_hit(lookup, passages[id_], allowed[id_], score, channels, words))
    return tuple(hits)


def _hit(
    lookup: Lookup,
    found: FoundPassage,
    paths: tuple[str, ...],
    score: float,
    channels: ChannelScores,
    words: Sequence[str],
) -> Hit:
    snippet, matches = make_snippet(found.text, words)
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    if found.page is not None:
        _, page_words = lookup.page(found.document, found.part)
        boxes = line_boxes(page_words, found.start, found.end)
    file, locator = lookup.containers(paths[:1]).get(paths[0], (paths[0], ""))
    return Hit(
        path=paths[0],
        also_at=paths[1:],
        type=found.type,
        title=found.title,
        heading=found.heading,
        page=found.page,
        part=found.part,
        place=found.place,
        file=file,
        locator=locator,
        passage=found.id,
        score=score,
        channels=channels,
        text=found.text,
        snippet=snippet,
        matches=matches,
        document=found.document,
        start=found.start,
        end=found.end,
        boxes=boxes,
    )


def _passes(query: Query, stamp: FileStamp) -> bool:
    """Whether this very copy passes the filter; the store only knows that some copy does."""
    modified = stamp.mtime_ns / 1e9
    return (
        (not query.folder or stamp.path.startswith(query.folder.rstrip("/\\") + _separator(stamp)))
        and (not query.types or stamp.type in query.types)
        and (query.after is None or modified >= query.after)
        and (query.before is None or modified < query.before)
    )


def _separator(stamp: FileStamp) -> str:
    return "/" if "/" in stamp.path else "\\"
