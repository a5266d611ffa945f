"""When coders did what: the marks from which their pace is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from annotator.model.timeline import Mark


def marks(connection: sqlite3.Connection, coder: str | None = None) -> Iterator[Mark]:
    """What coders did on units, by coder and round, in the order of doing it.

    What an import, a merge or a change of the codebook did in their name is left out: it took them
    no time.
    """
    rows = connection.execute(
        "SELECT event.coder, event.round, event.article, event.paragraph, event.at,"
        " event.kind = 'unit_finished'"
        " FROM event JOIN event AS first ON first.id = event.batch"
        " JOIN article ON article.id = event.article"
        " WHERE event.kind IN ('value_set', 'value_cleared', 'statement_added',"
        "  'statement_removed', 'unit_finished', 'unit_reopened', 'memo_set', 'flag_set')"
        " AND first.kind NOT IN ('imported', 'codebook_adopted')"
        " AND (?1 IS NULL OR event.coder = ?1)"
        " ORDER BY event.coder, event.round, event.lamport, event.id",
        (coder,),
    )
    return map(Mark._make, rows)
