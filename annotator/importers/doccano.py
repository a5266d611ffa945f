"""Exports of doccano (JSONL): one file for each coder, who is named by the file.

Offsets are code points (or graphemes, where the project was set so); the file has no quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.entries.entry import Entry
from annotator.entries.ids import Ids
from annotator.importers.gather import Gathering, Place
from annotator.importers.json_values import as_dict, as_list, as_place, as_text, lines, refusal
from annotator.importers.offsets import Offsets, Unit
from annotator.importers.passages import outside
from annotator.importers.project import Cutter, Project
from annotator.importers.texts import MANY, Texts, head, no_codes, one_line, take_codebook
from annotator.model.article import Article

UNQUOTED = "passages of which the file has no quote to check their place by"
_TEXT = ("text", "data")
_LABELS = ("label", "labels", "entities", "cats")


class CoderFile(NamedTuple):
    """The export of one coder."""

    name: str
    coder: str
    content: bytes


class _Label(NamedTuple):
    """A label on a range, or (start -1) on the text as a whole."""

    label: str
    start: int = -1
    end: int = -1
    is_passage: bool = False


def recognises(record: Mapping[str, Any]) -> bool:
    """Whether the first object of a JSONL file looks like one of doccano's."""
    has_text = any(isinstance(record.get(name), str) for name in _TEXT)
    return has_text and any(isinstance(record.get(name), list) for name in _LABELS)


def read(files: Sequence[CoderFile], name: str, cut: Cutter) -> Project:
    """The texts and labels of all coders. Raises CodingsError."""
    project = Project(name)
    records = [
        (file, line, record) for file in files for line, record in lines(file.content, file.name)
    ]
    labels = [list(_labels(project, record)) for _, _, record in records]
    codes = _codes_of([one for found in labels for one in found])
    if not codes.entries:
        raise no_codes(name)
    take_codebook(project, [head(name), *codes.entries])
    gathering, texts = Gathering(project), _Coded(project, cut)
    for (file, line, record), found in zip(records, labels, strict=True):
        text = next((record[key] for key in _TEXT if isinstance(record.get(key), str)), None)
        if text is None:
            raise refusal(file.name, "this line has no text", line)
        placed = texts.article(text, record, f"{name} {line}")
        if placed is not None:
            _take(gathering, placed, found, codes, file.coder)
    gathering.put_into_project()
    return project


@dataclass(slots=True)
class _Codes:
    entries: list[Entry] = field(default_factory=list)
    passages: dict[str, Place] = field(default_factory=dict)
    wholes: dict[str, Place] = field(default_factory=dict)


def _codes_of(labels: Sequence[_Label]) -> _Codes:
    """A variable of paragraphs for labels on passages, one of articles for those on texts."""
    found, ids = _Codes(), Ids()
    for level, name, is_passage, places in (
        ("article", "text_labels", False, found.wholes),
        ("paragraph", "labels", True, found.passages),
    ):
        names = dict.fromkeys(one.label for one in labels if one.is_passage is is_passage)
        if not names:
            continue
        variable = ids.variable(name)
        found.entries.append(Entry(level, variable, fields={"label": "Label", **MANY}))
        for label in names:
            code = ids.code(variable, label)
            told = {"label": one_line(label) or code}
            found.entries.append(Entry(level, variable, code, fields=told))
            places[label] = (variable, code)
    return found


def _labels(project: Project, record: Mapping[str, Any]) -> Iterator[_Label]:
    for name in _LABELS:
        for label in as_list(record.get(name)):
            if isinstance(label, dict):
                places = as_place(label.get("start_offset")), as_place(label.get("end_offset"))
                yield _Label(as_text(label.get("label")), *places, is_passage=True)
            elif isinstance(label, list) and len(label) == 3:
                places = as_place(label[0]), as_place(label[1])
                yield _Label(as_text(label[2]), *places, is_passage=True)
            elif as_text(label):
                yield _Label(as_text(label))
            else:
                project.lost["labels that cannot be read"] += 1
    for name, what in (("relations", "relations between passages"), ("Comments", "comments")):
        if count := len(as_list(record.get(name))):
            project.lost[what] += count


class _Coded:
    """Each text is one article, whoever coded it."""

    def __init__(self, project: Project, cut: Cutter) -> None:
        self._texts = Texts(project, cut)
        self._known: dict[str, tuple[Article, Offsets] | None] = {}

    def article(
        self, text: str, record: Mapping[str, Any], name: str
    ) -> tuple[Article, Offsets] | None:
        """The article with this text; None, with a problem told, where it is none."""
        if text not in self._known:
            offsets = Offsets(text)
            fields = {key: as_text(value) for key, value in _metadata(record).items()}
            named = next((fields[key] for key in ("name", "title") if fields.get(key)), "") or name
            article = self._texts.add(named, offsets.text, fields)
            self._known[text] = None if article is None else (article, offsets)
        return self._known[text]


def _metadata(record: Mapping[str, Any]) -> dict[str, Any]:
    nested = {**as_dict(record.get("meta")), **as_dict(record.get("metadata"))}
    left_out = {*_TEXT, *_LABELS, "relations", "Comments", "meta", "metadata"}
    return {**nested, **{key: value for key, value in record.items() if key not in left_out}}


def _take(
    gathering: Gathering, placed: tuple[Article, Offsets], labels: Sequence[_Label],
    codes: _Codes, coder: str,
) -> None:  # fmt: skip
    article, offsets = placed
    gathering.read_by(coder, article)
    for label in labels:
        if not label.is_passage:
            gathering.code(coder, article, None, codes.wholes[label.label])
            continue
        span = offsets.span(label.start, label.end, Unit.POINTS)
        if span is None:
            outside(gathering.project, article, label.start, label.end)
            continue
        gathering.project.notes[UNQUOTED] += 1
        gathering.code(coder, article, span, codes.passages[label.label])
