"""Opening a study file so that an acknowledged coding survives a power cut.

Measured with simulated power loss: WAL needs synchronous=FULL and the rollback journal needs EXTRA;
NORMAL and DELETE+FULL lost acknowledged work. SQLite before 3.51.3 can corrupt a WAL file when two
connections write and checkpoint at the same moment, so there the rollback journal is used.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from time import monotonic, sleep

from annotator.errors import (
    StudyDamaged,
    StudyError,
    StudyNotFound,
    StudyTooNew,
)
from annotator.store import tables
from annotator.store.new_file import new_file
from annotator.store.sqlite_errors import LOOK, translated

APPLICATION_ID = 0x616E6E6F  # "anno"
SCHEMA_VERSION = 2
BUSY_SECONDS = 5.0
MAX_VALUE_BYTES = 100_000_000

_WAL_FIXED_IN = (3, 51, 3)
_WAL_BACKPORTS = {(3, 50): 7, (3, 44): 6}  # minor version -> first safe patch


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite is free of the WAL-reset bug."""
    patch = _WAL_BACKPORTS.get(version[:2])
    return version >= _WAL_FIXED_IN or (patch is not None and version[2] >= patch)


def safe_modes() -> tuple[str, str]:
    """The (journal_mode, synchronous) under which nothing acknowledged is lost."""
    return ("wal", "full") if wal_is_safe() else ("delete", "extra")


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a study file and check that it is one that this program understands.

    Raises StudyNotFound, StudyDamaged (not a study, or a changed schema), StudyTooNew. The
    connection leaves transactions to `transaction`.
    """
    if not path.is_file():
        raise _not_found(path)
    if not os.access(path, os.R_OK):
        raise StudyError(f"You may not read {path}.", hint="Its owner can let you.")
    if read_only and Path(f"{path.resolve()}-journal").exists():
        _roll_back(path)
    connection = _connect(path, read_only=read_only)
    try:
        version = _version(connection, path)
        _check_schema(connection, path, version)
        if version < SCHEMA_VERSION:
            connection = _upgraded(connection, path, read_only=read_only)
        _prepare(connection, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_new(path: Path) -> sqlite3.Connection:
    """Open a file made by `new_file`, to be filled with the schema."""
    connection = _connect(path, read_only=False)
    _prepare(connection, read_only=False)
    return connection


def close(connection: sqlite3.Connection) -> None:
    """Close; fold a write-ahead log into the file first, so that the one file is complete."""
    try:
        if not connection.in_transaction and _journal_mode(connection) == "wal":
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:
        # Another process reads: the log stays beside the file, nothing is lost. Or the file is
        # damaged: what met the damage first has told of it.
        pass
    connection.close()


def modes(connection: sqlite3.Connection) -> tuple[str, str, str]:
    """SQLite's version, and the journal and synchronous modes of this connection."""
    (level,) = connection.execute("PRAGMA synchronous").fetchone()
    return sqlite3.sqlite_version, _journal_mode(connection), _SYNCHRONOUS[level]


_SYNCHRONOUS = ("off", "normal", "full", "extra")


def backup(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the whole study through SQLite, then check the copy; only then it gets its name."""
    with new_file(path) as partial:
        copy = _connect(partial, read_only=False)
        try:
            with translated():
                connection.backup(copy)
                # what is restored from it goes on as a copy of its own, whatever it replaces
                copy.execute("DELETE FROM local WHERE key = 'home'")
                (answer,) = copy.execute("PRAGMA quick_check").fetchone()
        finally:
            copy.close()
        if answer != "ok":
            raise StudyDamaged(f"The copy does not verify: {answer}.", hint=LOOK)


_OTHER = "`annotator -s FILE ...` names another file; `annotator init` starts a study."


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One user action: BEGIN IMMEDIATE, then COMMIT, or a rollback of everything.

    IMMEDIATE, because a transaction that reads first and writes later gets SQLITE_BUSY at once
    when another process wrote in between, whatever the time-out.
    """
    with translated():
        _begin(connection)
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Many readings of one state, whatever others write meanwhile."""
    with translated():
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


def _begin(connection: sqlite3.Connection) -> None:
    """Wait for the write lock with short, uneven pauses.

    SQLite's own pauses grow to 0.1 s: whoever has waited long then loses to newcomers every time.
    """
    deadline = monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                    raise
            sleep(0.0005 + os.urandom(1)[0] / 70_000)  # to 4 ms; `random` takes long to import
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1_000:.0f}")


def _not_found(path: Path) -> StudyNotFound:
    # a drive that is not there must not be answered with a new study in its place
    if not path.parent.is_dir():
        return StudyNotFound(
            f"There is no study {path}: the folder {path.parent} does not exist.",
            hint="Look at the name. If the folder is on another drive or computer, connect it.",
        )
    if path.exists():
        return StudyNotFound(f"{path} is not a file.", hint="`annotator -s FILE ...` names one.")
    hint = f"`annotator init {path} --codebook codebook.yaml` starts one."
    return StudyNotFound(f"There is no study {path}.", hint=hint)


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    with translated():
        return sqlite3.connect(
            f"{address(path.absolute())}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
        )


def address(path: PurePath) -> str:
    """The file as a URI that names no host, since SQLite refuses that.

    That of a drive of another computer does, on Windows.
    """
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file:", "file://", 1)


def _roll_back(path: Path) -> None:
    """Let SQLite take back what a process that was killed left half written.

    It does so at the first look into the file, but not for a connection that may only read.
    """
    connection = _connect(path, read_only=False)
    try:
        with translated():
            connection.execute("PRAGMA schema_version").fetchone()
    finally:
        connection.close()


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version. Raises where this is no study, or one that is too new."""
    with translated():
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            application, version = 0, 0
    if application != APPLICATION_ID:
        raise StudyDamaged(f"{path} is not a study made by annotator.", hint=_OTHER)
    if version > SCHEMA_VERSION:
        raise StudyTooNew(
            f"{path} was written by a newer annotator; it was left untouched.",
            hint="Install the newest annotator to open it.",
        )
    return int(version)


def _upgraded(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> sqlite3.Connection:
    """An older study brought to the present schema, after a verified copy of it was made.

    Viewing never writes: for reading, a copy in memory is brought there instead.
    """
    from annotator.store import schema

    if read_only:
        copy = sqlite3.connect(":memory:", isolation_level=None)
        with translated():
            connection.backup(copy)
            connection.close()
            schema.migrate(copy)
        return copy
    kept = path.parent / "backups" / f"{path.stem}-before-version-{SCHEMA_VERSION}{path.suffix}"
    if not kept.exists():  # an upgrade that was interrupted made it already
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        backup(connection, kept)
    with translated():
        schema.migrate(connection)
    return connection


def _check_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    with translated():
        fault = tables.foreign(connection, version)
    if fault:
        raise StudyDamaged(
            f"{path} {fault}. The file was left untouched.",
            hint="Ask whoever sent it; or go on with a copy that `annotator backup` made.",
        )


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    journal, synchronous = safe_modes()
    with translated():
        if _journal_mode(connection) != journal:
            connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute(f"PRAGMA synchronous = {synchronous}")


def _journal_mode(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
