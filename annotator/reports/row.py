"""One line of a reliability report: a variable, looked at in one way, at one level."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.agreement import (
    Coefficient,
    ReliabilityData,
    alpha_jaccard,
    alpha_masi,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    percent_agreement_pooled,
    percent_all_agree,
)
from annotator.agreement.coders import columns_of, rows_of
from annotator.agreement.intervals import Interval, UnitForm
from annotator.agreement.metrics import Metric
from annotator.agreement.statements import MatchShare
from annotator.model.coding import SEPARATOR
from annotator.reports.units import SPECIAL, Unit

NOMINAL = "nominal"
ALPHAS = (
    *("krippendorff_alpha", "alpha_jaccard", "alpha_masi", "alpha_tree"),
    *("statement_alpha", "alpha_U"),
)
"""The coefficients a threshold is held against: those for any number of coders."""

SET_VIEWS = ("set", "set_rolled_up", "set_tree", "pair", "triple", "tuple", "matched_set")
"""Views in which a unit's value is a set."""

TREE_VIEWS = ("value_tree", "set_tree")
"""Views in which values are compared along the tree of their codes."""

MATCHED = ("matched", "matched_set")
"""Views in which a unit is a pair of matched statements of two coders (of F1: a unit as usual)."""

SPANS = "spans"
"""The view of rows about stretches of text, which have no units."""

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}
_SKEWED = 0.9
_CODERS_OF_KAPPA = 2


@dataclass(frozen=True)
class Heading:
    """What a row is about: a variable, what a unit's value is, and the level of measurement.

    `view` is value, set, presence ...; `code` is the code of a presence row, else empty; `depth` is
    the level of the tree to which codes are rolled up, else 0.
    """

    variable: str
    view: str
    code: str = ""
    level: str = NOMINAL
    depth: int = 0

    @property
    def tree_level(self) -> str:
        """`first level`, `second level`: what codes are rolled up to."""
        return f"{_ORDINALS.get(self.depth, f'{self.depth}th')} level" if self.depth else ""


@dataclass(frozen=True, eq=False)
class Sample:
    """What a row is computed from: the values, whose rows are `coders` and whose columns `units`.

    `units` is empty for a table that is no study: its units have numbers only.
    """

    data: ReliabilityData
    coders: Sequence[str]
    units: Sequence[Unit] = ()


@dataclass(frozen=True, slots=True)
class Below:
    """How likely a coefficient lies below a threshold; None where there is no interval either."""

    threshold: float
    share: float | None


@dataclass(frozen=True, slots=True)
class Alone:
    """A statement that `coder` has in a unit (column of the sample) and `other` has not.

    Coders are rows of the sample; `codes` are those of the variables statements are matched by.
    """

    column: int
    coder: int
    other: int
    codes: tuple[str, ...]


Over = Callable[[Sequence[int], Sequence[int]], "Row"]
"""A row of its own kind over some coders and units of the sample."""


@dataclass(frozen=True)
class Row:
    """Agreement on one variable.

    `n_units` counts units coded by two or more of the `coders`, `n_pairable` the values in them.
    `margins` count the values by coder; `n_special` is how many of them are *not applicable* or
    *cannot tell*. `remarks` say in words what a reader must know. By the names of coefficients,
    `ci` holds their intervals and `below` what lies under the threshold, where they were computed.
    `categories` is the number of codes in the codebook, where it is known; `asked` names the
    coefficients that were added to the usual ones. A row with a `form` has one coefficient of its
    own kind, which it resamples; `over` makes it of some coders and units (places in the sample),
    and `metric` is the distance it rests on, if any. `forms` resample the figures about spans.
    `matches` are the statements that each two coders share, `unmatched` those that only one of two
    has, `keys` what they are matched by.
    """

    heading: Heading
    coders: tuple[str, ...]
    n_units: int
    n_coders: int
    n_pairable: int
    percent_agreement: float | None
    coefficients: tuple[Coefficient, ...]
    margins: Mapping[str, Mapping[str, int]]
    n_special: int
    remarks: tuple[str, ...]
    sample: Sample = field(repr=False, compare=False)
    ci: Mapping[str, Interval] = field(default_factory=dict)
    below: Mapping[str, Below] = field(default_factory=dict)
    categories: int | None = None
    asked: tuple[str, ...] = ()
    form: Callable[[], UnitForm] | None = field(default=None, repr=False, compare=False)
    forms: Mapping[str, Callable[[], UnitForm]] = field(
        default_factory=dict, repr=False, compare=False
    )
    over: Over | None = field(default=None, repr=False, compare=False)
    metric: Metric | None = field(default=None, repr=False, compare=False)
    matches: tuple[MatchShare, ...] = ()
    unmatched: tuple[Alone, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def leading(self) -> Coefficient:
        """The coefficient that the row is about: its first alpha, else (F1) the first of all."""
        return (*self.alphas, *self.coefficients)[0]

    @property
    def n_pairs(self) -> int:
        """Pairs of coders' values that were compared, over all units."""
        given = (self.sample.data.codes >= 0).sum(axis=0)
        return int((given * (given - 1) // 2).sum())

    @property
    def n_missing(self) -> int:
        """Values that are not there: units by coders, less what the coders gave.

        Matched statements are those of two coders: no other could give a value.
        """
        n_coders, n_units = len(self.sample.data.codes), self.sample.data.codes.shape[1]
        if self.heading.view in MATCHED and not self.form:
            n_coders = 2
        n_given = int((self.sample.data.codes >= 0).sum())
        return int(n_coders * n_units) - n_given

    def n_of_state(self, state: str) -> int:
        """How many values are (or, of sets, hold) that state, such as `cannot_tell`."""
        return _n_of(self.sample.data, (state,))

    @property
    def level_of_values(self) -> str:
        """The level of measurement, or what there is instead: sets, tree, statements, spans."""
        if self.heading.view in TREE_VIEWS:
            return "tree"
        if self.form or self.heading.view == SPANS:
            return "statements" if self.form else SPANS
        return "sets" if self.heading.view in SET_VIEWS else self.heading.level

    @property
    def alphas(self) -> tuple[Coefficient, ...]:
        """The coefficients that are held against a threshold."""
        return tuple(c for c in self.coefficients if c.name in ALPHAS)


def value_row(
    heading: Heading,
    coders: Sequence[str],
    data: ReliabilityData,
    remarks: Sequence[str] = (),
    units: Sequence[Unit] = (),
) -> Row:
    """Agreement on single values. `coders` name the rows of `data`, `units` its columns."""
    coefficients = [krippendorff_alpha(data, level=heading.level)]
    if heading.level == NOMINAL and data.n_coders == _CODERS_OF_KAPPA:
        coefficients.append(cohen_kappa(data))
    return _row(heading, Sample(data, coders, units), coefficients, remarks)


def set_row(
    heading: Heading,
    coders: Sequence[str],
    data: ReliabilityData,
    remarks: Sequence[str] = (),
    units: Sequence[Unit] = (),
) -> Row:
    """Agreement on sets of codes, with Jaccard's and the MASI distance."""
    coefficients = [alpha_jaccard(data), alpha_masi(data)]
    return _row(heading, Sample(data, coders, units), coefficients, remarks)


def own_row(
    heading: Heading,
    sample: Sample,
    figure: Coefficient,
    form: Callable[[], UnitForm],
    remarks: Sequence[str],
    **more: Any,
) -> Row:
    """A row about one figure that no table of values could give; `form` resamples it.

    `more` are fields of `Row`: over, metric, matches, unmatched, keys.
    """
    data = sample.data
    return Row(
        heading=heading,
        coders=tuple(c for c, used in zip(sample.coders, data.margins, strict=True) if used.any()),
        n_units=data.n_units,
        n_coders=data.n_coders,
        n_pairable=figure.n_pairable,
        percent_agreement=None,
        coefficients=(figure,),
        margins={},
        n_special=0,
        remarks=tuple(remarks),
        sample=sample,
        form=form,
        **more,
    )


def row_over(
    row: Row, coders: Sequence[int], columns: Sequence[int], remarks: Sequence[str] = ()
) -> Row:
    """The same row over some of its coders and units, by their places in its sample."""
    if row.over is not None:
        found = row.over(coders, columns)
        return replace(found, remarks=(*remarks, *found.remarks))
    sample = part_of(row.sample, coders, columns)
    make = set_row if row.heading.view in SET_VIEWS else value_row
    made = make(row.heading, sample.coders, sample.data, remarks, sample.units)
    return replace(made, categories=row.categories)


def part_of(sample: Sample, coders: Sequence[int], columns: Sequence[int]) -> Sample:
    """The sample of some coders and units."""
    data = rows_of(columns_of(sample.data, list(columns)), list(coders))
    units = [sample.units[column] for column in columns] if sample.units else ()
    return Sample(data, [sample.coders[coder] for coder in coders], units)


def _row(
    heading: Heading, sample: Sample, coefficients: Sequence[Coefficient], remarks: Sequence[str]
) -> Row:
    data = sample.data
    values = [as_text(value) for value in data.values]
    margins = {
        coder: dict(zip(values, counts.tolist(), strict=True))
        for coder, counts in zip(sample.coders, data.margins, strict=True)
        if counts.any()
    }
    return Row(
        heading=heading,
        coders=tuple(margins),
        n_units=data.n_units,
        n_coders=data.n_coders,
        n_pairable=data.n_pairable,
        percent_agreement=percent_agreement(data).value,
        coefficients=(*coefficients, percent_agreement_pooled(data), percent_all_agree(data)),
        margins=margins,
        n_special=_n_of(data, SPECIAL),
        remarks=(*remarks, *_on_units(data), *_on_margins(data)),
        sample=sample,
    )


def as_text(value: Any) -> str:
    """A value as one cell: the codes of a set in alphabetical order."""
    if isinstance(value, frozenset):
        return SEPARATOR.join(sorted(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _n_of(data: ReliabilityData, states: Collection[str]) -> int:
    found = [
        bool(value.intersection(states)) if isinstance(value, frozenset) else value in states
        for value in data.values
    ]
    return int(data.margins.sum(axis=0)[found].sum()) if found else 0


def _on_units(data: ReliabilityData) -> list[str]:
    """Units that only one coder coded."""
    alone = int(data.margins.sum()) - data.n_pairable
    if not alone or not data.n_units:
        return []
    if alone == 1:
        return ["1 unit that only one coder coded does not count"]
    return [f"{alone:,} units that only one coder coded do not count"]


def is_skewed(data: ReliabilityData) -> bool:
    """Whether one value makes up nine tenths or more of the pairable values, but not all."""
    if data.n_pairable == 0 or (data.totals > 0).sum() == 1:
        return False
    return bool(data.totals.max() / data.n_pairable >= _SKEWED)


def _on_margins(data: ReliabilityData) -> list[str]:
    """A value so frequent that chance alone makes coders agree."""
    if not is_skewed(data):
        return []
    share = data.totals.max() / data.n_pairable
    value = as_text(data.values[int(data.totals.argmax())])
    named = f"“{value}”" if value else "empty"
    return [f"{share:.0%} of the values are {named}: each disagreement weighs heavily in alpha"]
