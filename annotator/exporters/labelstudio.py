"""Tasks for Label Studio: one for each paragraph that was coded, with its labelling interface.

What a coder said is a prediction whose model version is the coder's name: Label Studio takes such
tasks whether or not the coders have accounts there. Final values (--final) are annotations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, TextIO

from annotator.exporters.annotations.answered import Answered, Reader, unit_text, who
from annotator.exporters.annotations.controls import config
from annotator.exporters.annotations.results import Result, results
from annotator.exporters.annotations.textfile import text_file
from annotator.exporters.coded import CodedUnit
from annotator.exporters.files import Destination
from annotator.exporters.final import FINAL_CODER
from annotator.exporters.job import Choice, Report, Source, Values
from annotator.model.codebook import Codebook, Level
from annotator.model.controls import CODERS, LABELLED, PLACE, TEXT
from annotator.refi.text import fits

_LEVELS = {"articles": (Level.ARTICLE,), "paragraphs": (Level.PARAGRAPH, Level.STATEMENT)}
_DESCRIBED = ("title", "author", "source", "date", "url")
_TIMES = "answers: when they were given, and under which version of the codebook, is not carried"
_UNFIT = "labels hold characters that XML cannot; the interface has a stand-in in their place"
_UNASKED = "traces on articles as a whole, of which the codebook asks nothing"
_NO_TEXT = "tasks have no text (--no-text): Label Studio shows them empty"

Said = tuple[CodedUnit, list[Answered]]


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write tasks and interface for paragraphs, and for articles if the codebook asks of them."""
    report = Report()
    levels = {name: asked for name, asked in _LEVELS.items() if _is_asked(source.codebook, asked)}
    lists = {}
    for name, asked in levels.items():
        lists[name] = _JsonList(text_file(to, f"{name}.json"))
        with text_file(to, f"{name}.xml") as stream:
            stream.write(config(source.codebook, asked, choice.values))
    if unfit := _n_unfit(source.codebook):
        report.notes[_UNFIT] = unfit
    for task, paragraph in _tasks(source, choice, report):
        name = "paragraphs" if paragraph else "articles"
        if name in lists:
            lists[name].add(task)
        else:
            report.left_out[_UNASKED] += 1
    for name, tasks in lists.items():
        tasks.close()
        report.rows[f"{name}.json"] = tasks.count
    if not choice.text:
        report.notes[_NO_TEXT] = sum(report.rows.values())
    return report


def _is_asked(codebook: Codebook, levels: Sequence[Level]) -> bool:
    return Level.ARTICLE not in levels or bool(codebook.at(Level.ARTICLE))


def _n_unfit(codebook: Codebook) -> int:
    """How many names of codes and variables the interface cannot show as they are."""
    names = [text for v in codebook.variables for text in (v.label, v.question)]
    names += [path[-1].label for v in codebook.variables for path in v.paths.values()]
    return sum(not fits(name) for name in names)


def _tasks(source: Source, choice: Choice, report: Report) -> Iterator[tuple[Any, int]]:
    reader = Reader(source, choice, report)
    groups = groupby(reader.units(), _unit)
    for number, ((_, paragraph), group) in enumerate(groups, start=1):
        said = list(group)
        task: dict[str, Any] = {"id": number, "data": _data(said[0][0], choice)}
        task |= {"annotations": [], "predictions": []}
        for unit, parts in said:
            _add_work(task, unit, results(parts, choice.values, choice.text))
        answers = sum(len(part.answers) for _, parts in said for part in parts)
        if answers:
            report.notes[_TIMES] += answers
        yield task, paragraph


def _unit(said: Said) -> tuple[str, int]:
    return said[0].article.id, said[0].paragraph


def _data(unit: CodedUnit, choice: Choice) -> dict[str, Any]:
    """The text of a task, and where it is from."""
    text = unit_text(unit.article, unit.paragraph) if choice.text else ""
    place = (unit.article.name, unit.article.id, unit.paragraph)
    data = {TEXT: text} | dict(zip(PLACE, place, strict=True))
    data |= {name: getattr(unit.article, name) for name in _DESCRIBED}
    return data | ({LABELLED: True} if choice.values is Values.LABEL else {})


def _add_work(task: dict[str, Any], unit: CodedUnit, found: list[Result]) -> None:
    if unit.coder == FINAL_CODER:
        task["annotations"].append({"result": found, "ground_truth": True})
        return
    whose = task["data"].setdefault(CODERS, {})
    name = who(unit)
    if name in whose:  # "ana (pilot)" may be a name, too
        name = f"{name} ({unit.round})"
    whose[name] = {"coder": unit.coder, "round": unit.round}
    task["predictions"].append({"model_version": name, "result": found})


class _JsonList:
    """A JSON list that is written one object at a time."""

    def __init__(self, stream: TextIO) -> None:
        self.count = 0
        self._stream = stream

    def add(self, item: object) -> None:
        self._stream.write("[\n" if not self.count else ",\n")
        self._stream.write(json.dumps(item, ensure_ascii=False))
        self.count += 1

    def close(self) -> None:
        self._stream.write("\n]\n" if self.count else "[]\n")
        self._stream.close()
