"""How errors are told: a sentence, every problem on its own line, what to type next."""

from __future__ import annotations

import errno
import sys
import time
import traceback
from pathlib import Path

from annotator import __version__
from annotator.cli.context import say
from annotator.cli.problems import problem_lines
from annotator.errors import AnnotatorError, DataError

FAILURE = 1
_LIST = "dir" if sys.platform == "win32" else "ls"
_HINTS = {
    errno.ENOENT: f"Look at the name, and at the folder you are in: `{_LIST}` lists what is there.",
    errno.ENOTDIR: f"A part of that path is a file; `{_LIST}` lists what is there.",
    errno.EACCES: "You may not change it, or another program has it open."
    if sys.platform == "win32"
    else "`ls -ld` shows who may read and write it.",
    errno.EISDIR: "That is a folder; name a file.",
    errno.EINVAL: "Letters, digits, spaces, - and _ can stand in every file name.",
    errno.ENAMETOOLONG: "Give it a shorter name.",
    errno.ENOSPC: "Free some space, then try again.",
    errno.EROFS: "Name a place on a disk that can be written.",
}


def report_error(error: AnnotatorError | OSError) -> int:
    """Tell an error that a user can do something about; returns the exit code."""
    if isinstance(error, OSError):
        # of a file that was to be moved, people know the name that it was to get
        name = error.filename2 or error.filename
        say(": ".join(filter(None, (str(name or ""), error.strerror or str(error)))))
        hint = _HINTS.get(error.errno or 0)
        if hint and (name or error.errno != errno.EINVAL):  # else it was no name that was wrong
            say(hint)
        return FAILURE
    say(str(error))
    if isinstance(error, DataError):
        for line in problem_lines(error.problems):
            say(f"  {line}")
    if error.hint:
        say(error.hint)
    return error.exit_code


def report_crash(error: BaseException) -> int:
    """Tell a fault of our own, and leave a report without any text of the study; returns 1."""
    say(f"annotator failed: a fault of the program ({type(error).__name__}), not of yours.")
    say("Everything it called saved is saved.")
    try:
        say(f"Please send us this file, it holds no text of yours: {_write_report(error)}")
    except OSError as fault:
        say(f"The report could not be written: {fault.strerror}.")
    return FAILURE


def _write_report(error: BaseException) -> Path:
    from platformdirs import user_log_path

    folder = user_log_path("annotator", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / time.strftime("crash-%Y%m%d-%H%M%S.txt")
    path.touch(mode=0o600)
    path.write_text(describe(error), encoding="utf-8")
    return path


def describe(error: BaseException) -> str:
    """Where it happened: types and lines of program, no messages and no values.

    The message of an exception may quote an article, so it is left out.
    """
    lines = [f"annotator {__version__}, Python {sys.version}, {sys.platform}", ""]
    fault: BaseException | None = error
    while fault is not None:
        lines += [type(fault).__qualname__, *traceback.format_tb(fault.__traceback__)]
        fault = fault.__cause__ or fault.__context__
    return "\n".join(lines)
