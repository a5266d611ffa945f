"""What is the same when texts are compared, and the way back to the text."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.folding import fold, folded_ends


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élysée", "elysee"),
        ("E\u0301lyse\u0301e", "elysee"),
        ("STRAẞE Straße", "strasse strasse"),
        ("don’t", "don't"),
        ("Kim Jong\u2011un – ﬁn", "kim jong-un - fin"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ёлка Й", "елка и"),
        ("بَيْت", "بيت"),
        ("Ｋｉｍ", "kim"),
        ("a\u00a0b", "a b"),
    ],
)
def test_what_people_do_not_type_is_left_out(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["한국", "が", "北京", "ไทย", "हिन्दी", "أ"])
def test_what_makes_another_letter_is_kept(text: str) -> None:
    assert fold(text) == text
    assert fold(unicodedata.normalize("NFD", text)) == text


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_both_ways_of_writing_an_accent_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_every_character_has_its_end(text: str) -> None:
    ends = folded_ends(text)
    assert len(ends) == len(text)
    assert all(before <= after for before, after in pairwise(ends))
    assert not text or ends[-1] == len(fold(text))


def test_the_parts_of_a_syllable_have_one_end() -> None:
    assert list(folded_ends(unicodedata.normalize("NFD", "한a국é"))) == [1, 1, 1, 2, 3, 3, 3, 4, 4]
    assert list(folded_ends("aßc")) == [1, 3, 4]
