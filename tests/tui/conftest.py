"""Screens without a terminal: how long a test waits for what a key leads to."""

import asyncio

import pytest
from textual import app, pilot

_FRAME = 1 / 50  # seconds: Textual draws sixty times a second
_TURNS = 100  # of the event loop


async def _until_idle(*_: float) -> None:
    """Let the timers of a frame run out, then let everything that is waiting have its turn.

    Textual itself takes a process that got no processor time for one with nothing left to do,
    which on a busy machine it is not.
    """
    await asyncio.sleep(_FRAME)
    for _turn in range(_TURNS):
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def _idle_means_nothing_left_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (app, pilot):
        monkeypatch.setattr(module, "wait_for_idle", _until_idle)
