"""An export of Label Studio as a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from annotator.importers.gather import Gathering
from annotator.importers.html_text import HtmlText
from annotator.importers.json_values import as_dict, as_list, as_text, decoded, parsed, refusal
from annotator.importers.labelstudio.codes import Codes, codes_of
from annotator.importers.labelstudio.results import (
    Annotation,
    Kind,
    Region,
    Told,
    annotations_of,
    predictions_of,
)
from annotator.importers.offsets import Offsets, Span, Unit, same_words, unit_that_fits
from annotator.importers.passages import mismatch, outside
from annotator.importers.project import Cutter, Project
from annotator.importers.texts import Texts, head, no_codes, take_codebook
from annotator.model.article import Article

_UNITS = (Unit.POINTS, Unit.UTF16)
_WORK = ("annotations", "completions", "predictions")
PREDICTIONS = "predictions of models; --predictions brings them in, each model as a coder"
UNUSED = "codes that nobody gave are not in an export of Label Studio, nor are definitions"


class _Task(NamedTuple):
    """A task with its text, as it stands or as HTML."""

    article: Article
    plain: Offsets
    html: HtmlText | None
    annotations: list[Annotation]


def recognises(data: Any) -> bool:
    """Whether JSON looks like an export of Label Studio, or tasks made for it."""
    first = as_dict(next(iter(as_list(data)), None))
    known = any(isinstance(first.get(name), list) for name in _WORK)
    return known and isinstance(first.get("data"), dict)


def read(content: bytes, name: str, cut: Cutter, *, predictions: bool = False) -> Project:
    """The texts, people and codings of an export; `predictions`: models' answers, too.

    Raises CodingsError.
    """
    data = parsed(decoded(content, name), name)
    if not recognises(data):
        raise refusal(name, "is no export of Label Studio in the format JSON")
    project = Project(name)
    tasks = list(_tasks(project, as_list(data), cut, predictions))
    everything = [one for task in tasks for one in task.annotations]
    codes = codes_of(everything)
    if not codes.entries:
        raise no_codes(name, PREDICTIONS if project.lost[PREDICTIONS] else "")
    take_codebook(project, [head(name.rpartition(".")[0] or name), *codes.entries])
    project.notes[UNUSED] += 1
    unit = unit_that_fits(_quoted(tasks), _UNITS)
    if unit is not Unit.POINTS:
        project.notes[f"places of passages count {unit}"] += 1
    gathering = Gathering(project)
    for task in tasks:
        for annotation in task.annotations:
            _take(gathering, task, annotation, codes, unit)
    gathering.put_into_project()
    return project


def _tasks(project: Project, given: list[Any], cut: Cutter, predictions: bool) -> Iterator[_Task]:
    texts = Texts(project, cut)
    for number, one in enumerate(given, 1):
        task = as_dict(one)
        data = {key: as_text(value) for key, value in as_dict(task.get("data")).items()}
        annotations = _told_of(project, task, predictions)
        for annotation in annotations:
            for type_ in annotation.lost:
                project.lost[f"results of the type {type_[:40]}"] += 1
        for what in ("drafts", "comments"):
            if count := len(as_list(task.get(what))):
                project.lost[what] += count
        key = _text_key(data, annotations)
        if not key:
            project.lost["tasks without text: pictures, sound, video"] += 1
            continue
        fields = {name: value for name, value in data.items() if name != key}
        in_html = any(r.in_html for one in annotations for r in one.regions.values())
        html = HtmlText(data[key]) if in_html else None
        plain = Offsets(data[key])
        name = f"{project.file} {as_text(task.get('id')) or number}"
        text = html.text if html else plain.text
        article = texts.add(fields.get("title") or name, text, fields)
        if article is not None:
            yield _Task(article, plain, html, annotations)


def _told_of(project: Project, task: Mapping[str, Any], predictions: bool) -> list[Annotation]:
    """What people said of a task, and models where they are wanted, under names of their own."""
    annotations = list(annotations_of(task))
    made = list(predictions_of(task))
    if empty := len(as_list(task.get("predictions"))) - len(made):
        project.lost["predictions of which the export has the number alone"] += empty
    if not predictions:
        if made:
            project.lost[PREDICTIONS] += len(made)
        return annotations
    people = {one.coder for one in annotations}
    for one in made:
        one.coder += " (model)" if one.coder in people else ""
        project.machines.add(one.coder)
    return annotations + made


def _text_key(data: Mapping[str, str], annotations: list[Annotation]) -> str:
    """The field that holds the text: `text`, else the longest; "" where there are pictures only."""
    if data.get("text", "").strip():
        return "text"
    about_text = any(one.whole or one.regions for one in annotations)
    return max(data, key=lambda key: len(data[key]), default="") if about_text else ""


def _quoted(tasks: list[_Task]) -> Iterator[tuple[Offsets, int, int, str]]:
    for task in tasks:
        if task.html is None:
            for annotation in task.annotations:
                for region in annotation.regions.values():
                    yield task.plain, region.start, region.end, region.quote


def _take(
    gathering: Gathering, task: _Task, annotation: Annotation, codes: Codes, unit: Unit
) -> None:
    gathering.read_by(annotation.coder, task.article)
    for told in annotation.whole:
        _take_whole(gathering, task.article, annotation.coder, codes, told)
    for region in annotation.regions.values():
        span = _span(gathering.project, task, region, unit)
        if span is not None:
            _take_region(gathering, task.article, annotation.coder, codes, (region, span))


def _span(project: Project, task: _Task, region: Region, unit: Unit) -> Span | None:
    text = task.html or task.plain
    span = text.span(region.start, region.end, unit)
    if span is None:
        outside(project, task.article, region.start, region.end)
        return None
    passage = text.slice(span)
    if region.quote and not same_words(passage, region.quote):
        mismatch(project, task.article, passage, region.quote)
    return span


def _take_whole(
    gathering: Gathering, article: Article, coder: str, codes: Codes, told: Told
) -> None:
    variable = codes.variables["article", told.control, told.kind]
    answer = codes.answer(variable, told)
    if told.kind is Kind.CODES:
        for code in answer.values:
            gathering.code(coder, article, None, (variable, code))
    elif not gathering.value(coder, article, variable, answer.values[0]):
        gathering.project.lost["further values of the same question by the same person"] += 1


def _take_region(
    gathering: Gathering, article: Article, coder: str, codes: Codes, found: tuple[Region, Span]
) -> None:
    region, span = found
    tied = [told for told in region.told if told.control in codes.tied]
    if tied:
        named = ((codes.variables["statement", told.control, told.kind], told) for told in tied)
        answers = {variable: codes.answer(variable, told) for variable, told in named}
        gathering.statement(coder, article, span, answers)
    for told in region.told:
        if told.control in codes.tied:
            continue
        variable = codes.variables["paragraph", told.control, told.kind]
        if told.kind is Kind.CODES:
            for code in codes.answer(variable, told).values:
                gathering.code(coder, article, span, (variable, code))
        else:
            gathering.memo(coder, article, span, f"{told.control}: {' '.join(told.values)}")
