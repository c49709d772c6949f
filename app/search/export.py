"""Results as a file: CSV, JSON, Markdown with page references, citations as in BibTeX."""

import csv
import io
import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from app.errors import UsageError
from app.search.model import Hit, SearchResult

# A spreadsheet takes a cell that begins so for a formula, after white space too, and in the wide
# forms of East Asian text (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n|＝＋－＠]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$])")
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_{}"},
}


def row_of(rank: int, hit: Hit) -> dict[str, Any]:
    """What is exported of a hit. score and its channels as in a result; modified: ISO 8601."""
    return {
        "rank": rank,
        "title": hit.title,
        "path": hit.path,
        "page": hit.page,
        "place": str(hit.place),
        "heading": hit.heading,
        "type": hit.type,
        "language": hit.language,
        "modified": _date(hit).isoformat(timespec="seconds") if hit.modified else "",
        "score": round(hit.score, 6),
        "meaning": round(hit.channels.dense, 6),
        "words": round(hit.channels.sparse, 6),
        "precise": round(hit.channels.multi, 6),
        "snippet": hit.snippet,
        "text": hit.text,
        "also_at": list(hit.also_at),
        "passage": hit.passage,
    }


def as_csv(result: SearchResult) -> str:
    """A line a hit, after a byte order mark, as spreadsheet programs expect UTF-8.

    Nothing in it is taken for a formula: such a text gets an apostrophe in front.
    """
    stream = io.StringIO()
    rows = _rows(result)
    names = list(rows[0]) if rows else ["rank", "title", "path", "page", "snippet"]
    writer = csv.writer(stream, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return "\ufeff" + stream.getvalue()


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, (int, float)):
        return value  # numbers are no formulas, also negative ones
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def as_json(result: SearchResult) -> str:
    """The query and its hits."""
    found = {
        "query": result.query.text,
        "like": result.query.like.name if result.query.like else "",
        "mode": result.query.mode,
        "weights": asdict(result.weights),
        "note": result.note,
        "more": result.more,
        "hits": _rows(result),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_markdown(result: SearchResult) -> str:
    """A numbered list: file and page with a link to it, then the snippet as a quotation."""
    lines = [f"# {_plain(_asked(result))}", ""]
    for rank, hit in enumerate(result.hits, result.query.offset + 1):
        place = f", {_plain(str(hit.place))}" if hit.place.kind else ""
        title = f"{_plain(hit.title)} — " if hit.title else ""
        lines.append(f"{rank}. {title}[{_plain(Path(hit.path).name)}{place}]({_link(hit)})")
        if hit.heading:
            lines += ["", f"   {_plain(hit.heading)}"]
        lines += ["", f"   > {_plain(hit.snippet)}", ""]
    return "\n".join(lines) + ("" if result.hits else "Nothing found.\n")


def as_citations(result: SearchResult) -> str:
    """An entry a document as in BibTeX, with the pages found."""
    pages: dict[str, tuple[Hit, list[int]]] = {}
    for hit in result.hits:
        _, found = pages.setdefault(hit.document, (hit, []))
        if hit.page is not None and hit.page not in found:
            found.append(hit.page)
    keys: set[str] = set()
    entries = []
    for hit, numbers in pages.values():
        fields = {"title": hit.title or Path(hit.path).stem}
        if numbers:
            fields["pages"] = ", ".join(map(str, sorted(numbers)))
        if hit.modified:
            fields["date"] = f"{_date(hit):%Y-%m-%d}"
        fields["file"] = hit.path
        body = "".join(f"  {name} = {{{_escaped(text)}}},\n" for name, text in fields.items())
        entries.append(f"@misc{{{_key(hit, keys)},\n{body}}}\n")
    return "\n".join(entries)


FORMATS: dict[str, Callable[[SearchResult], str]] = {
    ".csv": as_csv,
    ".json": as_json,
    ".md": as_markdown,
    ".bib": as_citations,
}


def export(result: SearchResult, file: Path, *, overwrite: bool = False) -> int:
    """Write what was found to a file, in the format its ending names; returns how many hits.

    The file is there as a whole or as it was before. Raises UsageError: for another ending, for a
    file that is there already unless `overwrite`, and when it cannot be written.
    """
    file = file.expanduser().absolute()
    write = FORMATS.get(file.suffix.lower())
    if write is None:
        raise UsageError(
            f"Results cannot be exported as “{file.name}”.",
            f"Let its name end with one of {', '.join(FORMATS)}.",
        )
    if file.exists() and not overwrite:
        raise UsageError(f"{file} is there already.", "Choose another name, or remove it first.")
    try:
        _replace(file, write(result).encode("utf-8", "replace"))
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from None
    return len(result.hits)


def _replace(file: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
        try:
            new.write(data)
            new.close()
            # Such files are for their owner only; this one is to be as any other.
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(new.name, 0o666 & ~mask)
            os.replace(new.name, file)
        except BaseException:
            new.close()
            os.unlink(new.name)
            raise


def _rows(result: SearchResult) -> list[dict[str, Any]]:
    return [row_of(rank, hit) for rank, hit in enumerate(result.hits, result.query.offset + 1)]


def _asked(result: SearchResult) -> str:
    like = result.query.like
    return " ".join(filter(None, (result.query.text, f"like {like.name}" if like else "")))


def _date(hit: Hit) -> datetime:
    return datetime.fromtimestamp(hit.modified)


def _plain(text: str) -> str:
    """Text on one line in which nothing is Markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _link(hit: Hit) -> str:
    """The file on the disk; where it has pages, viewers open the right one."""
    uri = Path(hit.file).as_uri() if Path(hit.file).is_absolute() else hit.file
    uri = uri.replace("(", "%28").replace(")", "%29")
    return f"{uri}#page={hit.page}" if hit.type == "pdf" and hit.page and not hit.locator else uri


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(char, char) for char in " ".join(text.split()))


def _key(hit: Hit, taken: set[str]) -> str:
    """A key from the file's name, another for each document."""
    name = unicodedata.normalize("NFKD", Path(hit.path).stem)
    name = re.sub(r"[^a-z0-9]+", "-", name.encode("ascii", "ignore").decode().lower()).strip("-")
    key = base = name or "document"
    number = 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    taken.add(key)
    return key
