"""A study in which two coders differ on a tone and on statements, and agree on the rest."""

from __future__ import annotations

from pathlib import Path

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND

US = {"actor": Answer.of("us"), "stance": Answer.of("pro"), "lever": Answer.of("talks")}
DPRK = {"actor": Answer.of("dprk"), "stance": Answer.of("con"), "lever": Answer.of("sanctions")}


def make_disputed(path: Path) -> Path:
    """Four units: a headline they differ on, statements they differ on, two they agree on."""
    with Study.create(path, CODEBOOK, name="small.yaml") as study:
        study.add_articles([FIRST, SECOND])
    for coder, tone, stance in (("ana", "bad", "pro"), ("ben", "good", "con")):
        with Study.open(path, coder=coder) as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of(tone))
            study.add_statement(FIRST.id, 2, US | {"stance": Answer.of(stance)})
            if coder == "ana":
                statement = study.add_statement(FIRST.id, 2, DPRK)
                study.set_memo(Target(FIRST.id, 2, statement), "who is \x1b[31m silent?")
            study.add_statement(FIRST.id, 3, US)
            for number in (1, 2, 3):
                study.finish(FIRST.id, number)
            study.finish(SECOND.id, 1)
    return path


def decided(path: Path) -> list[tuple[int, str, str, str, str]]:
    """Paragraph, variable, value, reason and who, of every decided answer."""
    with Study.open(path, read_only=True) as study:
        return [
            (row.paragraph, row.variable, row.value, row.reason, row.coder)
            for row in study.decisions()
        ]


def settled(path: Path) -> list[tuple[int, str, str, str, str]]:
    """The same of disagreements alone, without what all agree on."""
    return [row for row in decided(path) if row[3] != "agreed"]
