"""Which values count, and where: small studies whose figures can be told by hand."""

import pytest

from annotator.reports.figures import COLUMNS, as_json, as_lines
from annotator.reports.intervals import Wish, with_intervals
from annotator.reports.row import row_over
from tests.reports.small import B, coding, report, row

BOTH = {"ana": [1, 2, 3, 4], "ben": [1, 2, 3, 4]}


def test_an_empty_finished_paragraph_is_a_value_and_an_untouched_one_is_missing() -> None:
    lines = ["ana 1 s1 actor=us", "ben 1 s2 actor=us", "ana 3 s3 actor=us"]
    found = report(lines, {"ana": [1, 2, 3], "ben": [1, 2]})
    any_statement = row(found, "statement", "any_statement")
    assert (any_statement.n_units, any_statement.n_pairable) == (2, 4)
    assert any_statement.coefficients[0].value == 1
    assert any_statement.margins == {
        "ana": {"absent": 1, "present": 2},
        "ben": {"absent": 1, "present": 1},
    }
    assert any_statement.remarks == ("1 unit that only one coder coded does not count",)


def test_what_stands_in_unfinished_paragraphs_does_not_count() -> None:
    lines = ["ana 1 s1 actor=us", "ben 1 s2 actor=dprk", "ana 2 tone=bad", "ben 2 tone=bad"]
    found = report(lines, {"ana": [2], "ben": [2]})
    assert row(found, "actor", "set").margins == {"ana": {"": 1}, "ben": {"": 1}}
    assert row(found, "tone", "value", level="nominal").n_units == 1


def test_paragraphs_that_nobody_holds_codable_are_left_out_unless_asked_for() -> None:
    lines = ["ana 1 s1 actor=us", "ben 1 s2 actor=us"]
    assert report(lines, BOTH).n_paragraphs == 3
    everything = report(lines, BOTH, all_paragraphs=True)
    assert (everything.n_paragraphs, everything.n_finished) == (4, 4)
    assert row(everything, "actor", "set").n_units == 4


def test_nominal_and_ordinal_rows_of_one_variable() -> None:
    lines = [
        *("ana 1 tone=bad", "ben 1 tone=bad", "ana 2 tone=good", "ben 2 tone=none"),
        *("ana 3 tone=good", "ben 3 tone=?"),
    ]
    found = report(lines, BOTH)
    nominal = row(found, "tone", "value", level="nominal")
    assert (nominal.n_units, nominal.n_special) == (3, 1)
    assert [c.name for c in nominal.coefficients[:2]] == ["krippendorff_alpha", "cohen_kappa"]
    assert nominal.margins["ben"] == {"bad": 1, "cannot_tell": 1, "good": 0, "none": 1}
    ordinal = row(found, "tone", "value", level="ordinal")
    assert (ordinal.n_units, ordinal.coefficients[0].value) == (1, None)
    assert ordinal.coefficients[0].reason == "no variation: all 2 pairable values are -1"
    assert set(ordinal.remarks[:2]) == {
        "1 value left out: “none” is off the scale",
        "1 value left out: cannot tell",
    }


def test_kappa_is_for_exactly_two_coders() -> None:
    lines = [f"{coder} {n} tone=bad" for coder in ("ana", "ben", "chris") for n in (1, 2)]
    found = report(lines, {"ana": [1, 2], "ben": [1, 2], "chris": [1, 2]})
    names = [c.name for c in row(found, "tone", "value", level="nominal").coefficients]
    assert names == ["krippendorff_alpha", "percent_agreement_pooled", "percent_all_agree"]


def test_sets_of_a_statement_variable_join_all_statements_of_a_paragraph() -> None:
    lines = [
        *("ana 1 s1 actor=us", "ana 1 s1 lever=sanctions|talks", "ana 1 s2 actor=dprk"),
        *("ben 1 s3 actor=congress", "ben 1 s3 lever=talks", "ben 2 s4 actor=-"),
    ]
    found = report(lines, BOTH)
    actor = row(found, "actor", "set")
    assert actor.margins["ana"] == {"": 2, "congress": 0, "dprk|us": 1, "not_applicable": 0}
    assert [c.name for c in actor.coefficients[:2]] == ["alpha_jaccard", "alpha_masi"]
    assert actor.n_special == 1
    top = row(found, "actor", "set_rolled_up")
    assert top.margins["ben"] == {"": 1, "dprk|us": 0, "not_applicable": 1, "us": 1}
    assert row(found, "actor", "presence", "us").margins["ana"] == {"absent": 2, "present": 1}
    codes = [r.heading.code for r in found.rows if r.heading.variable == "actor"]
    assert codes == ["", "", "", "us", "congress", "dprk", "not_applicable"]


DEEP = """\
codebook: deep
version: 1
paragraph:
  who:
    codes:
      us: {codes: {congress: {codes: {house: House, senate: Senate}}, president: President}}
      dprk: {codes: {kim: Kim}}
  whom: {codes_from: who, select: many, required: false}
"""


def test_trees_are_rolled_up_to_each_level_and_compared_along_their_branches() -> None:
    lines = [
        *("ana 1 who=house", "ben 1 who=senate", "ana 1 whom=house|kim", "ben 1 whom=kim"),
        *("ana 2 who=kim", "ben 2 who=kim", "ana 2 whom=us", "ben 2 whom=president"),
    ]
    found = report(lines, BOTH, source=DEEP)
    views = [(r.heading.view, r.heading.depth) for r in found.rows if r.heading.variable == "who"]
    assert views == [
        *(("value", 0), ("value_rolled_up", 1), ("value_rolled_up", 2), ("value_tree", 0))
    ]
    first, second = (r for r in found.rows if r.heading.view == "value_rolled_up")
    assert first.margins["ana"] == {"dprk": 1, "us": 1}
    assert second.margins["ana"] == {"congress": 1, "kim": 1}
    assert (first.heading.tree_level, second.heading.tree_level) == ("first level", "second level")
    assert (row(found, "who", "value").categories, first.categories, second.categories) == (7, 2, 5)
    tree = row(found, "who", "value_tree")
    assert tree.leading.name == "alpha_tree"
    assert tree.leading.value == pytest.approx(1 - (1 / 6) / ((1 / 3 + 4) / 6))
    assert [(r.heading.view, r.heading.depth) for r in found.rows if r.heading.variable == "whom"][
        :4
    ] == [("set", 0), ("set_rolled_up", 1), ("set_rolled_up", 2), ("set_tree", 0)]
    sets = row(found, "whom", "set_tree")
    assert (sets.leading.value or 0) > (row(found, "whom", "set").leading.value or 0)
    made = with_intervals(found.rows, Wish(replicates=100, clustered=False))
    (of_tree,) = (r for r in made if r.heading.view == "value_tree")
    assert of_tree.ci["alpha_tree"].replicates == 100
    assert row_over(tree, [0, 1], [0]).leading.n_units == 1


def test_pairs_tie_codes_of_one_statement() -> None:
    lines = [
        *("ana 1 s1 actor=us", "ana 1 s1 lever=sanctions|talks", "ana 1 s2 actor=dprk"),
        *("ben 1 s3 actor=us", "ben 1 s3 lever=talks"),
    ]
    pair = row(report(lines, BOTH), "actor+lever", "pair")
    assert pair.margins["ana"] == {"": 2, "us + sanctions|us + talks": 1, "us + talks": 0}
    assert report(lines, BOTH, pairs=[]).rows[-1].heading.variable == "lever"


def test_a_selection_nobody_was_asked_for_is_missing_and_an_empty_one_is_a_value() -> None:
    lines = [
        *("ana 1 tone=bad", "ben 1 tone=bad", "ana 1 topics=war|peace"),
        *("ana 2 tone=none", "ben 2 tone=bad", "ben 2 topics=bombs"),
    ]
    found = report(lines, {"ana": [1, 2], "ben": [1, 2]})
    topics = row(found, "topics", "set")
    assert topics.margins == {
        "ana": {"": 0, "bombs": 0, "peace|war": 1},
        "ben": {"": 1, "bombs": 1, "peace|war": 0},
    }
    assert topics.n_units == 1
    assert "war" in row(found, "topics", "set_rolled_up").margins["ben"]


def test_article_variables_and_numbers() -> None:
    lines = [
        *("ana 0 length=3", "ben 0 length=-2", "ana 0 day=2019-03-01", "ben 0 day=2019-03-01"),
        "ana 0 note=hm",
    ]
    found = report(lines, {"ana": [0], "ben": [0]})
    assert found.n_articles == 1
    assert row(found, "length", "value", level="ratio").remarks[0] == (
        "1 value left out: -2 is negative, and ratio data have a true zero"
    )
    assert row(found, "day", "value").percent_agreement == 1
    assert found.remarks == (
        "free text is not compared: note",
        "not coded by anyone: tone, topics, actor, lever",
    )


def test_the_report_can_be_limited() -> None:
    lines = ["ana 1 s1 actor=us", "ben 1 s2 actor=us", "ana 1 tone=bad"]
    assert {r.heading.variable for r in report(lines, BOTH, variables=["tone"]).rows} == {"tone"}
    some = report(lines, BOTH, variables=["statement", "actor"])
    assert {r.heading.variable for r in some.rows} == {"statement", "actor"}
    assert some.remarks == ()


def test_codings_under_several_versions_are_told() -> None:
    lines = [coding("ana 1 tone=bad"), coding("ben 1 tone=bad", version="2.0.0")]
    tone = row(report(lines, BOTH), "tone", "value", level="nominal")
    assert tone.remarks[0] == "coded under 2 versions of the codebook: 1.0.0, 2.0.0"


def test_skewed_margins_are_told() -> None:
    paragraphs = range(1, 13)
    lines = [f"{coder} {n} tone=good" for coder in ("ana", "ben") for n in paragraphs]
    lines[0] = "ana 1 tone=bad"
    found = report(lines, {"ana": paragraphs, "ben": paragraphs}, kinds={"one": [B] * 12})
    tone = row(found, "tone", "value", level="nominal")
    assert tone.coefficients[0].value == pytest.approx(0)
    assert tone.remarks == (
        "96% of the values are “good”: each disagreement weighs heavily in alpha",
    )


def test_nobody_has_coded() -> None:
    found = report([], {})
    assert (found.rows, found.coders, found.n_finished) == ((), (), 0)


def test_figures_for_programs() -> None:
    found = report(["ana 1 tone=bad", "ben 1 tone=bad"], {"ana": [1], "ben": [1]})
    first = as_json(row(found, "tone", "value", level="nominal"))
    assert first["coefficients"][0] == {
        "name": "krippendorff_alpha",
        "value": None,
        "reason": "no variation: all 2 pairable values are “bad”",
        "ci": None,
        "note": "",
    }
    lines = list(as_lines(found.rows))
    assert all(len(line) == len(COLUMNS) for line in lines)
    assert len(lines) == sum(len(r.coefficients) for r in found.rows)
