"""Study files as somebody with bad intentions, or a bad disk, would make them."""

import sqlite3
from pathlib import Path

from annotator.model.shape import Fields
from annotator.store.events import COLUMNS, chain_hash

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def change(path: Path, *statements: str | tuple[str, tuple[object, ...]]) -> None:
    """Run SQL on the file, append-only or not; the triggers are back afterwards."""
    raw = sqlite3.connect(path)
    triggers = raw.execute(_TRIGGERS).fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(*((statement,) if isinstance(statement, str) else statement))
    for _, sql in triggers:
        raw.execute(sql)
    raw.commit()
    raw.close()


def rehash(path: Path) -> None:
    """Make all chains of the file right again, as whoever forges events would."""
    raw = sqlite3.connect(path)
    left_out = {(r, s): h for r, s, h in raw.execute("SELECT replica, seq, hash FROM omitted")}
    hashes: dict[tuple[str, int], bytes] = dict(left_out)
    updates = []
    for n, *values in raw.execute(f"SELECT n, {COLUMNS} FROM event ORDER BY replica, seq"):
        row = Fields._make(values)
        digest = chain_hash(hashes.get((row.replica, row.seq - 1), b""), row)
        hashes[row.replica, row.seq] = digest
        updates.append(("UPDATE event SET hash = ? WHERE n = ?", (digest, n)))
    raw.close()
    change(path, *updates)


def forge(path: Path, *statements: str) -> None:
    """Change the log of a file so that its hashes hold."""
    change(path, *statements)
    rehash(path)
