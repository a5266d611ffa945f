"""The fields of an entry as one text that people read, from which they can be read again.

The definition comes first; every further field has a line of its own that begins with its name.
Further lines of a field are indented by two spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_LABELS = {
    "definition": "Definition",
    "include": "Includes",
    "exclude": "Does not include",
    "rules": "Rule",
    "examples": "Example",
    "counter_examples": "Counter-example",
}
_NAMES = {label: name for name, label in _LABELS.items()}
_OTHER = "annotator "
"""Begins the line of a field that only annotator knows."""
_MORE = "  "
_LINE = re.compile(
    rf"(?:(?P<label>{'|'.join(_NAMES)})"
    rf"|{_OTHER}(?P<name>[a-z_]+(?: \d+)?(?:@[^\s:]+)?)): ?(?P<text>.*)"
)


def description(fields: Mapping[str, str]) -> str:
    """The text for these fields."""
    return "\n".join(_lines(fields))


def _lines(fields: Mapping[str, str]) -> Iterator[str]:
    definition = fields.get("definition", "")
    if definition and _is_plain(definition):
        yield definition
        fields = {name: text for name, text in fields.items() if name != "definition"}
    lines = [(_start(name), text) for name, text in fields.items()]
    for start, text in sorted(lines, key=_is_ours):
        yield f"{start}: " + text.replace("\n", f"\n{_MORE}")


def _start(name: str) -> str:
    base, _, number = name.partition(" ")
    is_known = base in _LABELS and "@" not in name and (number or base == "definition")
    return _LABELS[base] if is_known else _OTHER + name


def _is_ours(line: tuple[str, str]) -> bool:
    """What only annotator knows comes last."""
    return line[0].startswith(_OTHER)


def _is_plain(definition: str) -> bool:
    """Whether no line of it could be taken for another field, and none would be lost."""
    return (
        not any(map(_LINE.fullmatch, definition.split("\n"))) and definition == definition.strip()
    )


def fields_in(text: str) -> dict[str, str]:
    """The fields that a description holds; a description by anybody is a definition."""
    here: list[str] = []
    found: dict[str, list[str]] = {"definition": here}
    counts: dict[str, int] = {}
    is_named = False
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if match is not None:
            here, is_named = found.setdefault(_name(match, counts), []), True
            here.append(match["text"])
        else:
            here.append(line.removeprefix(_MORE) if is_named else line)
    joined = {name: "\n".join(lines).strip() for name, lines in found.items()}
    return {name: value for name, value in joined.items() if value}


def _name(match: re.Match[str], counts: dict[str, int]) -> str:
    if match["name"]:
        return match["name"]
    name = _NAMES[match["label"]]
    if name == "definition":
        return name
    counts[name] = counts.get(name, 0) + 1
    return f"{name} {counts[name]}"
