"""The agreement screen: its table, and the way from a figure to the paragraphs behind it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotator.model.coding import Answer, Target
from annotator.reports.intervals import Wish
from annotator.reports.verdict import Thresholds
from annotator.study import Study
from annotator.tui.agreement.figures import figures
from annotator.tui.agreement.question import Question
from annotator.tui.screens.agreement import AgreementScreen
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST, SECOND
from tests.tui.shown import SIZES, Shown, is_harmless, showing


async def computed(app: Shown, pilot: Pilot[None]) -> str:
    """What is shown when the figures are there."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    return app.text


async def press(app: Shown, pilot: Pilot[None], *keys: str) -> str:
    """Press keys, each when what the one before asked for is there; what is shown then."""
    for key in keys:
        await pilot.press(key)
        await computed(app, pilot)
    return app.text


@pytest.fixture
def screen(two_coders: Path) -> AgreementScreen:
    return AgreementScreen(Question(two_coders))


async def test_the_table(screen: AgreementScreen) -> None:
    async with showing(screen) as (app, pilot):
        text = await computed(app, pilot)
    assert "Coders: ana, ben. 3 codable of 3 finished paragraphs." in text
    lines = {line[2:22].strip(): line for line in text.splitlines()}
    assert lines["statement, any"].split()[2:4] == ["2", "1.000"]
    assert lines["statement, any"].split()[-1] == "reliable"
    assert lines["actor, set"].split()[2:4] == ["2", ".400"]
    assert lines["actor, set"].split()[-1] == "unreliable"
    assert lines["tone"].split()[-1] == "undefined"


async def test_reasons_and_remarks_of_the_row_at_the_cursor(screen: AgreementScreen) -> None:
    async with showing(screen) as (app, pilot):
        text = await computed(app, pilot)
        assert "Krippendorff's alpha is undefined: there is only one coder." in text
        text = await press(app, pilot, "down")
        assert "Cohen's kappa 1.000" in text
        assert "! 1 unit that only one coder coded does not count." in text
        assert "Level of measurement: nominal." in text


async def test_whole_statements_come_after_the_rest(screen: AgreementScreen) -> None:
    async with showing(screen, (120, 40)) as (app, pilot):
        text = await computed(app, pilot)
        names = [line[2:36].strip() for line in text.splitlines()]
        assert names.index("statement, whole") > names.index("actor+stance, pairs")
        (line,) = [line for line in text.splitlines() if "statement, matched" in line]
        assert line.split()[-2:] == ["no", "verdict"]
        assert "F1" in line


async def test_intervals_are_those_asked_for_and_drawn(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ben") as study:
        study.finish(FIRST.id, 3)
    for coder, first in (("ana", "us"), ("ben", "dprk")):
        with Study.open(two_coders, coder=coder) as study:
            for paragraph, actor in ((1, first), (2, "us")):
                study.add_statement(SECOND.id, paragraph, {"actor": Answer.of(actor)})
                study.finish(SECOND.id, paragraph)
    wish = Wish(replicates=100, seed=7, clustered=False)
    question = Question(two_coders, wish=wish, thresholds=Thresholds(0.9, 0.5))
    async with showing(AgreementScreen(question)) as (app, pilot):
        text = await computed(app, pilot)
        assert ".50    .90 1" in text.splitlines()[2]
        text = await press(app, pilot, "down", "down")
        (line,) = [line for line in text.splitlines() if line.startswith("> ")]
        assert "unit bootstrap, percentile, 100 replicates, seed 7" in text.replace("\n ", " ")
        assert "├" in line or "◂" in line
        assert re.search(r"Below \.90 in \d+% of the replicates", text.replace("\n ", " "))


async def test_only_what_is_asked_for_is_compared(two_coders: Path) -> None:
    question = Question(two_coders, variables=("actor",), coders=("ana",), single_codes=True)
    async with showing(AgreementScreen(question)) as (app, pilot):
        text = await computed(app, pilot)
    assert "Coders: ana." in text
    assert "actor = dprk" in text
    assert "lever" not in text


async def test_single_codes_come_and_go_and_the_cursor_stays(screen: AgreementScreen) -> None:
    async with showing(screen) as (app, pilot):
        assert "dprk" not in await computed(app, pilot)
        await press(app, pilot, "down", "down")
        here = app.at_cursor
        text = await press(app, pilot, "c")
        assert "actor = dprk" in text
        assert app.at_cursor == here
        assert "dprk" not in await press(app, pilot, "home", "c")


@pytest.mark.parametrize("key", ["escape", "f5"])
async def test_going_back_at_once_or_later(screen: AgreementScreen, key: str) -> None:
    async with showing(screen) as (app, pilot):
        await pilot.press("f1", "f1", key)
        await pilot.pause()
    assert app.results == [None]


async def test_a_study_without_codings(tmp_path: Path) -> None:
    Study.create(tmp_path / "study.db", CODEBOOK).close()
    async with showing(AgreementScreen(Question(tmp_path / "study.db"))) as (app, pilot):
        text = await computed(app, pilot)
        await press(app, pilot, "down", "c", "enter", "d", "t")
    assert "Coders: nobody." in text
    assert "not coded by anyone: tone" in text


async def test_a_study_that_is_gone_is_explained(two_coders: Path) -> None:
    two_coders.unlink()
    async with showing(AgreementScreen(Question(two_coders))) as (app, pilot):
        assert "There is no table:" in await computed(app, pilot)
        await pilot.press("enter", "d", "t", "down", "c")
        assert "There is no table:" in app.text


async def test_from_a_cell_to_its_paragraph_and_back(screen: AgreementScreen) -> None:
    async with showing(screen, (120, 40)) as (app, pilot):
        await computed(app, pilot)
        text = await press(app, pilot, "down", "down", "enter")
        assert "actor, set, nominal: alpha (Jaccard)" in text
        assert re.search(r"\[ +1█\]", text)
        assert "“United States” against “North Korea”: 1 pair of coders." in text
        text = await press(app, pilot, "enter")
        assert "DISAGREEMENTS, actor, set" in text
        assert "“United States” against “North Korea”." in text
        assert "> first 2" in text
        assert "The harbour fell silent." in text
        text = await press(app, pilot, "enter")
        assert "What each coder said" in text
        assert "memo: who is silent?" in text
        assert "Supports" in text
        assert "The codes in dispute" in text
        for title in ("DISAGREEMENTS", "actor, set, nominal", "AGREEMENT"):
            assert title in await press(app, pilot, "escape")


async def test_a_cell_without_disagreement_says_so(screen: AgreementScreen) -> None:
    async with showing(screen, (120, 40)) as (app, pilot):
        await computed(app, pilot)
        await press(app, pilot, "down", "down", "enter", "home")
        text = await press(app, pilot, "left", "enter")
        assert "Here coders agree." in text
        text = await press(app, pilot, "end", "right", "right", "right")
        assert "against anything else" in text
        assert "DISAGREEMENTS" in await press(app, pilot, "enter")


async def test_all_disagreements_of_a_row_and_of_whole_statements(screen: AgreementScreen) -> None:
    async with showing(screen, (120, 40)) as (app, pilot):
        await computed(app, pilot)
        text = await press(app, pilot, "d")
        assert "No two coders differ here." in text
        await press(app, pilot, "enter", "escape")
        while "statement, whole" not in app.at_cursor:
            await press(app, pilot, "down")
        text = await press(app, pilot, "enter")
        assert "DISAGREEMENTS, statement, whole" in text
        assert "> first 2" in text
        assert "statement, whole: " in await press(app, pilot, "enter", "right", "pagedown", "home")


async def test_over_time(screen: AgreementScreen) -> None:
    async with showing(screen, (120, 40)) as (app, pilot):
        await computed(app, pilot)
        text = await press(app, pilot, "down", "down", "t")
        assert "by week" in text
        assert "●" in text
        assert "all units were finished within a minute" in text
        assert "[1-3]" in await press(app, pilot, "s")
        assert "[main]" in await press(app, pilot, "s")
        assert "by codebook version" in await press(app, pilot, "s")
        assert "by week" in await press(app, pilot, "s", "right", "left")
        assert "DISAGREEMENTS, actor, set, week 20" in await press(app, pilot, "enter")


async def test_clicks_do_what_keys_do(screen: AgreementScreen) -> None:
    async with showing(screen, (120, 40)) as (app, pilot):
        await computed(app, pilot)
        await click(app, pilot, "actor, set")
        assert "actor, set" in app.at_cursor
        await click(app, pilot, "actor, set")
        await computed(app, pilot)
        assert "Pairs of coders" in app.text
        await click(app, pilot, "1█", last=True)
        await click(app, pilot, "all disagreements")
        await computed(app, pilot)
        await click(app, pilot, "first 2")
        await computed(app, pilot)
        assert "What each coder said" in app.text
        await click(app, pilot, "Esc")
        assert "DISAGREEMENTS" in app.text


async def click(app: Shown, pilot: Pilot[None], words: str, *, last: bool = False) -> None:
    lines = [(y, line) for y, line in enumerate(app.text.splitlines()) if words in line]
    y, line = lines[-1 if last else 0]
    await pilot.click(offset=(line.index(words), y))
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_harmless_in_any_size_on_every_screen(
    two_coders: Path, size: tuple[int, int]
) -> None:
    hostile = "[sic] [/ \x1b]0;x\x07\u202e"
    with Study.open(two_coders, coder=hostile) as study:
        statement = study.add_statement(FIRST.id, 2, {"actor": Answer.of("us")})
        study.set_memo(Target(FIRST.id, 2, statement), hostile)
        study.finish(FIRST.id, 2)
    async with showing(AgreementScreen(Question(two_coders)), size) as (app, pilot):
        text = await computed(app, pilot)
        assert size[0] < 80 or "[sic] [/ ␛]0;x" in text
        for keys in ("down down enter", "d", "enter", "escape escape escape", "t", "escape"):
            assert is_harmless(await press(app, pilot, *keys.split()))
            assert [len(line) for line in app.text.splitlines() if len(line) > size[0]] == []


def test_the_figures_are_those_of_the_command(two_coders: Path) -> None:
    question = Question(two_coders, wish=Wish(replicates=200, clustered=False))
    *_, found = figures(question, lambda: False)
    options = ("--json", "--no-clusters", "--replicates", "200")
    said = run("agree", *options, study=two_coders).json()
    rows = {
        (row["variable"], row["view"], row["code"], row["level"], row["depth"]): row
        for row in said["rows"]
    }
    assert len(rows) == len(found.rows)
    for row in found.rows:
        heading = row.heading
        key = heading.variable, heading.view, heading.code, heading.level, heading.depth
        printed = rows[key]
        for one in printed["coefficients"]:
            (shown,) = [c for c in row.coefficients if c.name == one["name"]]
            interval = row.ci[one["name"]]
            assert (shown.value, interval.low, interval.high) == (
                one["value"],
                one["ci"]["low"],
                one["ci"]["high"],
            )
