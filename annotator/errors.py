"""Every error a user can meet, as one tree. The exit code stands on the class.

AnnotatorError                  1   something failed; the message says what to do next
├── StudyError                  1   the study file
│   ├── StudyNotFound           2   no study named and none found
│   ├── StudyExists             1   refusing to write over a file
│   ├── StudyBusy               1   another process held the lock too long
│   ├── StudyReadOnly           1   the file or its folder cannot be written
│   ├── ArticleCoded            1   work was done on an article that should be cut anew
│   ├── StudyTooNew             1   written by a newer annotator; left untouched
│   └── StudyDamaged            1   not a study, or its content does not verify
├── UsageError                  2   a command used in a way that cannot be meant
├── DataError                   3   input with problems; carries all of them at once
│   ├── CodebookError           3   a codebook that says something impossible
│   ├── ReaderError             3   an article file that cannot be read
│   │   └── ReaderStopped       3   one that ended the process which read it
│   ├── CodingsError            3   a table of codings that does not fit the study
│   └── MergeError              3   a study file that cannot be merged as it is
└── BelowThreshold              4   an agreement figure under the one asked for
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.problem import Problem


class AnnotatorError(Exception):
    """Root of all errors meant for the user: a sentence, and a `hint` at what to type next."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class StudyError(AnnotatorError):
    """The study file cannot be used as asked."""


class StudyNotFound(StudyError):
    """No study was named and none was found in this folder or above it."""

    exit_code = 2


class StudyExists(StudyError):
    """A file stands where a new one should be written."""


class StudyBusy(StudyError):
    """Another process held the write lock for longer than we wait."""


class StudyReadOnly(StudyError):
    """The study, or the folder it lies in, cannot be written."""


class ArticleCoded(StudyError):
    """Somebody worked on the article: its paragraphs stay as they are."""


class StudyTooNew(StudyError):
    """The study was written by a newer version of annotator; it is left untouched."""


class StudyDamaged(StudyError):
    """The file is not a study, or what it holds does not verify."""


class UsageError(AnnotatorError):
    """A command was used in a way that cannot be meant."""

    exit_code = 2


class DataError(AnnotatorError):
    """Input that cannot be accepted; `problems` names every fault, not only the first."""

    exit_code = 3

    def __init__(self, message: str, problems: Sequence[Problem] = (), *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.problems: tuple[Problem, ...] = tuple(problems)


class CodebookError(DataError):
    """A codebook file with one or more problems."""


class ReaderError(DataError):
    """An article file that cannot be read as text."""


class ReaderStopped(ReaderError):
    """An article file that took too long or too much memory, or that a reader failed at."""


class CodingsError(DataError):
    """A table of codings that does not fit the study."""


class MergeError(DataError):
    """Another study file that does not verify, or that contradicts this study."""


class BelowThreshold(AnnotatorError):
    """An agreement figure lies below the threshold that was asked for."""

    exit_code = 4
