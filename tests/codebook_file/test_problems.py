"""Problems of codebooks: each fault is named with line, place and advice, and all at once."""

import pytest

from annotator.codebook_file import check, load
from annotator.errors import CodebookError
from tests.codebook_file.books import book, tone
from tests.codebook_file.faults import FAULTS


@pytest.mark.parametrize(("text", "line", "path", "message", "hint"), FAULTS.values(), ids=FAULTS)
def test_fault_is_named_with_line_place_and_advice(
    text: str, line: int, path: str, message: str, hint: str
) -> None:
    problems = check(text, "my.yaml")

    assert [str(problem) for problem in problems[1:]] == []
    (problem,) = problems
    assert (problem.where, problem.line, problem.path) == ("my.yaml", line, path)
    assert message in problem.message
    assert hint in problem.hint
    assert bool(hint) <= bool(problem.hint)


def test_codes_from_each_other() -> None:
    problems = check(book("article:\n  a: {codes_from: b}\n  b: {codes_from: a}\n"))

    assert [problem.path for problem in problems] == [
        "article.a.codes_from",
        "article.b.codes_from",
    ]


def test_the_number_of_problems_is_bounded() -> None:
    problems = check(tone(*(f"c{n}: {{key: X}}" for n in range(500))))

    assert len(problems) == 201
    assert "the first 200 problems" in problems[0].message


MANY = """\
codebook: my book
versoin: 1
paragraph:
  kind_of:
    prefill: kind
    codes: {a: A}
    codes: {b: B}
  tone:
    measurment: ordinal
    measurement: ordinel
    default: b
    codes:
      - a
  later: {ask_if: {tone: a}, required: maybe, select: {min: 3, max: 2}, codes: {x: X}}
statement:
  actor:
    codes:
      us: {label: US, key: u, codes: {x y: A}}
      uk: {label: UK, key: u, colour: red}
"""


def test_all_problems_are_told_at_once_in_the_order_of_lines() -> None:
    lines = [problem.line for problem in check(MANY)]

    assert lines == [1, 1, 2, 7, 9, 10, 12, 14, 14, 18, 19, 19]


def test_one_slip_does_not_make_others_up() -> None:
    # The codes of `tone` cannot be read; whether `b` and `a` are among them is not known.
    messages = " ".join(str(problem) for problem in check(MANY))

    assert "no code" not in messages
    assert "no codes" not in messages


def test_load_raises_with_all_problems_and_says_what_to_type() -> None:
    with pytest.raises(CodebookError) as raised:
        load(MANY, name="my.yaml")

    assert list(raised.value.problems) == check(MANY, "my.yaml")
    assert "12 problems" in str(raised.value)
    assert "annotator codebook check my.yaml" in raised.value.hint
