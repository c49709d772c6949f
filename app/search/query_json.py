"""Queries as JSON, to be kept."""

import json
from dataclasses import asdict, fields
from typing import Any

from app.search.like import Example, Like
from app.search.model import Query


def query_to_json(query: Query) -> str:
    """A query as a JSON object that says only what is not as usual. Equal queries, equal texts."""
    usual = Query("")
    values = {
        field.name: value
        for field in fields(Query)
        if (value := getattr(query, field.name)) != getattr(usual, field.name)
    }
    if query.like:
        values["like"] = asdict(query.like)
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def query_from_json(text: str) -> Query:
    """The query that became this text; what this version does not know is left out."""
    values: dict[str, Any] = json.loads(text)
    names = {field.name for field in fields(Query)}
    values = {"text": "", **{name: value for name, value in values.items() if name in names}}
    if "types" in values:
        values["types"] = tuple(values["types"])
    if like := values.get("like"):
        values["like"] = Like(_examples(like["liked"]), _examples(like["disliked"]))
    return Query(**values)


def _examples(found: list[dict[str, Any]]) -> tuple[Example, ...]:
    return tuple(_example(one) for one in found)


def _example(found: dict[str, Any]) -> Example:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in found.items()
    }
    return Example(**values)
