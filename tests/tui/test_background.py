"""Work beside the screen: handed over as it comes, ended when nobody waits, its errors raised."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Iterator
from contextlib import aclosing
from threading import Event, current_thread
from threading import enumerate as threads

import pytest

from annotator.tui.agreement.background import THREAD, NobodyWaits, Stopped, found_by


def wait_for_all() -> None:
    """Until no thread is left, of this test or of those before it."""
    for thread in threads():
        if thread.name == THREAD:
            thread.join()


async def test_results_come_one_after_the_other() -> None:
    def steps(_: Stopped) -> Iterator[int]:
        assert current_thread().daemon
        yield from (1, 2, 3)

    assert [found async for found in found_by(steps)] == [1, 2, 3]


async def test_an_error_is_raised_where_the_result_is_waited_for() -> None:
    def steps(_: Stopped) -> Iterator[int]:
        yield 1
        raise LookupError("gone")

    results = found_by(steps)
    assert await anext(results) == 1
    with pytest.raises(LookupError, match="gone"):
        await anext(results)


async def test_work_is_told_when_nobody_waits_any_more() -> None:
    ended = Event()

    def steps(stopped: Stopped) -> Iterator[int]:
        try:
            yield 1
            while not stopped():
                ended.wait(0.001)
            raise NobodyWaits
        finally:
            ended.set()

    async with aclosing(found_by(steps)) as results:
        assert await anext(results) == 1
    assert await asyncio.to_thread(ended.wait, 120)


async def test_python_is_left_as_it_was() -> None:
    def steps(_: Stopped) -> Iterator[tuple[float, bool]]:
        yield sys.getswitchinterval(), gc.isenabled()

    wait_for_all()
    [(interval, collects)] = [found async for found in found_by(steps)]
    assert (interval, collects) == (pytest.approx(0.0005), False)
    wait_for_all()
    assert (sys.getswitchinterval(), gc.isenabled()) == (pytest.approx(0.005), True)
