"""Everybody's work, as the rows that exports, reports and statistics read. For the lead."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.store.articles import placeholders


def coders(connection: sqlite3.Connection) -> list[str]:
    """Everybody who has finished or coded anything, by name."""
    found: list[str] = []
    while row := connection.execute(  # skips from coder to coder in the index
        "SELECT min(coder) FROM event WHERE coder > ?", (found[-1] if found else "",)
    ).fetchone():
        if row[0] is None:
            return found
        found.append(row[0])
    return found


def rounds(connection: sqlite3.Connection) -> list[str]:
    """Every round that anything was coded in, by name."""
    rows = connection.execute("SELECT round FROM unit UNION SELECT round FROM coding ORDER BY 1")
    return [row[0] for row in rows]


def codings(
    connection: sqlite3.Connection,
    *,
    coders: Sequence[str] | None = None,
    round: str | None = None,
    variables: Sequence[str] | None = None,
    articles: Sequence[str] | None = None,
) -> Iterator[CodingRow]:
    """Codings in the order of article, paragraph, coder, round, statement, variable."""
    where, arguments = _filter(
        "coding", coders=coders, round=round, variables=variables, articles=articles
    )
    rows = connection.execute(
        "SELECT coder, round, article, paragraph, statement, variable, value, state, at, version"  # noqa: S608
        " FROM article CROSS JOIN coding ON coding.article = article.id"
        " LEFT JOIN codebook ON codebook.hash = coding.codebook"
        f" {where} ORDER BY article.position, paragraph, coder, round, statement, variable",
        arguments,
    )
    return map(CodingRow._make, rows)


def units(
    connection: sqlite3.Connection,
    *,
    coders: Sequence[str] | None,
    round: str | None,
    articles: Sequence[str] | None = None,
) -> Iterator[UnitRow]:
    """Units on which a coder left a mark (done, memo, flag), in the order of codings."""
    where, arguments = _filter("unit", coders=coders, round=round, articles=articles)
    rows = connection.execute(
        "SELECT coder, round, article, paragraph, done = 1, flagged = 1, memo, at"  # noqa: S608
        " FROM article CROSS JOIN unit ON unit.article = article.id"
        f" {where} ORDER BY article.position, paragraph, coder, round",
        arguments,
    )
    for coder, round_, article, paragraph, done, flagged, memo, at in rows:
        yield UnitRow(coder, round_, article, paragraph, bool(done), bool(flagged), memo, at)


def statements(
    connection: sqlite3.Connection,
    *,
    coders: Sequence[str] | None,
    round: str | None,
    articles: Sequence[str] | None = None,
) -> Iterator[StatementRow]:
    """Statements in the order of codings; within a paragraph in the order of their making."""
    where, arguments = _filter("statement", coders=coders, round=round, articles=articles)
    rows = connection.execute(
        "SELECT coder, round, article, paragraph, statement.id, flagged, memo, at"  # noqa: S608
        " FROM article CROSS JOIN statement ON statement.article = article.id"
        f" {where} ORDER BY article.position, paragraph, coder, round, statement.id",
        arguments,
    )
    for coder, round_, article, paragraph, statement, flagged, memo, at in rows:
        yield StatementRow(coder, round_, article, paragraph, statement, bool(flagged), memo, at)


def _filter(
    table: str,
    *,
    coders: Sequence[str] | None = None,
    round: str | None = None,
    variables: Sequence[str] | None = None,
    articles: Sequence[str] | None = None,
) -> tuple[str, list[Any]]:
    """A WHERE clause over those of these that are given."""
    clauses: list[str] = []
    arguments: list[Any] = []
    own = ((f"{table}.coder", coders), (f"{table}.variable", variables))
    for column, wanted in (*own, ("article.id", articles)):
        if wanted is not None:
            clauses.append(f"{column} IN ({placeholders(wanted)})")
            arguments += wanted
    if round is not None:
        clauses.append(f"{table}.round = ?")
        arguments.append(round)
    return ("WHERE " + " AND ".join(clauses) if clauses else ""), arguments
