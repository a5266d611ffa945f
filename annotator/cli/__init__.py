"""The command line: `main` is where every command starts and where every error ends.

Nothing is imported here that Python has not loaded before: until `main` runs, Ctrl+C is answered
with Python's traceback. The group (annotator.cli.group) imports the one module of the command that
was asked for.
"""

import os
import sys
from io import TextIOWrapper

INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it."""
PIPE_CLOSED = 1
"""Exit code when the reader of our output went away (`annotator log | head -1`); click's own."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 failure, 2 usage, 3 data, 4 threshold.

    Without `arguments` it is the program as a whole, with what it was started with.
    """
    try:
        return _program() if arguments is None else _command(arguments)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def _program() -> int:
    """The command that was typed; Ctrl+C is answered from the first import on."""
    from annotator.cli import interrupt

    interrupt.leave_at_once()
    try:
        return _command(sys.argv[1:])
    finally:
        interrupt.raise_as_usual()


def _command(arguments: list[str]) -> int:
    from annotator.errors import AnnotatorError

    _open_closed_streams()
    _never_fail_on_encoding()
    if sys.platform == "win32":
        _speak_utf8()
    try:
        return _run(arguments)
    except BrokenPipeError:
        return _leave_pipe()
    except (AnnotatorError, OSError) as error:
        if _is_closed_pipe(error):
            return _leave_pipe()
        from annotator.cli.report import report_error

        return report_error(error)
    except Exception as error:  # noqa: BLE001  the one boundary: a fault of ours is told in a sentence
        from annotator.cli.report import report_crash

        return report_crash(error)


def _run(arguments: list[str]) -> int:
    from annotator.cli import quick

    exit_code = 0
    if not quick.answer(arguments):
        from annotator.cli.group import run

        exit_code = run(arguments)
    sys.stdout.flush()
    return exit_code


def _open_closed_streams() -> None:
    """A stream that was closed (`>&-`) leads nowhere, so that no file of ours gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _never_fail_on_encoding() -> None:
    """A terminal that cannot show a character gets its escape, not a failed command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _speak_utf8() -> None:
    """On Windows, what comes from and goes to files and programs is UTF-8; line ends stay.

    Python takes the code page of the country, which lacks most letters, until its version 3.15
    (PEP 686). Consoles, and whoever set PYTHONIOENCODING, are left alone.
    """
    if "PYTHONIOENCODING" in os.environ:
        return
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _is_closed_pipe(error: Exception) -> bool:
    """Whether the reader of our output went away: Windows calls that an invalid argument."""
    import errno

    if sys.platform != "win32" or not isinstance(error, OSError):
        return False
    return error.errno == errno.EINVAL and error.filename is None


def _leave_pipe() -> int:
    """Keep the interpreter from complaining when it flushes standard output at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
