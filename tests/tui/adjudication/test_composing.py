"""A decision is what was put together: taken from one coder, from several, or from none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.coding import Answer
from annotator.model.decision import Decided, Reason
from annotator.reports.disputes import Dispute
from annotator.tui.adjudication.case import Case, case_of
from annotator.tui.adjudication.composing import KEEP_ALL, Composition
from tests.tui.adjudication.cases import (
    Statements,
    answer,
    book,
    dispute_of,
    statements_case,
    tone_case,
)

US_PRO = {"actor": "us", "stance": "pro", "lever": "talks"}
US_CON = {"actor": "us", "stance": "con", "lever": "talks"}
DPRK = {"actor": "dprk", "stance": "pro", "lever": "sanctions|talks"}
BOTH_WAYS = {"ana": [US_PRO, DPRK], "ben": [US_CON]}

a_statement = st.fixed_dictionaries(
    {"actor": st.sampled_from(["us", "dprk"])},
    optional={
        "stance": st.sampled_from(["pro", "con"]),
        "lever": st.sampled_from(["talks", "sanctions", "talks|sanctions", "sanctions|talks"]),
    },
)
sets_of_coders = st.dictionaries(
    st.sampled_from(["ana", "ben", "chris"]), st.lists(a_statement, max_size=3), min_size=2
).filter(lambda sets: dispute_of({}, sets))


def content(statements: Iterable[Mapping[str, Answer]]) -> Counter[frozenset[tuple[str, Answer]]]:
    return Counter(frozenset(answers.items()) for answers in statements)


def wanted(statements: Statements) -> Counter[frozenset[tuple[str, Answer]]]:
    return content({name: answer(value) for name, value in s.items()} for s in statements)


def taken(composed: Composition | str) -> Composition:
    assert isinstance(composed, Composition), composed
    return composed


def decided(composed: Composition) -> Decided:
    found = replace(composed, reason=Reason.SLIP).decided()
    assert found is not None, composed.lacks
    return found


@given(sets_of_coders, st.data())
def test_the_whole_set_of_a_coder_is_what_was_coded(
    sets: Mapping[str, Statements], data: st.DataObject
) -> None:
    case = statements_case(sets)
    voice = data.draw(st.integers(0, len(case.voices) - 1))
    whole = decided(taken(Composition(case).take_all(voice)))
    assert content(whole.statements or ()) == wanted(sets[case.voices[voice].coder])


@given(sets_of_coders, st.data())
def test_the_decided_set_is_what_was_composed_point_by_point(
    sets: Mapping[str, Statements], data: st.DataObject
) -> None:
    composed = Composition(statements_case(sets))
    case = composed.case
    while composed.n_open:
        open_ = [n for n in range(len(case.points)) if composed.is_open(n)]
        composed = replace(composed, cursor=data.draw(st.sampled_from(open_)))
        said = [
            v for v in range(len(case.voices)) if case.has_said(case.points[composed.cursor], v)
        ]
        composed = taken(composed.take(data.draw(st.sampled_from(said))))
    statements = decided(composed).statements or ()
    expected = 0
    for number, row in enumerate(case.rows):
        made = composed.statements_of(number)
        expected += len(made)
        for answers in made:
            assert len(made) == 1
            there = [one.answers for one in row if one is not None]
            assert set(answers) <= {name for one in there for name in one}
            for name, value in answers.items():
                assert value in [one.get(name) for one in there]
        for n, point in enumerate(case.points):
            if point.row == number and made and n in composed.chosen and point.variable:
                assert made[0].get(point.variable) == point.answers[composed.chosen[n]]
    assert len(statements) == expected


@given(sets_of_coders)
def test_every_statement_stands_in_one_row(sets: Mapping[str, Statements]) -> None:
    case = statements_case(sets)
    for voice in range(len(case.voices)):
        there = [row[voice] for row in case.rows]
        placed = [statement.answers for statement in there if statement is not None]
        assert content(placed) == wanted(sets[case.voices[voice].coder])


def test_matched_statements_stand_beside_each_other_and_only_what_differs_is_asked() -> None:
    case = statements_case(BOTH_WAYS)
    assert [(point.row, point.variable) for point in case.points] == [(0, "stance"), (1, "")]
    composed = taken(Composition(case).take(1))
    assert composed.cursor == 1
    assert composed.lacks == "1 still open."
    composed = taken(composed.take(0))
    assert composed.lacks == "Say why they differed: 1, 2, 3 or 4."
    assert content(decided(composed).statements or ()) == wanted([US_CON, DPRK])


def test_a_statement_can_be_dropped() -> None:
    composed = taken(Composition(statements_case(BOTH_WAYS)).take(0))
    assert content(decided(taken(composed.take(1))).statements or ()) == wanted([US_PRO])


def test_all_statements_of_a_row_can_be_kept_and_that_can_be_changed() -> None:
    composed = taken(Composition(statements_case(BOTH_WAYS)).keep_all())
    assert composed.chosen[0] == KEEP_ALL
    dropped = taken(composed.take(1))
    assert content(decided(dropped).statements or ()) == wanted([US_PRO, US_CON])
    again = taken(replace(dropped, cursor=0).take(0))
    assert content(decided(again).statements or ()) == wanted([US_PRO])


def test_no_statement_is_a_decision() -> None:
    assert decided(taken(Composition(statements_case(BOTH_WAYS)).none())).statements == ()


def test_one_answer_of_a_unit() -> None:
    case = tone_case({"ana": "bad", "ben": "good", "chris": ""})
    assert [voice.coder for voice in case.voices] == ["ana", "ben"]
    found = decided(taken(Composition(case).take(1)))
    assert found.answers == {"tone": Answer.of("good")}
    assert found.statements is None
    assert Composition(case).take(4) == "There are 2 coders here."
    assert isinstance(Composition(case).none(), str)
    assert isinstance(Composition(case).keep_all(), str)


def test_a_reason_alone_decides_nothing() -> None:
    composed = replace(Composition(tone_case({"ana": "bad", "ben": "good"})), reason=Reason.SLIP)
    assert composed.decided() is None
    assert composed.lacks == "Nothing is decided yet."


def test_hidden_coders_have_another_order_in_other_units_and_always_the_same_in_one() -> None:
    (dispute,) = dispute_of({"ana": "bad", "ben": "good"}, {})
    orders = set()
    for number in range(20):
        other = replace(dispute, paragraph=number)
        first, second = ([voice.coder for voice in _hidden(other).voices] for _ in range(2))
        assert first == second
        orders.add(tuple(first))
    assert orders == {("ana", "ben"), ("ben", "ana")}
    assert [voice.name for voice in _hidden(dispute).voices] == ["A", "B"]


def _hidden(dispute: Dispute) -> Case:
    return case_of(dispute, {}, book(), hidden=True)
