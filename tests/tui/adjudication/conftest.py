"""Whatever the machine is busy with, a small study is read before its first disagreement shows."""

import math

import pytest

from annotator.tui.adjudication import reading


@pytest.fixture(autouse=True)
def _all_disagreements_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_PATIENCE", math.inf)
