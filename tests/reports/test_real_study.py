"""The two real op-eds, coded three times: the figures that stand in the study's README."""

import pytest

from annotator.reports.reliability import Reliability, reliability
from tests.reports import hanoi
from tests.shared import needs_shared

pytestmark = needs_shared

EXPECTED = {
    ("unit_type", "value", "nominal", "krippendorff_alpha"): (1.0, 1.0),
    ("outcome_eval", "value", "nominal", "krippendorff_alpha"): (0.9227, 0.9227),
    ("statement", "any_statement", "nominal", "krippendorff_alpha"): (0.9265, 0.9647),
    ("actor", "set", "nominal", "alpha_jaccard"): (0.8851, 0.9094),
    ("actor", "set", "nominal", "alpha_masi"): (0.8521, 0.8810),
    ("actor", "set_rolled_up", "nominal", "alpha_jaccard"): (0.8997, 0.9247),
    ("actor", "set_rolled_up", "nominal", "alpha_masi"): (0.8820, 0.9086),
    ("lever", "set", "nominal", "alpha_jaccard"): (0.8986, 0.9189),
    ("lever", "set", "nominal", "alpha_masi"): (0.8656, 0.8905),
    ("lever", "set_rolled_up", "nominal", "alpha_jaccard"): (0.9137, None),
    ("lever", "set_rolled_up", "nominal", "alpha_masi"): (0.8878, None),
    ("actor+lever", "pair", "nominal", "alpha_jaccard"): (0.8447, None),
    ("actor+lever", "pair", "nominal", "alpha_masi"): (0.7843, None),
}


def report(*, all_paragraphs: bool = False, proposed: bool = True) -> Reliability:
    codings, units, statements = hanoi.rows("a", "b", "c")
    return reliability(
        hanoi.codebook(),
        hanoi.kinds(proposed=proposed),
        codings,
        units,
        statements,
        all_paragraphs=all_paragraphs,
    )


def figures(found: Reliability) -> dict[tuple[str, ...], float | None]:
    return {
        (row.heading.variable, row.heading.view, row.heading.level, c.name): c.value
        for row in found.rows
        for c in row.coefficients
        if not row.heading.code
    }


@pytest.mark.parametrize("all_paragraphs", [False, True])
def test_the_figures_to_expect(all_paragraphs: bool) -> None:
    found = report(all_paragraphs=all_paragraphs)
    assert (found.coders, found.n_finished) == (("a", "b", "c"), 38)
    assert found.n_paragraphs == (38 if all_paragraphs else 27)
    computed = figures(found)
    for name, values in EXPECTED.items():
        if (expected := values[all_paragraphs]) is not None:
            value = computed[name]
            assert value is not None
            assert round(value, 4) == expected, name


def test_the_frame_is_what_the_coders_say_not_what_was_proposed() -> None:
    assert report(proposed=False).n_paragraphs == 27


def test_the_kind_counts_over_all_blocks() -> None:
    (row,) = [row for row in report().rows if row.heading.variable == "unit_type"]
    assert row.n_units == 38


def test_codes_off_the_scale_are_left_out_of_ordinal_figures_and_counted() -> None:
    (row,) = [row for row in report().rows if row.heading.level == "ordinal"]
    assert row.heading.variable == "outcome_eval"
    assert row.remarks[0] == "39 values left out: “none” is off the scale"
    assert row.n_units == 14
