"""JSON Lines with a row of a table in each line, as `annotator export -f jsonl` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.errors import CodingsError
from annotator.importers.json_values import as_dict, decoded, parsed
from annotator.model.coding import SEPARATOR
from annotator.model.problem import Problem
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table import cell_text


def recognises(record: Mapping[str, Any]) -> bool:
    """Whether an object is a row: texts, numbers, and lists of these."""
    return bool(record) and "coding" not in record and all(map(_is_cell, record.values()))


def is_row(line: str) -> bool:
    """Whether a line holds one."""
    try:
        return recognises(as_dict(parsed(line, "")))
    except CodingsError:
        return False


def sheet_of_rows(content: bytes, where: str) -> Sheet:
    """The table; a line that is no row is a problem. A field is a column once any line has it."""
    problems: list[Problem] = []
    rows = list(_rows(content, where, problems))
    columns = list(dict.fromkeys(name for _, row in rows for name in row))
    records = [Record(line, [_text(row.get(name)) for name in columns]) for line, row in rows]
    return Sheet(columns, records, problems)


def _rows(
    content: bytes, where: str, problems: list[Problem]
) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(decoded(content, where).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = as_dict(parsed(line, where, number))
        except CodingsError as error:
            problems.extend(error.problems)
            continue
        if recognises(row):
            yield number, row
        else:
            problems.append(Problem("the line is no object of texts and numbers", where, number))


def _is_cell(value: object) -> bool:
    if isinstance(value, list):
        return not any(isinstance(one, list | dict) for one in value)
    return not isinstance(value, dict)


def _text(value: object) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(map(cell_text, value))
    return cell_text(value)
