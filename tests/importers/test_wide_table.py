"""One row for each statement: what is read, and everything that can be wrong with it."""

from dataclasses import replace

import pytest

from annotator.importers.parsed import statement_id
from annotator.model.coding import Answer
from tests.exporters.sample import CODEBOOK, FIRST, SECOND, key
from tests.importers.tables import read, told

TABLE = """
coder,article,paragraph,tone,statement,actor,stance,memo
ana,harbour,1,bad,,,,of the paragraph
ana,harbour,2,good,1,us,support,of the statement
ana,harbour,2,good,2,dprk,,
"""


def test_a_row_for_each_statement() -> None:
    parsed = read(TABLE)
    assert not (parsed.problems)
    assert not (parsed.warnings)
    assert not (parsed.left_out)
    first, second = (parsed.units[key("ana", FIRST, number)].work for number in (1, 2))
    assert (first.answers, first.memo) == ({"tone": Answer.of("bad")}, "of the paragraph")
    assert first.done
    assert second.done
    assert (second.answers, second.memo) == ({"tone": Answer.of("good")}, "")
    one, two = second.statements
    assert one.answers == {"actor": Answer.of("us"), "stance": Answer.of("support")}
    assert (one.memo, two.memo, two.answers) == (
        "of the statement",
        "",
        {"actor": Answer.of("dprk")},
    )
    assert one.id == statement_id(key("ana", FIRST, 2), 1) < two.id


def test_statement_ids_are_always_the_same() -> None:
    # sha256 of import, ana, main, x, 2, 7 joined by NUL: what is in studies already must not change
    assert statement_id(key("ana", "x", 2), 7) == "0000074A5DD239F555A02FEC5A"
    assert statement_id(key("ana", "x", 2), 7) != statement_id(key("ben", "x", 2), 7)


def test_the_answers_on_an_article_may_be_repeated_in_every_row() -> None:
    parsed = read("""
        coder,article,paragraph,overall,tone
        ana,harbour,1,-2,bad
        ana,harbour,2,-2,
        ana,bridge,0,3,
        """)
    assert not parsed.problems
    answers = {where[2:]: unit.work.answers for where, unit in parsed.units.items()}
    assert answers[FIRST, 0] == {"overall": Answer.of("-2")}
    assert answers[SECOND, 0] == {"overall": Answer.of("3")}
    assert answers[FIRST, 2] == {}


def test_a_table_without_paragraphs_is_about_articles() -> None:
    parsed = read("article,overall\nharbour,1\nbridge,2", coder="ana", round="pilot")
    assert [(k.coder, k.round, k.paragraph) for k in parsed.units] == [("ana", "pilot", 0)] * 2


def test_statements_without_numbers_are_numbered_as_they_come() -> None:
    parsed = read("""
        coder,article,paragraph,actor
        ana,harbour,1,
        ana,harbour,2,us
        ana,harbour,2,dprk
        """)
    assert not parsed.problems
    stated = parsed.units[key("ana", FIRST, 2)].work.statements
    assert [str(s.answers["actor"]) for s in stated] == ["us", "dprk"]
    assert not parsed.units[key("ana", FIRST, 1)].work.statements


def test_done_flagged_and_finish() -> None:
    table = """
        coder,article,paragraph,statement,actor,flagged,done
        ana,harbour,1,,,1,1
        ana,harbour,2,1,us,yes,0
        ana,harbour,3,1,us,no,true
        """
    works = [unit.work for unit in read(table).units.values()]
    assert [work.done for work in works] == [True, False, True]
    assert works[0].flagged
    assert [work.statements[0].flagged for work in works[1:]] == [True, False]
    assert not any(unit.work.done for unit in read(table, finish=False).units.values())


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ("ana,harbour,1,,1,uss,", ['2: actor has no code "uss" (did you mean "us"?)']),
        ("ana,harber,1,,,,", ['2: there is no article "harber" (did you mean "harbour"?)']),
        ("ana,harbour,9,,,,", ['2: "harbour" has 3 paragraphs, none with 9']),
        ("ana,harbour,,,,,", ["2: no number of a paragraph (0 stands for the whole article)"]),
        ("ana,,1,,,,", ["2: no article"]),
        (",harbour,1,,,,", ["2: no coder (--coder NAME says whose codings)"]),
        (",nowhere,1,,,,", ["2: no coder (--coder NAME says whose codings)",
                            '2: there is no article "nowhere"']),
        ("ana,harbour,1,,0,us,", ['2: "0" is no number of a statement']),
        ("ana,harbour,1,,x,us,", ['2: "x" is no number of a statement']),
        ("ana,harbour,1,,,us,",
         ["2: actor is asked of a statement, but the row has no number of one"]),
        ("ana,harbour,0,,1,us,",
         ["2: a statement stands in a paragraph, not in an article as a whole"]),
        ("ana,harbour,0,bad,,,",
         ["2: tone is asked of a paragraph, but the row is about the whole article"]),
        ("ana,harbour,1,,1,us,\nana,harbour,1,,1,dprk,",
         ["3: statement 1 of this paragraph stands in line 2 already",
          '3: actor is "dprk" here, but "us" in line 2']),
        ("ana,harbour,1,bad,,,\nana,harbour,1,bad,,,",
         ["3: this unit stands in line 2 already"]),
        ("ana,harbour,1,bad,1,us,\nana,harbour,1,good,2,us,",
         ['3: tone is "good" here, but "bad" in line 2']),
        ("ana,harbour,1,,,,\nana,harbour,1,,1,us,",
         ["2: this row is about a paragraph without a statement, but line 3 has one"]),
        ("\n".join(f"ana,harbour,1,,{n},us," for n in range(1, 6)),
         ["2: 5 statements; the codebook allows 4"]),
    ],
)  # fmt: skip
def test_problems_name_line_fault_and_remedy(rows: str, problems: list[str]) -> None:
    assert told(read(f"coder,article,paragraph,tone,statement,actor,memo\n{rows}")) == problems


def test_all_problems_are_told_at_once_in_the_order_of_lines() -> None:
    parsed = read("""
        coder,article,paragraph,statement,actor,stance
        ana,harbour,1,1,uss,suport
        ana,nowhere,1,1,us,support
        ana,harbour,7,1,us,support
        """)
    assert [problem.line for problem in parsed.problems] == [2, 2, 3, 4]


def test_what_is_left_out_is_said_and_its_paragraph_is_not_finished() -> None:
    parsed = read("""
        coder,article,paragraph,tone,statement,actor
        ana,harbour,1,ugly,,
        ana,harbour,2,bad,1,us
        ana,harbour,2,bad,2,nobody
        ana,harbour,3,,1,us
        """)
    assert parsed.left_out == [
        "ana, harbour, paragraph 1: values of the unit itself; not marked as finished",
        "ana, harbour, paragraph 2: statement 2; not marked as finished",
    ]
    assert list(parsed.units) == [key("ana", FIRST, 2), key("ana", FIRST, 3)]
    second, third = (unit.work for unit in parsed.units.values())
    assert [str(s.answers["actor"]) for s in second.statements] == ["us"]
    assert (second.done, third.done) == (False, True)


def test_a_coder_in_the_file_and_another_on_the_command_line() -> None:
    parsed = read("coder,article,paragraph\nana,harbour,1\nana,harbour,2", coder="ben")
    assert told(parsed) == [
        (
            '1: the file says coder "ana", --coder says "ben" '
            "(leave --coder out, or add --map coder= to pass over the column)"
        )
    ]
    assert not parsed.units
    mapped = read("coder,article,paragraph\nana,harbour,1", coder="ben", mapped={"coder": ""})
    assert {where.coder for where in mapped.units} == {"ben"}
    filled = read("coder,article,paragraph\n,harbour,1\nben,harbour,2", coder="ben")
    assert {where.coder for where in filled.units} == {"ben"}


def test_retired_codes_are_mentioned_once() -> None:
    parsed = read("""
        coder,article,paragraph,statement,lever
        ana,harbour,1,1,old
        ana,harbour,1,2,old
        """)
    assert not parsed.problems
    assert [str(warning) for warning in parsed.warnings] == [
        "t.csv:2: code old of lever is no longer used; it is now summit"
    ]


def test_no_limit_of_statements_where_the_codebook_sets_none() -> None:
    rows = "\n".join(f"ana,harbour,1,{n},us" for n in range(1, 30))
    free = replace(CODEBOOK, max_statements=0)
    assert not read(f"coder,article,paragraph,statement,actor\n{rows}", free).problems


def test_formulas_made_harmless_are_themselves_again() -> None:
    table = "coder,article,paragraph,memo\nana,harbour,1,'=1+1\nana,harbour,2,'tis"
    memos = [unit.work.memo for unit in read(table, neutralized=True).units.values()]
    assert memos == ["=1+1", "'tis"]
    assert read(table).units[key("ana", FIRST, 1)].work.memo == "'=1+1"
