"""What `annotator status` shows: counts only, with nothing but the standard library.

Kept apart because the command must answer before a person notices waiting.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.store.connection import connect
from annotator.store.sqlite_errors import translated

# Repeated from model.article and study, which take longer to import than all of this; a test
# compares them.
KINDS = (
    '["author_bio", "body", "boilerplate", "byline", "caption", "headline", "pull_quote",'
    ' "standfirst"]'
)
CODABLE_KINDS = '["body", "headline", "standfirst"]'
COMPILED = "compiled codebook "


class CoderOverview(NamedTuple):
    """One coder's work in one round; `last` is milliseconds since 1970.

    `done` units are finished; `articles` are those with a finished, flagged or noted unit; flags
    stand on units and on statements. `given` are the units finished and all units of the coder's
    assignments; None without any, or where this copy has not compiled its codebook yet. `role` is
    what the coder was described as; a person, if nobody said.
    """

    coder: str
    round: str
    articles: int
    done: int
    flagged: int
    statements: int
    last: int
    given: tuple[int, int] | None = None
    role: str = "person"


class Overview(NamedTuple):
    """A study at a glance. `codebook` is (id, version); `package` the coder it was packed for.

    `units` are put before each coder; None where this copy has not compiled its codebook yet.
    `decided` are disagreements that were settled, by round, where any were; `right_answers` the
    training rounds of which a package holds some.
    """

    articles: int
    paragraphs: int
    units: int | None
    codebook: tuple[str, str]
    coders: list[CoderOverview]
    package: str = ""
    decided: tuple[tuple[str, int], ...] = ()
    right_answers: tuple[str, ...] = ()


def overview(path: Path) -> Overview:
    """Count what a study holds, without changing it."""
    connection = connect(path, read_only=True)
    try:
        with translated():
            return _overview(connection)
    finally:
        connection.close()


def _overview(connection: sqlite3.Connection) -> Overview:
    (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    (paragraphs,) = connection.execute("SELECT count(*) FROM paragraph").fetchone()
    *codebook, content = connection.execute(
        "SELECT id, version, content FROM codebook WHERE in_force = 1"
    ).fetchone() or ("", "", "")
    units = _units(connection, content, articles, paragraphs)
    coders = _coders(connection, _given(connection, content))
    package = connection.execute("SELECT value FROM local WHERE key = 'package'").fetchone()
    return Overview(
        articles,
        paragraphs,
        units,
        (codebook[0], codebook[1]),
        coders,
        package[0] if package else "",
        tuple(connection.execute(_DECIDED).fetchall()),
        tuple(name for (name,) in connection.execute(_RIGHT_ANSWERS)),
    )


_RIGHT_ANSWERS = "SELECT substr(key, 15) FROM local WHERE key GLOB 'right answers *'"


# a paragraph's statements are decided as one
_DECIDED = """SELECT round, count(*) FROM (
  SELECT DISTINCT round, article, paragraph, iif(statement = '', variable, 'statement')
  FROM decision WHERE reason <> 'agreed') GROUP BY round"""


# SQL reads the JSON: importing json would take longer than the whole query.
_ASKS = """SELECT
  EXISTS (SELECT 1 FROM json_each(local.value, '$.variables') AS variable
    WHERE variable.value ->> 'level' = 'article'),
  EXISTS (SELECT 1 FROM json_each(local.value, '$.variables') AS variable
    WHERE variable.value ->> 'level' = 'paragraph' AND variable.value ->> 'prefill' = 'kind')
FROM local WHERE key = ?"""
_HIDDEN = """SELECT count(*) FROM paragraph, local
WHERE key = ? AND kind IN (SELECT value FROM json_each(?) EXCEPT
  SELECT value FROM json_each(coalesce(local.value -> 'codable', ?)))"""


def _units(
    connection: sqlite3.Connection, codebook: str, articles: int, paragraphs: int
) -> int | None:
    """As `model.units.units_of`, from the compiled codebook's JSON."""
    key = COMPILED + codebook
    asks = connection.execute(_ASKS, (key,)).fetchone()
    if asks is None:
        return None
    article, kind = asks
    hidden = 0
    if not kind:  # paragraphs that are not put before a coder are few, so counting them is quick
        (hidden,) = connection.execute(_HIDDEN, (key, KINDS, CODABLE_KINDS)).fetchone()
    return paragraphs - int(hidden) + (articles if article else 0)


_Given = dict[tuple[str, str], tuple[int, int] | None]

_HIDDEN_KINDS = """SELECT json_group_array(value) FROM json_each(?) WHERE value NOT IN (
  SELECT value FROM json_each(coalesce((SELECT value -> 'codable' FROM local WHERE key = ?), ?)))"""


def _given(connection: sqlite3.Connection, codebook: str) -> _Given:
    """By coder and round with assignments: units finished and given."""
    from annotator.store.assigned_counts import counts, holders

    found: _Given = dict.fromkeys(holders(connection))
    key = COMPILED + codebook
    asks = connection.execute(_ASKS, (key,)).fetchone() if found else None
    if asks is None:
        return found
    article, kind = asks
    told = ("[]" if kind else KINDS, key, CODABLE_KINDS)
    (hidden,) = connection.execute(_HIDDEN_KINDS, told).fetchone()
    return {who: counts(connection, *who, hidden, asks_article=bool(article)) for who in found}


def _coders(connection: sqlite3.Connection, given: _Given) -> list[CoderOverview]:
    units = _by_coder(
        connection,
        "SELECT coder, round, count(DISTINCT article), sum(done), sum(flagged) FROM unit",
    )
    statements = _by_coder(connection, "SELECT coder, round, count(*), sum(flagged) FROM statement")
    last = {coder: (round, at) for coder, round, at in _last_events(connection)}
    begun = {(coder, round) for coder, (round, _) in last.items() if round}
    roles = dict(connection.execute("SELECT name, role FROM coder").fetchall())
    found = []
    for coder, round in sorted(units.keys() | statements.keys() | begun | given.keys()):
        articles, done, flagged = units.get((coder, round), (0, 0, 0))
        n_statements, n_flagged = statements.get((coder, round), (0, 0))
        counts = (articles, done, flagged + n_flagged, n_statements)
        _, at = last.get(coder, ("", 0))  # none where the log lacks what its state was made from
        role = roles.get(coder, "person")
        found.append(CoderOverview(coder, round, *counts, at, given.get((coder, round)), role))
    return found


def _by_coder(connection: sqlite3.Connection, select: str) -> dict[tuple[str, str], list[int]]:
    """Counts by (coder, round), read from an index that begins with these two."""
    rows = connection.execute(f"{select} GROUP BY coder, round")
    return {(coder, round): counts for coder, round, *counts in rows}


def _last_events(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """Everybody who ever wrote under a name, with round and time of what they did last.

    Leaps from coder to coder through the index; DISTINCT would read every event.
    """
    coder = ""
    while (coder := connection.execute(_NEXT_CODER, (coder,)).fetchone()[0]) is not None:
        yield coder, *_last_own(connection, coder)


def _last_own(connection: sqlite3.Connection, coder: str) -> tuple[str, int]:
    """Round and time of the newest event of this coder that is of their own doing, if any is.

    Others write in a coder's name when they import, change the codebook or take a merge back: then
    the action begins with an event of another. Leaps over such actions; the earliest of them is
    taken where there is nothing else, which is the import that brought the coder.
    """
    round_, at = "", 0
    before = sys.maxsize
    while (row := connection.execute(_NEWEST_BEFORE, (coder, before)).fetchone()) is not None:
        round_, at, author, before = row
        if author in (coder, None):  # None: a package holds only the coder's part of the action
            break
    return round_, at


_NEXT_CODER = "SELECT min(coder) FROM event WHERE coder > ?"
_NEWEST_BEFORE = """SELECT event.round, event.at, first.coder, min(event.n, first.n)
FROM event LEFT JOIN event AS first ON first.id = event.batch
WHERE event.coder = ? AND event.n < ? AND event.kind NOT IN ('retracted', 'restored')
ORDER BY event.n DESC LIMIT 1"""
