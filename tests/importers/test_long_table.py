"""One row for each coding."""

import pytest

from annotator.importers.parsed import Scope
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer
from tests.exporters.sample import FIRST, key
from tests.importers.tables import read, told

HEADER = "coder,article,paragraph,statement,variable,value,state,memo"


def test_a_row_for_each_coding() -> None:
    parsed = read(f"""
        {HEADER}
        ana,harbour,0,,overall,2,,
        ana,harbour,2,,tone,bad,coded,on the paragraph
        ana,harbour,2,1,actor,us,,one
        ana,harbour,2,1,stance,cannot_tell,,two
        ana,harbour,2,2,actor,,not_applicable,
        ana,harbour,2,2,lever,relief|summit,coded,
        ana,harbour,3,,,,,
        """)
    assert not parsed.problems
    assert all(unit.work.done for unit in parsed.units.values())
    assert [where.paragraph for where in parsed.units] == [0, 2, 3]
    second = parsed.units[key("ana", FIRST, 2)].work
    assert (second.answers, second.memo) == ({"tone": Answer.of("bad")}, "on the paragraph")
    one, two = second.statements
    assert one.answers == {"actor": Answer.of("us"), "stance": CANNOT_TELL}
    assert one.memo == "one\ntwo"
    assert two.answers == {"actor": NOT_APPLICABLE, "lever": Answer.of("relief", "summit")}
    variables = frozenset({"overall", "tone", "actor", "stance", "lever"})
    assert parsed.scope == Scope(variables, statements=True)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1,,actor,us,,", "actor is asked of a statement, but the row has no number of one"),
        ("1,2,tone,bad,,", "tone is asked of the paragraph, not of a statement"),
        ("1,,overall,1,,", "overall is asked of the article (write 0 for the paragraph)"),
        ("0,,tone,bad,,", "tone is asked of a paragraph, but the row is about the whole article"),
        ("1,,tne,bad,,", 'the codebook has no variable "tne" (did you mean "tone"?)'),
        ("1,,,bad,,", "a value without a variable"),
        ("1,x,actor,us,,", '"x" is no number of a statement'),
        ("1,1,actor,us,missing,", ('the state is "missing", but the value is "us" '
         "(states: coded, not_applicable, cannot_tell)")),
        ("1,1,actor,us,cannot_tell,", ('the state is "cannot_tell", but the value is "us" '
         "(states: coded, not_applicable, cannot_tell)")),
        ("1,1,actor,zz,,", 'actor has no code "zz"'),
    ],
)  # fmt: skip
def test_problems(row: str, problem: str) -> None:
    assert told(read(f"{HEADER}\nana,harbour,{row}")) == [f"2: {problem}"]


@pytest.mark.parametrize("again", ["us", "dprk"])
def test_a_coding_that_stands_twice_is_left_out(again: str) -> None:
    parsed = read(f"""
        {HEADER}
        ana,harbour,1,1,actor,us,,
        ana,harbour,1,1,actor,{again},,
        ana,harbour,1,2,actor,us,,
        """)
    assert [problem.line for problem in parsed.problems] == [3]
    (unit,) = parsed.units.values()
    assert len(unit.work.statements) == 1
    assert not unit.work.done


def test_an_unknown_variable_does_not_spoil_the_rest_of_its_statement() -> None:
    parsed = read(f"""
        {HEADER}
        ana,harbour,1,1,actor,us,,
        ana,harbour,1,1,mood,sad,,
        """)
    assert told(parsed) == ['3: the codebook has no variable "mood"']
    (unit,) = parsed.units.values()
    assert unit.work.done
    assert unit.work.statements[0].answers == {"actor": Answer.of("us")}


def test_silence_about_statements_is_no_claim_that_there_are_none() -> None:
    parsed = read(f"{HEADER}\nana,harbour,1,,tone,bad,,")
    assert parsed.scope == Scope(frozenset({"tone"}), statements=False)
