"""Stata: numbers with labels, and extended missing values (.a, .b, .c) for what is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.exporters.cut import cut_label
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.statistical.column import AnyColumn, NumberColumn, Special, TextColumn
from annotator.exporters.statistical.dialect import Dialect
from annotator.exporters.statistical.numbers import Number
from annotator.exporters.statistical.series import number_series, text_series
from annotator.exporters.statistical.written import Package, write_for

SUFFIX = ".dta"
_ILLEGAL = re.compile(r"[^A-Za-z0-9_]")
_RESERVED = frozenset((
    "_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n",
    "_pi", "_pred", "_rc", "_skip", "strl", "using", "with",
))  # fmt: skip
_STR = re.compile(r"str\d+", re.IGNORECASE)
_EPOCH = 3653  # days from 1960-01-01 to 1970-01-01
_LONGEST_TITLE = 80
# Version 14: what pyreadstat writes as 15 is a variant (119) that most editions of Stata refuse.
_VERSION = 14
_TAGS = dict(zip(Special, "abc", strict=True))
_TIMESTAMP = re.compile(rb"<timestamp>\x11.{17}</timestamp>", re.DOTALL)
_CREATED = b"<timestamp>\x1101 Jan 1980 00:00</timestamp>"


def _rename(name: str) -> str:
    legal = _ILLEGAL.sub("_", name)
    is_name = legal[:1].isalpha() and legal.casefold() not in _RESERVED
    return legal if is_name and not _STR.fullmatch(legal) else f"v_{legal}"


# A name is also that of its labels, with a number behind it: 28 and not 32
DIALECT = Dialect(28, 80, 32_000, 0, True, _rename, str.casefold)
"""Limits of Stata 14 and later (`help limits`, `help dta_118`)."""


@dataclass(slots=True)
class _Labelled:
    """What pyreadstat wants, by column."""

    series: list[Any] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    value_labels: dict[str, dict[Number | str, str]] = field(default_factory=dict)
    missing: dict[str, list[str]] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the shapes that were asked for (all of them, if none was) and the dictionary."""
    package = Package("Stata files", SUFFIX, DIALECT, _write_table)
    return write_for(package, source, choice, to)


def _write_table(
    columns: Sequence[AnyColumn], path: Path, title: str, polars: Any, pyreadstat: Any
) -> None:
    made = _labelled(polars, columns)
    pyreadstat.write_dta(
        polars.DataFrame(made.series), path, version=_VERSION,
        file_label=cut_label(title, _LONGEST_TITLE),
        column_labels=made.labels, variable_value_labels=made.value_labels,
        missing_user_values=made.missing, variable_format=made.formats,
    )  # fmt: skip
    _without_clock(path)


def _labelled(polars: Any, columns: Sequence[AnyColumn]) -> _Labelled:
    made = _Labelled()
    for column in columns:
        made.labels[column.name] = column.label
        if isinstance(column, TextColumn):
            made.series.append(text_series(polars, column))
        else:
            made.series.append(_series(polars, column, made))
    return made


def _series(polars: Any, column: NumberColumn, made: _Labelled) -> Any:
    """The numbers of a column; letters among them stand for its extended missing values."""
    met = set(column.cells)
    numbers = {cell for cell in met if isinstance(cell, int | float)}
    whole = all(number == int(number) and abs(number) < 2**31 - 100 for number in numbers)
    kind, moved = (int, _EPOCH if column.is_date else 0) if whole else (float, 0)
    stored: dict[Number | Special | None, Number | str | None] = {None: None}
    stored |= {number: kind(number) + moved for number in numbers}
    tags = {special: tag for special, tag in _TAGS.items() if special in met}
    for special, tag in tags.items():
        stored[special] = tag
    labels: dict[Number | str, str] = {kind(n): label for n, label in column.labels.items()}
    labels |= {tag: special.label for special, tag in tags.items()}
    if column.is_date:
        made.formats[column.name] = "%td"
    if tags:
        made.missing[column.name] = list(tags.values())
    if labels and whole:
        made.value_labels[column.name] = labels
    if tags:
        mixed = [stored[cell] for cell in column.cells]
        return polars.Series(column.name, mixed, dtype=polars.Object)
    dtype = polars.Int32 if whole else polars.Float64
    return number_series(polars, column, dtype, stored)


def _without_clock(path: Path) -> None:
    with path.open("r+b") as file:
        head = file.read(1024)
        file.seek(0)
        file.write(_TIMESTAMP.sub(_CREATED, head, count=1))
