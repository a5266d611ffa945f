"""Coefficients that `annotator agree` is asked for by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.cli.context import say
from annotator.cli.named import refuse_unknown

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook
    from annotator.reports.row import Row

SHORT = {
    "krippendorff_alpha": "alpha",
    "alpha_jaccard": "alpha Jaccard",
    "alpha_masi": "alpha MASI",
    "alpha_dice": "alpha Dice",
    "alpha_tree": "alpha tree",
    "alpha_passonneau_2004": "alpha Passon.",
    "alpha_multivalued": "alpha multi",
    "cohen_kappa": "kappa",
    "cohen_kappa_linear": "kappa linear",
    "cohen_kappa_quadratic": "kappa quadr.",
    "kappa_max": "kappa max",
    "scott_pi": "pi",
    "fleiss_kappa": "Fleiss",
    "conger_kappa": "Conger",
    "light_kappa": "Light",
    "brennan_prediger": "S",
    "gwet_ac1": "AC1",
    "gwet_ac2": "AC2",
    "percent_agreement": "agreement",
    "percent_agreement_pooled": "pooled",
    "percent_all_agree": "all agree",
    "lotus_standardized": "Lotus std.",
    "lin_ccc": "CCC",
    "statement_alpha": "statement alpha",
    "matched_f1": "F1",
    "alpha_U": "alpha U",
    "u_alpha": "u-alpha",
    "bar_u_alpha": "|u-alpha",
    "cu_alpha": "cu-alpha",
    "ku_alpha": "(k)u-alpha",
    "span_f1_exact": "F1 exact",
    "span_f1_overlap": "F1 overlap",
}
"""What coefficients are called in the table; others by their names."""


def check(names: Sequence[str]) -> None:
    """Raise UsageError for a name that is none, with the nearest."""
    from annotator.agreement import COEFFICIENTS
    from annotator.reports.coefficients import ALL

    refuse_unknown("coefficient", names, [ALL, *COEFFICIENTS])


def added(rows: Sequence[Row], names: Sequence[str], codebook: Codebook | None) -> list[Row]:
    """The rows with the coefficients named; it is said which of them fit no row."""
    from annotator.reports.coefficients import ALL, with_coefficients

    found = with_coefficients(rows, names, codebook)
    there = {c.name for row in found for c in row.coefficients}
    absent = [name for name in names if name not in there and name != ALL]
    if absent and rows:
        say(f"Not meant for any row, by its level or number of coders: {', '.join(absent)}.")
    return found


def meaning(name: str) -> str:
    """What a coefficient is and where it comes from, in a sentence."""
    from annotator.agreement import COEFFICIENTS

    entry, short = COEFFICIENTS[name], SHORT.get(name, name)
    label = "" if entry.label == short else f"{entry.label}. "
    return f"{short}: {label}{entry.definition.removesuffix('.')} ({entry.source})."
