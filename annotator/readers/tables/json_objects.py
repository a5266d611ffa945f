"""Objects in JSON as the rows of a table: the names of their members are its columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.model.problem import Problem
from annotator.readers import source as view
from annotator.readers.source import Source
from annotator.tables.sheet import Record, Sheet

MAX_COLUMNS = 500
"""More names of members than that, and the objects are no rows."""
_MAX_DEPTH = 4
_BROKEN = (ValueError, RecursionError)  # json.JSONDecodeError is a ValueError

Object = Mapping[str, Any]


def is_json(source: Source) -> bool:
    """Whether the content begins as a JSON object or a list of them; cheap, and never raises."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"[":
        return head[1:].lstrip()[:1] == b"{"
    return head[:1] == b"{" and head[1:].lstrip()[:1] == b'"'


def sheet_of_objects(source: Source) -> Sheet:
    """Each object as a row; `ReaderError` where the file holds no JSON object at all."""
    text = source.once(view.text).text
    objects, problems = _whole(text)
    if not objects:
        objects, problems = _by_line(source, text)
    if not objects:
        raise source.refusal("holds no JSON objects", line=problems[0].line if problems else 0)
    rows = [(line, dict(_flat(found))) for line, found in objects]
    columns = list(dict.fromkeys(name for _, row in rows for name in row))
    if len(columns) > MAX_COLUMNS:
        raise source.refusal(
            f"holds objects with {len(columns):,} different members: they are no list of articles"
        )
    records = [Record(line, [row.get(name, "") for name in columns]) for line, row in rows]
    return Sheet(columns, records, problems)


def _whole(text: str) -> tuple[list[tuple[int, Object]], list[Problem]]:
    """The objects of a file that is one JSON value: a list, or an object with a list in it."""
    try:
        value = json.loads(text)
    except _BROKEN:
        return [], []
    found = _longest_list(value, 0) or ([value] if isinstance(value, dict) else [])
    return list(enumerate(found, 1)), []


def _longest_list(value: Any, depth: int) -> list[Object]:
    """The longest list of objects in it: interfaces of newspapers wrap theirs in an answer."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    if not isinstance(value, dict) or depth == _MAX_DEPTH or "text" in value:
        return []
    return max((_longest_list(item, depth + 1) for item in value.values()), key=len, default=[])


def _by_line(source: Source, text: str) -> tuple[list[tuple[int, Object]], list[Problem]]:
    objects: list[tuple[int, Object]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except _BROKEN as error:
            told = getattr(error, "msg", "") or "nested too deep, or a number too long"
            problems.append(Problem(f"is no JSON object: {told}", str(source.path), number))
            continue
        if isinstance(value, dict):
            objects.append((number, value))
        else:
            problems.append(Problem("is no JSON object", str(source.path), number))
    return objects, problems


def _flat(found: Object, before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """The members as text; those of objects within are called `outer.inner`."""
    for name, value in found.items():
        if isinstance(value, dict) and depth < _MAX_DEPTH:
            yield from _flat(value, f"{before}{name}.", depth + 1)
        elif (text := _text(value)) or not before:
            yield before + name, text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, (str, int, float)) for item in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False)
