"""What the columns of a Parquet file are, and what stands beside them in the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from annotator.exporters.cells import SPECIAL_LABELS, Cell, as_number, has_too_many_digits
from annotator.exporters.columns import Column, Type
from annotator.exporters.job import Report, Source, Values
from annotator.model.codebook import Code, Measurement, Variable
from annotator.model.coding import State
from annotator.model.typed import NUMBERS


class Kind(Enum):
    """How the cells of a column are stored."""

    TEXT = auto()
    CATEGORY = auto()  # texts of which there are few
    INTEGER = auto()
    NUMBER = auto()
    YES_NO = auto()
    TIME = auto()
    DATE = auto()


_OF_TYPE = {
    Type.TEXT: Kind.TEXT,
    Type.INTEGER: Kind.INTEGER,
    Type.NUMBER: Kind.NUMBER,
    Type.YES_NO: Kind.YES_NO,
    Type.TIME: Kind.TIME,
}
_FEW = frozenset(
    ("coder", "round", "article", "article_id", "source", "kind", "variable", "state", "codebook")
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the file, made of the cells of the column at `place` of the table.

    `categories` come first among those of a category; `meaning` makes one of a cell.
    """

    name: str
    kind: Kind
    place: int
    column: Column
    categories: tuple[str, ...] = ()
    meaning: Callable[[Cell], str] = str


def fields_of(columns: Sequence[Column], values: Values) -> list[Field]:
    """The columns of the file. A number or a date that was typed has its state beside it."""
    taken = {column.name for column in columns}
    found: list[Field] = []
    for place, column in enumerate(columns):
        kind = _kind(column, values)
        codes = tuple(column.variable.paths) if column.variable else ()
        found.append(Field(column.name, kind, place, column, codes))
        if column.variable is not None and kind in (Kind.NUMBER, Kind.DATE):
            name = f"{column.name}_state"
            while name in taken:
                name += "_"
            taken.add(name)
            found.append(Field(name, Kind.CATEGORY, place, column, tuple(State), _state))
    return found


def _kind(column: Column, values: Values) -> Kind:
    """The numbers and labels of several codes in one cell are text."""
    variable = column.variable
    if variable is None:
        return Kind.CATEGORY if column.name in _FEW else _OF_TYPE[column.type]
    if variable.is_typed:
        if variable.measurement in NUMBERS:
            return Kind.NUMBER
        return Kind.DATE if variable.measurement is Measurement.DATE else Kind.TEXT
    return Kind.CATEGORY if values is Values.ID and not variable.multiple else Kind.TEXT


def _state(cell: Cell) -> str:
    return str(cell) if cell in SPECIAL_LABELS else State.CODED


def numbers_of(field: Field, cells: Sequence[Cell], report: Report) -> list[float | date | None]:
    """The cells as numbers or dates; what is neither is empty, and counted but for states."""
    read = date.fromisoformat if field.kind is Kind.DATE else float
    found: dict[Cell, float | date | None] = {}
    lost = set()
    for cell in set(cells):
        try:
            found[cell] = None if cell is None or cell in SPECIAL_LABELS else read(str(cell))
        except ValueError:
            found[cell] = None
            lost.add(cell)
    rounded = {c for c, n in found.items() if isinstance(n, float) and has_too_many_digits(c)}
    if rounded and field.column.variable is not None:
        note = f"cells of {field.name} have more digits than a number can here, and are rounded"
        report.notes[note] += sum(cell in rounded for cell in cells)
    if lost:
        note = f"cells of {field.name} are no single number or date and are empty"
        report.notes[note] += sum(cell in lost for cell in cells)
    return list(map(found.__getitem__, cells))


def metadata(field: Field) -> dict[str, str]:
    """The label of a column; of a variable also its measurement and its codes, as JSON."""
    column = field.column
    if field.name != column.name:
        return {"label": f"State of the value in {column.name}."}
    told = {"label": column.about}
    variable = column.variable
    if variable is not None:
        told |= {
            "variable": variable.id,
            "level": str(variable.level),
            "measurement": str(variable.measurement),
            "several": "yes" if variable.multiple else "no",
            "codes": json.dumps(_codes(variable), ensure_ascii=False),
        }
    return told


def _codes(variable: Variable) -> list[dict[str, object]]:
    return [_code(path) for path in variable.paths.values()]


def _code(path: tuple[Code, ...]) -> dict[str, object]:
    code = path[-1]
    told: dict[str, object] = {"id": code.id, "label": code.label}
    if code.value is not None:
        told["number"] = as_number(code.value)
    if len(path) > 1:
        told["under"] = path[-2].id
    if code.deprecated:
        told["deprecated"] = True
    return told


def file_metadata(source: Source) -> dict[str, str]:
    """Which codebook, and who wrote the file."""
    codebook = source.codebook
    return {
        "codebook": codebook.id,
        "codebook_title": codebook.title,
        "codebook_version": codebook.version,
        "codebook_sha256": codebook.hash,
        "written_by": f"annotator {source.about.program}".strip(),
    }
