"""Training on the screen: the right answers are read before the next unit comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.coding import Answer
from annotator.model.place import Place
from annotator.model.team import Purpose, Round
from annotator.reports.feedback import Feedback
from annotator.study import Study
from annotator.tui.screens.feedback import FeedbackScreen
from tests.tui.shown import HOSTILE, SIZES, is_harmless, showing
from tests.tui.study import make_study
from tests.tui.test_coding_screen import coding, opened, shown


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    path = make_study(tmp_path / "study.db")
    with Study.open(path, coder="gold", round="t1") as study:
        study.describe_round(Round("t1", Purpose.TRAINING, counts=False, gold="gold"))
        study.add_statement(
            "id-first", 3,
            {"actor": Answer.of("us"), "stance": Answer.of("oppose"), "lever": Answer.of("relief")},
        )  # fmt: skip
        study.finish("id-first", 3)
    with Study.open(path, coder="ana", round="t1") as study:
        yield study


async def test_the_right_answers_come_before_the_next_unit(study: Study) -> None:
    async with opened(study) as pilot:
        await pilot.press(*"su3sr", "enter")
        await pilot.pause()
        text = shown(pilot)
        assert "answers as the gold coder has them." in text
        assert "Statement 1: Stance of the actor towards the lever: you Supports; right:" in text
        assert coding(pilot).session.place == Place("id-first", 3)
        await pilot.press("enter")
        await pilot.pause()
        assert coding(pilot).session.place == Place("id-first", 4)
        assert "gold coder" not in shown(pilot)


async def test_in_a_package_they_come_as_well_where_they_were_packed(
    study: Study, tmp_path: Path
) -> None:
    study.pack("ana", tmp_path / "ana.db", feedback=True)
    with Study.open(tmp_path / "ana.db", coder="ana", round="t1") as package:
        async with opened(package) as pilot:
            await pilot.press(*"su3sr", "enter")
            await pilot.pause()
            assert "answers as the gold coder has them." in shown(pilot)


async def test_where_gold_says_nothing_the_next_unit_comes_at_once(study: Study) -> None:
    async with opened(study, place=Place("id-first", 4)) as pilot:
        await pilot.press(*"su3sr", "enter")
        await pilot.pause()
        assert coding(pilot).session.place == Place("id-first", 5)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(size: tuple[int, int]) -> None:
    async with showing(FeedbackScreen(Feedback(0, 2, (HOSTILE, HOSTILE))), size) as (app, _):
        assert is_harmless(app.text)
