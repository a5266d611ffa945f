"""Coders, rounds, assignments and decisions follow from the log alone."""

from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.model.decision import NO_STATEMENT, Reason
from annotator.model.team import Assigned, Coder, Purpose, Role, Round
from annotator.study import Study
from tests.small import FIRST, SECOND


@pytest.fixture
def study(two_coders: Path) -> Study:
    return Study.open(two_coders, coder="lea")


def is_sound(study: Study) -> bool:
    return list(study.faults()) == []


def test_the_newest_description_of_a_coder_and_a_round_stands(study: Study) -> None:
    study.describe_coder(Coder("gpt", Role.MACHINE, "version 1"))
    study.describe_coder(Coder("gpt", Role.MACHINE, "version 2"))
    pilot = Round("pilot", Purpose.PILOT, counts=False, masked=("author",), gold="lea")
    study.describe_round(Round("pilot"))
    study.describe_round(Round("main"))
    study.describe_round(pilot)
    assert study.described_coders() == [Coder("gpt", Role.MACHINE, "version 2")]
    assert study.described_rounds() == [pilot, Round("main")]
    assert is_sound(study)


def test_units_are_given_in_order_and_once(study: Study) -> None:
    study.assign_units("main", {"ana": [Assigned(SECOND.id, 2, True), Assigned(FIRST.id, 1)]})
    study.assign_units("main", {"ana": [Assigned(FIRST.id, 2), Assigned(SECOND.id, 2)], "ben": []})
    given = [(row.position, row.article, row.paragraph) for row in study.assignments("ana")]
    assert given == [(1, SECOND.id, 2), (2, FIRST.id, 1), (3, FIRST.id, 2)]
    assert [row.shared for row in study.assignments(round="main")] == [True, False, False]
    assert study.assignments("ben") == []
    assert is_sound(study)


def decided(study: Study) -> list[tuple[int, str, str, str]]:
    return [
        (row.paragraph, row.variable, row.value or row.state, row.reason)
        for row in study.decisions()
    ]


def test_the_newest_decision_stands_and_is_taken_back_by_undo(study: Study) -> None:
    unit = Target(FIRST.id, 1)
    before = list(study.codings())
    study.decide(unit, "tone", Answer.of("good"), reason=Reason.SLIP, note="n", rule="r")
    study.decide(unit, "tone", Answer.of("bad"), reason=Reason.REAL_DIFFERENCE)
    assert decided(study) == [(1, "tone", "bad", "real_difference")]
    assert study.n_decisions() == 1
    study.undo()
    assert decided(study) == [(1, "tone", "good", "slip")]
    study.redo()
    assert decided(study) == [(1, "tone", "bad", "real_difference")]
    assert list(study.codings()) == before
    assert is_sound(study)


def test_statements_are_decided_together(study: Study) -> None:
    unit = Target(FIRST.id, 2)
    two = [{"actor": Answer.of("us")}, {"actor": Answer.of("dprk")}]
    study.decide(unit, "tone", Answer.of("good"), reason=Reason.SLIP)
    study.decide_statements(unit, two, reason=Reason.UNCLEAR_TEXT)
    found = {(row.statement, row.value) for row in study.decisions() if row.variable == "actor"}
    assert {value for _, value in found} == {"us", "dprk"}
    assert len({statement for statement, _ in found}) == 2
    study.decide_statements(unit, [], reason=Reason.CODEBOOK_GAP)
    assert decided(study) == [
        (2, NO_STATEMENT, "coded", "codebook_gap"),
        (2, "tone", "good", "slip"),
    ]
    study.undo()
    assert len(decided(study)) == 3
    assert is_sound(study)


def test_what_was_seen_is_neither_undone_nor_in_the_way_of_undo(study: Study) -> None:
    unit = Target(FIRST.id, 1)
    study.set_memo(unit, "mine")
    study.undo()
    study.note_seen(unit, "adjudication")
    assert study.redo() is not None
    study.note_seen(unit, "adjudication")
    assert study.undo() is not None
    assert study.work(FIRST.id).unit(1).memo == ""
    assert study.undo() is None
    assert is_sound(study)
