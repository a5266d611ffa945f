"""A question is read whole: what its heading has no room for stands above the rules."""

from annotator.tui.views.definition import definition_pane
from annotator.tui.views.unit import answers_rows
from tests.tui.golden import _page

WHOLE = "Which means of policy is the position about?"


def pane(width: int, height: int) -> str:
    lines = definition_pane(_page("c 3"), width, height)
    assert len(lines) == height
    return " ".join("".join(span.text for span in line).strip() for line in lines)


def test_a_question_that_is_cut_stands_with_the_rules() -> None:
    assert f"Question: {WHOLE}" in pane(48, 6)


def test_one_that_is_not_cut_is_not_said_twice() -> None:
    assert WHOLE not in pane(100, 6)


def test_where_room_is_short_the_definition_comes_first() -> None:
    assert WHOLE not in pane(48, 3)


def test_the_names_of_the_questions_take_the_room_there_is() -> None:
    rows = ["".join(span.text for span in row) for row in answers_rows(_page(""), 56)]
    assert any("Appraisal of the no-deal outcome" in row for row in rows)
    assert all(len(row) <= 56 for row in rows)
