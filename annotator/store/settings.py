"""The codebook in force, and what belongs to this copy of the file alone."""

from __future__ import annotations

import os
import secrets
import sqlite3
import sys
from pathlib import Path

PACKAGE = "package"
"""Setting of a package: the coder that it was packed for."""
LAST_CODER = "last coder"
"""Setting: who coded last in this copy of the study."""


def codebook_in_force(connection: sqlite3.Connection) -> tuple[str, str, str] | None:
    """Content hash, file name and source of the codebook in force."""
    row: tuple[str, str, str] | None = connection.execute(
        "SELECT content, name, body FROM codebook JOIN content ON content.hash = codebook.content"
        " WHERE in_force = 1"
    ).fetchone()
    return row


def codebook_versions(connection: sqlite3.Connection) -> dict[str, str]:
    """Content hash -> version, of every codebook the study was ever coded under."""
    return dict(connection.execute("SELECT content, version FROM codebook").fetchall())


def local(connection: sqlite3.Connection, key: str) -> str:
    """A setting of this copy of the file; "" where it has none."""
    row = connection.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def set_local(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Change a setting of this copy of the file."""
    connection.execute(
        "INSERT INTO local VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def drop_local(connection: sqlite3.Connection, key: str) -> None:
    """Forget a setting of this copy of the file."""
    connection.execute("DELETE FROM local WHERE key = ?", (key,))


def local_after(connection: sqlite3.Connection, prefix: str) -> dict[str, str]:
    """Settings of this copy whose key begins so, by the rest of the key."""
    rows = connection.execute(
        "SELECT substr(key, length(?1) + 1), value FROM local"
        " WHERE substr(key, 1, length(?1)) = ?1",
        (prefix,),
    )
    return dict(rows.fetchall())


def replica(connection: sqlite3.Connection, path: Path) -> str:
    """The id under which this copy of the file numbers its events; a new one where it was copied.

    Two copies that went on under one id would both write event number n. A file copied, restored
    or sent to another machine has another inode or host.
    """
    home = f"{computer()}:{path.stat().st_ino}"
    if local(connection, "home") != home:
        set_local(connection, "home", home)
        set_local(connection, "replica", secrets.token_hex(6))
    return local(connection, "replica")


def computer() -> str:
    """The name of this computer, as `platform.node` has it.

    That looks up much else; on Windows it asks a service, for which some computers take seconds.
    """
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
