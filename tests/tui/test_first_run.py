"""The first screen, where there is no study."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.tui.screens.first_run import DEMO, OPEN, START, FirstChoice, FirstRun
from tests.tui.shown import HOSTILE, SIZES, is_harmless, showing


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("keys", "choice"),
    [
        (["1"], FirstChoice(DEMO)),
        (["enter"], FirstChoice(DEMO)),
        (["2"], FirstChoice(START)),
        (["down", "enter"], FirstChoice(START)),
        (["q"], None),
        (["escape"], None),
    ],
)
async def test_choosing(keys: list[str], choice: FirstChoice | None, tmp_path: Path) -> None:
    async with showing(FirstRun()) as (app, pilot):
        await pilot.press(*keys)
    assert app.results == [choice]
    assert list(tmp_path.iterdir()) == []


async def test_a_file_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "q1.db").touch()
    async with showing(FirstRun()) as (app, pilot):
        await pilot.press("3", *"q9.db", "enter")
        assert "! There is no file “q9.db”." in app.text
        await pilot.press(*["backspace"] * 4, *"1.db", "enter")
    assert app.results == [FirstChoice(OPEN, Path("q1.db"))]


@pytest.mark.parametrize("typed", ["", "~nobody-of-this-name/x", "x" * 300, "."])
async def test_what_is_no_file_is_refused(typed: str) -> None:
    async with showing(FirstRun()) as (app, pilot):
        await pilot.press("3", *typed, "enter")
        assert "! There is no file" in app.text
        assert app.results == []


async def test_the_commands_to_type_are_shown() -> None:
    async with showing(FirstRun()) as (app, pilot):
        await pilot.press("down")
        assert "annotator init study.db --codebook codebook.yaml" in app.text
        await pilot.press("down", "up", "up")
        assert "Four short articles" in app.text


async def test_the_mouse() -> None:
    async with showing(FirstRun()) as (app, pilot):
        await pilot.click("LineList", offset=(5, 1))
        await pilot.click("LineList", offset=(5, 1))
    assert app.results == [FirstChoice(START)]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / HOSTILE.replace("/", "").replace("\x00", "")[:40]
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with showing(FirstRun(), size) as (app, pilot):
        await pilot.press("3", *"[sic]", "enter", "f1")
        assert is_harmless(app.text)
