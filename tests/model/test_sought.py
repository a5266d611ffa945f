"""Words and phrases in texts: whether they are there, and where."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.folding import fold
from annotator.model.sought import MOST_MARKED, Mark, Sought

SPACES = st.text(alphabet=" \n\t\u00a0\u2028", min_size=1, max_size=3)
WORDS = st.text(min_size=1, max_size=6) | st.text(alphabet="aAéßﬁ’x\u0301한\u1112\u1161か\u3099")


def found(typed: str, text: str) -> list[str]:
    """What is marked, where everything sought is in the text."""
    sought = Sought.typed(typed)
    assert sought.is_in(text) <= sought.may_be_in(text)
    return [text[start:end] for start, end in sought.marks(text)] if sought.is_in(text) else []


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("kim  Trump", (("kim",), ("trump",))),
        ('kim "Sanctions  relief" kim', (("kim",), ("sanctions", "relief"))),
        ("“sanctions relief”now", (("sanctions", "relief"), ("now",))),
        ('a "b c', (("a",), ("b", "c"))),
        ("don’t", (("don't",),)),
        (' "" \u200b ', ()),
    ],
)
def test_what_is_typed_is_words_and_phrases(typed: str, terms: tuple[tuple[str, ...], ...]) -> None:
    assert Sought.typed(typed).terms == terms
    assert bool(Sought.typed(typed)) == bool(terms)


def test_all_words_must_be_there_in_any_order() -> None:
    text = "The Sanctions stay, says KIM."
    assert found("kim sanction", text) == ["Sanction", "KIM"]
    assert found("kim relief", text) == []


def test_a_phrase_goes_over_line_breaks_and_spaces() -> None:
    assert found('"sanctions relief"', "no sanctions\n \trelief") == ["sanctions\n \trelief"]
    assert found('"sanctions relief"', "relief of sanctions") == []


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("elysee", "l’Élysée", ["Élysée"]),
        ("elysee", unicodedata.normalize("NFD", "Élysée!"), ["E\u0301lyse\u0301e"]),
        ("strasse", "Hauptstraße", ["straße"]),
        ("s", "ß", ["ß"]),
        ("fi", "oﬃce", ["ﬃ"]),
        ("국", "대한국 사람", ["국"]),
        (
            "한국",
            unicodedata.normalize("NFD", "대한국 사람"),
            [unicodedata.normalize("NFD", "한국")],
        ),
        ("하", "한국", []),
        ("か", "がか", ["か"]),
        ("بيت", "في البَيْتِ", ["بَيْتِ"]),
        ("核", "朝鮮の核問題", ["核"]),
        ("cooperate", "co\u00adoperate", ["co\u00adoperate"]),
        ("a.c", "abc a.c", ["a.c"]),
    ],
)
def test_marks_are_places_in_the_text_itself(typed: str, text: str, marked: list[str]) -> None:
    assert found(typed, text) == marked


def test_places_that_overlap_are_one() -> None:
    assert Sought.typed("sanct ctions").marks("sanctions") == [Mark(0, 9)]


def test_in_a_very_long_text_the_first_places_are_marked() -> None:
    assert len(Sought.typed("e").marks("he " * 2 * MOST_MARKED)) == MOST_MARKED


@given(st.lists(WORDS, min_size=1, max_size=5), SPACES, st.data())
def test_every_word_of_a_text_is_found_in_it(
    words: list[str], space: str, data: st.DataObject
) -> None:
    text = space.join(words)
    sought = Sought.of(data.draw(st.lists(st.sampled_from(words))))
    assert sought.is_in(text)
    assert sought.may_be_in(text)


@given(st.lists(WORDS, max_size=6), SPACES, st.lists(WORDS, max_size=3))
def test_what_is_found_is_there_and_marked(words: list[str], space: str, typed: list[str]) -> None:
    text = space.join(words)
    sought = Sought.of([*typed, *words[:1]])
    if not sought.is_in(text):
        return
    marks = sought.marks(text)
    marked = [" ".join(fold(text[start:end]).split()) for start, end in marks]
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(before.end <= after.start for before, after in pairwise(marks))
    terms = [" ".join(term) for term in sought.terms]
    assert all(any(term in words for words in marked) for term in terms)
    assert all(any(term in words for term in terms) for words in marked)
