"""Cells as answers, and what is said of those that are none."""

import pytest

from annotator.importers.places import Fault
from annotator.importers.values import Values, retired_codes
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer
from tests.exporters.sample import CODEBOOK


@pytest.mark.parametrize(
    ("variable", "cell", "answer"),
    [
        ("actor", "us", Answer.of("us")),
        ("actor", " us.congress ", Answer.of("us.congress")),
        ("lever", "relief | summit", Answer.of("relief", "summit")),
        ("actor", "not_applicable", NOT_APPLICABLE),
        ("overall", "cannot_tell", CANNOT_TELL),
        ("overall", "1.50", Answer.of("1.5")),
        ("date", "28 Feb 2019", Answer.of("2019-02-28")),
        ("remark", "a|b, c\nd", Answer.of("a|b, c\nd")),
    ],
)
def test_answers(variable: str, cell: str, answer: Answer) -> None:
    assert Values(CODEBOOK, ".").read(variable, cell) == answer


@pytest.mark.parametrize(
    ("variable", "cell", "fault"),
    [
        ("actor", "dpkr", Fault('actor has no code "dpkr"', 'did you mean "dprk"?')),
        ("actor", "North Korea",
         Fault('actor has no code "North Korea"', 'that is a label; its code is "dprk"')),
        ("actor", "us|dprk", Fault('actor has no code "us|dprk"', "actor takes one code")),
        ("actor", "Ω", Fault('actor has no code "Ω"')),
        ("lever", "sanctions", Fault("sanctions is a group: choose a code below it")),
        ("lever", "relief|summit|old", Fault("lever takes at most 2 codes")),
        ("lever", "relief|relief", Fault("lever was given the same code twice")),
        ("lever", "relief||summit", Fault('lever has no code ""')),
        ("stance", "not_applicable", Fault("stance does not take 'not applicable'")),
        ("overall", "6",
         Fault("overall: 6 is outside the range. Type a number from -5 to 5")),
        ("date", "yesterday",
         Fault("date: This is not a date. Type the date as 2019-03-01 or 1 March 2019")),
    ],
)  # fmt: skip
def test_faults(variable: str, cell: str, fault: Fault) -> None:
    assert Values(CODEBOOK, ".").read(variable, cell) == fault


def test_a_decimal_comma_only_where_it_was_said() -> None:
    assert Values(CODEBOOK, ",").read("overall", "-1,5") == Answer.of("-1.5")
    assert isinstance(Values(CODEBOOK, ".").read("overall", "-1,5"), Fault)


def test_a_code_no_longer_used_is_worth_a_word() -> None:
    lever = CODEBOOK.by_id["lever"]
    assert list(retired_codes(lever, Answer.of("relief", "old"))) == [
        "code old of lever is no longer used; it is now summit"
    ]
