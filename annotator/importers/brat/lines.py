"""The lines of a .ann file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.importers.passages import whole_number

_SPAN = re.compile(r"(?P<type>\S+) (?P<ranges>\d+ \d+(?:;\d+ \d+)*)", re.ASCII)
_NOT_KEPT = {
    "R": "relations between annotations",
    "*": "annotations said to be equivalent",
    "N": "links to entries of other databases",
}


class Bound(NamedTuple):
    """An annotation on ranges of the text (T), with the words that it quotes."""

    id: str
    type: str
    ranges: tuple[tuple[int, int], ...]
    quote: str
    line: int


class Attribute(NamedTuple):
    """A mark on an annotation (A, M): a name, and a value unless it is yes or no."""

    name: str
    target: str
    value: str


@dataclass(slots=True)
class Annotations:
    """One file. `triggers` are events by the annotation that stands for them in the text."""

    bounds: dict[str, Bound] = field(default_factory=dict)
    triggers: dict[str, str] = field(default_factory=dict)
    attributes: list[Attribute] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # annotation, text
    lost: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, str]] = field(default_factory=list)  # line, what is wrong

    def bound_of(self, identifier: str) -> Bound | None:
        """The annotation in the text of that id; of an event its trigger."""
        return self.bounds.get(self.triggers.get(identifier, identifier))


def read_lines(text: str) -> Annotations:
    """The annotations of a file; what cannot be read is in `wrong`."""
    found = Annotations()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        identifier, _, rest = line.rstrip("\r").partition("\t")
        if not rest or not _take(found, identifier, rest, number):
            found.wrong.append((number, "this is no annotation of brat"))
    return found


def _take(found: Annotations, identifier: str, rest: str, number: int) -> bool:
    kind = identifier[0] if identifier else ""
    if kind == "T":
        return _bound(found, identifier, rest, number)
    if kind == "E":
        return _event(found, identifier, rest)
    if kind in ("A", "M"):
        name, _, target = rest.strip().partition(" ")
        where, _, value = target.strip().partition(" ")
        found.attributes.append(Attribute(name, where, value.strip()))
        return bool(name and where)
    if kind == "#":
        head, _, text = rest.partition("\t")
        found.notes.append((head.rpartition(" ")[2], text))
        return True
    if kind in _NOT_KEPT:
        found.lost[_NOT_KEPT[kind]] += 1
        return True
    return False


def _bound(found: Annotations, identifier: str, rest: str, number: int) -> bool:
    head, _, quote = rest.partition("\t")
    match = _SPAN.fullmatch(head)
    if match is None or identifier in found.bounds:
        return False
    pairs = (pair.split(" ") for pair in match["ranges"].split(";"))
    ranges = tuple((whole_number(start), whole_number(end)) for start, end in pairs)
    found.bounds[identifier] = Bound(identifier, match["type"], ranges, quote, number)
    return True


def _event(found: Annotations, identifier: str, rest: str) -> bool:
    trigger, *arguments = rest.split()
    name, colon, bound = trigger.partition(":")
    if not (name and colon and bound):
        return False
    found.triggers[identifier] = bound
    if arguments:
        found.lost["roles in events: who does what to whom"] += len(arguments)
    return True
