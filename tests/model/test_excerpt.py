"""The part of a text that is shown around what was sought."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.excerpt import Piece, excerpt
from annotator.model.sought import Sought

FILLING = " ".join(f"word{number}" for number in range(100))


def shown(typed: str, text: str, room: int = 60) -> list[Piece]:
    return excerpt(text, Sought.typed(typed).marks(text), room)


def as_line(pieces: list[Piece]) -> str:
    return "".join(f"[{text}]" if is_marked else text for text, is_marked in pieces)


def test_a_short_text_is_shown_whole_in_one_line() -> None:
    assert as_line(shown("kim", "Mr. Kim\n  left. KIM!")) == "Mr. [Kim] left. [KIM]!"


def test_a_long_one_around_the_word_between_other_words() -> None:
    line = as_line(shown("word50", FILLING))
    assert line == "...word49 [word50] word51 word52 word53 word54 word55..."


def test_at_the_ends_nothing_is_cut() -> None:
    assert as_line(shown("word0", FILLING)).startswith("[word0] word1 ")
    assert as_line(shown("word99", FILLING)).endswith(" word98 [word99]")


def test_the_place_with_most_of_the_words_is_shown() -> None:
    text = f"kim {FILLING} sanctions on Kim {FILLING}"
    assert "[sanctions] on [Kim]" in as_line(shown("kim sanctions", text))


def test_words_that_stand_apart_have_a_part_each() -> None:
    text = f"Kim said {FILLING} the sanctions were eased {FILLING}"
    line = as_line(shown("sanctions kim", text))
    assert line.startswith("[Kim] said ")
    assert "...the [sanctions] were" in line
    assert "[sanctions]" not in as_line(shown("sanctions kim", text, room=30))


def test_text_without_spaces_is_cut_anywhere() -> None:
    line = as_line(shown("核", "朝" * 200 + "核" + "鮮" * 200))
    assert "朝[核]鮮" in line


def test_a_letter_that_stands_everywhere_is_marked_everywhere() -> None:
    pieces = shown("e", "e" * 100_000)
    assert pieces[0] == Piece("e", is_marked=True)


@given(
    st.text(alphabet="ab é\n\u200b한", max_size=300),
    st.sampled_from(["a", "b a", "한 b", '"a b"']),
    st.integers(0, 80),
)
def test_it_shows_a_word_and_no_more_than_the_room(text: str, typed: str, room: int) -> None:
    sought = Sought.typed(typed)
    if not sought.is_in(text):
        return
    pieces = excerpt(text, sought.marks(text), room)
    assert any(piece.is_marked for piece in pieces)
    assert sum(len(piece.text) for piece in pieces) <= max(room, 18)
