"""Worked examples of the literature, transcribed as numbers, and what was printed for them.

`annotator agree --self-check` computes them anew on the reader's machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.agreement import published_tables as tables
from annotator.agreement.coefficient import Coefficient
from annotator.agreement.published_tables import counted, crossed
from annotator.agreement.registry import COEFFICIENTS
from annotator.agreement.spans import SpanData
from annotator.agreement.spans import alpha_U as of_spans
from annotator.agreement.weighted import weighted_kappa

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
        figure = _OTHERS.get(self.coefficient) or COEFFICIENTS[self.coefficient].compute
        return figure(self.table, **self.options).value

    def is_met(self) -> bool:
        """Whether the value computed is the one printed, as far as it was printed."""
        value = self.computed()
        half = 0.5 * 10**-self.decimals
        return value is not None and abs(value - self.printed) <= half + _ROUNDING


def _alpha_of_one_text(coders: Sequence[Sequence[Any]], *, length: int, code: str) -> Coefficient:
    """alpha_U of one code in one text in which each coder marked these spans."""
    spans = [(str(coder), "text", *span) for coder, marked in enumerate(coders) for span in marked]
    finished = {str(coder): {"text"} for coder in range(len(coders))}
    return of_spans(SpanData.of(spans, {"text": length}, finished).with_label(code))


_OTHERS: dict[str, Callable[..., Coefficient]] = {
    "weighted_kappa": weighted_kappa,
    "alpha_U": _alpha_of_one_text,
}
"""What stands in no list of coefficients of a table: it needs weights, or spans."""


def examples() -> Iterator[Example]:
    """The examples, each with its source."""
    yield from _of_krippendorff()
    yield from _of_two_coders()
    yield from _of_more_coders()
    yield from _of_gwet()
    yield from _of_numbers()
    yield from _of_sets()
    for code, printed in (("c", 0.7286), ("k", 1.0)):
        options = {"length": tables.TEXT_LENGTH, "code": code}
        yield Example("Krippendorff 2004, p. 254", "alpha_U", tables.ONE_TEXT, printed, 4, options)


def _of_krippendorff() -> Iterator[Example]:
    alpha = "krippendorff_alpha"
    nominal, ordinal = {"level": "nominal"}, {"level": "ordinal"}
    yield Example("Krippendorff 2011, section A", alpha, tables.BINARY, 0.095, 3, nominal)
    yield Example("Krippendorff 2011, section A", "percent_agreement", tables.BINARY, 0.6, 1)
    yield Example("Krippendorff 2011, section B", alpha, tables.NOMINAL, 0.692, 3, nominal)
    levels = (("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797))
    for level, printed in levels:
        source = "Krippendorff 2011, sections C-E"
        yield Example(source, alpha, tables.MISSING, printed, 3, {"level": level})
    for level, printed in (("nominal", 0.642), ("interval", 0.547), ("ratio", 0.483)):
        yield Example("Krippendorff 1980, p. 139", alpha, tables.NINE, printed, 3, {"level": level})
    yield Example("Krippendorff 2004, p. 227", alpha, tables.VIDEO, 0.734, 3, nominal)
    forty = tables.scale(tables.ORDERED)
    yield Example("Hayes and Krippendorff 2007", alpha, forty, 0.7598, 4, ordinal)


def _of_two_coders() -> Iterator[Example]:
    cohen, alike = crossed(tables.COHEN), crossed(tables.ALIKE)
    skewed, dialogue = crossed(tables.SKEWED), crossed(tables.DIALOGUE)
    yield Example("Cohen 1960, p. 45", "percent_agreement", cohen, 0.70, 2)
    yield Example("Cohen 1960, p. 45", "cohen_kappa", cohen, 0.492, 3)
    yield Example("Cohen 1960, p. 45", "kappa_max", cohen, 0.831, 3)
    weights = {"weights": tables.agreement_from((0, 1, 3), (1, 0, 6), (3, 6, 0))}
    yield Example("Cohen 1968, the same data", "weighted_kappa", cohen, 0.348, 3, weights)
    yield Example("Krippendorff 2004, p. 246, 1", "scott_pi", alike, 0.186, 3)
    yield Example("Krippendorff 2004, p. 246, 1", "cohen_kappa", alike, 0.186, 3)
    yield Example("Krippendorff 2004, p. 246, 2", "scott_pi", skewed, 0.186, 3)
    yield Example("Krippendorff 2004, p. 246, 2", "cohen_kappa", skewed, 0.258, 3)
    source = "Artstein and Poesio 2008, p. 568"
    yield Example(source, "brennan_prediger", dialogue, 0.82, 2)
    yield Example(source, "scott_pi", dialogue, 0.7995, 4)
    yield Example(source, "cohen_kappa", dialogue, 0.8013, 4)
    categories = crossed(tables.CATEGORIES)
    source = "Brennan and Prediger 1981, p. 689"
    yield Example(source, "cohen_kappa", categories, 0.27, 2)
    yield Example(source, "brennan_prediger", categories, 0.4, 1)


def _of_more_coders() -> Iterator[Example]:
    diagnoses = counted([[int(n) for n in unit] for unit in tables.DIAGNOSES.split()])
    yield Example("Fleiss 1971, table 1", "fleiss_kappa", diagnoses, 0.430, 3)
    yield Example("Randolph 2005, p. 17", "fleiss_kappa", tables.PERSONS, 0.33, 2)
    yield Example("Randolph 2005, p. 17", "brennan_prediger", tables.PERSONS, 0.33, 2)


def _of_gwet() -> Iterator[Example]:
    """Gwet's figures of Krippendorff's data, and irrCAC's of a table on a scale."""
    source = "Krippendorff's data, Gwet 2014"
    yield Example(source, "percent_agreement", tables.MISSING, 0.81818, 5)
    yield Example(source, "gwet_ac1", tables.MISSING, 0.77544, 5)
    yield Example(source, "fleiss_kappa", tables.MISSING, 0.76117, 5)
    yield Example("the same, by irrCAC in R", "conger_kappa", tables.MISSING, 0.762067, 6)
    yield Example("the same, by irrCAC in R", "brennan_prediger", tables.MISSING, 0.772727, 6)
    yield Example("Gwet 2008, by dkpro", "gwet_ac1", tables.SKEWED_BINARY, 0.8658, 4)
    yield Example("a scale, by irrCAC in R", "gwet_ac2", crossed(tables.LIKERT), 0.84028, 5)


def _of_numbers() -> Iterator[Example]:
    forms = (("1_1", 0.17), ("A_1", 0.29), ("C_1", 0.71), ("1_k", 0.44), ("A_k", 0.62))
    for form, printed in (*forms, ("C_k", 0.91)):
        source = "Shrout and Fleiss 1979, table 4"
        yield Example(source, f"icc_{form}", tables.JUDGES, printed, 2)
    yield Example("two methods, by epiR in R", "lin_ccc", tables.METHODS, 0.946, 3)


def _of_sets() -> Iterator[Example]:
    printed = {"3": 0.287, "8a": 0.947, "8b": 0.923, "8c": 0.895, "9a": 0.716, "9b": 0.554}
    for name, value in {**printed, "9c": -0.002}.items():
        source, table = "Krippendorff and Craggs 2016", tables.sets(tables.OBSERVERS[name])
        yield Example(f"{source}, {name}", "alpha_multivalued", table, value, 3)
    nine = tables.sets(tables.SETS)
    yield Example("nine units, by dkpro", "alpha_passonneau_2004", nine, 0.186, 3)
