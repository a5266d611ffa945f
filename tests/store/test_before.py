"""Reliability rests on what coders had said before they saw what others said."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.small import FIRST, SECOND, make_study


@pytest.fixture
def study(two_coders: Path) -> Study:
    return Study.open(two_coders, coder="ana")


def told(study: Study) -> tuple[object, ...]:
    alone = study.before_discussion(round="main")
    codings = sorted((c.coder, c.paragraph, c.statement, c.variable, c.value, c.state, c.codebook)
                     for c in alone.codings())  # fmt: skip
    units = sorted((u.coder, u.paragraph, u.done, u.memo) for u in alone.units())
    statements = sorted((s.coder, s.paragraph, s.statement, s.memo) for s in alone.statements())
    return codings, units, statements


def test_while_nobody_saw_anything_it_is_the_current_work(study: Study) -> None:
    alone = study.before_discussion(round="main")
    assert list(alone.codings()) == list(study.codings(round="main"))
    assert list(alone.units()) == list(study.units(round="main"))
    assert list(alone.statements()) == list(study.statements(round="main"))
    assert list(alone.remarks()) == []
    assert study.after_discussion() == {}


def test_what_is_changed_after_others_were_seen_does_not_count(study: Study) -> None:
    before = told(study)
    study.note_seen(Target(FIRST.id, 1), "adjudication")
    assert told(study) == before
    study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    study.add_statement(FIRST.id, 1, {"actor": Answer.of("us")})
    study.reopen(FIRST.id, 1)
    assert told(study) == before
    assert list(study.before_discussion(round="main").remarks()) == [
        "what coders changed after they saw others' codings: ana in 1 unit"
    ]
    assert list(study.before_discussion(coders=["ben"], round="main").remarks()) == []
    assert list(study.before_discussion(round="pilot").remarks()) == []


def test_other_units_and_other_coders_go_on_counting(study: Study) -> None:
    study.note_seen(Target(FIRST.id, 1), "adjudication")
    study.assign(Target(SECOND.id, 1), "tone", Answer.of("good"))
    with Study.open(study.path, coder="ben") as other:
        other.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    codings = {(c.coder, c.article, c.paragraph, c.value)
               for c in study.before_discussion(round="main").codings()}  # fmt: skip
    assert ("ana", SECOND.id, 1, "good") in codings
    assert ("ben", FIRST.id, 1, "good") in codings
    assert ("ana", FIRST.id, 1, "bad") in codings


def test_an_undo_after_seeing_does_not_change_what_was_said_before(study: Study) -> None:
    study.assign(Target(SECOND.id, 1), "tone", Answer.of("good"))
    study.finish(SECOND.id, 1)
    before = told(study)
    study.note_seen(Target(SECOND.id, 1), "adjudication")
    study.undo()
    study.undo()
    assert study.work(SECOND.id).unit(1).answers == {}
    assert told(study) == before
    study.redo()
    assert told(study) == before


def test_an_undo_before_seeing_holds_and_so_does_its_redo(study: Study) -> None:
    study.assign(Target(SECOND.id, 1), "tone", Answer.of("good"))
    study.undo()
    undone = told(study)
    study.note_seen(Target(SECOND.id, 1), "adjudication")
    study.redo()
    assert study.work(SECOND.id).unit(1).answers != {}
    assert told(study) == undone


def test_a_redo_before_seeing_holds(study: Study) -> None:
    study.assign(Target(SECOND.id, 1), "tone", Answer.of("good"))
    study.undo()
    study.redo()
    before = told(study)
    study.note_seen(Target(SECOND.id, 1), "adjudication")
    study.undo()
    assert told(study) == before


def test_what_was_said_only_afterwards_is_not_there(study: Study) -> None:
    before = told(study)
    study.note_seen(Target(SECOND.id, 2), "adjudication")
    study.add_statement(SECOND.id, 2, {"actor": Answer.of("us")})
    study.finish(SECOND.id, 2)
    assert told(study) == before


def test_answers_given_afterwards_are_marked(study: Study) -> None:
    study.note_seen(Target(FIRST.id, 1), "adjudication")
    study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    statement = study.add_statement(FIRST.id, 1, {"actor": Answer.of("us")})
    study.note_seen(Target(FIRST.id, 2), "adjudication")
    assert study.after_discussion() == {
        (FIRST.id, 1, "ana", "main"): {("", "tone"), (statement, "actor")}
    }
    study.undo()
    assert study.after_discussion() == {(FIRST.id, 1, "ana", "main"): {("", "tone")}}


def test_reliability_is_of_what_was_said_before(study: Study) -> None:
    def actor() -> object:
        found = study.reliability(variables=["actor"])
        return [(row.heading, row.percent_agreement, row.sample.data) for row in found.rows]

    before = str(actor())
    study.note_seen(Target(FIRST.id, 2), "adjudication")
    (own,) = study.work(FIRST.id).unit(2).statements
    study.assign(Target(FIRST.id, 2, own.id), "actor", Answer.of("dprk"))
    assert str(actor()) == before
    remarks = study.reliability().remarks
    assert "what coders changed after they saw others' codings: ana in 1 unit" in remarks


ACTIONS = ("good", "bad", "clear", "state", "remove", "finish", "reopen", "undo", "redo")


def act(study: Study, action: str) -> None:
    """Do something on the one unit."""
    unit = Target(SECOND.id, 2)
    match action:
        case "good" | "bad":
            study.assign(unit, "tone", Answer.of(action))
        case "clear":
            study.clear(unit, "tone")
        case "state":
            study.add_statement(SECOND.id, 2, {"actor": Answer.of("us")})
        case "remove":
            for statement in study.work(SECOND.id).unit(2).statements[:1]:
                study.remove_statement(Target(SECOND.id, 2, statement.id))
        case "finish" | "reopen":
            getattr(study, action)(SECOND.id, 2)
        case _:
            getattr(study, action)()


@given(
    st.lists(st.sampled_from(ACTIONS), max_size=12), st.lists(st.sampled_from(ACTIONS), max_size=12)
)
@settings(max_examples=30)
def test_whatever_is_done_after_seeing_changes_nothing_of_what_counts(
    first: list[str], then: list[str]
) -> None:
    with (
        TemporaryDirectory() as folder,
        Study.open(make_study(Path(folder) / "s.db"), coder="ana") as study,
    ):
        for action in first:
            act(study, action)
        before = told(study)
        study.note_seen(Target(SECOND.id, 2), "adjudication")
        for paragraph in (1, 2, 3):  # undo goes back beyond the unit
            study.note_seen(Target(FIRST.id, paragraph), "adjudication")
        for action in then:
            act(study, action)
            assert told(study) == before
