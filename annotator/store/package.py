"""Packages: what one coder needs of a study, and nothing of anybody else.

Events that may not go along are left out; the hash of the one before each event that does is kept,
so that the chain can be checked. Facts that coders need but that say too much (who adopted the
codebook, which units others code as well, masked fields) are written anew, in an altered form, as
events that name the one they stand for. Merging a package leaves them out again: decision 011.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.coding import MAIN_ROUND
from annotator.store import events, log, settings, state
from annotator.store.package_facts import Wanted, facts_for

_EARLIER = """SELECT n FROM event WHERE coder = ? AND kind NOT IN
  ('assigned', 'article_added', 'coder_set', 'decision', 'imported', 'merged', 'round_set')"""


class Packed(NamedTuple):
    """What went into a package: articles, units that were given, own events made before.

    `right_answers` are training units whose right answers went along.
    """

    articles: int
    units: int
    events: int
    right_answers: int = 0


def fill(source: sqlite3.Connection, package: sqlite3.Connection, wanted: Wanted) -> Packed:
    """Write the package into a new study file; inside a transaction on it."""
    own = [n for (n,) in source.execute(_EARLIER, (wanted.coder,))]
    known, stand_ins = facts_for(source, package, wanted)
    _copy_events(source, package, sorted({*own, *known}))
    log.append(package, _author(source), stand_ins)
    _copy_contents(source, package)
    state.rebuild(package)
    settings.set_local(package, settings.PACKAGE, wanted.coder)
    n_articles, n_units = package.execute(
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM assignment)"
    ).fetchone()
    return Packed(n_articles, n_units, len(own))


def _author(source: sqlite3.Connection) -> log.Author:
    found = settings.codebook_in_force(source)
    codebook = found[0][: events.CODEBOOK_DIGITS] if found else ""
    return log.Author("", MAIN_ROUND, secrets.token_hex(6), codebook)


def _copy_events(
    source: sqlite3.Connection, package: sqlite3.Connection, kept: Sequence[int]
) -> None:
    rows = source.execute(
        f"SELECT {events.COLUMNS}, hash FROM event"  # noqa: S608 - constants
        " WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n",
        (json.dumps(kept),),
    )
    events.insert(package, rows)
    package.executemany("INSERT INTO omitted VALUES (?, ?, ?)", _left_out(source, package))


def _left_out(
    source: sqlite3.Connection, package: sqlite3.Connection
) -> Iterator[tuple[str, int, bytes]]:
    """Place and hash of what stands in the study right before an event whose chain needs it."""
    rows = package.execute(
        "SELECT replica, seq - 1 FROM event AS later WHERE seq > 1 AND NOT EXISTS (SELECT 1"
        " FROM event WHERE replica = later.replica AND seq = later.seq - 1)"
    )
    for replica, seq in rows.fetchall():
        row = source.execute(
            "SELECT hash FROM event WHERE replica = ?1 AND seq = ?2"
            " UNION ALL SELECT hash FROM omitted WHERE replica = ?1 AND seq = ?2",
            (replica, seq),
        ).fetchone()
        yield replica, seq, row[0]


def _copy_contents(source: sqlite3.Connection, package: sqlite3.Connection) -> None:
    named = package.execute(
        "SELECT coalesce(body ->> '$.text', body ->> '$.source') FROM event"
        " WHERE kind IN ('article_added', 'codebook_adopted')"
    )
    for (digest,) in named.fetchall():
        row = source.execute("SELECT hash, body FROM content WHERE hash = ?", (digest,)).fetchone()
        if row:  # else a masked text, which is in the package already
            package.execute("INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING", row)
