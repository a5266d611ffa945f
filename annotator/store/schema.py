"""The schema as migrations (sqlite-utils keeps the record of them)."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from annotator.store import tables, team_tables
from annotator.store.connection import APPLICATION_ID

migrations = Migrations("annotator")


@migrations()
def m001_log_state_and_views(db: Database) -> None:
    """The log, the state derived from it, and the public views."""
    for statement in tables.statements(1):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@migrations()
def m002_coders_rounds_and_decisions(db: Database) -> None:
    """Coders, rounds, assignments, decisions; what a package leaves out."""
    for name in team_tables.REPLACED:
        db.execute(f"DROP VIEW {name}")
    for statement in tables.added():
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the present schema; each migration is one transaction with its record."""
    migrations.apply(Database(connection, execute_plugins=False))
