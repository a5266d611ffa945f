"""Ranking of codes by the words a coder types."""

from __future__ import annotations

import pytest

from annotator.model.codebook import Code, Guidance, Level, Measurement, Stop, Variable
from annotator.model.folding import fold
from annotator.tui.find import CodeIndex, number_name, query_words
from tests.effort import lines_run


def variable(*codes: Code, stop: Stop = Stop.ANY) -> Variable:
    return Variable("lever", Level.STATEMENT, "Lever", Measurement.NOMINAL, codes=codes, stop=stop)


RELIEF = Code(
    "relief",
    "Sanctions relief",
    "r",
    value=-1.0,
    guidance=Guidance(definition="Fewer penalties", include=("lifting", "waivers (all)")),
)
PRESSURE = Code("pressure", "Pressure and enforcement", "p", value=2.5)
END = Code("end_of_war", "End-of-war declaration", "w", guidance=Guidance("After sanctions"))
PARIS = Code("fr.pm", "Élysée, Matignon", "e")
SEOUL = Code("rok", "대한민국 정부 / 政府", "k")
LEVER = variable(Code("sanctions", "Sanctions", "s", codes=(RELIEF, PRESSURE)), END, PARIS, SEOUL)
INDEX = CodeIndex([LEVER])


def ids(query: str, index: CodeIndex = INDEX) -> list[str]:
    return [found.code.id for found in index.find(query)]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("relief", "relief"),
        ("enf", "pressure"),
        ("waiv", "relief"),
        ("penal few", "relief"),
        ("elys", "fr.pm"),
        ("ÉLYS", "fr.pm"),
        ("fr.pm", "fr.pm"),
        ("pm", "fr.pm"),
        ("war dec", "end_of_war"),
        ("end-of", "end_of_war"),
        ("-1", "relief"),
        ("2.5", "pressure"),
        ("정부", "rok"),
        ("국", "rok"),
        ("府", "rok"),
    ],
)
def test_any_word_finds_the_code(query: str, best: str) -> None:
    assert ids(query)[0] == best


def test_every_word_must_be_found() -> None:
    assert ids("sanctions zebra") == []


def test_the_middle_of_a_word_is_no_match() -> None:
    assert ids("anctions") == []


def test_a_label_outranks_a_group_and_a_definition() -> None:
    assert ids("sanctions") == ["sanctions", "relief", "pressure", "end_of_war"]


def test_an_exact_id_outranks_a_label() -> None:
    index = CodeIndex([variable(Code("1", "War and peace", "a"), Code("war", "Conflict", "b"))])
    assert ids("war", index) == ["war", "1"]


def test_punctuation_and_an_empty_query_are_harmless() -> None:
    assert query_words('  "relief", (waivers)!  ... ') == ["relief", "waivers"]
    assert len(ids("...")) == len(INDEX) == 6


def test_only_codes_that_can_be_given_are_found() -> None:
    codes = (
        Code("sanctions", "Sanctions", "s", codes=(RELIEF,)),
        Code("old", "Sanctions, old", "o", deprecated=True),
    )
    assert ids("sanctions", CodeIndex([variable(*codes, stop=Stop.LEAF)])) == ["relief"]


def test_the_group_is_named_from_the_top() -> None:
    found = INDEX.find("waivers")[0]
    assert (found.group, found.variable) == ("Sanctions", LEVER)


def test_folding_and_numbers() -> None:
    assert fold("Straße ÉÉ") == "strasse ee"
    assert [number_name(value) for value in (3.0, -1.0, 2.5)] == ["3", "-1", "2.5"]


def test_a_large_codebook_is_searched_within_a_keystroke() -> None:
    codes = tuple(
        Code(
            str(n), f"Topic {n} of the agenda", "a", guidance=Guidance(f"Includes issue {n}, " * 5)
        )
        for n in range(2_000)
    )
    index = CodeIndex([variable(*codes)])
    assert len(index.find("issue topic 19")) == 111
    assert lines_run(lambda: index.find("issue topic 19")) < 100 * len(codes)  # measured: 48, 40 ms
