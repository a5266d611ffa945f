"""In training a coder is told the right answers, once they gave their own, and never before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.coding import NOT_APPLICABLE, Answer, Target
from annotator.model.team import Purpose, Round
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND

DEFINED = CODEBOOK.replace("bad: Bad", "bad: {label: Bad, definition: Things get worse.}")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The gold coder has finished the first article in main; ana is in training."""
    path = tmp_path / "s.db"
    with Study.create(path, DEFINED) as study:
        study.add_articles([FIRST, SECOND])
        study.describe_round(Round("t1", Purpose.TRAINING, counts=False, gold="gold"))
    with Study.open(path, coder="gold") as study:
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
        for actor, stance in (("us", "pro"), ("dprk", "con")):
            answers = {"actor": Answer.of(actor), "stance": Answer.of(stance)}
            study.add_statement(FIRST.id, 2, answers)
        for number in (1, 2, 3):
            study.finish(FIRST.id, number)
    with Study.open(path, coder="ana", round="t1") as study:
        yield study


def test_nothing_is_told_before_the_unit_is_finished(study: Study) -> None:
    assert study.feedback(FIRST.id, 1) is None
    study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    assert study.feedback(FIRST.id, 1) is None
    study.finish(FIRST.id, 1)
    assert study.feedback(FIRST.id, 1) is not None


def test_a_wrong_answer_is_told_with_the_definition_of_the_right_one(study: Study) -> None:
    study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    study.finish(FIRST.id, 1)
    told = study.feedback(FIRST.id, 1)
    assert told is not None
    assert told.summary == "0 of 1 answers as the gold coder has them."
    assert told.lines == ("Tone: you Good; right: Bad.", "  Bad: Things get worse.")


def test_statements_are_compared_whatever_their_order(study: Study) -> None:
    study.add_statement(FIRST.id, 2, {"actor": Answer.of("dprk"), "stance": Answer.of("pro")})
    study.add_statement(FIRST.id, 2, {"actor": Answer.of("us"), "stance": Answer.of("pro")})
    study.finish(FIRST.id, 2)
    told = study.feedback(FIRST.id, 2)
    assert told is not None
    assert told.lines == ("Statement 1: Stance: you Supports; right: Opposes.",)
    assert (told.right, told.total) == (3, 4)


def test_statements_too_many_and_too_few_are_told(study: Study) -> None:
    study.add_statement(FIRST.id, 2, {"actor": Answer.of("us"), "stance": Answer.of("pro")})
    study.add_statement(FIRST.id, 2, {"lever": NOT_APPLICABLE})
    study.finish(FIRST.id, 2)
    told = study.feedback(FIRST.id, 2)
    assert told is not None
    assert told.lines == (
        "You lack a statement: North Korea, Opposes.",
        "Statement 2 is none for the gold coder: not applicable.",
    )


def test_what_is_right_is_said_in_a_sentence(study: Study) -> None:
    study.finish(FIRST.id, 3)
    told = study.feedback(FIRST.id, 3)
    assert told is not None
    assert (told.summary, told.lines) == ("All as the gold coder has it.", ())


def test_nothing_is_told_where_gold_says_nothing_or_in_other_rounds(study: Study) -> None:
    study.finish(SECOND.id, 1)
    assert study.feedback(SECOND.id, 1) is None
    for coder, round_ in (("ana", "main"), ("gold", "t1")):
        with Study.open(study.path, coder=coder, round=round_) as other:
            other.finish(FIRST.id, 3)
            assert other.feedback(FIRST.id, 3) is None


def test_gold_of_the_same_round_comes_first(study: Study) -> None:
    with Study.open(study.path, coder="gold", round="t1") as other:
        other.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
        other.finish(FIRST.id, 1)
    study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    study.finish(FIRST.id, 1)
    told = study.feedback(FIRST.id, 1)
    assert told is not None
    assert told.right == told.total == 1
