"""What is new, what is there already, what contradicts the study; and the events it becomes."""

from dataclasses import replace

import pytest

from annotator.importers.compare import Compared, compare
from annotator.importers.drafts import drafts
from annotator.importers.existing import existing_work
from annotator.importers.parsed import UnitKey
from annotator.model.coding import NOT_APPLICABLE, Answer, Statement, UnitWork
from annotator.model.event import EventKind
from tests.exporters.sample import FIRST, UNITS, key, source
from tests.importers.tables import read

KEY = key("ana", FIRST, 2)
TABLE = """
coder,article,paragraph,tone,statement,actor,lever,memo
ana,harbour,2,bad,1,us,summit|relief,why
ana,harbour,2,bad,2,dprk,,
"""
STATED = (
    Statement("x1", {"actor": Answer.of("us"), "lever": Answer.of("relief", "summit")}, "why"),
    Statement("x2", {"actor": Answer.of("dprk")}),
)
SAME = UnitWork({"tone": Answer.of("bad")}, STATED, done=True)


def compared(old: UnitWork, table: str = TABLE) -> Compared:
    return compare(read(table), {KEY: old})


def test_what_the_study_has_not_is_new() -> None:
    assert list(compare(read(TABLE), {}).new) == [KEY]


def test_the_same_content_is_there_already_whatever_its_ids() -> None:
    assert compared(SAME).same == [KEY]
    assert compared(replace(SAME, flagged=True, memo="later thought")).same == [KEY]


@pytest.mark.parametrize(
    ("old", "difference"),
    [
        (replace(SAME, answers={"tone": Answer.of("good")}), "tone is good, bad in the file"),
        (replace(SAME, answers={}), "tone is not coded, bad in the file"),
        (replace(SAME, statements=STATED[:1]), "1 statements, 2 in the file"),
        (replace(SAME, statements=(STATED[0], Statement("x2", {"actor": NOT_APPLICABLE}))),
         "statement 2: actor is not_applicable, dprk in the file"),
        (replace(SAME, statements=(replace(STATED[0], memo="other"), STATED[1])),
         "statement 1: its memo is another"),
        (UnitWork({}, (), done=True), "tone is not coded, bad in the file"),
    ],
)  # fmt: skip
def test_other_content_is_a_problem_with_the_line(old: UnitWork, difference: str) -> None:
    (problem,) = compared(old).problems
    assert str(problem) == (
        f"t.csv:2: ana's paragraph 2 was coded otherwise in the study: {difference}"
    )


def test_a_file_that_is_silent_on_a_variable_says_nothing_about_it() -> None:
    old = replace(SAME, answers={**SAME.answers, "remark": Answer.of("mine")})
    assert compared(old).same == [KEY]


def test_a_flag_or_a_memo_alone_does_not_stand_in_the_way() -> None:
    assert list(compared(UnitWork(flagged=True)).new) == [KEY]
    table = "coder,article,paragraph,tone,memo\nana,harbour,2,bad,from the file"
    assert list(compared(UnitWork(memo="from the file"), table).new) == [KEY]
    assert compared(UnitWork(memo="mine"), table).problems


def test_paragraphs_are_added_to_statements_that_are_there() -> None:
    table = "coder,article,paragraph,tone,n_statements\nana,harbour,2,bad,2"
    old = UnitWork({}, STATED, done=True)
    assert list(compared(old, table).new) == [KEY]
    (problem,) = compared(UnitWork(), table).problems
    assert "0 statements, 2 in the file (import the table of statements first)" in str(problem)


def test_a_row_that_adds_nothing_is_not_new() -> None:
    table = "coder,article,paragraph,done\nana,harbour,2,0"
    assert compare(read(table), {}).same == [KEY]


def test_the_events_of_a_unit() -> None:
    work = UNITS[KEY]
    made = list(drafts(KEY, work))
    assert [(d.kind, d.statement, d.variable, dict(d.body)) for d in made] == [
        (EventKind.VALUE_SET, "", "tone", {"value": "", "state": "cannot_tell"}),
        (EventKind.VALUE_SET, "", "remark", {"value": 'a, "b"\nc', "state": "coded"}),
        (EventKind.STATEMENT_ADDED, "01A", "", {}),
        (EventKind.VALUE_SET, "01A", "actor", {"value": "us", "state": "coded"}),
        (EventKind.VALUE_SET, "01A", "stance", {"value": "support", "state": "coded"}),
        (EventKind.VALUE_SET, "01A", "lever", {"value": "relief|summit", "state": "coded"}),
        (EventKind.MEMO_SET, "01A", "", {"text": "two\nlines"}),
        (EventKind.STATEMENT_ADDED, "01B", "", {}),
        (EventKind.VALUE_SET, "01B", "actor", {"value": "dprk", "state": "coded"}),
        (EventKind.VALUE_SET, "01B", "stance", {"value": "neutral", "state": "coded"}),
        (EventKind.VALUE_SET, "01B", "lever", {"value": "", "state": "not_applicable"}),
        (EventKind.FLAG_SET, "01B", "", {"on": True}),
        (EventKind.FLAG_SET, "", "", {"on": True}),
        (EventKind.UNIT_FINISHED, "", "", {}),
    ]
    assert {(d.coder, d.round, d.article, d.paragraph) for d in made} == {("ana", "main", FIRST, 2)}


def test_only_what_is_missing_becomes_an_event() -> None:
    old = UnitWork({"tone": Answer.of("bad")}, flagged=True, memo="m", done=True)
    assert not list(drafts(KEY, old, old))
    added = drafts(KEY, replace(old, answers={**old.answers, "remark": Answer.of("r")}), old)
    assert [draft.variable for draft in added] == ["remark"]


def test_what_the_study_holds_is_read_from_its_rows() -> None:
    given = source()
    wanted: list[UnitKey] = [KEY, key("ben", FIRST, 2)]
    found = existing_work(
        wanted, given.codings(), given.units(), given.statements(), multiple={"lever"}
    )
    assert found == {where: UNITS[where] for where in wanted}
