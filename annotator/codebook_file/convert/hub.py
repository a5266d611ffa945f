"""A codebook as a flat list of entries, in one form whatever it was read from."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.entries.entry import Entry
from annotator.entries.fields import base_name, fields_of, plain_of
from annotator.entries.plain import number

_ALWAYS = {
    "stop": "any", "select": "1..1", "off_scale": "false", "needs_memo": "false",
    "deprecated": "false", "language": "en", "max_statements": "0",
    "codable": "body|headline|standfirst", "special": "not_applicable|cannot_tell",
}  # fmt: skip
_FIRST = ("codebook", "version", "title", "language")
_SHORT = {"one": "1..1", "many": "1.."}
_OF_ALL = {"reliable": "0.8", "tentative": "0.667"}
_NUMBERS = frozenset({"value", "min", "max", "reliable", "tentative"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was read from a file: its entries, and in words what was passed over."""

    entries: Sequence[Entry]
    passed_over: list[str] = field(default_factory=list)


def normal(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in one form: texts trimmed, own language unnamed, labels there, no defaults."""
    own = entries[0].fields.get("language", "en")
    with_codes = {entry.variable for entry in entries if entry.code}
    return [replace(entry, fields=_fields(entry, own, with_codes)) for entry in entries]


def _fields(entry: Entry, own: str, with_codes: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, text in entry.fields.items():
        bare = name.removesuffix(f"@{own}")
        if bare == name or bare not in entry.fields:
            found[bare] = _trimmed(text)
    named = "label" if entry.variable else "title"
    found[named] = found.get(named) or spoken(entry.id) or found.get("codebook", "")
    found = fields_of(plain_of(found))  # in the order in which they are always written
    if not entry.variable:
        found = {name: found[name] for name in _FIRST if name in found} | found
    usual = dict(_usual(entry, found, with_codes))
    kept = {name: _value(name, text) for name, text in found.items() if text}
    return {name: text for name, text in kept.items() if usual.get(name) != text}


def _trimmed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _value(name: str, text: str) -> str:
    """Numbers without digits that say nothing; short forms as they are meant."""
    if base_name(name) in _NUMBERS:
        try:
            value = float(text)
        except ValueError:
            return text
        return number(value) if math.isfinite(value) else text
    if name == "select":
        return _SHORT.get(text, text)
    return " ".join(text.split()) if base_name(name) in ("label", "title") else text


def _usual(entry: Entry, found: dict[str, str], with_codes: set[str]) -> Iterator[tuple[str, str]]:
    """What a field says where it says nothing new."""
    yield from _ALWAYS.items()
    if not entry.variable:
        yield from _OF_ALL.items()
        return
    chosen = entry.variable in with_codes or "codes_from" in found
    usual = "nominal" if chosen or found.get("measurement") == "binary" else "text"
    yield "measurement", usual
    unless_text = "false" if found.get("measurement", usual) == "text" else "true"
    yield "required", unless_text
    yield "compared", unless_text


def key_or_none(text: str) -> str:
    """A key of another program, where it can be one here."""
    key = text.casefold()
    return key if len(key) == 1 and key.isascii() and key.isalnum() else ""


def spoken(name: str) -> str:
    """An id as a label, as the codebook reads it: `pub_date` -> `Pub date`."""
    words = name.replace("_", " ").strip() or name
    return words[:1].upper() + words[1:]
