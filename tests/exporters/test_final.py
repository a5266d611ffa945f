"""One final value for each unit, by a stated rule."""

from dataclasses import replace

import pytest

from annotator.exporters.coded import CodedUnit, coded_units
from annotator.exporters.final import FINAL_CODER, final
from annotator.exporters.job import Final
from annotator.importers.parsed import UnitKey
from annotator.model.codebook import Code, Level, Measurement, Variable
from annotator.model.coding import CANNOT_TELL, Answer, Statement, UnitWork
from annotator.model.decision import NO_STATEMENT, DecisionRow
from tests.exporters.sample import FIRST, key, source

GOOD, BAD = Answer.of("good"), Answer.of("bad")
SUPPORT = Statement("01A", {"actor": Answer.of("us"), "stance": Answer.of("support")})
OPPOSE = Statement("01B", {"actor": Answer.of("dprk"), "stance": Answer.of("oppose")})


def tone(answer: Answer | None, *statements: Statement, done: bool = True) -> UnitWork:
    return UnitWork({"tone": answer} if answer else {}, statements, done=done)


def three(*works: UnitWork) -> dict[UnitKey, UnitWork]:
    return {key(coder, FIRST, 2): work for coder, work in zip(("a", "b", "c"), works, strict=False)}


def decided(variable: str, value: str, statement: str = "") -> DecisionRow:
    return DecisionRow(
        "lead", "main", FIRST, 2, statement, variable, value, "coded", "slip", "", "", 9, "1.2"
    )


def only(
    units: dict[UnitKey, UnitWork], rule: str, *decisions: DecisionRow, lead: str = ""
) -> CodedUnit:
    given = replace(source(units), decisions=lambda: decisions)
    [unit] = coded_units(final(given, Final(rule), lead))
    return unit


def said(unit: CodedUnit) -> list[tuple[str, str]]:
    assert {c.coder for c in unit.codings} <= {FINAL_CODER}
    return [(coding.variable, coding.value or coding.state) for coding in unit.codings]


@pytest.mark.parametrize(
    ("rule", "answers", "value"),
    [
        ("agreed", [GOOD, GOOD, GOOD], "good"),
        ("agreed", [GOOD, GOOD, BAD], None),
        ("agreed", [GOOD], "good"),
        ("agreed", [GOOD, CANNOT_TELL], None),
        ("agreed", [CANNOT_TELL, CANNOT_TELL], "cannot_tell"),
        ("majority", [GOOD, GOOD, BAD], "good"),
        ("majority", [GOOD, BAD], None),
        ("majority", [GOOD, BAD, CANNOT_TELL], None),
        ("decision", [GOOD, GOOD], None),
        ("lead", [GOOD, BAD], "bad"),
        ("lead", [GOOD, BAD, GOOD], "good"),
    ],
)
def test_a_value(rule: str, answers: list[Answer], value: str | None) -> None:
    unit = only(three(*map(tone, answers)), rule, lead="b")
    assert said(unit) == ([("tone", value)] if value else [])
    assert unit.done is (value is not None and rule != "decision")


@pytest.mark.parametrize("rule", ["decision", "agreed", "majority", "lead"])
def test_a_decision_comes_first(rule: str) -> None:
    unit = only(three(tone(GOOD), tone(GOOD)), rule, decided("tone", "bad"), lead="a")
    assert said(unit) == [("tone", "bad")]


def test_what_is_not_finished_does_not_count() -> None:
    unit = only(three(tone(GOOD), tone(BAD, done=False)), "agreed")
    assert said(unit) == [("tone", "good")]


def test_a_coder_who_was_not_asked_does_not_disagree() -> None:
    assert said(only(three(tone(GOOD), tone(None)), "agreed")) == [("tone", "good")]


def test_statements_are_agreed_on_as_a_set() -> None:
    two = three(tone(None, SUPPORT, OPPOSE), tone(None, OPPOSE, SUPPORT))
    unit = only(two, "agreed")
    assert len(unit.statements) == 2
    assert unit.done
    apart = three(tone(None, SUPPORT), tone(None, OPPOSE), tone(None, SUPPORT))
    assert only(apart, "agreed").statements == []
    assert not only(apart, "agreed").done
    assert said(only(apart, "majority")) == [("actor", "us"), ("stance", "support")]


def test_no_statement_is_a_result_that_can_be_agreed_on_and_decided() -> None:
    assert only(three(tone(None), tone(None)), "agreed").done
    apart = three(tone(None, SUPPORT), tone(None))
    assert only(apart, "decision", decided(NO_STATEMENT, "")).done
    assert only(apart, "decision", decided(NO_STATEMENT, "")).statements == []


def test_decided_statements_stand_in_for_all() -> None:
    apart = three(tone(None, SUPPORT), tone(None, OPPOSE))
    rows = [decided("actor", "dprk", "x"), decided("stance", "support", "x")]
    assert said(only(apart, "decision", *rows)) == [("actor", "dprk"), ("stance", "support")]


def with_lever(*codes: str) -> UnitWork:
    return tone(GOOD, Statement("01A", {"actor": Answer.of("us"), "lever": Answer.of(*codes)}))


def test_the_order_of_a_selection_s_codes_does_not_matter() -> None:
    unit = only(three(with_lever("summit", "relief"), with_lever("relief", "summit")), "agreed")
    assert said(unit)[1:] == [("actor", "us"), ("lever", "relief|summit")]
    assert unit.done


def test_free_text_is_not_compared() -> None:
    works = [
        UnitWork({"tone": GOOD, "remark": Answer.of(text)}, done=True) for text in ("b|a", "why")
    ]
    differ = only(three(*works), "agreed")
    assert said(differ) == [("tone", "good")]
    assert differ.done
    assert said(only(three(works[0]), "agreed")) == [("remark", "b|a"), ("tone", "good")]


def test_where_there_are_statements_it_is_no_question_why_there_are_none() -> None:
    book = source({}).codebook
    why = Variable("why", Level.PARAGRAPH, "Why", Measurement.NOMINAL, codes=(Code("s", "S", "s"),),
                   ask_if_no_statement=True)  # fmt: skip
    works = three(tone(GOOD, SUPPORT), UnitWork({"tone": GOOD, "why": Answer.of("s")}, done=True))
    given = replace(
        source(works),
        codebook=replace(book, variables=(*book.variables, why)),
        decisions=lambda: [decided("actor", "us", "01A")],
    )
    [unit] = coded_units(final(given, Final.AGREED))
    assert said(unit) == [("tone", "good"), ("actor", "us")]
    assert unit.done


def test_an_article_as_a_whole_has_no_statements_to_decide() -> None:
    works = {key("a", FIRST, 0): UnitWork({"overall": Answer.of("1")}, done=True)}
    row = DecisionRow(
        "lead", "main", FIRST, 0, "", "overall", "2", "coded", "slip", "", "", 9, "1.2"
    )
    unit = only(works, "decision", row)
    assert said(unit) == [("overall", "2")]
    assert unit.done
