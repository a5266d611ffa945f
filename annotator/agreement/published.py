"""Worked examples of the literature, transcribed as numbers, and what was printed for them.

`annotator agree --self-check` computes them anew on the reader's machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from annotator.agreement.registry import COEFFICIENTS

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Example:
    """A coefficient of published data: the value as printed, with so many decimals."""

    source: str
    coefficient: str
    table: Sequence[Sequence[Any]] = field(repr=False)
    printed: float
    decimals: int
    options: Mapping[str, Any] = field(default_factory=dict)

    def computed(self) -> float | None:
        """What this program makes of the data."""
        return COEFFICIENTS[self.coefficient].compute(self.table, **self.options).value

    def is_met(self) -> bool:
        """Whether the value computed is the one printed, as far as it was printed."""
        value = self.computed()
        half = 0.5 * 10**-self.decimals
        return value is not None and abs(value - self.printed) <= half + _ROUNDING


def crossed(cells: Sequence[Sequence[int]]) -> list[list[int]]:
    """Two coders' values from their table of frequencies."""
    size = range(len(cells))
    pairs = [pair for pair in product(size, size) for _ in range(cells[pair[0]][pair[1]])]
    return [[pair[coder] for pair in pairs] for coder in (0, 1)]


def counted(units: Sequence[Sequence[int]]) -> list[list[int]]:
    """Coders by units, from how many coders gave each category to each unit."""
    values = [[category for category, n in enumerate(u) for _ in range(n)] for u in units]
    return [list(coder) for coder in zip(*values, strict=True)]


_BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
_NOMINAL = [list("aabbdcccedda"), list("babbbccceddd")]
_MISSING = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
_COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
_ALIKE = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]
_SKEWED = [[12, 18, 18], [0, 14, 18], [0, 0, 20]]
_JUDGES = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]
_DIAGNOSES = (  # depression, personality disorder, schizophrenia, neurosis, other
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 "
    "10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 "
    "00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
)


def examples() -> Iterator[Example]:
    """The examples, each with its source."""
    yield from _of_krippendorff()
    yield from _of_two_coders()
    diagnoses = counted([[int(n) for n in unit] for unit in _DIAGNOSES.split()])
    yield Example("Fleiss 1971, table 1", "fleiss_kappa", diagnoses, 0.430, 3)
    forms = (("1_1", 0.17), ("A_1", 0.29), ("C_1", 0.71), ("1_k", 0.44), ("A_k", 0.62))
    for form, printed in (*forms, ("C_k", 0.91)):
        yield Example("Shrout and Fleiss 1979, table 4", f"icc_{form}", _JUDGES, printed, 2)


def _of_krippendorff() -> Iterator[Example]:
    alpha = "krippendorff_alpha"
    nominal = {"level": "nominal"}
    yield Example("Krippendorff 2011, section A", alpha, _BINARY, 0.095, 3, nominal)
    yield Example("Krippendorff 2011, section B", alpha, _NOMINAL, 0.692, 3, nominal)
    levels = (("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797))
    for level, printed in levels:
        source = "Krippendorff 2011, sections C-E"
        yield Example(source, alpha, _MISSING, printed, 3, {"level": level})
    yield Example("the same data, Gwet 2014", "percent_agreement", _MISSING, 0.8182, 4)


def _of_two_coders() -> Iterator[Example]:
    yield Example("Cohen 1960, p. 45", "cohen_kappa", crossed(_COHEN), 0.492, 3)
    yield Example("Cohen 1960, p. 45", "kappa_max", crossed(_COHEN), 0.831, 3)
    yield Example("Krippendorff 2004, p. 246, 1", "cohen_kappa", crossed(_ALIKE), 0.186, 3)
    yield Example("Krippendorff 2004, p. 246, 2", "cohen_kappa", crossed(_SKEWED), 0.258, 3)
