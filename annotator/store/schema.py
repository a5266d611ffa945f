"""The schema as migrations (sqlite-utils keeps the record of them)."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from annotator.store import tables
from annotator.store.connection import APPLICATION_ID, SCHEMA_VERSION

migrations = Migrations("annotator")


@migrations()
def m001_log_state_and_views(db: Database) -> None:
    """The log, the state derived from it, and the public views."""
    for statement in tables.statements():
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the present schema; each migration is one transaction with its record."""
    migrations.apply(Database(connection, execute_plugins=False))
