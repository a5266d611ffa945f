"""Ctrl+C while the program starts, and no command is there yet that could answer it.

Python raises KeyboardInterrupt wherever it happens to be. Among the imports at the start that is a
traceback, or a message that an exception was ignored, and the program goes on as if nothing had
been pressed. What Python does before our first line is out of reach.
"""

import os
import signal

TYPE_CHECKING = False  # importing typing would take longer than all of this
if TYPE_CHECKING:
    from types import FrameType

_EXIT_CODE = 130
_STANDARD_ERROR = 2


def leave_at_once() -> None:
    """From here on Ctrl+C ends the program there and then: nothing was begun.

    Where it is ignored (a job in the background), it stays so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def raise_as_usual() -> None:
    """From here on Ctrl+C is raised in the command, which puts in order what it began."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(_number: int, _frame: "FrameType | None") -> None:
    try:
        os.write(_STANDARD_ERROR, b"Stopped.\n")
    except OSError:  # the terminal is closed
        pass
    finally:
        os._exit(_EXIT_CODE)
