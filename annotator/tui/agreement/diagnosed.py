"""What the confusion screen shows of one row, computed beside the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.reports.confusion_matrix import NO_CODE, Cell, ConfusionMatrix, confusion_matrix
from annotator.reports.diagnosis import diagnose
from annotator.reports.explain import explain
from annotator.reports.row import Row
from annotator.terminal import visible
from annotator.tui.agreement.figures import Figures
from annotator.tui.agreement.heat_matrix import number_of
from annotator.tui.views.line import cells

NOTHING_ELSE = "nothing else"
"""How the other coder's set is called where it has no code of its own."""


@dataclass(frozen=True, eq=False)
class Diagnosed:
    """The matrix, the verdict and the reasons as sentences, and what each cell costs.

    `shares` are parts of all observed disagreement, by cell; empty for codes of sets, where no
    part of the disagreement belongs to two codes alone. `labels` name the values; the widest of
    them and the widest number (both in cells) say how the matrix is drawn.
    """

    matrix: ConfusionMatrix
    verdict: str
    reasons: tuple[str, ...]
    shares: Mapping[Cell, float]
    labels: Mapping[Any, str]
    widest_label: int
    widest_number: int


def can_be_confused(row: Row) -> bool:
    """Whether the row's values are codes or numbers; whole statements are no values to confuse."""
    return row.leading.name not in ("statement_alpha", "matched_f1")


def diagnosed(row: Row, figures: Figures) -> Iterator[Diagnosed]:
    """The one thing that the confusion screen waits for."""
    found = diagnose(row, figures.thresholds(row))
    told = explain(found, figures.names)
    matrix = confusion_matrix(row, figures.codebook)
    confused = () if matrix.of_codes else found.confusions
    labels = {value: _label(row, figures, value) for value in matrix.values}
    yield Diagnosed(
        matrix,
        told.verdict,
        told.reasons,
        shares={matrix.cell(one.one, one.other): one.share for one in confused},
        labels=labels,
        widest_label=max((cells(visible(label)) for label in labels.values()), default=0),
        widest_number=max((len(number_of(n)) for n in matrix.cells.values()), default=1),
    )


def _label(row: Row, figures: Figures, value: Any) -> str:
    return NOTHING_ELSE if value is NO_CODE else figures.names.code(row.heading, value)
