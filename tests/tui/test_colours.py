"""Colours that were chosen are there the next time; whatever the file holds, the screens open."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.study import Study
from annotator.tui.app import Annotator
from annotator.tui.colours import chosen, file_of_choice, keep
from annotator.tui.screens.coding import CodingScreen
from annotator.tui.session import Session
from tests.tui.study import make_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(make_study(tmp_path / "study.db"), coder="ana") as study:
        yield study


def app_of(study: Study, colours: Path | None) -> Annotator:
    place = study.place()
    assert place is not None
    return Annotator(CodingScreen(Session(study, place)), colours=colours)


async def test_what_was_chosen_in_the_palette_is_kept(study: Study, tmp_path: Path) -> None:
    file = tmp_path / "config" / "colours"
    app = app_of(study, file)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"colours", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*"high-con", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.theme == "high-contrast"
    assert file.read_text() == "high-contrast\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["colours"]
    assert app_of(study, file).theme == "high-contrast"


async def test_without_a_file_nothing_is_kept(study: Study) -> None:
    async with app_of(study, None).run_test() as pilot:
        pilot.app.theme = "textual-light"
        await pilot.pause()


@pytest.mark.parametrize("content", [b"", b"no-such-colours", b"\xff\xfe", b"x" * 10_000])
def test_a_file_that_says_nothing_is_passed_over(
    study: Study, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "colours"
    file.write_bytes(content)
    assert app_of(study, file).theme == app_of(study, None).theme


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = tmp_path / "file" / "colours"
    keep(file, "textual-light")
    assert chosen(file) == ""


def test_the_choice_belongs_to_the_person_and_not_to_the_study() -> None:
    assert file_of_choice().parent.name == "annotator"


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "high-contrast"])
async def test_the_colours_of_the_terminal_have_what_the_screens_name(
    study: Study, tmp_path: Path, theme: str
) -> None:
    (tmp_path / "colours").write_text(theme)
    app = app_of(study, tmp_path / "colours")
    async with app.run_test() as pilot:
        assert app.theme == theme
        for window in ("f1", "f2", "f4", "f6", "slash"):
            await pilot.press(window)
            await pilot.pause()
            await pilot.press("escape")
    assert app.failure is None
