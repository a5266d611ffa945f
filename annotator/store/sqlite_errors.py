"""What SQLite complains of, in our words: which error it is, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.errors import StudyBusy, StudyDamaged, StudyError, StudyReadOnly

LOOK = "`annotator doctor` says more. Copies that `annotator backup` made are in backups/."
"""What to do about a file that is damaged."""


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLite's errors into ours, in words that say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _study_error(error) from error
    # SQLite quotes what it could not read; or the file holds a number that has no successor
    except (UnicodeDecodeError, OverflowError) as error:
        raise StudyDamaged("The study file is damaged.", hint=LOOK) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise StudyDamaged(f"The study file is damaged: {error}.", hint=LOOK) from error


def raise_translated(error: BaseException | None) -> None:
    """Raise our error if this is one of SQLite's; do nothing otherwise."""
    if isinstance(error, sqlite3.DatabaseError):
        with translated():
            raise error


def _study_error(error: sqlite3.OperationalError) -> StudyError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StudyBusy("Another program is writing to this study.", hint="Try again in a moment.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StudyReadOnly(
            "The study, or the folder it lies in, cannot be written.",
            hint="`annotator backup FILE` makes a copy to work on, in a folder of your own.",
        )
    if code == sqlite3.SQLITE_FULL:
        return StudyError(
            "The disk is full: nothing was saved.", hint="Free some space, then try again."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StudyDamaged(f"The study file is damaged: {error}.", hint=LOOK)
    return StudyError(f"SQLite could not do it: {error}.")
