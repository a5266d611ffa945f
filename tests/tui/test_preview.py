"""Articles before they are stored: accept, correct, leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UsageError
from annotator.model.article import Article, Kind
from annotator.readers.assemble import assemble
from annotator.readers.found import Block, Found, of_blocks
from annotator.readers.source import Source
from annotator.tui.intake import Candidate, Candidates
from annotator.tui.screens.preview import Preview
from tests.tui.shown import HOSTILE, SIZES, is_harmless, showing

FIRST = "The first paragraph says it. It says it twice, as people do."
SECOND = "The second one adds a thought that nobody had before, not even its author."


def article(title: str, *paragraphs: str, **fields: str) -> Article:
    found = of_blocks(
        [Block(title, Kind.HEADLINE, "the file calls it the title"), *map(Block, paragraphs)],
        {"title": title, **fields},
    )
    source = Source(Path(f"{title}.docx"), title.encode())
    [made] = assemble(source, "nexis", Found([found])).articles
    return made


def candidates() -> Candidates:
    return Candidates(
        [
            Candidate(
                article("Summit ends", FIRST, SECOND, source="Courier", date="2019-03-01"),
                "all.docx", "Nexis Uni", ("read as UTF-8: every byte is valid",),
            ),
            Candidate(
                article("Summit ended", FIRST, SECOND, source="Herald"), "all.docx", "Nexis Uni",
                ("looks like article 1 (overlap .97)",), doubtful=True,
            ),
            Candidate(article("Weather", SECOND, section="Life"), "w.html", "web page"),
        ]
    )  # fmt: skip


async def test_what_is_known_is_shown_and_all_are_stored() -> None:
    screen = Preview(candidates(), "2 files, 3 articles announced")
    async with showing(screen, (120, 30)) as (app, pilot):
        assert "3 of 3 will be added.  2 files, 3 articles announced" in app.text
        assert "2019-03-01 Courier" in app.at_cursor
        assert "read as UTF-8" in app.text
        await pilot.press("down")
        assert "looks like article 1" in app.text
        await pilot.press("f10")
    assert screen.accepted == candidates().accepted


async def test_doubtful_ones_are_left_out_by_one_key_and_one_by_another() -> None:
    screen = Preview(candidates(), "")
    async with showing(screen) as (app, pilot):
        await pilot.press("d")
        assert "2 of 3 will be added" in app.text
        await pilot.press("space")
        assert "1 of 3 will be added" in app.text
        await pilot.press("backspace", "backspace", "backspace")
        assert "nothing to take back" in app.text
        await pilot.press("home", "space", "ctrl+s")
    assert [one.title for one in screen.accepted or []] == ["Summit ended", "Weather"]


async def test_leaving_stores_nothing_and_asks_once_where_work_was_done() -> None:
    screen = Preview(candidates(), "")
    async with showing(screen) as (app, pilot):
        await pilot.press("space", "escape")
        assert "Esc again" in app.text
        await pilot.press("escape")
    assert screen.accepted is None


async def test_with_all_left_out_there_is_nothing_to_store() -> None:
    screen = Preview(candidates(), "")
    async with showing(screen) as (app, pilot):
        await pilot.press("space", "space", "space", "f10")
        assert "Every article is left out" in app.text
    assert screen.accepted is None


async def test_kinds_and_cuts_are_corrected() -> None:
    screen = Preview(candidates(), "")
    async with showing(screen) as (app, pilot):
        await pilot.press("enter", "down", "c", "up", "x")
        assert "It says it twice" in app.at_cursor
        await pilot.press("enter")
        assert "cut by hand" in app.text
        await pilot.press("right", "down", "j", "escape")
        assert "Summit ended" in app.at_cursor
        await pilot.press("f10")
    first, second, _ = screen.accepted or []
    assert [p.kind for p in first.paragraphs] == ["headline", "caption", "caption", "body"]
    assert first.paragraph_text(3) == "It says it twice, as people do."
    assert second.paragraph_text(2) == f"{FIRST}\n\n{SECOND}"
    assert second.id != candidates()[1].article.id


async def test_what_cannot_be_joined_is_said() -> None:
    async with showing(Preview(candidates(), "")) as (app, pilot):
        await pilot.press("enter", "end", "j")
        assert "cannot be made one" in app.text
        await pilot.press("x")
        assert "one sentence" in app.text
        await pilot.press("u")
        assert "nothing to take back" in app.text


async def test_fields_are_corrected_and_wrong_dates_are_not_taken() -> None:
    screen = Preview(candidates(), "")
    async with showing(screen, (80, 30)) as (app, pilot):
        await pilot.press("e", "end", "!", "enter", *"Doe")
        await pilot.press("enter", "enter", "end", "ctrl+u", *"soon", "escape")
        assert "Type the date" in app.text
        await pilot.press("ctrl+u", *"1.3.2019", "escape", "f10")
    first = (screen.accepted or [])[0]
    assert (first.title, first.author, first.date) == ("Summit ends!", "Doe", "2019-03-01")


async def test_one_key_forgets_what_was_typed() -> None:
    screen = Preview(candidates(), "")
    async with showing(screen, (80, 30)) as (_, pilot):
        await pilot.press("e", "x", "f9", "f10")
    assert screen.accepted == candidates().accepted


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_stays_harmless_at_every_size(size: tuple[int, int]) -> None:
    hostile = HOSTILE.replace("\ud800", "").replace("\x00", "")
    one = Candidate(article(hostile, hostile, source=hostile), hostile, hostile, (hostile,))
    async with showing(Preview(Candidates([one]), hostile), size) as (app, pilot):
        for key in ("f1", "escape", "enter", "x", "escape", "escape", "e"):
            await pilot.press(key)
            assert is_harmless(app.text)


def test_undo_goes_back_through_all_changes() -> None:
    changed, untouched = candidates(), candidates()
    changed.toggle(2)
    changed.set_kind(0, 2, Kind.CAPTION)
    changed.join(1, 1)
    assert changed.leave_out_doubtful() == 1
    assert changed.leave_out_doubtful() == 0
    assert [changed.undo() for _ in range(5)] == [1, 1, 0, 2, None]
    assert list(changed) == list(untouched)


def test_an_article_keeps_a_title() -> None:
    with pytest.raises(UsageError, match="title"):
        candidates().set_fields(0, title=" ", author="", source="", date="", url="")
