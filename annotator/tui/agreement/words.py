"""How rows and figures are called on the agreement screens, as `annotator agree` calls them."""

from __future__ import annotations

from annotator.agreement import Coefficient
from annotator.agreement.intervals import Interval
from annotator.reports import row_names
from annotator.reports.row import NOMINAL, Heading, Row
from annotator.reports.written.words import figure

_SHARES = ("percent_agreement_pooled", "percent_all_agree")
_NAMES = {
    "krippendorff_alpha": "Krippendorff's alpha",
    "alpha_jaccard": "alpha (Jaccard)",
    "alpha_masi": "alpha (MASI)",
    "cohen_kappa": "Cohen's kappa",
    "percent_agreement_pooled": "coder pairs agree",
    "percent_all_agree": "all agree",
    "alpha_tree": "alpha (along the tree)",
    "statement_alpha": "statement alpha",
    "matched_f1": "F1 of matched statements",
    "gwet_ac1": "Gwet's AC1",
}
_MARKS = {
    "krippendorff_alpha": "alpha",
    "alpha_jaccard": "Jaccard",
    "alpha_tree": "tree",
    "statement_alpha": "alpha",
    "matched_f1": "F1",
}


def row_name(heading: Heading) -> str:
    """How a row is called in the table: by its name, with its level unless nominal."""
    name = row_names.row_name(heading)
    return name if heading.level == NOMINAL else f"{name}, {heading.level}"


def full_name(row: Row) -> str:
    """The row, what was computed of it, and at which level: for the head of a screen."""
    level = "" if row.heading.level != NOMINAL else f", {NOMINAL}"
    return f"{row_name(row.heading)}{level}: {coefficient_name(row.leading)}"


def coefficient_name(found: Coefficient) -> str:
    """A coefficient by the name that papers use."""
    return _NAMES.get(found.name, found.name.replace("_", " "))


def coefficient_mark(found: Coefficient) -> str:
    """A coefficient in a word, for a column; the alphas over sets by their distances alone."""
    return _MARKS.get(found.name, found.name)


def value_of(found: Coefficient) -> str:
    """As journals print it: `.923`, `1.000`, a share `98%`; a dash where there is none."""
    if found.value is not None and found.name in _SHARES:
        return f"{found.value:.0%}"
    return figure(found.value)


def bounds_of(interval: Interval | None) -> str:
    """`.69 to .94`; nothing where there is no interval."""
    if interval is None or interval.low is None or interval.high is None:
        return ""
    return f"{short(interval.low)} to {short(interval.high)}"


def short(value: float) -> str:
    """Two decimals, without the zero before the point."""
    digits = f"{abs(value):.2f}".removeprefix("0")
    return f"−{digits}" if value < 0 and digits.strip(".0") else digits


def threshold_words(threshold: float) -> str:
    """A threshold as it is known: `.80`, `.667`."""
    return f"{threshold:.3f}".rstrip("0").ljust(4, "0").removeprefix("0")


def is_judged(row: Row) -> bool:
    """Whether the row's first figure may be held against a threshold: only what allows for chance.

    F1 of matched statements is not corrected for chance.
    """
    return bool(row.alphas)
