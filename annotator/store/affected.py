"""Codings that a change of the codebook touches, and units that coders must look at again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from annotator.model.coding import SEPARATOR
from annotator.store.live import LIVE

_HOLDS = (
    f"instr('{SEPARATOR}' || coding.value || '{SEPARATOR}', '{SEPARATOR}' || ? || '{SEPARATOR}')"
)


class Touched(NamedTuple):
    """One coding of a variable or code."""

    coder: str
    round: str
    article: str
    paragraph: int
    statement: str
    value: str


def codings_of(connection: sqlite3.Connection, variable: str, code: str = "") -> Iterator[Touched]:
    """Codings of a variable, or of one of its codes, by everybody."""
    where, arguments = ("", (variable,)) if not code else (f" AND {_HOLDS}", (variable, code))
    rows = connection.execute(
        "SELECT coder, round, article, paragraph, statement, value FROM coding"  # noqa: S608
        f" WHERE variable = ?{where} ORDER BY coder, round, article, paragraph, statement",
        arguments,
    )
    return map(Touched._make, rows)


def finished_units(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, int]]:
    """Coder, round, article and paragraph of every finished unit."""
    return connection.execute(
        "SELECT coder, round, article, paragraph FROM unit WHERE done = 1"
        " ORDER BY coder, round, article, paragraph"
    )


def earlier_codebooks(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The codebooks that were in force before: first digits of the hash, file name and source."""
    return connection.execute(
        "SELECT codebook.hash, name, body FROM codebook JOIN content"
        " ON content.hash = codebook.content WHERE NOT in_force ORDER BY codebook.rowid"
    ).fetchall()


def finished_under(
    connection: sqlite3.Connection, codebook: str
) -> Iterator[tuple[str, str, str, int]]:
    """Finished units that were finished last while this codebook (first digits) was in force."""
    return connection.execute(_FINISHED_UNDER, (codebook,))


_FINISHED_UNDER = f"""SELECT coder, round, article, paragraph FROM unit WHERE done = 1 AND ? = (
  SELECT codebook FROM event WHERE event.article = unit.article
    AND event.paragraph = unit.paragraph AND event.coder = unit.coder
    AND event.round = unit.round AND kind = 'unit_finished' AND {LIVE}
  ORDER BY lamport DESC, id DESC LIMIT 1)
ORDER BY coder, round, article, paragraph"""  # noqa: S608 - constants


def reopened(
    connection: sqlite3.Connection, coder: str | None = None, round: str | None = None
) -> Iterator[tuple[str, str, str, int, str]]:
    """Units that a change of the codebook reopened and nobody finished since, with the reason."""
    by_coder = "" if coder is None else " AND event.coder = ?1"  # asked so, an index finds it
    return connection.execute(
        "SELECT event.coder, event.round, event.article, event.paragraph,"  # noqa: S608 - constants
        " json_extract(event.body, '$.why')"
        " FROM event JOIN article ON article.id = event.article"
        " WHERE kind = 'unit_reopened' AND json_extract(body, '$.why') IS NOT NULL"
        f"{by_coder} AND (?2 IS NULL OR event.round = ?2)"
        " AND event.id = (SELECT later.id FROM event AS later WHERE later.article = event.article"
        "   AND later.paragraph = event.paragraph AND later.coder = event.coder"
        "   AND later.round = event.round AND later.kind IN ('unit_reopened', 'unit_finished')"
        "   ORDER BY later.lamport DESC, later.id DESC LIMIT 1)"
        " AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.article = event.article"
        "   AND unit.paragraph = event.paragraph AND unit.coder = event.coder"
        "   AND unit.round = event.round AND unit.done = 1)"
        " ORDER BY event.coder, event.round, article.position, event.paragraph",
        (coder, round),
    )


def last_adoption(connection: sqlite3.Connection) -> str:
    """The id of the newest adoption of a codebook that stands; "" where only one does."""
    found = connection.execute(
        f"SELECT id FROM event WHERE kind = 'codebook_adopted' AND {LIVE}"  # noqa: S608 - constants
        " ORDER BY lamport DESC, id DESC LIMIT 2"
    ).fetchall()
    return found[0][0] if len(found) > 1 else ""
