"""The agreement table."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotator.model.coding import Answer
from annotator.study import Study
from annotator.tui.screens.agreement import AgreementScreen
from tests.small import CODEBOOK, FIRST
from tests.tui.shown import SIZES, Shown, is_harmless, showing


async def computed(app: Shown, pilot: Pilot[None]) -> str:
    """What is shown when the figures are there."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    return app.text


async def test_the_table(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        async with showing(AgreementScreen(study)) as (app, pilot):
            text = await computed(app, pilot)
    assert "Coders: ana, ben. 3 codable paragraphs of 3 finished." in text
    lines = {line[2:30].strip(): line for line in text.splitlines()}
    assert lines["statement         any statem"].split()[-4:] == ["2", "2", "100%", "1.000"]
    assert lines["actor             set"].split()[-5:] == ["2", "2", "50%", ".400", ".400"]


async def test_reasons_and_remarks_of_the_row_at_the_cursor(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        async with showing(AgreementScreen(study)) as (app, pilot):
            text = await computed(app, pilot)
            assert "Krippendorff's alpha is undefined: there is only one coder" in text
            await pilot.press("down")
            assert "Cohen's kappa 1.000" in app.text
            assert "! 1 unit that only one coder coded does not count" in app.text


async def test_single_codes_come_and_go_and_the_cursor_stays(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        async with showing(AgreementScreen(study)) as (app, pilot):
            assert "dprk" not in await computed(app, pilot)
            await pilot.press("pagedown", "up")
            here = app.at_cursor
            await pilot.press("c")
            assert "dprk" in app.text
            assert app.at_cursor == here
            await pilot.press("pageup", "c")
            assert "dprk" not in app.text


@pytest.mark.parametrize("key", ["escape", "f5"])
async def test_going_back_at_once_or_later(two_coders: Path, key: str) -> None:
    with Study.open(two_coders, coder="ana") as study:
        async with showing(AgreementScreen(study)) as (app, pilot):
            await pilot.press("f1", "f1", key)
            await pilot.pause()
        assert app.results == [None]


async def test_a_study_without_codings(tmp_path: Path) -> None:
    with Study.create(tmp_path / "study.db", CODEBOOK) as study:
        async with showing(AgreementScreen(study)) as (app, pilot):
            text = await computed(app, pilot)
            await pilot.press("down", "c", "enter")
    assert "Coders: nobody." in text
    assert "not coded by anyone: tone" in text


async def test_a_study_that_is_gone_is_explained(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        two_coders.unlink()
        async with showing(AgreementScreen(study)) as (app, pilot):
            assert "There is no table:" in await computed(app, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_harmless_in_any_size(
    two_coders: Path, size: tuple[int, int]
) -> None:
    with Study.open(two_coders, coder="[sic] [/ \x1b]0;x\x07\u202e") as study:
        study.add_statement(FIRST.id, 2, {"actor": Answer.of("us")})
        study.finish(FIRST.id, 2)
        async with showing(AgreementScreen(study), size) as (app, pilot):
            text = await computed(app, pilot)
    assert is_harmless(text)
    assert size[0] < 40 or "[sic] [/ ␛]0;x" in text.replace("\n ", " ")
