"""Rows about whole statements, on codings written in one line each."""

import pytest

from annotator.agreement.statements import statement_alpha
from annotator.reports.diagnosis import diagnose
from annotator.reports.explain import explain
from annotator.reports.explain_matched import matched_json
from annotator.reports.figures import as_json
from annotator.reports.intervals import Wish, with_intervals
from annotator.reports.names import Names
from annotator.reports.reliability import Reliability
from annotator.reports.row import Row
from annotator.reports.splits import by_batch, by_pair
from annotator.reports.whole import only_in
from tests.reports.small import codebook, coding, report

BOTH = {"ana": [1, 2, 3], "ben": [1, 2, 3]}
LINES = [
    *("ana 1 s1 actor=us", "ana 1 s1 lever=talks", "ana 1 s2 actor=dprk", "ana 1 s2 lever=talks"),
    *("ben 1 s3 actor=us", "ben 1 s3 lever=talks|sanctions"),
    *("ana 2 s4 actor=dprk", "ana 2 s4 lever=talks", "ben 2 s5 actor=dprk", "ben 2 s5 lever=talks"),
]


def rows(found: Reliability, *wanted: str) -> dict[tuple[str, str, str], Row]:
    return {
        (row.heading.variable, row.heading.view, row.heading.level): row
        for row in found.whole_statements(wanted)
    }


def test_statements_are_compared_whole() -> None:
    found = rows(report(LINES, BOTH))
    row = found["statement", "statement_alpha", "nominal"]
    table = [
        [[("us", "talks"), ("dprk", "talks")], [("dprk", "talks")], []],
        [[("us", "talks|sanctions")], [("dprk", "talks")], []],
    ]
    expected = statement_alpha(table, ["actor", "lever"])
    assert row.coefficients[0].value == pytest.approx(expected.value)
    assert (row.n_units, row.n_coders, row.remarks) == (3, 2, ("compared by actor, lever",))
    assert found["statement", "n_statements", "ratio"].margins["ana"] == {"0": 1, "1": 1, "2": 1}


def test_matched_statements_name_what_was_not_matched() -> None:
    row = rows(report(LINES, BOTH))["statement", "matched", "nominal"]
    (pair,) = as_json(row)["matches"]
    assert (pair["coders"], pair["n_matched"], pair["n_unmatched"]) == (["ana", "ben"], 1, [2, 1])
    assert row.coefficients[0].value == pytest.approx(2 / 5) == pair["f1"]
    assert row.remarks[0] == "matched by actor and lever"
    assert "ana and ben: 1 matched, 2 and 1 not (precision 0.3333" in row.remarks[1]


def test_what_stayed_unmatched_is_counted_by_its_codes() -> None:
    row = rows(report(LINES, BOTH))["statement", "matched", "nominal"]
    told = matched_json(row, Names(codebook(), {"one": "op-ed"}))
    assert told["unmatched"][0] == {
        "codes": {"actor": "dprk", "lever": "talks"},
        "label": "North Korea + Talks",
        "n": 1,
        "units": ["op-ed 1"],
    }
    assert sum(one["n"] for one in told["unmatched"]) == 3
    assert "F1 = 2 x 1 / (2 x 1 + 3) = 0.4000." in told["meaning"][1]


def test_parts_of_whole_statements_are_computed_anew() -> None:
    three = {**BOTH, "cem": [1, 2]}
    lines = [*LINES, "cem 1 s6 actor=us", "cem 1 s6 lever=talks"]
    found = rows(report(lines, three))
    for view, level in (("matched", "nominal"), ("statement_alpha", "nominal")):
        row, two = found["statement", view, level], rows(report(LINES, BOTH))
        pairs = {group.name: group.row for group in by_pair(row, {}).groups}
        assert list(pairs) == ["ana and ben", "ana and cem", "ben and cem"]
        alone = two["statement", view, level]
        assert pairs["ana and ben"].coefficients == alone.coefficients
        assert pairs["ana and ben"].matches == alone.matches
        batches = by_batch(row, {("one", n): n for n in (1, 2, 3)}, {}, size=2).groups
        assert [group.row.n_units for group in batches] == [2, 1]


def test_whole_sets_of_statements_are_taken_apart() -> None:
    found = diagnose(rows(report(LINES, BOTH))["statement", "statement_alpha", "nominal"])
    (only,) = found.confusions
    assert (only.share, found.units[0].column) == (1, 0)
    names = Names(codebook())
    assert names.value(found.heading, only_in(only.one, only.other)) in (
        "United States + Talks; North Korea + Talks", "United States + Sanctions, Talks",
        "North Korea + Talks; United States + Talks",
    )  # fmt: skip
    assert explain(found, names).matrix == ()
    assert found.between_coders["ana", "ben"].value == pytest.approx(found.coefficient.value)


def test_codebook_versions_are_never_mixed_in_silence() -> None:
    lines = [coding(line, version=f"{1 + (line[0] == 'b')}.0.0") for line in LINES]
    for row in rows(report(lines, BOTH)).values():
        assert "coded under 2 versions of the codebook: 1.0.0, 2.0.0" in row.remarks


def test_only_what_was_asked_for() -> None:
    found = report(LINES, BOTH)
    assert rows(found, "tone") == {}
    assert {variable for variable, _, _ in rows(found, "statement")} == {"statement"}
    row = rows(found, "statement", "actor")["statement", "statement_alpha", "nominal"]
    assert row.remarks == ("compared by actor",)


def test_without_statements_there_is_a_reason_or_no_row() -> None:
    assert report(["ana 1 tone=bad"], BOTH).whole_statements() == []
    alone = rows(report(LINES, {"ana": [1, 2]}))
    assert alone["statement", "statement_alpha", "nominal"].coefficients[0].reason == (
        "there is only one coder"
    )
    assert alone["statement", "matched", "nominal"].coefficients[0].reason == (
        "no statement to compare"
    )


def test_their_intervals_are_drawn_from_units() -> None:
    found = report(LINES, BOTH).whole_statements()
    made = with_intervals(found, Wish(replicates=200, clustered=False))
    by_view = {row.heading.view: row for row in made}
    f1 = by_view["matched"].ci["matched_f1"]
    assert (f1.n, f1.replicates) == (3, 200)
    assert "analytic" in with_intervals(found, Wish("analytic"))[2].ci["statement_alpha"].reason
