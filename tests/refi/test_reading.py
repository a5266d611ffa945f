"""What programs write for the same thing: colours, GUIDs, characters that XML cannot hold."""

import pytest

from annotator.refi.code_xml import read_colour
from annotator.refi.colours import PALETTE, colour
from annotator.refi.guids import code_guid, guid, same_form
from annotator.refi.text import fits, fitted


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#ff0000", "#FF0000"),
        ("#F00", "#FF0000"),
        ("ff0000", "#FF0000"),
        ("#80FF0000", "#FF0000"),
        ("rgb(255, 0, 0)", "#FF0000"),
        ("rgba(999,0,0,0.5)", "#FF0000"),
        ("-65536", "#FF0000"),
        ("red", ""),
        ("", ""),
    ],
)
def test_colours(written: str, read: str) -> None:
    assert read_colour(written) == read


def test_guids_stay_and_differ() -> None:
    assert code_guid("book", "actor", "us") == "076688A7-F575-5F9F-A0A8-4F0D44698ABD"
    assert len({guid("a", "b"), guid("ab"), guid("a\0b", ""), guid("a", "b", "")}) == 4
    assert same_form(" {b5f0dbbd} ") == "B5F0DBBD"


def test_groups_get_their_colours_in_turn() -> None:
    assert [colour(0), colour(len(PALETTE)), colour(1)] == [PALETTE[0], PALETTE[0], PALETTE[1]]


def test_characters_that_xml_cannot_hold() -> None:
    assert fits("a\t\n\r\x85🙂")
    for character in ("\0", "\x1b", "\ufffe", "\ud800"):
        assert not fits(character)
        assert fitted(f"a{character}b") == "a\ufffdb"
