"""The codebook as a tree."""

from annotator.tui.outline import Outline
from tests.tui.shown import book

BOOK = book()


def names(outline: Outline) -> list[str]:
    return [node.name[1] or node.name[0] for node in outline.nodes]


def test_closed_at_first() -> None:
    assert names(Outline(BOOK)) == ["actor", "lever", "note"]


def test_revealing_a_code_opens_what_is_above_it() -> None:
    outline = Outline(BOOK)
    line = outline.reveal("lever", "pressure")
    assert names(outline) == ["actor", "lever", "sanctions", "relief", "pressure", "old", "note"]
    assert outline.nodes[line].name == ("lever", "pressure")


def test_what_is_unknown_is_not_revealed() -> None:
    assert Outline(BOOK).reveal("zebra", "x") == 0
    outline = Outline(BOOK)
    assert outline.nodes[outline.reveal("lever", "zebra")].name == ("lever", "")


def test_opening_closing_and_going_up() -> None:
    outline = Outline(BOOK)
    outline.set_open(outline.nodes[1], True)
    group = outline.nodes[2]
    assert names(outline)[2:4] == ["sanctions", "old"]
    assert outline.parent_line(group) == 1
    outline.set_open(group, True)
    assert outline.parent_line(outline.nodes[3]) == 2
    outline.set_open(outline.nodes[1], False)
    outline.set_open(outline.nodes[2], True)
    assert names(outline) == ["actor", "lever", "note"]


def test_a_filter_shows_matches_with_what_is_above_them() -> None:
    outline = Outline(BOOK)
    line = outline.filter("enforce")
    assert names(outline) == ["lever", "sanctions", "pressure"]
    assert (outline.nodes[line].name[1], outline.matches) == ("pressure", 1)
    assert outline.filter("zebra") == 0
    assert outline.nodes == []
    outline.filter("  ")
    assert names(outline) == ["actor", "lever", "note"]


def test_a_filter_finds_groups_and_codes_no_longer_used() -> None:
    outline = Outline(BOOK)
    outline.filter("old")
    assert names(outline) == ["lever", "old"]
