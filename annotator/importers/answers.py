"""Answers of programs (JSONL) as a table: one line for each unit, in the form of the JSON Schema.

    {"article_id": "...", "paragraph": 2, "coding": {"paragraph": {...}, "statements": [...]}}

`coding` has the form that `annotator codebook schema --coding` describes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.errors import CodingsError
from annotator.importers.json_values import as_dict, as_text, decoded, parsed
from annotator.model.coding import SEPARATOR
from annotator.model.problem import Problem
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table import cell_text

_PLACE = ("coder", "round", "article_id", "article", "paragraph")
_COLUMNS = [*_PLACE, "statement", "variable", "value", "memo"]
_UNITS = ("article", "paragraph")
_KNOWN = frozenset({*_UNITS, "statements", "memo"})


class _WrongForm(Exception):
    """The line is not of the form; the message says where."""


def recognises(record: Mapping[str, Any]) -> bool:
    """Whether an object holds a coding of a unit."""
    has_place = isinstance(record.get("article_id", record.get("article")), str)
    return has_place and isinstance(record.get("coding"), dict)


def sheet_of_answers(content: bytes, where: str) -> Sheet:
    """The table for a file of answers; every line that is not of the form is a problem."""
    try:
        lines = decoded(content, where).split("\n")
    except CodingsError as error:
        return Sheet([], [], list(error.problems))
    sheet = Sheet(_COLUMNS, [], [])
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                cells = list(_rows(parsed(line, where, number)))
            except CodingsError as error:
                sheet.problems.extend(error.problems)
            except _WrongForm as error:
                hint = "`annotator codebook schema --coding` tells the form of `coding`"
                sheet.problems.append(Problem(str(error), where, number, hint=hint))
            else:
                sheet.records.extend(Record(number, row) for row in cells)
    return sheet


def _rows(line: Any) -> Iterator[list[str]]:
    """A row for each answer; one without a variable says that the unit was read."""
    if not recognises(as_dict(line)):
        raise _WrongForm("the line has no article_id, or no coding")
    coding = line["coding"]
    if unknown := sorted(set(coding) - _KNOWN):
        raise _WrongForm(f'coding: there is no field "{unknown[0]}"')
    place = [as_text(line.get(name)) for name in _PLACE]
    yield [*place, "", "", "", as_text(coding.get("memo"))]
    for unit in _UNITS:
        for variable, value in _answers(coding.get(unit), unit):
            yield [*place, "", variable, value, ""]
    statements = coding.get("statements", [])
    if not isinstance(statements, list):
        raise _WrongForm("coding: statements is no list")
    for number, statement in enumerate(statements, 1):
        for variable, value in _answers(statement, f"statement {number}"):
            yield [*place, str(number), variable, value, ""]


def _answers(given: Any, where: str) -> Iterator[tuple[str, str]]:
    """Variables with their values; null is an answer that was not given."""
    if given is None:
        return
    if not isinstance(given, dict):
        raise _WrongForm(f"coding: {where} is no object of variables and values")
    for variable, value in given.items():
        if value is not None:
            yield variable, _cell(value, variable)


def _cell(value: Any, variable: str) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(_cell(one, variable) for one in value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _WrongForm(f"coding: {variable} is neither text nor number")
    return cell_text(value)
