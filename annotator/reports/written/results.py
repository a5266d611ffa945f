"""Sentences on the coefficients: which they are, their intervals, what they came to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.reports.document import Gap
from annotator.reports.row import NOMINAL, SET_VIEWS, Row
from annotator.reports.verdict import (
    FEW_UNITS,
    RELIABLE,
    TENTATIVE,
    UNDEFINED,
    UNRELIABLE,
    Thresholds,
    thresholds_of,
)
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.figures import interval_cell, interval_of, leading
from annotator.reports.written.intervals import interval_methods
from annotator.reports.written.tables import MATCHED, RELIABILITY
from annotator.reports.written.words import (
    Reasons,
    figure,
    label,
    listed,
    plain,
    row_label,
    small,
    with_labels,
)

_BESIDE = {"cohen_kappa": "Cohen's kappa", "gwet_ac1": "Gwet's AC1 (Gwet 2008)"}
_SAID = ("value", "any_statement", "n_statements", "statement_alpha", "set", "pair")
"""Views whose alphas are named in the text; the table has all."""


def measures(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str]:
    """Which coefficients were computed and why, and how their intervals were made."""
    yield (
        "Agreement was measured with Krippendorff's alpha, which takes any number of coders, "
        "missing values, and the level of measurement of each variable into account "
        "(Krippendorff 2011)."
    )
    if any(row.heading.view in SET_VIEWS for row in rows):
        yield (
            "Where a unit holds a set of codes, alpha was computed with Jaccard's distance between "
            "sets, and with the MASI distance beside it (Passonneau 2006)."
        )
    names = {c.name for row in rows for c in row.coefficients}
    beside = [text for name, text in _BESIDE.items() if name in names]
    yield (
        f"{listed(['The share of agreeing pairs of coders', *beside])} "
        f"stand{'' if beside else 's'} beside alpha; the share is not corrected for chance "
        "(Lombard, Snyder-Duch and Bracken 2002)."
    )
    yield from _on_statements(facts, rows)
    yield from interval_methods(rows)


def _on_statements(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str]:
    """How whole statements were compared."""
    for row in rows:
        if row.heading.view != "statement_alpha":
            continue
        by = with_labels(facts.codebook, row.remarks[0])
        yield (
            "Whole statements were compared by statement alpha: Krippendorff's alpha in which the "
            "distance of two coders' statements in a unit is the cost of their best one-to-one "
            "matching, 0 where they are the same and 1 where they have nothing in common; a "
            "statement without a partner costs 1, one with a partner the share of variables with "
            f"different codes (statements were {by})."
        )
    if f1 := matched_row(rows):
        yield (
            f"Two coders' statements count as the same if they agree on {_keys(facts, f1)}; other "
            "variables are compared on the statements matched so, too."
        )


def matched_row(rows: Sequence[Row]) -> Row | None:
    """The row about matched statements, where there is one."""
    return next((row for row in rows if row.keys), None)


def _keys(facts: StudyFacts, row: Row) -> str:
    return listed([label(facts.codebook, key) for key in row.keys])


def results(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str | Gap]:
    """Every alpha, how many reach the customary thresholds, and how many rest on few units."""
    if not rows:
        yield "Nothing was coded that could be compared."
        return
    alphas = [row for row in rows if row.alphas]
    yield from _alphas(facts, _said(alphas))
    yield f"Table {RELIABILITY} gives every figure, at other levels and in other views, too."
    yield _verdicts(facts, alphas)
    yield from _lower_bounds(facts, alphas)
    yield from _few_units(alphas)
    if f1 := matched_row(rows):
        yield from _matched(facts, f1)
    if any(_demanded(facts, row).verdict(leading(row)) != RELIABLE for row in alphas):
        yield Gap("State what follows for variables below the threshold that you hold to")


def _said(rows: Sequence[Row]) -> list[Row]:
    """One row of each view of a variable: at its own level of measurement, where it has one."""
    of_view = {(row.heading.variable, row.heading.view): row for row in reversed(rows)}
    for row in rows:
        if row.heading.view == "value" and row.heading.level != NOMINAL:
            of_view[row.heading.variable, "value"] = row
    return [row for row in rows if row.heading.view in _SAID and row in of_view.values()]


def _alphas(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str]:
    """Every alpha with its interval; those that are undefined by the reason why."""
    undefined: dict[str, list[str]] = {}
    defined = []
    for row in rows:
        alpha, name = leading(row), row_label(facts.codebook, row)
        if alpha.value is None:
            undefined.setdefault(plain(alpha.reason), []).append(name)
        else:
            defined.append(f"{name} {figure(alpha.value)}{_interval(row)}")
    if defined:
        yield f"Krippendorff's alpha: {'; '.join(defined)}."
    for reason, names in undefined.items():
        which = "every variable" if len(names) == len(rows) else "; ".join(names)
        yield f"Alpha is undefined ({reason}) for {which}."


def _interval(row: Row) -> str:
    found = interval_of(row, leading(row))
    return f" {interval_cell(found, Reasons())}" if found and found.low is not None else ""


def _matched(facts: StudyFacts, row: Row) -> Iterator[str]:
    if row.leading.value is None:
        return
    yield (
        f"F1 of the statements of each two coders, matched by {_keys(facts, row)}, was "
        f"{figure(row.leading.value)}{_interval(row)} (Table {MATCHED}); it is not corrected for "
        "chance."
    )


def _verdicts(facts: StudyFacts, rows: Sequence[Row]) -> str:
    verdicts = [_demanded(facts, row).verdict(leading(row)) for row in rows]
    told = [
        f"{small(count) if count else 'none'} {many if count > 1 else one} {what}"
        for verdict, (one, many, what) in _clauses(facts, rows).items()
        if (count := verdicts.count(verdict)) or verdict == RELIABLE
    ]
    which = "the one alpha" if len(rows) == 1 else f"all {small(len(rows))} alphas"
    return f"Of {which} in Table {RELIABILITY}, {'; '.join(told)}."


def _lower_bounds(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str]:
    """How many alphas are reliable even at the lower end of their intervals."""
    reached = [
        found.low >= _demanded(facts, row).reliable
        for row in rows
        if (found := interval_of(row, leading(row))) and found.low is not None
    ]
    thresholds = {_demanded(facts, row).reliable for row in rows}
    high = figure(*thresholds) if len(thresholds) == 1 else "what the codebook demands"
    if reached:
        count = small(sum(reached)) if any(reached) else "none"
        of_all = f"{count} of the {small(len(reached))} alphas that have one"
        yield f"The interval lies wholly at {high} or above for {of_all}."


def _demanded(facts: StudyFacts, row: Row) -> Thresholds:
    return thresholds_of(facts.codebook, row.heading.variable)


def _clauses(facts: StudyFacts, rows: Sequence[Row]) -> dict[str, tuple[str, str, str]]:
    """The verdicts in words: one, several, and what they do."""
    found = {_demanded(facts, row) for row in rows}
    high, low = "what the codebook demands of them", "what it allows tentative conclusions from"
    between = f"between {low} and that"
    if len(found) == 1:
        (one,) = found
        high, low = figure(one.reliable), figure(one.tentative)
        between = f"between {low} and {high}"
    if found == {Thresholds()}:
        high += ", from which on Krippendorff (2004, p. 241) calls data reliable"
        between += ", where he allows tentative conclusions"
    elif len(found) == 1:
        high += ", which the codebook demands"
    return {
        RELIABLE: ("reaches", "reach", high),
        TENTATIVE: ("lies", "lie", between),
        UNRELIABLE: ("lies", "lie", f"below {low}"),
        UNDEFINED: ("is", "are", "undefined"),
    }


def _few_units(rows: Sequence[Row]) -> Iterator[str]:
    few = sum(0 < row.n_units < FEW_UNITS for row in rows)
    if few:
        which = "all of them" if few == len(rows) else f"{small(few)} of them"
        yield (
            f"Fewer than {FEW_UNITS} units, which say little (Lombard, Snyder-Duch and Bracken "
            f"2002), underlie {which}."
        )
