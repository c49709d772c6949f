"""A query's text as tokens; nothing that is typed is an error."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

# Opening quotation mark -> those that close it, as the keyboards of several countries have it.
_QUOTES = {'"': '"“”', "“": '”“"', "„": '“”"', "«": "»", "»": "«"}
_FIELD = re.compile(r"(\w+):(?=[^\s:])")
_BRACKETS = "()"


@dataclass(frozen=True)
class Token:
    """A piece of a query.

    sign: what stands before it; field: its name as typed, "" for none; text: without sign, field
    and quotation marks; start, end: where all of it stands in the query.
    """

    text: str
    sign: Literal["", "+", "-"] = ""
    field: str = ""
    quoted: bool = False
    start: int = 0
    end: int = 0


def scan(query: str, fields: Collection[str]) -> tuple[list[Token], bool]:
    """The tokens of a query, and whether every quotation mark was closed.

    fields: the folded names that make a field of what stands before a colon.
    """
    tokens: list[Token] = []
    closed = True
    place = 0
    while (place := _skip(query, place)) < len(query):
        start = place
        # What goes straight on behind a phrase, as in “model C”-schools, has no sign.
        goes_on = bool(tokens) and tokens[-1].quoted and tokens[-1].end == place
        sign, after = _sign(query, place, is_inside=goes_on)
        found = _FIELD.match(query, after)
        field = found[1] if found and found[1].casefold() in fields else ""
        if found and field:
            after = found.end()
        end = _closing(query, after)
        if end is not None:
            text = query[after + 1 : end]
            if text.strip():
                tokens.append(Token(text.strip(), sign, field, True, start, end + 1))
            place = end + 1
            continue
        if query[after] in _QUOTES and len(query) > after + 1:
            closed = False
            if not query[after + 1].isspace():
                after += 1
        end = after
        while end < len(query) and not query[end].isspace():
            end += 1
        word = query[after:end]
        if "(" not in word:
            word = word.rstrip(")")
        if word:
            tokens.append(Token(word, sign, field, False, start, after + len(word)))
        place = end
    return tokens, closed


def _skip(query: str, place: int) -> int:
    while place < len(query) and (query[place].isspace() or query[place] in _BRACKETS):
        place += 1
    return place


def _sign(query: str, place: int, *, is_inside: bool = False) -> tuple[Literal["", "+", "-"], int]:
    """The sign at a place and where the token goes on; a sign on its own or twice is none.

    is_inside: of a word, where there is none either.
    """
    if is_inside:
        return "", place
    sign = query[place]
    following = query[place + 1 : place + 2]
    if sign in "+-" and following and not following.isspace() and following not in "+-":
        return ("+" if sign == "+" else "-"), place + 1
    return "", place


def _closing(query: str, place: int) -> int | None:
    """Where the quotation mark that opens at this place closes, or None."""
    closers = _QUOTES.get(query[place], "")
    for end in range(place + 1, len(query)):
        if query[end] in closers:
            return end
    return None
