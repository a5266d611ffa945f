"""`make screenshot`: docs/screenshot.svg, drawn by the program itself from the demo study."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from annotator.cli.demo import VISITOR, make
from annotator.model.coding import Answer
from annotator.study import Study
from annotator.tui.app import Annotator
from annotator.tui.screens.coding import CodingScreen
from annotator.tui.session import Session

PICTURE = Path(__file__).parent / "screenshot.svg"
SIZE = (110, 32)
PARAGRAPH = 6
FIRST = {"actor": "dprk.leader", "stance": "support", "lever": "yongbyon"}
SECOND = {"actor": "dprk.leader", "stance": "support"}  # typed, so that the lever is asked next


def picture() -> str:
    """Make a demo study, code a little, and draw what the screen shows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hanoi.db"
        make(path)
        with Study.open(path, coder=VISITOR) as study:
            _code_a_little(study)
            return asyncio.run(_draw(study))


def _code_a_little(study: Study) -> None:
    article = study.headers(1, 1)[0].id
    for paragraph in range(1, PARAGRAPH):
        study.finish(article, paragraph)
    answers = {variable: Answer.of(code) for variable, code in FIRST.items()}
    study.add_statement(article, PARAGRAPH, answers)


async def _draw(study: Study) -> str:
    place = study.place()
    if place is None:
        raise LookupError("the demo has no article")
    app = Annotator(CodingScreen(Session(study, place)))
    async with app.run_test(size=SIZE) as pilot:
        for variable, code in SECOND.items():
            await pilot.press(*study.codebook.by_id[variable].key_path(code))
        await pilot.pause()
        drawing = app.export_screenshot(title="annotator")
    # the drawing would fetch its font from the network; any monospaced font does
    return re.sub(r"@font-face \{.*?\}\s*", "", drawing, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
