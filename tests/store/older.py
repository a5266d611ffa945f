"""Study files as older programs left them."""

import sqlite3
from pathlib import Path

from annotator.store import tables


def as_of_version_1(path: Path) -> None:
    """Make the study what a program of version 1 would have left."""
    raw = sqlite3.connect(path)
    for name in ("coders", "rounds", "assignments", "decisions"):
        raw.execute(f"DROP VIEW {name}")
    for name in ("coder", "round", "assignment", "decision", "seen", "omitted"):
        raw.execute(f"DROP TABLE {name}")
    raw.execute("DROP INDEX event_team")
    [decisions] = [sql for sql in tables.statements(1) if sql.startswith("CREATE VIEW decisions")]
    raw.execute(decisions)
    raw.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm002%'")
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()
