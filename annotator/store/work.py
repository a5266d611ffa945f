"""One coder's work: what a coding screen reads, and nothing of anybody else's."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from annotator.model.coding import SEPARATOR, Answer, ArticleWork, State, Statement, UnitWork
from annotator.model.place import Place
from annotator.store.articles import placeholders

_OWN = "WHERE article = ? AND coder = ? AND round = ?"


def work(
    connection: sqlite3.Connection,
    article: str,
    coder: str,
    round: str,
    multiple: Collection[str],
) -> ArticleWork:
    """All that one coder has said about one article in one round.

    `multiple` names the variables whose values are several codes.
    """
    place = (article, coder, round)
    answers = _answers(connection, place, multiple)
    statements = _statements(connection, place, answers)
    unit_marks = _unit_marks(connection, place)
    touched = {paragraph for paragraph, _ in answers} | statements.keys() | unit_marks.keys()
    units = {
        paragraph: UnitWork(
            answers.get((paragraph, ""), {}),
            tuple(statements.get(paragraph, ())),
            *unit_marks.get(paragraph, (False, "", False)),
        )
        for paragraph in touched
    }
    return ArticleWork(article, units)


_Answers = dict[tuple[int, str], dict[str, Answer]]  # (paragraph, statement) -> variable -> answer


def _answers(
    connection: sqlite3.Connection, place: tuple[str, str, str], multiple: Collection[str]
) -> _Answers:
    found: _Answers = {}
    for paragraph, statement, variable, value, state in connection.execute(
        f"SELECT paragraph, statement, variable, value, state FROM coding {_OWN}",  # noqa: S608
        place,
    ):
        answer = as_answer(value, state, multiple=variable in multiple)
        found.setdefault((paragraph, statement), {})[variable] = answer
    return found


def _statements(
    connection: sqlite3.Connection, place: tuple[str, str, str], answers: _Answers
) -> dict[int, list[Statement]]:
    found: dict[int, list[Statement]] = {}
    for paragraph, identifier, memo, flagged in connection.execute(
        "SELECT paragraph, id, memo, flagged FROM statement"  # noqa: S608 - constants
        f" {_OWN} ORDER BY paragraph, number",
        place,
    ):
        said = answers.get((paragraph, identifier), {})
        found.setdefault(paragraph, []).append(Statement(identifier, said, memo, bool(flagged)))
    return found


def _unit_marks(
    connection: sqlite3.Connection, place: tuple[str, str, str]
) -> dict[int, tuple[bool, str, bool]]:
    rows = connection.execute(
        f"SELECT paragraph, done, memo, flagged FROM unit {_OWN}",  # noqa: S608 - constants
        place,
    )
    return {paragraph: (bool(done), memo, bool(flagged)) for paragraph, done, memo, flagged in rows}


def as_answer(value: str, state: str, *, multiple: bool) -> Answer:
    """The answer that a row of the state holds."""
    if state != State.CODED:
        return Answer(state=State(state))
    if not multiple:
        return Answer((value,))
    return Answer(tuple(value.split(SEPARATOR)) if value else ())


def hidden_codings(connection: sqlite3.Connection, article: str, coder: str) -> int:
    """How many codings of an article were made by other coders."""
    row = connection.execute(
        "SELECT count(*) FROM coding WHERE article = ? AND coder <> ?", (article, coder)
    ).fetchone()
    return int(row[0])


def last_place(connection: sqlite3.Connection, coder: str, round: str) -> Place | None:
    """The unit of the coder's newest event that names an article still in the study."""
    row = connection.execute(
        "SELECT event.article, event.paragraph FROM event"
        " JOIN article ON article.id = event.article"
        " WHERE coder = ? AND round = ? AND kind NOT IN ('decision', 'seen')"
        " ORDER BY n DESC LIMIT 1",
        (coder, round),
    ).fetchone()
    return Place(*row) if row else None


def is_done(connection: sqlite3.Connection, place: Place, coder: str, round: str) -> bool:
    """Whether the coder has finished that unit."""
    row = connection.execute(
        "SELECT done FROM unit WHERE article = ? AND paragraph = ? AND coder = ? AND round = ?",
        (place.article, place.paragraph, coder, round),
    ).fetchone()
    return bool(row and row[0])


def n_done(connection: sqlite3.Connection, coder: str, round: str) -> int:
    """How many units the coder has finished."""
    row = connection.execute(
        "SELECT count(*) FROM unit WHERE coder = ? AND round = ? AND done = 1", (coder, round)
    ).fetchone()
    return int(row[0])


def flagged(connection: sqlite3.Connection, coder: str, round: str) -> list[tuple[int, Place]]:
    """Units that the coder flagged, or a statement in them, each with its article's position.

    In the order of the articles; the article as a whole comes after its paragraphs.
    """
    rows = connection.execute(
        "SELECT position, found.article, paragraph FROM ("
        " SELECT article, paragraph FROM unit WHERE coder = ?1 AND round = ?2 AND flagged = 1"
        " UNION"
        " SELECT article, paragraph FROM statement WHERE coder = ?1 AND round = ?2 AND flagged = 1"
        ") AS found JOIN article ON article.id = found.article"
        " ORDER BY position, paragraph = 0, paragraph",
        (coder, round),
    )
    return [(position, Place(article, paragraph)) for position, article, paragraph in rows]


def undone_paragraph(
    connection: sqlite3.Connection,
    place: Place,
    coder: str,
    round: str,
    kinds: Sequence[str],
) -> int | None:
    """The first paragraph after `place` in its article, of these kinds, that is not finished."""
    row = connection.execute(
        "SELECT number FROM paragraph WHERE article = ? AND number > ?"  # noqa: S608
        f" AND kind IN ({placeholders(kinds)}) AND {UNDONE} ORDER BY number LIMIT 1",
        (place.article, place.paragraph, *kinds, coder, round),
    ).fetchone()
    return int(row[0]) if row else None


def next_undone_article(
    connection: sqlite3.Connection,
    after: int,
    coder: str,
    round: str,
    kinds: Sequence[str],
    *,
    asks_article: bool,
) -> str | None:
    """The first article after that position with an unfinished unit (0 if `asks_article`)."""
    row = connection.execute(
        "SELECT article.id FROM article WHERE position > ?"  # noqa: S608 - constants
        " AND (EXISTS (SELECT 1 FROM paragraph WHERE paragraph.article = article.id"
        f"  AND kind IN ({placeholders(kinds)}) AND {UNDONE})"
        " OR ? AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.article = article.id"
        "  AND unit.paragraph = 0 AND unit.coder = ? AND unit.round = ? AND unit.done = 1))"
        " ORDER BY position LIMIT 1",
        (after, *kinds, coder, round, asks_article, coder, round),
    ).fetchone()
    return row[0] if row else None


UNDONE = """NOT EXISTS (SELECT 1 FROM unit WHERE unit.article = paragraph.article
  AND unit.paragraph = paragraph.number AND unit.coder = ? AND unit.round = ? AND unit.done = 1)"""
"""SQL: the paragraph is not finished by the coder in the round."""
