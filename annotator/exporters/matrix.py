"""Wide matrices, units by coders, one for each way of looking at a variable, and scripts beside.

They are what agreement is computed from: ready for R's irr and irrCAC, for KALPHA and ReCal. The
scripts recompute the figures from them, so that nobody has to take ours on trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TextIO

from annotator.exporters.about_tables import FIGURE_COLUMNS, figure_rows
from annotator.exporters.cells import Cell
from annotator.exporters.columns import Column, Type
from annotator.exporters.delimited import Delimited
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Matrix, Report, Source
from annotator.exporters.lines import LineWriter
from annotator.exporters.parts import Row
from annotator.model.coding import SEPARATOR

SCRIPTS = ("agreement.R", "agreement.py")
"""They recompute the figures."""

PLACE_COLUMNS = ("article_id", "article", "paragraph")
INDEX_COLUMNS = (
    *("file", "numeric", "round", "variable", "view", "code", "level", "depth"),
    *("n_units", "n_coders"),
)
RECOMPUTED = frozenset((
    "krippendorff_alpha", "cohen_kappa", "alpha_jaccard", "alpha_masi", "percent_agreement_pooled",
    "percent_all_agree",
))  # fmt: skip
"""The coefficients that the scripts compute."""

_UNNAMED = re.compile(r"[^A-Za-z0-9_.-]+")
_MISSING = "#"  # as ReCal wants it
_PLAIN = Delimited(Choice())  # scripts read the files: a comma, a point, no mark


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the matrices, the figures, and the scripts that lead from those to these."""
    report = Report()
    listed, figures = to.open("matrices.csv"), to.open("figures.csv")
    wanted = [m for m in source.matrices() if not choice.variables or _is_wanted(m, choice)]
    articles = {article.id: article.name for article in source.articles()}
    index: list[Row] = []
    numbers: list[Row] = []
    for place, matrix in enumerate(wanted, start=1):
        name = _file(place, matrix)
        table(to.open(name), (*PLACE_COLUMNS, *matrix.coders), _wide(matrix, articles))
        numeric = ""
        if matrix.level != "sets":
            numeric = f"numeric/{name.removeprefix('matrices/')}"
            numbers += ((numeric, value, n) for value, n in _numeric(to, numeric, matrix).items())
        index.append(_entry(name, numeric, matrix))
    table(listed, INDEX_COLUMNS, index)
    report.rows["matrices.csv"] = len(index)
    table(to.open("numbers.csv"), ("file", "value", "number"), numbers)
    table(figures, FIGURE_COLUMNS, figure_rows(source))
    write_scripts(to)
    _tell(source, report)
    return report


def _is_wanted(matrix: Matrix, choice: Choice) -> bool:
    return set(matrix.variable.split("+")) <= set(choice.variables)


def _tell(source: Source, report: Report) -> None:
    other = {str(figure["coefficient"]) for figure in source.figures()} - RECOMPUTED
    if other:
        names = ", ".join(sorted(other))
        note = f"kinds of figures are in figures.csv only, not in the scripts: {names}"
        report.notes[note] += len(other)


def _file(place: int, matrix: Matrix) -> str:
    parts = (matrix.round, matrix.variable, matrix.view, matrix.code, matrix.level)
    told = "-".join(_UNNAMED.sub("_", part) for part in parts if part)
    depth = f"-level{matrix.depth}" if matrix.depth else ""
    return f"matrices/{place:03}-{told[:80]}{depth}.csv"


def _wide(matrix: Matrix, articles: dict[str, str]) -> Iterable[Row]:
    for (article, paragraph), values in zip(matrix.units, matrix.values, strict=True):
        yield (article, articles.get(article), paragraph, *map(_cell, values))


def _cell(value: str | float | frozenset[str] | None) -> Cell:
    """A set stands in braces, so that the empty one is not taken for missing."""
    if isinstance(value, frozenset):
        return "{" + SEPARATOR.join(sorted(value)) + "}"
    return value


def _numeric(to: Destination, name: str, matrix: Matrix) -> dict[Cell, float]:
    """Write numbers only, without a header; what they stand for."""
    met = {value for values in matrix.values for value in values if value is not None}
    numbers: dict[Cell, float] = {}
    for place, value in enumerate(sorted(met, key=str), start=1):
        numbers[_cell(value)] = value if isinstance(value, float) else place
    with to.open(name) as stream:
        for values in matrix.values:
            cells = (_MISSING if v is None else _shown(numbers[_cell(v)]) for v in values)
            stream.write(",".join(cells) + "\n")
    return numbers


def _shown(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _entry(name: str, numeric: str, matrix: Matrix) -> Row:
    return (
        name, numeric or None, matrix.round, matrix.variable, matrix.view, matrix.code or None,
        matrix.level, matrix.depth, len(matrix.units), len(matrix.coders),
    )  # fmt: skip


def table(stream: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a table as plain CSV, and close it: a study may have a thousand matrices."""
    with stream:
        writer = LineWriter(stream, [Column(c, Type.TEXT, "") for c in columns], _PLAIN)
        for row in rows:
            writer.write_cells(row)


def write_scripts(to: Destination) -> None:
    """Write the scripts that recompute the figures."""
    for name in SCRIPTS:
        text = files("annotator.exporters.scripts").joinpath(name).read_text(encoding="utf-8")
        to.open_beside(name).write(text)
