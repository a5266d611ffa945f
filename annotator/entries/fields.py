"""The plain data of one entry as fields of text, and back.

label, definition, question, title      a text; `label@de` is the one in German
rules 1, rules 2, examples 1@de ...     lists, each item by its number
low, high                               what the ends of a scale mean
select   1..3, 2.. (any number from 2)  ask_if   one condition to a line: `stance: pro|con`
special, codable   joined by |; `none` where there is none
max_statements, reliable, tentative     as in the head of the file
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.entries.entry import OWN_LANGUAGE
from annotator.entries.plain import Plain, number, yes_no
from annotator.model.codebook import GUIDANCE_LISTS

WORDS = ("title", "label", "question", "definition")
SCALARS = (
    "codebook", "version", "language", "measurement", "codes_from", "stop", "required", "compared",
    "default", "prefill", "min", "max", "key", "value", "off_scale", "needs_memo", "deprecated",
    "merged_into",
)  # fmt: skip
_ENDS = {"low": "anchors", "high": "anchors"}
_DEMANDS = ("reliable", "tentative")
_JOINED = ("special", "codable")
_NONE = "none"
_SEPARATOR = "|"
_NAME = re.compile(r"(?P<name>[a-z_]+)(?: (?P<number>[1-9][0-9]{0,3}))?(?:@(?P<language>.+))?")
_RANGE = re.compile(r"(\d+)\.\.(\d*)", re.ASCII)

NAMES = (*WORDS, *GUIDANCE_LISTS, *SCALARS, *_ENDS, *_DEMANDS, *_JOINED, "select", "ask_if",
         "max_statements")  # fmt: skip
"""Every field there is, without its number and its language."""


def base_name(name: str) -> str:
    """The name of a field without number and language: `rules` of `rules 2@de`; "" if none."""
    match = _NAME.fullmatch(name)
    return match["name"] if match and match["name"] in NAMES else ""


def language_of(name: str) -> str:
    """The language of a field; "" for the codebook's own."""
    return name.partition("@")[2]


def fields_of(plain: Mapping[str, Any]) -> dict[str, str]:
    """The fields of an entry's plain data; what is below it (codes, variables) is left out."""
    found: dict[str, str] = {}
    for name in WORDS:
        found |= _words(name, plain.get(name))
    for name in GUIDANCE_LISTS:
        for place, words in enumerate(_as_list(plain.get(name)), start=1):
            found |= _words(f"{name} {place}", words)
    found |= {name: _scalar(plain[name]) for name in SCALARS if plain.get(name) not in (None, "")}
    for name, group in _ENDS.items():
        found |= _words(name, plain.get(group, {}).get(name))
    demands = plain.get("agreement", {})
    found |= {name: _scalar(demands[name]) for name in _DEMANDS if demands.get(name) is not None}
    for name in _JOINED:
        if name in plain:
            found[name] = _SEPARATOR.join(_as_list(plain[name])) or _NONE
    if "select" in plain:
        found["select"] = _range(plain["select"])
    if plain.get("ask_if"):
        found["ask_if"] = "\n".join(_conditions(plain["ask_if"]))
    if "statements" in plain:
        found["max_statements"] = str(plain["statements"].get("max", 0))
    return found


def _words(name: str, words: object) -> dict[str, str]:
    if words is None:
        return {}
    by_language = words if isinstance(words, dict) else {OWN_LANGUAGE: str(words)}
    return {
        name if language == OWN_LANGUAGE else f"{name}@{language}": text
        for language, text in by_language.items()
        if text
    }


def _scalar(value: object) -> str:
    """A value of a model as it is written by hand."""
    if isinstance(value, bool):
        return yes_no(value)
    return number(value) if isinstance(value, float) else str(value)


def _range(select: Mapping[str, Any] | str) -> str:
    if isinstance(select, str):
        return select
    most = str(select.get("max", 0))
    return f"{select.get('min', 1)}..{'' if most == '0' else most}"


def _conditions(ask_if: Any) -> Iterator[str]:
    if isinstance(ask_if, str):
        yield ask_if
        return
    for name, codes in ask_if.items():
        joined = _SEPARATOR.join(_as_list(codes))
        yield f"{name}: {joined}" if joined else str(name)


def _as_list(given: Any) -> list[Any]:
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def plain_of(fields: Mapping[str, str]) -> Plain:
    """The plain data that the fields stand for. A field of another name is passed over."""
    plain: Plain = {}
    lists: dict[str, dict[int, Plain]] = {}
    for name, text in fields.items():
        match = _NAME.fullmatch(name)
        if match is None or not text:
            continue
        base, language = match["name"], match["language"] or OWN_LANGUAGE
        if base in WORDS:
            plain.setdefault(base, {})[language] = text
        elif base in GUIDANCE_LISTS:
            items = lists.setdefault(base, {})
            items.setdefault(int(match["number"] or 1), {})[language] = text
        elif base in _ENDS:
            plain.setdefault(_ENDS[base], {}).setdefault(base, {})[language] = text
        else:
            _put(plain, base, text)
    for name in (*WORDS, *set(_ENDS.values())):
        if name in plain:
            plain[name] = _short(plain[name])
    plain |= {name: [_short(items[n]) for n in sorted(items)] for name, items in lists.items()}
    return plain


def _short(words: Plain) -> str | Plain:
    """A text in the codebook's own language alone is just the text."""
    if words.keys() == {OWN_LANGUAGE}:
        return str(words[OWN_LANGUAGE])
    return {name: _short(text) if isinstance(text, dict) else text for name, text in words.items()}


def _put(plain: Plain, name: str, text: str) -> None:
    if name in SCALARS:
        plain[name] = text
    elif name in _DEMANDS:
        plain.setdefault("agreement", {})[name] = text
    elif name in _JOINED:
        plain[name] = [] if text == _NONE else text.split(_SEPARATOR)
    elif name == "select":
        plain["select"] = _as_select(text)
    elif name == "ask_if":
        plain["ask_if"] = _as_conditions(text)
    elif name == "max_statements":
        plain["statements"] = {"max": text}


def _as_select(text: str) -> str | dict[str, str]:
    match = _RANGE.fullmatch(text)
    return {"min": match[1], "max": match[2] or "0"} if match else text


def _as_conditions(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in text.split("\n"):
        name, _, codes = line.partition(":")
        found[name.strip()] = codes.strip().split(_SEPARATOR) if codes.strip() else []
    return found
