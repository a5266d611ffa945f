"""SPSS: numbers with labels, levels of measurement, and declared missing values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.exporters.cut import cut_label
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.statistical.column import AnyColumn, NumberColumn, Special, TextColumn
from annotator.exporters.statistical.dialect import Dialect
from annotator.exporters.statistical.numbers import Number, special_numbers
from annotator.exporters.statistical.series import number_series, text_series
from annotator.exporters.statistical.written import Package, write_for

SUFFIX = ".sav"
_ILLEGAL = re.compile(r"[^A-Za-z0-9_.$#@]")
_RESERVED = frozenset((
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
))  # fmt: skip
_EPOCH = 141_428  # days from 1582-10-14, from which SPSS counts seconds, to 1970-01-01
_DAY = 86_400
_LONGEST_TITLE = 64
_MOST_DECIMALS = 10
# Where the header has the clock; the same study must give the same bytes.
_CREATED, _AT = b"01 Jan 8000:00:00", 92


def _rename(name: str) -> str:
    legal = _ILLEGAL.sub("_", name).rstrip(".") or "_"
    return legal if legal[0].isalpha() and legal.casefold() not in _RESERVED else f"v_{legal}"


DIALECT = Dialect(64, 255, 120, 32_767, False, _rename, str.casefold)
"""Limits of SPSS (IBM SPSS Statistics, Command Syntax Reference, Universals)."""


@dataclass(slots=True)
class _Labelled:
    """What pyreadstat wants, by column."""

    series: list[Any] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    value_labels: dict[str, dict[Number, str]] = field(default_factory=dict)
    missing: dict[str, list[Number]] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the shapes that were asked for (all of them, if none was) and the dictionary."""
    package = Package("SPSS files", SUFFIX, DIALECT, _write_table)
    return write_for(package, source, choice, to)


def _write_table(
    columns: Sequence[AnyColumn], path: Path, title: str, polars: Any, pyreadstat: Any
) -> None:
    made = _labelled(polars, columns)
    pyreadstat.write_sav(
        polars.DataFrame(made.series), path, row_compress=True,
        file_label=cut_label(title, _LONGEST_TITLE),
        column_labels=made.labels, variable_value_labels=made.value_labels,
        missing_ranges=made.missing, variable_measure=made.measures,
        variable_format=made.formats,
    )  # fmt: skip
    _without_clock(path)


def _labelled(polars: Any, columns: Sequence[AnyColumn]) -> _Labelled:
    made = _Labelled()
    for column in columns:
        made.labels[column.name] = column.label
        if isinstance(column, TextColumn):
            made.measures[column.name] = "nominal"
            # a null is written as an empty text is, and faster
            made.series.append(text_series(polars, column, empty=None))
        else:
            made.measures[column.name] = str(column.measure)
            stored = _stored(column, made)
            made.series.append(number_series(polars, column, polars.Float64, stored))
    return made


def _stored(
    column: NumberColumn, made: _Labelled
) -> Mapping[Number | Special | None, Number | None]:
    """How SPSS stores the cells, with the format, labels and missing values of the column."""
    met = set(column.cells)
    occurring = {cell for cell in met if isinstance(cell, int | float)}
    labels = dict(column.labels)
    stored: dict[Number | Special | None, Number | None] = {None: None}
    stored |= {n: (n + _EPOCH) * _DAY if column.is_date else n for n in occurring}
    if column.is_answer:
        taken = {*occurring, *labels}
        missing = special_numbers(taken, column.minimum, column.maximum)
        made.missing[column.name] = list(missing)
        labels |= {number: special.label for number, special in zip(missing, Special, strict=True)}
        stored |= dict(zip(Special, missing, strict=True))
    if labels:
        made.value_labels[column.name] = {float(n): label for n, label in labels.items()}
    decimals = _decimals({*occurring, *labels})
    made.formats[column.name] = "SDATE10" if column.is_date else f"F{8 + decimals}.{decimals}"
    return stored


def _decimals(numbers: set[Number]) -> int:
    """How many decimals it takes to show them all."""
    shown = (repr(number).partition(".")[2] for number in numbers if number != int(number))
    return min(max(map(len, shown), default=0), _MOST_DECIMALS)


def _without_clock(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(_AT)
        file.write(_CREATED)
