"""Which questions are asked, in a codebook small enough to see at a glance."""

import pytest

from annotator import codebook_file
from annotator.model.article import Article, Kind
from annotator.model.coding import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    UNTOUCHED,
    Answer,
    Statement,
    UnitWork,
)
from annotator.model.questionnaire import (
    asked_of_article,
    asked_of_paragraph,
    asked_of_statement,
    defaults_of_article,
    defaults_of_paragraph,
    fault,
    is_codable,
    is_put_before_coder,
    missing,
    missing_of_statement,
)

SOURCE = """\
codebook: asking
version: 1
title: What is asked when
article:
  outlet: {label: Outlet, prefill: source}
  overall: {label: Overall, codes: {bad: Bad, good: Good}}
  why_bad: {label: Why bad, ask_if: {overall: bad}, codes: {a: A, b: B}}
paragraph:
  kind_of_text: {label: Kind, prefill: kind, codes: {body: B, headline: H, caption: C}}
  outcome: {label: Outcome, default: none, codes: {good: Good, none: None}}
  nothing: {label: Why nothing, ask_if: no_statement, codes: {scene: Scene, other: Other}}
statement:
  actor: {label: Actor, codes: {us: {label: US, codes: {us.president: President}}, china: China}}
  stance: {label: Stance, codes: {pro: Pro, con: Con}}
  party: {label: Party, ask_if: {actor: us}, codes: {rep: R, dem: D}}
  sure: {label: Sure, required: false, default: yes_, codes: {yes_: Yes, no_: No}}
  levers: {label: Levers, required: false, select: {max: 2}, codes: {x: X, y: Y, z: Z}}
  day: {label: Day, measurement: date, required: false}
  share: {label: Share, measurement: ratio, min: 0, max: 100, required: false}
"""
CODEBOOK = codebook_file.load(SOURCE)


def ids(variables: object) -> list[str]:
    return [variable.id for variable in variables]  # type: ignore[attr-defined]


def said(**answers: str) -> dict[str, Answer]:
    return {variable: Answer.of(code) for variable, code in answers.items()}


def test_a_proposed_kind_decides_until_the_coder_says_otherwise() -> None:
    assert ids(asked_of_paragraph(CODEBOOK, Kind.BODY, UNTOUCHED)) == [
        "kind_of_text",
        "outcome",
        "nothing",
    ]
    assert ids(asked_of_paragraph(CODEBOOK, Kind.CAPTION, UNTOUCHED)) == ["kind_of_text"]
    corrected = UnitWork(said(kind_of_text="body"))
    assert is_codable(CODEBOOK, Kind.CAPTION, corrected.answers)
    assert "outcome" in ids(asked_of_paragraph(CODEBOOK, Kind.CAPTION, corrected))
    assert not asked_of_statement(
        CODEBOOK, Kind.BODY, UnitWork(said(kind_of_text="caption")), said(actor="us")
    )


def test_every_kind_is_met_where_the_codebook_asks_for_it() -> None:
    plain = codebook_file.load(
        "codebook: p\nversion: 1\ntitle: t\nparagraph:\n  t: {codes: {a: A, b: B}}"
    )
    assert is_put_before_coder(CODEBOOK, Kind.CAPTION)
    assert not is_put_before_coder(plain, Kind.CAPTION)
    assert is_put_before_coder(plain, Kind.STANDFIRST)


def test_the_reason_for_nothing_is_asked_only_where_there_is_nothing() -> None:
    unit = UnitWork(statements=(Statement("1", said(actor="us", stance="pro")),))
    assert "nothing" not in ids(asked_of_paragraph(CODEBOOK, Kind.BODY, unit))


@pytest.mark.parametrize(
    ("actor", "asked"),
    [("us", True), ("us.president", True), ("china", False)],
)
def test_a_group_in_a_condition_stands_for_all_codes_below_it(actor: str, asked: bool) -> None:
    found = asked_of_statement(CODEBOOK, Kind.BODY, UNTOUCHED, said(actor=actor))
    assert ("party" in ids(found)) is asked


def test_special_values_meet_no_condition_that_does_not_name_them() -> None:
    for answer in (CANNOT_TELL, NOT_APPLICABLE):
        found = asked_of_statement(CODEBOOK, Kind.BODY, UNTOUCHED, {"actor": answer})
        assert "party" not in ids(found)


def test_what_is_missing_is_required_asked_and_without_default() -> None:
    statement = Statement("1", said(actor="us"))
    assert ids(missing_of_statement(CODEBOOK, Kind.BODY, UNTOUCHED, statement)) == [
        "stance",
        "party",
    ]
    assert ids(missing(asked_of_article(CODEBOOK, {}), {})) == ["overall"]
    assert "why_bad" in ids(asked_of_article(CODEBOOK, said(overall="bad")))


def test_finishing_records_the_proposal_and_the_defaults() -> None:
    unit = UnitWork(statements=(Statement("s", said(actor="china", stance="pro")),))
    assert defaults_of_paragraph(CODEBOOK, Kind.BODY, unit) == [
        ("", "kind_of_text", Answer.of("body")),
        ("", "outcome", Answer.of("none")),
        ("s", "sure", Answer.of("yes_")),
    ]
    assert defaults_of_paragraph(CODEBOOK, Kind.CAPTION, UNTOUCHED) == [
        ("", "kind_of_text", Answer.of("caption"))
    ]
    article = Article("i", "n", "text", (), source="The Harbour Courier")
    assert defaults_of_article(CODEBOOK, article, UNTOUCHED) == [
        ("", "outlet", Answer.of("The Harbour Courier"))
    ]


@pytest.mark.parametrize(
    ("variable", "answer", "words"),
    [
        ("actor", Answer.of("us"), ""),
        ("actor", Answer.of("mars"), "no code mars"),
        ("actor", Answer.of("us", "china"), "one value"),
        ("nobody", Answer.of("us"), "no variable nobody"),
        ("levers", Answer.of("x", "y"), ""),
        ("levers", Answer.of("x", "y", "z"), "at most 2"),
        ("levers", Answer.of("x", "x"), "twice"),
        ("day", Answer.of("2019-02-28"), ""),
        ("day", Answer.of("28.2.2019"), "no date"),
        ("share", Answer.of("12.5"), ""),
        ("share", Answer.of("0"), ""),
        ("share", Answer.of("-1"), "not between"),
        ("share", Answer.of("101"), "not between"),
        ("share", Answer.of("nan"), "not between"),
        ("share", Answer.of("many"), "no number"),
        ("stance", CANNOT_TELL, ""),
    ],
)
def test_an_answer_that_cannot_be_given_says_why(variable: str, answer: Answer, words: str) -> None:
    found = fault(CODEBOOK, variable, answer)
    assert words in found if words else found == ""
