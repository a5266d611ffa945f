"""Work beside the screen: a thread that neither holds up a key nor the end of the program.

Textual's own thread workers, like every thread pool of Python, are waited for when a program ends;
statement alpha on a large study takes half a minute, and Ctrl+Q must not.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TypeVar

Found = TypeVar("Found")
Stopped = Callable[[], bool]
"""Whether nobody waits for the result any more."""

THREAD = "beside the screen"
"""The name of its threads, for who lists them."""

_SHORT, _USUAL = 0.0005, 0.005  # seconds after which Python lets another thread in


class NobodyWaits(Exception):
    """Raised by work in the middle of a step, once it is not wanted any more."""


async def found_by(
    steps: Callable[[Stopped], Iterator[Found]], *, is_large: bool = True
) -> AsyncIterator[Found]:
    """What the steps yield, one after the other, as they come; ends them when it is closed.

    `is_large` says that what they leave behind is large and stays. Raises what the steps raise.
    """
    results: asyncio.Queue[Found | BaseException | None] = asyncio.Queue()
    loop, stop = asyncio.get_running_loop(), Event()

    def hand_over(result: Found | BaseException | None) -> None:
        if not stop.is_set():
            loop.call_soon_threadsafe(results.put_nowait, result)

    def work() -> None:
        try:
            with _sharing(is_large=is_large):
                for result in steps(stop.is_set):
                    hand_over(result)
                    if stop.is_set():
                        return
            hand_over(None)
        except NobodyWaits:
            return
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            hand_over(error)

    Thread(target=work, name=THREAD, daemon=True).start()
    try:
        while (result := await results.get()) is not None:
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        stop.set()


@contextmanager
def _sharing(*, is_large: bool) -> Iterator[None]:
    """Let the screen in often: a key must not wait until this thread has computed for a while.

    Nor until the collector has looked through a million codings for cycles, of which there are
    none: it would hold up every thread for a quarter of a second.
    """
    sys.setswitchinterval(_SHORT)
    gc.disable()
    try:
        yield
    finally:
        if is_large:
            gc.freeze()
        gc.enable()
        sys.setswitchinterval(_USUAL)
