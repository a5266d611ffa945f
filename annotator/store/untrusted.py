"""Study files that others sent: opened for reading, checked before anything in them is believed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from pathlib import Path

from annotator.errors import AnnotatorError, MergeError, StudyBusy, StudyTooNew
from annotator.model.problem import Problem
from annotator.store import connection
from annotator.store.sqlite_errors import translated

MAX_FILE = 8_000_000_000  # bytes
MAX_EVENTS = 5_000_000
MAX_COPIES = 10_000
_AGAIN = "Ask whoever sent it to send it again; tables come in with `annotator import`."
_STEPS = 1_000_000  # instructions of SQLite between two looks at how many there were
_MOST_STEPS = 200_000  # times that: an hour and more


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The study at `path` as it stands now, whatever is written to it meanwhile.

    Raises MergeError where it is no study, is damaged, holds anything that acts, or is too large;
    StudyTooNew; StudyNotFound. The file itself is never written.
    """
    _refuse_unfinished(path)
    with told_of(path):
        source = connection.connect(path, read_only=True)
    try:
        with told_of(path):
            source.execute("PRAGMA mmap_size = 0")
            _limit_steps(source)
            source.execute("BEGIN")
            _check(source)
        yield source
    finally:
        source.close()


def refused(path: Path, *problems: str, hint: str = "") -> MergeError:
    """The error that says why a file was not merged."""
    told = [Problem(problem, path.name) for problem in problems]
    return MergeError(f"{path} was not merged; nothing was changed.", told, hint=hint)


def _refuse_unfinished(path: Path) -> None:
    """Whoever reads alone cannot take back what a killed program left half written."""
    if path.is_file() and path.stat().st_size > MAX_FILE:
        raise refused(path, f"is larger than {MAX_FILE:,} bytes")
    beside = Path(f"{path.resolve()}-journal")
    if beside.is_file() and beside.stat().st_size:
        raise refused(
            path, f"was left in the middle of a change ({beside.name})",
            hint=f"`annotator -s {path} status` on the computer it was made on puts it right.",
        )  # fmt: skip


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """What goes wrong while the file is read, as a refusal that names it."""
    try:
        with translated(), _no_text_quoted():
            yield
    except (MergeError, StudyBusy, StudyTooNew):
        raise
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError) as error:
        raise refused(path, f"cannot be read: {error}", hint=_AGAIN) from error
    except AnnotatorError as error:
        if error.exit_code != 1:
            raise
        raise refused(path, str(error), hint=_AGAIN) from error


@contextmanager
def _no_text_quoted() -> Iterator[None]:
    """Python's words for a text that is not UTF-8 hold the text."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if hasattr(error, "sqlite_errorcode"):
            raise
        raise sqlite3.DatabaseError("it holds bytes that are no text") from error


def _limit_steps(source: sqlite3.Connection) -> None:
    # No code of Python's own: in that, Ctrl+C would be noticed, and SQLite would keep it to itself.
    is_too_long = chain(repeat(False, _MOST_STEPS), repeat(True)).__next__
    source.set_progress_handler(is_too_long, _STEPS)


def _check(source: sqlite3.Connection) -> None:
    (answer,) = source.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        raise sqlite3.DatabaseError(answer)
    for table, most in (("event", MAX_EVENTS), ("omitted", MAX_EVENTS), ("content", MAX_EVENTS)):
        (count,) = source.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        if count > most:
            raise sqlite3.DatabaseError(f"more than {most:,} rows in {table}")
    (copies,) = source.execute("SELECT count(DISTINCT replica) FROM event").fetchone()
    if copies > MAX_COPIES:
        raise sqlite3.DatabaseError(f"events of more than {MAX_COPIES:,} copies")
