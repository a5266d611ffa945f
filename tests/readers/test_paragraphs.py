"""Cutting: exact ranges, nothing lost, nothing altered."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.paragraphs import WHITE, cut

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \n\n\n\t\xa0\u200b\u2028\x85.é漢😀"), st.characters(codec="utf-8")
    ),
    max_size=400,
)


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)]


@given(ANY_TEXT)
def test_every_visible_character_is_in_exactly_one_paragraph(text: str) -> None:
    cuts = cut(text)
    covered = [0] * len(text)
    for start, end in cuts:
        assert 0 <= start < end <= len(text)
        for position in range(start, end):
            covered[position] += 1
    assert all(count <= 1 for count in covered)
    assert all(
        covered[position] == 1 for position, character in enumerate(text) if character not in WHITE
    )
    assert cuts == sorted(cuts)


@given(ANY_TEXT)
def test_paragraphs_are_trimmed(text: str) -> None:
    assert all(part == part.strip(WHITE) and part for part in texts(text))


def test_blank_lines_separate() -> None:
    assert texts("a\n\nb\n \t\nc\n\xa0\nd\n\u200b\ne\n\n\n\nf\n") == ["a", "b", "c", "d", "e", "f"]


def test_hard_wrapped_lines_stay_together() -> None:
    assert texts("one\n\ntwo lines\nof one paragraph\n") == ["one", "two lines\nof one paragraph"]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    text = "A headline\nBy Jane Doe\n" + "A paragraph of some length. " * 5 + "\nAnother.\n"
    assert len(texts(text)) == 4


def test_wrapped_text_without_blank_lines_is_cut_at_indented_lines() -> None:
    text = (
        "  The delegations met in a room without windows, and they\n"
        "stayed there for eleven hours, with breaks for tea that got\n"
        "shorter as the day went on and the interpreters grew tired.\n"
        "  When they came out, nobody asked them anything, because the\n"
        "reporters had gone to look at the motorcades on the other\n"
        "side of the lake.\n"
    )
    assert [part[:15] for part in texts(text)] == ["The delegations", "When they came "]


def test_lines_that_are_too_long_to_be_wrapped_are_paragraphs() -> None:
    long = "This line was pasted from a web page and was never wrapped. " * 5
    assert len(texts(f"Headline\n\n{long}\n{long}\nShort.\n")) == 4


def test_a_caption_twice_stays_one_paragraph() -> None:
    line = "The two leaders in the garden of the hotel on Thursday. (Some Name/Agency)"
    assert len(texts(f"Headline\n\n{line}\n{line}\n\nBody.\n")) == 3


def test_line_ends_of_unicode_cut_as_line_feeds_do_and_stay_as_they_are() -> None:
    assert texts("a\u2028b\u2029c\n\nd") == ["a\u2028b\u2029c", "d"]
    assert texts("One.\u2029Two.\u2029Three.") == ["One.", "Two.", "Three."]
    assert texts("One.\u2028still one.\u2028\u2028Two.") == ["One.\u2028still one.", "Two."]


def test_an_ellipsis_in_the_wrong_encoding_is_no_line_end() -> None:
    assert texts("Well\x85 no.") == ["Well\x85 no."]


def test_offsets_are_code_points() -> None:
    assert cut("😀漢\n\né x") == [(0, 2), (4, 7)]


def test_five_megabytes_in_one_line() -> None:
    """Whatever looked through them once for each word would not come to an end."""
    assert len(cut("word and " * 560_000)) == 1
