"""Figures of parts of the units, and of coders against one who counts as right."""

from annotator.model.coding import CodingRow, UnitRow
from annotator.reports.against import against
from annotator.reports.diagnosis_figures import comparison_json, split_json
from annotator.reports.row import Row
from annotator.reports.splits import (
    NO_CODING,
    Split,
    by_article,
    by_batch,
    by_pair,
    by_round,
    by_version,
    by_week,
    finished_at,
    versions_of,
)
from tests.reports.small import coding, report, row

WEEK = 7 * 24 * 3600 * 1000
COMMON = {"ana": [1, 2, 3], "ben": [1, 2, 3], "chris": [1, 2]}
LINES = [
    *("ana 1 tone=bad", "ben 1 tone=bad", "chris 1 tone=good"),
    *("ana 2 tone=good", "ben 2 tone=good", "chris 2 tone=good"),
    *("ana 3 tone=good", "ben 3 tone=bad"),
]


def tone() -> Row:
    return row(report(LINES, COMMON), "tone", "value", level="nominal")


def sizes(split: Split) -> dict[str, int]:
    return {group.name: group.row.n_units for group in split.groups}


def done(coder: str, paragraph: int, at: int) -> UnitRow:
    return UnitRow(coder, "main", "one", paragraph, True, False, "", at)


def times() -> dict[tuple[str, int], int]:
    rows = [done("ana", n, n) for n in (1, 2, 3)]
    rows += [done("ben", 1, 2 * WEEK), done("ben", 2, WEEK), done("ben", 3, WEEK + 1)]
    return finished_at([*rows, UnitRow("chris", "main", "one", 2, False, False, "", 9 * WEEK)])


def test_a_unit_counts_when_its_last_coder_finished_it() -> None:
    assert times() == {("one", 1): 2 * WEEK, ("one", 2): WEEK, ("one", 3): WEEK + 1}


def test_weeks_and_batches_follow_the_order_of_coding() -> None:
    assert sizes(by_week(tone(), times(), {})) == {"1970-W02": 2, "1970-W03": 1}
    batches = by_batch(tone(), times(), {}, size=2)
    assert sizes(batches) == {"1-2": 2, "3-3": 1}
    assert [unit[1] for unit in batches.groups[0].row.sample.units] == [2, 3]
    assert batches.remarks == ()


def test_a_clock_may_be_set_to_anything() -> None:
    wild = {("one", 1): -(2**63), ("one", 2): 2**63 - 1, ("one", 3): WEEK}
    assert list(sizes(by_week(tone(), wild, {}))) == ["1970-W01", "1970-W02", "9999-W52"]


def test_an_import_has_no_order_of_coding() -> None:
    at_once = {("one", n): 1_000 + n for n in (1, 2, 3)}
    (remark,) = by_batch(tone(), at_once, {}).remarks
    assert "as by an import" in remark


def test_articles_and_pairs_of_coders() -> None:
    whole = tone()
    assert sizes(by_article(whole, {"one": "op-ed"}, {})) == {"op-ed": 3}
    (group,) = by_article(whole, {}, {}).groups
    assert group.row.coefficients == whole.coefficients
    pairs = by_pair(whole, {})
    assert sizes(pairs) == {"ana and ben": 3, "ana and chris": 2, "ben and chris": 2}
    assert "cohen_kappa" in {c.name for c in pairs.groups[0].row.coefficients}


def test_versions_are_parts_of_their_own_and_never_mixed_in_silence() -> None:
    codings: list[CodingRow] = [
        coding("ana 1 tone=bad"),
        coding("ben 1 tone=bad"),
        coding("ana 2 tone=bad"),
        coding("ben 2 tone=bad", version="2.0.0"),
    ]
    versions = versions_of(codings)
    split = by_version(tone(), versions)
    assert sizes(split) == {"1.0.0": 1, "1.0.0 and 2.0.0": 1, NO_CODING: 1}
    mixed = "coded under 2 versions of the codebook: 1.0.0, 2.0.0"
    assert [mixed in group.row.remarks for group in split.groups] == [False, True, False]
    (article,) = by_article(tone(), {}, versions).groups
    assert mixed in article.row.remarks


def test_rounds_stand_side_by_side_with_what_any_of_them_has() -> None:
    pilot = report(["ana 1 tone=bad", "ben 1 tone=good"], {"ana": [1], "ben": [1]}).rows
    main = report(["ana 1 s1 actor=us"], {"ana": [1], "ben": [1]}).rows
    splits = by_round(main, {"pilot": pilot, "main": main})
    found = {
        (s.whole.heading.variable, s.whole.heading.view, s.whole.heading.level): s for s in splits
    }
    assert list(sizes(found["tone", "value", "nominal"])) == ["pilot"]
    assert list(sizes(found["statement", "any_statement", "nominal"])) == ["pilot", "main"]
    told = split_json(found["tone", "value", "nominal"])
    assert (told["groups"][0]["group"], told["groups"][0]["n_units"]) == ("pilot", 1)


def test_versions_of_presence_and_of_any_statement_are_told() -> None:
    lines = [coding("ana 1 s1 actor=us"), coding("ben 1 s2 actor=us", version="2.0.0")]
    found = report(lines, {"ana": [1], "ben": [1]})
    mixed = "coded under 2 versions of the codebook: 1.0.0, 2.0.0"
    assert mixed in row(found, "actor", "presence", "us").remarks
    assert mixed in row(found, "statement", "any_statement").remarks


def test_coders_against_one_who_counts_as_right() -> None:
    found = list(against([tone()], "ana"))
    assert [one.coder for one in found] == ["ben", "chris"]
    ben = comparison_json(found[0])
    assert (ben["n_units"], ben["n_same"]) == (3, 2)
    assert ben["codes"] == [
        {"code": "bad", "n_gold": 1, "n_coder": 2, "n_both": 1, "recall": 1.0, "precision": 0.5},
        {"code": "good", "n_gold": 2, "n_coder": 1, "n_both": 1, "recall": 0.5, "precision": 1.0},
    ]
    assert ben["mistaken"] == [{"gold": "good", "coder": "bad", "n_units": 1}]
    assert list(against([tone()], "nobody")) == []
