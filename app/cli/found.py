"""How what was found looks on the terminal and as JSON."""

import json
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.search.model import Hit, SearchResult
from app.search.texts import render_line
from app.search.why import Explanation


def hit_as_json(hit: Hit, page_image: str | None) -> dict[str, Any]:
    """A hit, as the contract has it. page_image: path of a PNG file, or None."""
    return {
        "path": hit.path,
        "page": hit.page,
        "place": str(hit.place),
        "passage": hit.passage,
        "score": round(hit.score, 6),
        "channels": {name: round(value, 6) for name, value in asdict(hit.channels).items()},
        "snippet": hit.snippet,
        "matches": [list(match) for match in hit.matches],
        "boxes": [list(box) for box in hit.boxes],
        "pages": [
            {"page": page, "boxes": [list(box) for box in boxes]}
            for page, boxes in zip(hit.pages, (hit.boxes, hit.tail_boxes), strict=False)
        ],
        "page_image": page_image,
        "online": hit.online,
        "also_at": list(hit.also_at),
        "file": hit.file,
        "type": hit.type,
        "title": hit.title,
        "heading": hit.heading,
        "language": hit.language,
        "others": [asdict(place) for place in hit.others],
        "near_duplicates": [asdict(place) for place in hit.near_duplicates],
    }


def result_as_json(result: SearchResult, images: Mapping[tuple[str, int], str]) -> dict[str, Any]:
    """A search, as the contract has it. images: Hit.row -> path of its page's PNG file."""
    return {
        "query": result.query.text,
        "like": result.query.like.name if result.query.like else "",
        "mode": result.query.mode,
        "seconds": {name: round(value, 6) for name, value in asdict(result.seconds).items()},
        "phases": [
            {**asdict(phase), "seconds": round(phase.seconds, 6)} for phase in result.phases
        ],
        "preset": result.preset,
        "weights": asdict(result.weights),
        "candidates": result.candidates,
        "understood": render_line(result.query.parsed.understood),
        "mistakes": [text.render() for text in result.query.parsed.mistakes],
        "facets": {name: dict(values) for name, values in result.facets.items()},
        "more": result.more,
        "note": result.note,
        "cause": result.cause,
        "hits": [hit_as_json(hit, images.get(hit.row)) for hit in result.hits],
    }


def batch_line(id_: object, result: SearchResult) -> str:
    """One line of a batch answer; with the note, where there is something to know about it."""
    line: dict[str, Any] = {"id": id_, "hits": [hit_as_json(hit, None) for hit in result.hits]}
    if result.note:
        line |= {"note": result.note, "cause": result.cause}
    return json.dumps(line, ensure_ascii=False)


def explanation_as_json(why: Explanation) -> dict[str, Any]:
    """Why a hit was found. boxes are fractions of the page, start and end count characters."""
    return asdict(why)


def print_explanation(number: int, hit: Hit, why: Explanation) -> None:
    """Why a hit was found, in words."""
    sum_ = " + ".join(
        f"{part.points:.3f} {part.mode} ({part.weight:.2f} × {part.value:.3f})"
        for part in why.parts
    )
    print(f"{number:3}. {hit.passage}: {why.score:.3f} = {sum_}")
    if why.terms:
        shared = ", ".join(f"{term.word} {term.value:.3f}" for term in why.terms)
        print(f"     shared words: {shared}")
    for match in why.matches:
        print(f"     {match.query_word} ~ {match.passage_word} {match.similarity:.2f}")


def print_result(result: SearchResult) -> None:
    """Hits in words; matching words in bold on a terminal."""
    how = ", ".join(filter(None, (result.query.mode, result.preset)))
    like = f"like {result.query.like.name}" if result.query.like else ""
    asked = " ".join(filter(None, (result.query.text, like)))
    print(f"{asked}  ({how}, {result.seconds.total * 1000:.0f} ms)")
    parsed = result.query.parsed
    if len(parsed.understood) > 1 or parsed.mistakes or not (parsed.text or like):
        print(f"  {render_line(parsed.understood + parsed.mistakes)}")
    if result.note:
        print(" ".join(filter(None, (result.note, result.cause))))
    if not result.hits:
        print("  Nothing found.")
    for number, hit in enumerate(result.hits, result.query.offset + 1):
        place = f", {hit.place}" if hit.place.kind else ""
        heading = f"  › {hit.heading}" if hit.heading else ""
        away = "" if hit.online else "  (cannot be reached now)"
        print(f"{number:3}. {hit.path}{place}{heading}{away}")
        for path in hit.also_at:
            print(f"     also {path}")
        channels = hit.channels
        print(
            f"     {hit.score:.3f}  (meaning {channels.dense:.2f}, words {channels.sparse:.2f},"
            f" precise {channels.multi:.2f})"
        )
        for line in textwrap.wrap(_emphasised(hit), 96):
            print(f"     {line}")
        if hit.others:
            print(f"     and {len(hit.others)} more passages")
        if hit.near_duplicates:
            print(f"     and {len(hit.near_duplicates)} near-duplicates")


def _emphasised(hit: Hit) -> str:
    if not sys.stdout.isatty():
        return hit.snippet
    parts = []
    place = 0
    for start, end in hit.matches:
        parts += [hit.snippet[place:start], "\x1b[1m", hit.snippet[start:end], "\x1b[0m"]
        place = end
    return "".join([*parts, hit.snippet[place:]])
