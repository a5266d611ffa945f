"""Answers as results of Label Studio."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.exporters.annotations.answered import Answer, Answered, shown
from annotator.exporters.annotations.controls import kind_of, special_control
from annotator.exporters.cells import typed_number
from annotator.exporters.job import Values
from annotator.model.columns import column_name
from annotator.model.controls import (
    DONE,
    FLAGGED,
    MEMO,
    STATEMENT,
    STATEMENT_FLAGGED,
    STATEMENT_MEMO,
    TEXT,
)

Result = dict[str, Any]


def results(parts: Iterable[Answered], values: Values, with_text: bool) -> list[Result]:
    """The results of one coder on one unit; those of a statement share the id of its region."""
    found: list[Result] = []
    for part in parts:
        region = _region(part, with_text)
        if region:
            found.append(_result(f"s{part.number}", STATEMENT, "labels", [STATEMENT], region))
        for n, (name, kind, value) in enumerate(_values(part, values)):
            key = f"s{part.number}" if region else f"u{n}"
            found.append(_result(key, name, kind, value, region))
    return found


def _region(part: Answered, with_text: bool) -> Result:
    """The span of a statement: all of its paragraph, counted within the text of the task."""
    if not part.number:
        return {}
    start, end = part.place
    text = part.article.text[start:end] if with_text else ""
    return {"start": 0, "end": end - start, "text": text}


def _result(key: str, name: str, kind: str, value: object, region: Result) -> Result:
    told = {"id": key, "from_name": name, "to_name": TEXT, "type": kind}
    # what was typed about a region takes the place of the region's own text
    return told | {"value": region | {"text" if kind == "textarea" else kind: value}}


def _values(part: Answered, values: Values) -> Iterator[tuple[str, str, object]]:
    """Control, type of result and value of everything that was said."""
    for answer in part.answers:
        yield _value(answer, values)
    if part.number == 0 and part.unit.done:
        yield DONE, "choices", ["done"]
    if part.flagged:
        yield STATEMENT_FLAGGED if part.number else FLAGGED, "choices", ["flagged"]
    if part.memo:
        yield STATEMENT_MEMO if part.number else MEMO, "textarea", [part.memo]


def _value(answer: Answer, values: Values) -> tuple[str, str, object]:
    variable = answer.variable
    name = column_name(variable.id)
    kind = kind_of(variable)
    if answer.special and variable.is_typed:
        return special_control(variable), "choices", [answer.special]
    if kind == "Taxonomy":
        paths = [[shown(code, values) for code in path] for path in answer.paths]
        return name, "taxonomy", paths or [[answer.special]]
    if kind == "Choices":
        return name, "choices", answer.chosen(values)
    if kind == "DateTime":
        return name, "datetime", answer.typed
    if kind == "Number":
        return name, "number", typed_number(answer.typed)
    return name, "textarea", [answer.typed]
