"""What the confusion screen shows of one row, computed beside the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.reports.confusion_matrix import Cell, ConfusionMatrix, confusion_matrix
from annotator.reports.diagnosis import diagnose
from annotator.reports.explain import explain
from annotator.reports.row import Row
from annotator.tui.agreement.figures import Figures


@dataclass(frozen=True, eq=False)
class Diagnosed:
    """The matrix, the verdict and the reasons as sentences, and what each cell costs.

    `shares` are parts of all observed disagreement, by cell; empty for codes of sets, where no
    part of the disagreement belongs to two codes alone.
    """

    matrix: ConfusionMatrix
    verdict: str
    reasons: tuple[str, ...]
    shares: Mapping[Cell, float]


def can_be_confused(row: Row) -> bool:
    """Whether the row's values are codes or numbers; whole statements are no values to confuse."""
    return row.leading.name not in ("statement_alpha", "matched_f1")


def diagnosed(row: Row, figures: Figures) -> Iterator[Diagnosed]:
    """The one thing that the confusion screen waits for."""
    found = diagnose(row, figures.thresholds(row))
    told = explain(found, figures.names)
    matrix = confusion_matrix(row, figures.codebook)
    shares = (
        {} if matrix.of_codes else {matrix.cell(c.one, c.other): c.share for c in found.confusions}
    )
    yield Diagnosed(matrix, told.verdict, told.reasons, shares)
