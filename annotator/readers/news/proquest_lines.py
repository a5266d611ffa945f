"""A record of a ProQuest text file: the title, then labelled fields with empty lines between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.readers import fields
from annotator.readers.news import wrapped
from annotator.readers.news.proquest_labels import FULL_TEXT, is_certain, is_known, meaning
from annotator.readers.paragraphs import WHITE

Lines = Sequence[str]

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{1,44}?)\s?:(?P<value>.*)")
_COUNTER = re.compile(
    r"[^\W\d_]{8,10} (?P<number>\d{1,6}) (?:of|de|von|di) (?P<total>\d{1,6})", re.IGNORECASE
)
_OF_PICTURES = frozenset({"caption", "credit", "illustration"})
_LONGEST_FIELD = 40
_ENDS = tuple('.!?:;…”"»)')


class Counter(NamedTuple):
    """Which record of how many."""

    number: int
    total: int


class Parts(NamedTuple):
    """Counter, title line, the lines after it that have no label, the fields in their order."""

    counter: Counter | None
    title: str
    unlabelled: list[str]
    fields: list[tuple[str, list[str]]]


def parts_of(lines: Lines) -> Parts:
    """The parts of a record; what has no fields is no record."""
    found: list[tuple[str, list[str]]] = []
    above: list[str] = []
    for at, line in enumerate(lines):
        label = _label(lines, at)
        if label and not found and _is_title(above) and not _begins_record(label["label"]):
            label = None
        if label and not (found and _is_of_text(label["label"], found[-1][0])):
            found.append((label["label"], [label["value"]]))
        elif found:
            found[-1][1].append(line)
        elif text := line.strip(WHITE):
            above.append(text)
    counter = _counter(above[0]) if above else None
    title, *unlabelled = above[1 if counter else 0 :] or [""]
    texts = [(label, _texts(label, value)) for label, value in found]
    return Parts(counter, title, unlabelled, texts)


def _counter(line: str) -> Counter | None:
    match = _COUNTER.fullmatch(line)
    return Counter(int(match["number"]), int(match["total"])) if match else None


def _label(lines: Lines, at: int) -> re.Match[str] | None:
    """The label with which the line begins, after an empty line or at the head of the record."""
    text = lines[at].strip(WHITE)
    if ":" not in text[:50] or (at and lines[at - 1].strip(WHITE)):
        return None
    match = _LABEL.fullmatch(text)
    if match is None or not is_known(match["label"]):
        return None
    return match if is_certain(match["label"]) or _label_follows(lines, at) else None


def _is_title(above: Lines) -> bool:
    """Whether the next line is the title: nothing but the counter stands above it."""
    return not above or (len(above) == 1 and _counter(above[0]) is not None)


def _begins_record(label: str) -> bool:
    """Whether a record may begin with this label; "Correction: ..." rather is a title."""
    return is_certain(label) or meaning(label) == fields.TITLE


def _is_of_text(label: str, before: str) -> bool:
    """Whether the label is that of a picture, which the full text has among its paragraphs."""
    return meaning(before) == FULL_TEXT and meaning(label) in _OF_PICTURES


def _label_follows(lines: Lines, at: int) -> bool:
    """Whether what stands after the next empty line begins with a label, too; or nothing does."""
    for before, line in pairwise(lines[at : at + _LONGEST_FIELD]):
        if line.strip(WHITE) and not before.strip(WHITE):
            match = _LABEL.fullmatch(line.strip(WHITE))
            label = match["label"] if match else ""
            return is_known(label) and meaning(label) not in _OF_PICTURES
    return at + _LONGEST_FIELD > len(lines)


def _texts(label: str, lines: Lines) -> list[str]:
    if meaning(label) != FULL_TEXT:
        return [wrapped.joined(lines)]
    return _paragraphs(lines)


def _paragraphs(lines: Lines) -> list[str]:
    """Each line is a paragraph, unless the lines were cut at a fixed width."""
    shown = [text for line in lines if (text := line.strip(WHITE))]
    inner = [first for line, after in pairwise(lines)
             if (first := line.strip(WHITE)) and after.strip(WHITE)]  # fmt: skip
    open_ended = sum(not line.endswith(_ENDS) for line in inner)
    if max(map(len, shown), default=0) > wrapped.WIDTH or open_ended * 2 <= len(inner):
        return shown
    return wrapped.paragraphs(lines)
