"""The records of a RIS file: two-letter tags, each with its values in the file's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,3}-(?: (?P<value>.*)|$)", re.DOTALL)
_END = re.compile(r"ER {1,3}-\s*")
TYPE = "TY"
"""The tag that begins a record."""


class Record(NamedTuple):
    """The line a record begins at, and the lines of each value of each tag."""

    line: int
    values: dict[str, list[list[str]]]


def tag_of(line: str) -> str:
    """The tag with which a line begins; "" if there is none."""
    match = _TAG.fullmatch(line)
    return match["tag"] if match else ""


def records(lines: Iterable[str]) -> Iterator[Record]:
    """The records; one that has no end ("ER") ends where the next begins, or the file."""
    record: Record | None = None
    value: list[str] = []
    for number, line in enumerate(lines, 1):
        match = _TAG.fullmatch(line.lstrip("\ufeff"))
        if match and match["tag"] == TYPE:
            if record:
                yield record
            record = Record(number, {})
        if record and _END.fullmatch(line):
            yield record
            record = None
        elif record and match:
            value = [match["value"] or ""]
            record.values.setdefault(match["tag"], []).append(value)
        elif record:
            value.append(line)
    if record:
        yield record
