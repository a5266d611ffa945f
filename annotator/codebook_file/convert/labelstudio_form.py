"""The labelling interface of Label Studio (XML): each group of choices is a variable.

A label is the value of a choice, the id its alias, the definition its hint; a tree is a taxonomy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotator.codebook_file.convert.hub import Found, key_or_none, spoken
from annotator.entries.entry import Entry
from annotator.entries.ids import Ids
from annotator.model.coding import SPECIAL_STATES
from annotator.model.columns import variable_of
from annotator.model.controls import (
    DONE,
    FLAGGED,
    MEMO,
    STATE,
    STATEMENT,
    STATEMENT_FLAGGED,
    STATEMENT_MEMO,
)
from annotator.refi.elements import attribute, children, local
from annotator.safe import xml
from annotator.safe.given import GivenFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHOICES = ("Choices", "Taxonomy", "Labels", "HyperTextLabels", "ParagraphLabels")
_TYPED = {"TextArea": "text", "Number": "interval", "DateTime": "date"}
_MANY = ("multiple",)
_MARKS = (MEMO, DONE, FLAGGED, STATEMENT, STATEMENT_MEMO, STATEMENT_FLAGGED)
_OTHERS = ("Rating", "Pairwise", "Ranker", "Relations", "RectangleLabels", "PolygonLabels",
           "BrushLabels", "KeyPointLabels", "TimelineLabels", "TimeSeriesLabels")  # fmt: skip


def read(content: bytes, name: str) -> Found:
    """The entries of an interface. Raises DataError where nothing in it can be answered."""
    given = GivenFile(name, content)
    root = xml.parse(given, content, "the interface")
    stem = PurePath(name).stem
    head = {"codebook": Ids().variable(stem), "version": "1", "title": stem}
    reader = _Reader(Ids(), is_ours=_is_ours(root))
    entries = [Entry(fields=head), *reader.entries(root)]
    if len(entries) == 1:
        raise given.refusal("has no choices, labels, numbers or texts to fill in")
    return Found(entries, reader.passed_over)


class _Reader:
    """Goes through the interface from top to bottom; a header stands before what it is about."""

    def __init__(self, ids: Ids, *, is_ours: bool) -> None:
        self._ids = ids
        self._is_ours = is_ours
        self._header = ""
        self.passed_over: list[str] = []

    def entries(self, root: _Element) -> Iterator[Entry]:
        """The variables with their codes. In an interface of our tasks, some controls are none."""
        for element in root.iter("{*}*"):
            kind = local(element)
            if self._is_ours and _is_mark(attribute(element, "name")):
                continue
            if kind == "Header":
                self._header = attribute(element, "value")
            elif kind in _CHOICES or kind in _TYPED:
                is_tied = self._is_ours and attribute(element, "perRegion") == "true"
                yield from self._variable(element, kind, "statement" if is_tied else "paragraph")
                self._header = ""
            elif kind in _OTHERS:
                self.passed_over.append(f'<{kind} name="{attribute(element, "name")}">')

    def _variable(self, element: _Element, kind: str, level: str) -> Iterator[Entry]:
        name = attribute(element, "name") or kind
        variable = self._ids.variable(variable_of(name) if self._is_ours else name)
        usual = spoken(variable)
        fields = {"label": usual, "question": self._header if self._header != usual else ""}
        fields["required"] = attribute(element, "required").casefold() or "false"
        if kind in _TYPED:
            fields["measurement"] = _TYPED[kind]
            fields |= {end: attribute(element, end) for end in ("min", "max") if kind == "Number"}
        elif _is_multiple(element, kind):
            fields["select"] = "1.."
        if self._is_ours and kind not in _TYPED:
            found = (attribute(choice, "value") for choice in children(element, "Choice"))
            fields["special"] = (
                "|".join(value for value in found if value in SPECIAL_STATES) or "none"
            )
        if kind.endswith("Labels"):
            self.passed_over.append(f"that `{name}` is for passages: here it is for paragraphs")
        made = Entry(level, variable, fields=fields)
        yield made
        yield from self._codes(made, element, "")

    def _codes(self, of: Entry, above: _Element, under: str) -> Iterator[Entry]:
        variable = of.variable
        for choice in children(above, "Choice", "Label"):
            label = " ".join(attribute(choice, "value").split())
            if self._is_ours and label in SPECIAL_STATES:
                continue
            code = self._ids.code(variable, attribute(choice, "alias") or label)
            fields = {"label": label, "definition": attribute(choice, "hint")}
            fields["key"] = key_or_none(attribute(choice, "hotkey"))
            yield Entry(of.level, variable, code, under, fields)
            yield from self._codes(of, choice, code)


def _is_ours(root: _Element) -> bool:
    """Whether it is the interface of tasks that `annotator export` wrote."""
    names = {attribute(element, "name") for element in root.iter("{*}*")}
    return {MEMO, DONE, FLAGGED} <= names


def _is_mark(name: str) -> bool:
    """Whether a control of ours is no variable: memos, marks, statements, why nothing is typed."""
    return name in _MARKS or name.endswith(STATE)


def _is_multiple(element: _Element, kind: str) -> bool:
    if kind == "Taxonomy":
        return attribute(element, "maxUsages") != "1"
    return kind.endswith("Labels") or attribute(element, "choice") in _MANY


def write(entries: Sequence[Entry]) -> bytes:
    """The interface for the entries, over a text called `text`."""
    from lxml import etree

    root = etree.Element("View")
    etree.SubElement(root, "Text", name="text", value="$text")
    places: dict[tuple[str, str], _Element] = {}
    trees = {entry.variable for entry in entries if entry.under}
    with_codes = {entry.variable for entry in entries if entry.code}
    for entry in entries[1:]:
        if entry.code:
            above = places[entry.variable, entry.under]
            made = etree.SubElement(above, "Choice", _choice(entry))
        else:
            question = entry.fields.get("question") or entry.label
            etree.SubElement(root, "Header", value=question)
            kind = _kind(entry, with_codes, trees)
            made = etree.SubElement(root, kind, _control(entry, kind))
            if kind == "Choices" and entry.variable not in with_codes:
                etree.SubElement(made, "Choice", value="Yes")
                etree.SubElement(made, "Choice", value="No")
        places[entry.variable, entry.code] = made
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8") + b"\n"


def _kind(entry: Entry, with_codes: set[str], trees: set[str]) -> str:
    measurement = entry.fields.get("measurement", "text")
    if entry.variable in with_codes or measurement == "binary":
        return "Taxonomy" if entry.variable in trees else "Choices"
    kinds = {"date": "DateTime", "text": "TextArea", "nominal": "TextArea"}
    return kinds.get(measurement, "Number")


def _control(entry: Entry, kind: str) -> dict[str, str]:
    fields = entry.fields
    told = {"name": entry.variable, "toName": "text"}
    several = fields.get("select", "1..1") not in ("", "1..1", "one")
    if kind == "Choices":
        told["choice"] = "multiple" if several else "single"
    if kind == "Taxonomy" and not several:
        told["maxUsages"] = "1"
    if kind == "Number":
        told |= {end: fields[end] for end in ("min", "max") if end in fields}
    is_text = kind == "TextArea"
    if fields.get("required", "false" if is_text else "true") == "true":
        told["required"] = "true"
    return told


def _choice(code: Entry) -> dict[str, str]:
    told = {"value": code.label}
    if Ids().code("", code.label) != code.code:
        told["alias"] = code.code
    named = {"hint": "definition", "hotkey": "key"}
    return told | {
        name: code.fields[field] for name, field in named.items() if field in code.fields
    }
