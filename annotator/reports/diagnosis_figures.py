"""Diagnoses, parts and comparisons as JSON, under names that do not change."""

from __future__ import annotations

from typing import Any

from annotator.agreement import Coefficient
from annotator.reports.against import Comparison
from annotator.reports.diagnosis import Diagnosis, places_of
from annotator.reports.explain import explain
from annotator.reports.figures import as_json
from annotator.reports.names import Names
from annotator.reports.row import Heading, as_text
from annotator.reports.splits import Split

_NOTHING = 1e-9  # what sums of fractions leave where a cell is 0


def heading_json(heading: Heading) -> dict[str, Any]:
    """Which row it is about."""
    return {
        "variable": heading.variable,
        "view": heading.view,
        "code": heading.code,
        "level": heading.level,
    }


def diagnosis_json(found: Diagnosis, names: Names) -> dict[str, Any]:
    """Verdict, reasons, and what the figure was computed from."""
    told, parts = explain(found, names), found.disagreement
    return {
        **heading_json(found.heading),
        "coefficient": _figure(found.coefficient),
        "verdict": found.verdict,
        "thresholds": [found.thresholds.reliable, found.thresholds.tentative],
        "reasons": list(told.reasons),
        "observed_disagreement": parts.observed,
        "expected_disagreement": parts.expected,
        "coincidences": _coincidences(found),
        "prevalence": [
            {"value": as_text(value), "share": share} for value, share in found.skew.shares
        ],
        "used_once": [as_text(value) for value in found.used_once],
        "gwet_ac1": _figure(found.ac1) if found.ac1 else None,
        "prevalence_index": _figure(found.prevalence),
        "bias_index": _figure(found.bias),
        **_of_categories_and_coders(found),
    }


def _coincidences(found: Diagnosis) -> list[dict[str, Any]]:
    """The cells of the coincidence matrix that are not 0; o_ck is o_kc, so each stands once."""
    values, pairs = found.sample.data.values, found.pairs
    same = found.sample.data.totals.astype(float)
    cells = []
    for left, right, weight in zip(
        pairs.left.tolist(), pairs.right.tolist(), pairs.weight.tolist(), strict=True
    ):
        same[[left, right]] -= weight / 2
        cells.append((left, right, weight / 2))
    diagonal = [(place, place, n) for place, n in enumerate(same.tolist()) if n > _NOTHING]
    return [
        {"values": [as_text(values[left]), as_text(values[right])], "n": n}
        for left, right, n in (*diagonal, *cells)
    ]


def _of_categories_and_coders(found: Diagnosis) -> dict[str, Any]:
    return {
        "categories": [
            {"value": as_text(value), **_figure(figure)}
            for value, figure in found.categories.items()
        ],
        "without_coder": [
            {"coder": coder, **_figure(figure)} for coder, figure in found.without_coder.items()
        ],
        "between_coders": [
            {"coders": list(pair), **_figure(figure)}
            for pair, figure in found.between_coders.items()
        ],
    }


def confusions_json(found: Diagnosis, names: Names) -> dict[str, Any]:
    """What was confused with what, and where."""
    places = places_of(found.sample)
    return {
        **heading_json(found.heading),
        "confusions": [
            {
                "values": [as_text(one.one), as_text(one.other)],
                "labels": [names.value(found.heading, value) for value in (one.one, one.other)],
                "n_pairs": one.n_pairs,
                "distance": one.distance,
                "share": one.share,
                "units": [_unit(found, names, column) for column in places[one.one, one.other]],
            }
            for one in found.confusions
        ],
        "units": [
            {**_unit(found, names, unit.column), "share": unit.share} for unit in found.units
        ],
    }


def split_json(split: Split) -> dict[str, Any]:
    """A row in parts: for each its name and the figures of a row."""
    return {
        **heading_json(split.whole.heading),
        "remarks": list(split.remarks),
        "groups": [{"group": group.name, **as_json(group.row)} for group in split.groups],
    }


def comparison_json(one: Comparison) -> dict[str, Any]:
    """A coder against gold: each code, and what was taken for what."""
    return {
        **heading_json(one.heading),
        "gold": one.gold,
        "coder": one.coder,
        "n_units": one.found.n_units,
        "n_same": one.found.n_same,
        "codes": [
            {
                "code": as_text(code.code),
                "n_gold": code.n_gold,
                "n_coder": code.n_coder,
                "n_both": code.n_both,
                "recall": code.recall,
                "precision": code.precision,
            }
            for code in one.found.codes
        ],
        "mistaken": [
            {"gold": as_text(right), "coder": as_text(given), "n_units": n}
            for right, given, n in one.found.mistaken
        ],
    }


def _figure(found: Coefficient) -> dict[str, Any]:
    return {"name": found.name, "value": found.value, "reason": found.reason, "note": found.note}


def _unit(found: Diagnosis, names: Names, column: int) -> dict[str, Any]:
    """Article and paragraph (0: the article as a whole); of a table the number of the unit."""
    if not found.sample.units:
        return {"unit": column + 1}
    article, paragraph = found.sample.units[column]
    return {
        "article": article,
        "name": names.articles.get(article, article),
        "paragraph": paragraph,
    }
