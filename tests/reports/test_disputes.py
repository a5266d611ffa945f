"""What is in dispute, what it costs, and how it is listed: told from lines counted by hand."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.coding import Answer
from annotator.model.decision import DecisionRow, Reason
from annotator.reports.agreed import agreed
from annotator.reports.aligned import align
from annotator.reports.costs import costs
from annotator.reports.dispute_list import DisputeList, Listed
from annotator.reports.disputes import (
    Comparing,
    Dispute,
    SharedUnit,
    costly_first,
    shared_units,
)
from annotator.reports.proposed_rules import rules
from tests.reports.small import codebook, coding, finished, report

UNITS = {"ana": [1, 2, 3], "ben": [1, 2, 3], "chris": [3]}
LINES = [
    *("ana 1 tone=bad", "ben 1 tone=good", "ana 2 tone=good", "ben 2 tone=good"),
    *("ana 1 topics=war|peace", "ben 1 topics=peace|war", "ana 2 topics=war"),
    *("ana 3 s1 actor=us", "ben 3 s2 actor=us", "ana 3 s1 lever=talks", "ben 3 s2 lever=sanctions"),
    *("ana 3 s3 actor=dprk", "chris 3 s4 actor=us", "chris 3 s4 lever=talks"),
]


def units() -> list[SharedUnit]:
    from annotator.model.coding import StatementRow

    rows = sorted(map(coding, LINES), key=lambda row: (row.paragraph, row.coder, row.statement))
    stated = {(r.coder, r.paragraph, r.statement) for r in rows if r.statement}
    statements = [StatementRow(c, "main", "one", p, s, False, "", 0) for c, p, s in sorted(stated)]
    return list(shared_units(["none", "one"], rows, finished(UNITS), statements))


def found() -> list[Dispute]:
    comparing = Comparing(codebook())
    return [dispute for unit in units() for dispute in comparing.disputes(unit)]


def test_the_order_of_a_selection_and_answers_not_given_are_no_dispute() -> None:
    assert [(d.paragraph, d.variable) for d in found()] == [(1, "tone"), (3, "statement")]


def test_a_dispute_about_statements_names_the_variables_and_whether_one_stands_alone() -> None:
    statements = found()[1]
    assert set(statements.about) == {"lever", "statement"}
    assert sorted(statements.given) == ["ana", "ben", "chris"]
    assert statements.is_about(["lever"])
    assert statements.is_about([])
    assert not statements.is_about(["actor"])


def test_what_one_coder_finished_is_not_compared() -> None:
    assert [unit.paragraph for unit in units()] == [1, 2, 3]
    alone = list(shared_units(["one"], [coding("ana 1 tone=bad")], finished({"ana": [1]}), []))
    assert alone == []


def test_agreed_answers_are_those_of_whoever_gave_one() -> None:
    told = agreed(Comparing(codebook()), units()[1])
    assert told.answers == {"tone": Answer.of("good"), "topics": Answer.of("war")}
    assert told.statements == []
    assert told.reason is Reason.AGREED


def test_costs_are_shares_of_what_figures_rest_on() -> None:
    lines = [*("ana 1 tone=bad", "ben 1 tone=good", "ana 2 tone=good", "ben 2 tone=bad")]
    cost = costs(report([*lines, "ana 3 tone=bad", "ben 3 tone=bad"], UNITS))
    assert cost == {("one", 1, "tone"): pytest.approx(0.5), ("one", 2, "tone"): pytest.approx(0.5)}
    cheap, dear = found()
    order = costly_first([cheap, dear], {dear.part: 0.4, cheap.part: 0.1})
    assert order == [dear, cheap]


codes = st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz"), max_size=3)


@given(st.lists(st.lists(codes, max_size=4), min_size=2, max_size=4))
def test_every_statement_stands_in_one_row(sets: list[list[dict[str, str]]]) -> None:
    rows = align(sets, ["a"])
    for coder, statements in enumerate(sets):
        assert sorted(row[coder] for row in rows if row[coder] is not None) == [  # type: ignore[type-var]
            *range(len(statements))
        ]


@given(st.lists(codes, max_size=4), st.permutations(range(4)))
def test_the_same_statements_in_another_order_stand_beside_their_like(
    statements: list[dict[str, str]], order: list[int]
) -> None:
    other = [statements[n] for n in order if n < len(statements)]
    for row in align([statements, other], []):
        assert None not in row
        assert statements[row[0] or 0] == other[row[1] or 0]


# ------------------------------------------------------------------ the list


def listed(*, with_decision: bool = False) -> DisputeList:
    decision = DecisionRow(
        "lea", "main", "one", 1, "", "tone", "good", "coded", "slip", "see | there", "*Ask* [x]",
        0, "1",
    )  # fmt: skip
    rows = [
        Listed("main", dispute, "harbour", "Nobody\nhad signed.", 0.25,
               [decision] if with_decision and dispute.variable == "tone" else [])
        for dispute in found()
    ]  # fmt: skip
    return DisputeList(codebook(), rows)


def test_lines_say_who_said_what() -> None:
    lines = list(listed().lines())
    assert lines[:3] == [
        "1. harbour, paragraph 1: Tone (open, cost 25.0%)", "   ana: Bad", "   ben: Good"
    ]  # fmt: skip
    assert "   ana: United States, Talks; North Korea" in lines


def test_markdown_leaves_room_for_what_is_open_and_tells_what_is_decided() -> None:
    text = listed(with_decision=True).markdown()
    assert text.startswith("# Disagreements: Who says what\n\n2 disagreements, 1 of them open.\n")
    assert "> Nobody\n> had signed.\n" in text
    assert "Decided: Good (slip)." in text
    assert "Rule for the codebook: \\*Ask\\* [x]" in text
    assert "- **ana**:\n  - United States, Talks\n  - North Korea\n" in text
    assert text.count("Why: [ ] slip  [ ] unclear text") == 1


def test_csv_has_two_columns_for_each_coder() -> None:
    first, second = csv.DictReader(StringIO(listed(with_decision=True).csv()))
    assert first["said by ana"] == "Bad"
    assert first["said by chris"] == ""
    assert (first["state"], first["decision"], first["decided_by"]) == ("decided", "Good", "lea")
    assert (second["state"], second["cost"]) == ("open", "0.25")


def test_objects_hold_codes_and_words() -> None:
    first, second = listed().objects()
    assert first["said"][0]["answers"] == [{"tone": "bad"}]
    assert second["said"][2]["in_words"] == "United States, Talks"


def test_hidden_coders_are_letters_everywhere() -> None:
    hidden = DisputeList(codebook(), listed(with_decision=True).listed, hidden=True)
    texts = [hidden.markdown(), hidden.csv(), str(hidden.objects()), "\n".join(hidden.lines())]
    assert not [text for text in texts if "ana" in text or "by lea" in text or ",lea," in text]


def test_rules_stand_by_variable_with_the_codes_in_dispute() -> None:
    text = rules(codebook(), listed(with_decision=True).listed)
    assert "## Tone\n\n- \\*Ask\\* [x] Codes: Bad, Good. (harbour, paragraph 1; slip)" in text
    assert rules(codebook(), []).endswith("None yet.\n")
