"""What of a codebook a format did not hold: found by reading back what was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from annotator.codebook_file.convert.hub import normal
from annotator.entries.entry import Entry
from annotator.entries.fields import base_name, language_of

_WORDS = {
    "label": "labels", "definition": "definitions", "question": "questions", "rules": "rules",
    "include": "what is included", "exclude": "what is not included", "examples": "examples",
    "counter_examples": "counter-examples", "key": "keys", "value": "numbers of codes",
    "measurement": "measurements", "ask_if": "conditions (ask_if)", "select": "how many codes",
    "special": "special answers", "required": "whether an answer is required",
    "compared": "what is not compared",
    "low": "meanings of the ends of scales", "high": "meanings of the ends of scales",
    "off_scale": "which codes are off the scale", "needs_memo": "which codes need a memo",
    "deprecated": "which codes are retired", "merged_into": "which codes were merged",
    "default": "defaults", "prefill": "proposals", "stop": "whether a group is an answer",
    "codes_from": "codes taken from another variable", "agreement": "demands on agreement",
    "reliable": "demands on agreement", "tentative": "demands on agreement",
    "codebook": "the name of the codebook", "version": "the version", "title": "the title",
    "language": "the language", "codable": "which kinds of paragraph are coded",
    "max_statements": "the largest number of statements", "min": "bounds", "max": "bounds",
}  # fmt: skip
_SHOWN = 4

Place = tuple[str, str]  # variable, code


def not_held(given: Sequence[Entry], back: Sequence[Entry]) -> Iterator[str]:
    """One line for each sort of thing that is not there any more, or is another."""
    before, after = _by_place(normal(given)), _by_place(normal(back))
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for place, entry in before.items():
        name = ".".join(filter(None, place))
        there = after.get(place)
        if there is None:
            lost["codes" if place[1] else "variables"].append(name)
            continue
        if entry.level != there.level and not entry.code:
            lost[f"these are asked of the {entry.level}"].append(name)
        if entry.under != there.under:
            lost["their place in the tree"].append(name)
        for what in _fields(entry.fields, there.fields):
            lost[what].append(name)
    for what, names in lost.items():
        yield what if names == [""] else f"{what}: {_listed(names)}"
    if list(before) != [place for place in after if place in before]:
        yield "the order of variables or codes"


def _by_place(entries: Sequence[Entry]) -> dict[Place, Entry]:
    return {(entry.variable, entry.code): entry for entry in entries}


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The sorts of fields that are not as they were, each once."""
    changed = [name for name, text in before.items() if after.get(name) != text]
    return list(dict.fromkeys(_sort(name) for name in changed))


def _sort(name: str) -> str:
    language = language_of(name)
    words = _WORDS.get(base_name(name), name)
    return f"{words} in `{language}`" if language else words


def _listed(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    more = len(unique) - _SHOWN
    return ", ".join(unique[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
