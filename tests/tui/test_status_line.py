"""The first line tells whose coding it is at any width: computers are shared."""

from dataclasses import replace

import pytest

from annotator.tui.views.status import first_line
from tests.tui.golden import _page

LONG = {"coder": "katharina", "round": "reliability-2", "pace": "~14 min left", "total": 12_345}


def line_at(width: int, hidden: int = 4_370) -> str:
    page = _page("")
    page = replace(page, status=replace(page.status, hidden=hidden, **LONG))
    text = "".join(span.text for span in first_line(page, width))
    assert len(text) == width
    return text


@pytest.mark.parametrize("width", [200, 120, 100, 80, 60, 50])
def test_the_coder_is_named(width: int) -> None:
    assert "katharina" in line_at(width)


@pytest.mark.parametrize("width", [200, 120, 100, 80, 70])
def test_how_many_codings_are_hidden_is_said_as_well(width: int) -> None:
    assert "4,370" in line_at(width)
    assert "hidden" not in line_at(width, hidden=0)


def test_what_matters_least_goes_first() -> None:
    assert line_at(120).startswith(" hanoi 0.3.0 | katharina | reliability-2 | 4,370 codings")
    assert line_at(100).startswith(" katharina | reliability-2 | 4,370 hidden ")
    assert line_at(60).startswith(" katharina | 4,370 hidden ")
