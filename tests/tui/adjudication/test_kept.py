"""What was chosen is the same after it was kept as text and read again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.coding import Answer, State
from annotator.model.decision import Reason
from annotator.tui.adjudication.composing import Composition, Own
from annotator.tui.adjudication.kept import as_text, with_kept
from tests.tui.adjudication.cases import Statements, statements_case
from tests.tui.adjudication.test_composing import BOTH_WAYS, sets_of_coders


def kept(composed: Composition) -> Composition:
    return with_kept(composed.case, as_text(composed))


@given(sets_of_coders, st.data())
def test_choices(sets: Mapping[str, Statements], data: st.DataObject) -> None:
    composed = Composition(statements_case(sets))
    voices = range(len(composed.case.voices))
    for _ in range(data.draw(st.integers(0, 6))):
        keys = st.sampled_from(["take", "take all", "keep all", "none", "move", "note"])
        voice = data.draw(st.sampled_from(voices))
        found = {
            "take": lambda now, n: now.take(n),
            "take all": lambda now, n: now.take_all(n),
            "keep all": lambda now, n: now.keep_all(),
            "none": lambda now, n: now.none(),
            "move": lambda now, n: now.move(n - 1),
            "note": lambda now, n: now.with_note("why\n\ud800?"),
        }[data.draw(keys)](composed, voice)
        composed = composed if isinstance(found, str) else found
    again = kept(composed)
    assert (again.chosen, again.whole, again.own) == (composed.chosen, composed.whole, composed.own)
    assert (again.note, again.decided()) == (composed.note, composed.decided())


def test_an_answer_of_one_s_own_with_reason_and_rule() -> None:
    own = Own({"tone": Answer(state=State.CANNOT_TELL)}, ({"lever": Answer.of("a", "b")}, {}))
    case = statements_case(BOTH_WAYS)
    composed = Composition(case, own=own, reason=Reason.CODEBOOK_GAP, rule="Say \u202e it.")
    assert kept(composed) == composed


def test_nothing_is_kept_of_nothing() -> None:
    assert as_text(Composition(statements_case(BOTH_WAYS)).move(1)) == ""


def test_coders_in_another_order_have_said_the_same() -> None:
    """Hidden or not, the choice is that coder's."""
    sets = {"ana": BOTH_WAYS["ana"], "ben": BOTH_WAYS["ben"]}
    named, hidden = statements_case(sets), statements_case(sets, hidden=True)
    text = as_text(Composition(named, whole=0, chosen={0: 0, 1: 0}, reason=Reason.SLIP))
    found = with_kept(hidden, text)
    assert {hidden.voices[voice].coder for voice in found.chosen.values()} <= {"ana"}
    assert found.reason is Reason.SLIP


@pytest.mark.parametrize("text", ["{", "[]", "7", "{}", '{"case": 1, "reason": "none"}'])
def test_what_cannot_be_read_is_nothing(text: str) -> None:
    case = statements_case(BOTH_WAYS)
    assert with_kept(case, text) == Composition(case)


def test_choices_that_cannot_be_read_are_nothing() -> None:
    case = statements_case(BOTH_WAYS)
    composed = Composition(case, chosen={0: 0})
    text = as_text(composed).replace('"chosen": {"0": "ana"}', '"chosen": ["ana"]')
    assert text != as_text(composed)
    assert with_kept(case, text) == Composition(case)
