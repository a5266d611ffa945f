"""A person settles disagreements: what is open, what is stored, what is taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.coding import CANNOT_TELL, Answer, Target
from annotator.model.decision import Decided, Reason
from annotator.study import Study
from annotator.tui.adjudication import reading
from annotator.tui.adjudication.reading import Asked, settle_agreed, stages
from annotator.tui.adjudication.session import BEGUN, Adjudication
from tests.small import FIRST, SECOND
from tests.tui.adjudication.study import decided, make_disputed, settled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_disputed(tmp_path / "study.db")


def begun(path: Path, coder: str = "lea", *variables: str, by_cost: bool = False) -> Adjudication:
    session = Adjudication(Study.open(path, coder=coder), variables, by_cost=by_cost)
    for found in stages(session.asked, lambda: False):
        session.show(found)
    return session


def where(session: Adjudication) -> tuple[int, str]:
    assert session.composition is not None
    dispute = session.composition.case.dispute
    return dispute.paragraph, dispute.variable


def settle(session: Adjudication, voice: int = 0, reason: Reason = Reason.SLIP) -> None:
    session.take_all(voice)
    session.set_reason(reason)
    session.store()


def seen(path: Path) -> list[tuple[str, int]]:
    with sqlite3.connect(path) as database:
        return database.execute("SELECT coder, paragraph FROM seen ORDER BY 1, 2").fetchall()


def test_open_ones_come_one_after_the_other_and_are_stored_with_their_reason(path: Path) -> None:
    session = begun(path)
    assert (where(session), session.total, session.n_decided) == ((1, "tone"), 2, 0)
    assert session.left == {"tone": 1, "statement": 1}
    settle(session, 1, Reason.UNCLEAR_TEXT)
    assert where(session) == (2, "statement")
    settle(session, 1)
    assert session.note.startswith(
        "All 2 disagreements are decided. y decides what all agree on in"
    )
    assert settled(path) == [
        (1, "tone", "good", "unclear_text", "lea"),
        (2, "actor", "us", "slip", "lea"),
        (2, "lever", "talks", "slip", "lea"),
        (2, "stance", "con", "slip", "lea"),
    ]


def test_codings_are_never_touched(path: Path) -> None:
    with Study.open(path, read_only=True) as study:
        before = [*study.codings(), *study.units(), *study.statements()]
    session = begun(path)
    settle(session)
    settle(session)
    with Study.open(path, read_only=True) as study:
        assert [*study.codings(), *study.units(), *study.statements()] == before


def test_nothing_is_stored_without_a_reason(path: Path) -> None:
    session = begun(path)
    session.store()
    assert session.note == "Nothing is decided yet."
    session.take(0)
    session.store()
    assert session.note == "Say why they differed: 1, 2, 3 or 4."
    assert decided(path) == []


def test_a_start_goes_on_after_what_was_decided_last(path: Path) -> None:
    session = begun(path)
    session.skip()
    assert where(session) == (2, "statement")
    session.step(-1)
    settle(session)
    assert where(begun(path)) == (2, "statement")
    assert begun(path).n_decided == 1


def test_what_was_chosen_is_kept_from_start_to_start_until_it_is_stored_or_taken_back(
    path: Path,
) -> None:
    session = begun(path)
    session.skip()
    session.take(0)
    session.change(lambda now: now.with_rule("Say it."))
    again = begun(path)
    assert where(again) == (2, "statement")
    assert again.composition is not None
    assert (again.composition.chosen, again.composition.rule) == ({0: 0}, "Say it.")
    assert (again.n_begun, again.note) == (1, BEGUN)
    again.undo()
    assert where(begun(path)) == (1, "tone")
    assert begun(path).n_begun == 0
    assert begun(path, "kim").n_begun == 0


def test_choices_are_everybody_s_own(path: Path) -> None:
    begun(path).take(0)
    session = begun(path, "kim")
    assert session.composition is not None
    assert not session.composition.begun


def test_of_choices_between_other_answers_only_what_was_written_is_kept(path: Path) -> None:
    session = begun(path)
    session.take(0)
    session.change(lambda now: now.with_note("hm"))
    with Study.open(path, coder="ana") as study:
        study.assign(Target(FIRST.id, 1), "tone", CANNOT_TELL)
    again = begun(path)
    assert again.composition is not None
    assert (again.composition.chosen, again.composition.note) == ({}, "hm")


def test_undo_takes_back_the_choice_then_the_decisions_and_no_codings(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        study.set_flag(Target(FIRST.id, 3), True)
    session = begun(path, "ana")
    settle(session)
    session.take(0)
    session.undo()
    assert session.composition is not None
    assert not session.composition.begun
    session.undo()
    assert session.note == "Taken back: what was decided on 1 unit."
    assert where(session) == (1, "tone")
    assert decided(path) == []
    session.undo()
    assert session.note == "There is no decision of yours to take back."
    with Study.open(path, read_only=True) as study:
        assert [row.flagged for row in study.units() if row.coder == "ana"].count(True) == 1


def test_another_coder_s_decision_is_shown_and_can_be_replaced(path: Path) -> None:
    settle(begun(path))
    session = begun(path, "kim")
    session.step(-1)
    assert [row.coder for row in session.decision] == ["lea"]
    settle(session, 1)
    assert settled(path) == [(1, "tone", "good", "slip", "kim")]
    session.undo()
    assert settled(path) == [(1, "tone", "bad", "slip", "lea")]


def test_only_coders_of_the_round_are_noted_as_having_seen(path: Path) -> None:
    begun(path, "lea").skip()
    assert seen(path) == []
    session = begun(path, "ana")
    assert seen(path) == [("ana", 1)]
    session.skip()
    begun(path, "ana")
    assert seen(path) == [("ana", 1), ("ana", 2)]


def test_variables_limit_what_is_shown(path: Path) -> None:
    assert [where(begun(path, "lea", name))[0] for name in ("tone", "stance", "statement")] == [
        1, 2, 2,
    ]  # fmt: skip
    assert begun(path, "lea", "lever").composition is None


def test_agreed_units_are_decided_in_one_action(path: Path) -> None:
    session = begun(path)
    assert session.n_agreed() == 2
    session.agreed_settled(settle_agreed(Asked(path), "lea"))
    assert session.n_agreed() == 0
    assert {(row[0], row[3]) for row in decided(path)} == {(3, "agreed"), (1, "agreed")}
    with sqlite3.connect(path) as database:
        batches = database.execute(
            "SELECT count(DISTINCT batch) FROM event WHERE kind = 'decision'"
        ).fetchone()
    assert batches == (1,)
    assert settle_agreed(Asked(path), "lea") == 0
    session.undo()
    assert decided(path) == []


def test_by_cost_the_dearest_comes_first_and_the_order_can_be_turned(path: Path) -> None:
    session = begun(path, by_cost=True)
    assert session.cost is not None
    costs = [session.cost]
    session.step(1)
    costs.append(session.cost)
    assert costs == sorted(costs, reverse=True)
    session.turn_order()
    assert not session.by_cost
    assert session.note == "In the order of the articles."


def test_choices_that_are_not_stored_are_kept_while_one_looks_elsewhere(path: Path) -> None:
    session = begun(path)
    session.take(1)
    session.step(1)
    session.step(-1)
    assert session.composition is not None
    assert session.composition.chosen == {0: 1}


def test_a_decided_set_is_what_stands_in_the_final_data(path: Path) -> None:
    from annotator.exporters.final import final
    from annotator.exporters.job import Final, Source

    settle(begun(path, "lea", "stance"), 1)
    with Study.open(path, read_only=True) as study:
        source = Source(
            study.codebook, study.articles, study.codings, study.units, study.statements,
            study.decisions,
        )  # fmt: skip
        rows = list(final(source, Final.DECISION).codings())
    assert [(row.paragraph, row.variable, row.value) for row in rows] == [
        (2, "actor", "us"), (2, "lever", "talks"), (2, "stance", "con"),
    ]  # fmt: skip


def test_flagging_is_under_one_s_own_name(path: Path) -> None:
    session = begun(path)
    session.flag()
    assert session.note == "Flagged for discussion."
    session.flag()
    assert session.note == "Not flagged any more."
    session.flag()
    with Study.open(path, read_only=True) as study:
        flagged = [(row.coder, row.paragraph) for row in study.units() if row.flagged]
    assert flagged == [("lea", 1)]


def test_an_own_answer_is_stored(path: Path) -> None:
    from annotator.tui.adjudication.composing import Own

    session = begun(path, "lea", "statement")
    session.set_own(Own({"tone": Answer.of("good")}, ()))
    session.set_reason(Reason.CODEBOOK_GAP)
    session.store()
    assert settled(path) == [
        (2, "statement", "", "codebook_gap", "lea"), (2, "tone", "good", "codebook_gap", "lea"),
    ]  # fmt: skip


def test_the_first_open_one_comes_before_the_others_are_found(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PATIENCE", -1.0)
    session = Adjudication(Study.open(path, coder="lea"))
    found = list(stages(session.asked, lambda: False))
    assert [(len(one.disputes), one.complete, one.costs is not None) for one in found] == [
        (1, False, False), (2, True, False), (2, True, True),
    ]  # fmt: skip
    session.show(found[0])
    assert (where(session), session.total) == ((1, "tone"), 1)
    settle(session)
    assert session.note == ""
    session.show(found[1])
    session.skip()
    assert where(session) == (2, "statement")
    again = Adjudication(Study.open(path, coder="lea"))
    assert len(next(iter(stages(again.asked, lambda: False))).disputes) == 2


def test_looking_ends_when_nobody_waits(path: Path) -> None:
    assert list(stages(Asked(path), lambda: True)) == []


def test_what_cannot_be_stored_is_said_and_stays(path: Path) -> None:
    with Study.open(path, coder="lea", read_only=True) as study:
        session = Adjudication(study, by_cost=False)
        for found in stages(session.asked, lambda: False):
            session.show(found)
        settle(session)
        assert session.note.startswith("NOT SAVED: ")
        assert where(session) == (1, "tone")
        assert session.composition is not None
        assert session.composition.begun


def whole_in_final_data(path: Path) -> dict[int, bool]:
    from annotator.exporters.final import final
    from annotator.exporters.job import Final, Source

    with Study.open(path, read_only=True) as study:
        source = Source(
            study.codebook, study.articles, study.codings, study.units, study.statements,
            study.decisions,
        )  # fmt: skip
        units = final(source, Final.DECISION).units()
        return {unit.paragraph: unit.done for unit in units if unit.article == FIRST.id}


@pytest.mark.parametrize("first", [True, False])
def test_in_whatever_order_agreed_units_and_disagreements_are_decided_no_unit_is_left_open(
    path: Path, first: bool
) -> None:
    if first:
        settle_agreed(Asked(path), "lea")
    session = begun(path)
    settle(session)
    settle(session)
    if not first:
        assert whole_in_final_data(path) == {1: True, 2: True, 3: False}
        session.agreed_settled(settle_agreed(session.asked, "lea"))
    assert session.n_agreed() == 0
    assert whole_in_final_data(path) == {1: True, 2: True, 3: True}


def differ_in_stance(path: Path) -> None:
    for coder, stance in (("ana", "pro"), ("ben", "con")):
        with Study.open(path, coder=coder) as study:
            study.add_statement(
                FIRST.id, 1, {"actor": Answer.of("us"), "stance": Answer.of(stance)}
            )


def test_what_is_agreed_in_a_unit_is_decided_with_its_last_disagreement_and_undone_with_it(
    path: Path,
) -> None:
    differ_in_stance(path)
    session = begun(path)
    settle(session)
    assert decided(path) == [(1, "tone", "bad", "slip", "lea")]
    assert where(session) == (1, "statement")
    settle(session)
    assert whole_in_final_data(path)[1]
    session.undo()
    assert where(session) == (1, "statement")
    assert decided(path) == [(1, "tone", "bad", "slip", "lea")]


def test_choosing_among_variables_leaves_a_unit_open_while_others_are_in_dispute(
    path: Path,
) -> None:
    differ_in_stance(path)
    settle(begun(path, "lea", "tone"))
    assert decided(path) == [(1, "tone", "bad", "slip", "lea")]


def test_decisions_are_stored_while_the_study_is_still_being_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PATIENCE", -1.0)
    session = Adjudication(Study.open(path, coder="ana"))
    reader = stages(session.asked, lambda: False)
    session.show(next(reader))
    settle(session)
    assert session.note == ""
    assert [row[0] for row in settled(path)] == [1]
    session.show(next(reader))
    assert session.total == 2


@given(st.lists(st.dictionaries(st.sampled_from(["actor", "stance"]), st.sampled_from("xyz"),
                                min_size=1), max_size=4))  # fmt: skip
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_the_decided_set_is_read_back_as_it_was_composed(
    path: Path, sets: list[dict[str, str]]
) -> None:
    unit = Target(FIRST.id, 2)
    statements = [{name: Answer.of(v) for name, v in one.items()} for one in sets]
    with Study.open(path, coder="lea") as study:
        study.settle([Decided(unit, Reason.SLIP, statements=statements)])
        rows = list(study.decisions())
    by_id: dict[str, dict[str, str]] = {}
    for row in rows:
        by_id.setdefault(row.statement, {})[row.variable] = row.value
    found = [answers for identifier, answers in sorted(by_id.items()) if identifier]
    assert found == sets
    assert bool(sets) is ("" not in by_id)


def test_looking_goes_on_at_the_article_decided_last_and_comes_round(path: Path) -> None:
    for coder, tone in (("ana", "bad"), ("ben", "good")):
        with Study.open(path, coder=coder) as study:
            study.assign(Target(SECOND.id, 1), "tone", Answer.of(tone))
    with Study.open(path, read_only=True) as study:
        assert [u.article for u in reading.units_of(study, SECOND.id)][:2] == [SECOND.id, FIRST.id]
    session = begun(path)
    session.step(2)
    session.step(1)
    settle(session)
    again = begun(path)
    assert again.asked.start == SECOND.id
    assert (again.total, again.place, where(again)) == (3, 1, (1, "tone"))
