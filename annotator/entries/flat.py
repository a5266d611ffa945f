"""Plain data of a whole codebook as a flat list of entries, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.entries.entry import Entry
from annotator.entries.fields import fields_of, plain_of
from annotator.entries.plain import Plain

LEVELS = ("article", "paragraph", "statement")


def entries_of(plain: Mapping[str, Any]) -> Iterator[Entry]:
    """The codebook, then each variable followed by its codes, depth first."""
    yield Entry(fields=fields_of(plain))
    for level in LEVELS:
        for variable, data in (plain.get(level) or {}).items():
            yield Entry(level, variable, fields=fields_of(data))
            yield from _codes(level, variable, "", data)


def _codes(level: str, variable: str, under: str, data: Mapping[str, Any]) -> Iterator[Entry]:
    for code, below in (data.get("codes") or {}).items():
        fields = fields_of(below) if isinstance(below, Mapping) else {"label": str(below)}
        yield Entry(level, variable, code, under, fields)
        if isinstance(below, Mapping):
            yield from _codes(level, variable, code, below)


def plain_codebook_of(entries: Iterable[Entry]) -> Plain:
    """The plain data that the entries stand for; a code comes after the one above it.

    A code whose variable or code above is not there raises KeyError.
    """
    head: Plain = {}
    levels: dict[str, Plain] = {level: {} for level in LEVELS}
    places: dict[tuple[str, str], Plain] = {}
    for entry in entries:
        if not entry.variable:
            head |= plain_of(entry.fields)
            continue
        plain = plain_of(entry.fields)
        places[entry.variable, entry.code] = plain
        if entry.code:
            above = places[entry.variable, entry.under]
            above.setdefault("codes", {})[entry.code] = plain
        else:
            levels[entry.level or "paragraph"][entry.variable] = plain
    return head | {level: found for level, found in levels.items() if found}
