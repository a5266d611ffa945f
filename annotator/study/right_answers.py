"""The right answers of training units, which a package may hold so that its coder gets feedback.

They lie beside the log: they are nobody's codings there, no figure and no export reads them, and
merging the package brings none of them. See decision 013.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.errors import StudyDamaged
from annotator.model.codebook import Codebook
from annotator.model.coding import MAIN_ROUND, ArticleWork, Statement, UnitWork
from annotator.model.team import WHOLE_ARTICLE, Purpose, Round
from annotator.model.unit_json import Answers, unit_as_json, unit_of
from annotator.store import rows, settings, team, work

if TYPE_CHECKING:
    import sqlite3

_KEY = "right answers "  # followed by the round
Unit = tuple[str, int]
Answered = Mapping[Unit, UnitWork]


def right_answers(
    database: sqlite3.Connection, codebook: Codebook, coder: str, within: Collection[str] | None
) -> dict[str, Answered]:
    """By training round, what the gold coder finished of the coder's units; `within` articles.

    What the gold coder said in the round `main` counts for units that were given in the training
    round only, and nothing is told of units that the coder is given in a round that counts: else a
    package could hold another's codings of units that are still to be coded alone.
    """
    described = team.rounds(database)
    counting = [r.name for r in described if r.counts and r.purpose is not Purpose.TRAINING]
    to_code = {unit for name in {MAIN_ROUND, *counting} for unit in _given(database, coder, name)}
    found: dict[str, Answered] = {}
    for training in described:
        if training.purpose is Purpose.TRAINING and training.gold not in ("", coder):
            answered = {
                unit: _told(codebook, done)
                for unit, done in _finished(database, codebook, training, coder)
                if not _is_among(to_code, unit) and (within is None or unit[0] in within)
            }
            if answered:
                found[training.name] = answered
    return found


def keep(package: sqlite3.Connection, found: Mapping[str, Answered]) -> None:
    """Write them into a package."""
    for name, answered in found.items():
        told = [[*unit, unit_as_json(done)] for unit, done in answered.items()]
        settings.set_local(package, _KEY + name, json.dumps(told, ensure_ascii=False))


def kept(package: sqlite3.Connection, round: str) -> dict[Unit, UnitWork]:
    """What a package holds of a round; nothing where it was not asked for. Raises StudyDamaged."""
    text = settings.local(package, _KEY + round)
    try:
        told = json.loads(text) if text else []
        return {(article, paragraph): unit_of(done) for article, paragraph, done in told}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StudyDamaged(f"The right answers of round {round} cannot be read.") from error


def rounds(package: sqlite3.Connection) -> list[str]:
    """The rounds that a package holds right answers of."""
    return sorted(settings.local_after(package, _KEY))


def faults(database: sqlite3.Connection) -> Iterator[str]:
    """Right answers that should not be there, or cannot be read, in words."""
    training = {r.name for r in team.rounds(database) if r.purpose is Purpose.TRAINING}
    for name in rounds(database):
        if name not in training or not settings.local(database, settings.PACKAGE):
            yield f"it holds right answers of round {name}, where no feedback is to be given"
        try:
            kept(database, name)
        except StudyDamaged as error:
            yield str(error)


def _finished(
    database: sqlite3.Connection, codebook: Codebook, training: Round, coder: str
) -> Iterator[tuple[Unit, UnitWork]]:
    """What the gold coder finished, in the training round itself last, for it is what counts."""
    given = _given(database, coder, training.name)
    multiple = frozenset(v.id for v in codebook.variables if v.multiple)
    for name in (MAIN_ROUND, training.name) if given else (training.name,):

        @lru_cache(1)
        def of_article(article: str, name: str = name) -> ArticleWork:
            return work.work(database, article, training.gold, name, multiple)

        for row in rows.units(database, coders=[training.gold], round=name):
            unit = (row.article, row.paragraph)
            if row.done and (not given or _is_among(given, unit)):
                yield unit, of_article(row.article).unit(row.paragraph)


def _given(database: sqlite3.Connection, coder: str, round: str) -> set[Unit]:
    return {(row.article, row.paragraph) for row in team.assignments(database, coder, round)}


def _is_among(given: Collection[Unit], unit: Unit) -> bool:
    return unit in given or (unit[0], WHOLE_ARTICLE) in given


def _told(codebook: Codebook, done: UnitWork) -> UnitWork:
    """Without what is not compared: free text, for example, which may say anything."""
    free = {v.id for v in codebook.variables if not v.is_compared}

    def compared(answers: Answers) -> Answers:
        return {name: answer for name, answer in answers.items() if name not in free}

    statements = tuple(Statement(one.id, compared(one.answers)) for one in done.statements)
    return replace(done, answers=compared(done.answers), statements=statements, memo="")
