"""Where room is short, groups of codes go before any answer is cut."""

import pytest

from annotator.tui.views.statements import statements_pane
from tests.tui.golden import _page


def row(keys: str, width: int) -> str:
    lines = statements_pane(_page(keys), width, 3)
    return "".join(span.text for span in lines[0]).rstrip()


def test_with_room_the_groups_are_said() -> None:
    words = " ".join(row("n k 3 s r", 100).split())
    assert words == "1 North Korea > Kim Jong Un 3 Supports Sanctions > Sanctions relief"


@pytest.mark.parametrize("width", [66, 52])
def test_with_less_room_no_answer_is_cut(width: int) -> None:
    shown = row("n k 3 s r", width)
    assert "Kim Jong Un  3 Supports" in shown
    assert "…" not in shown
    assert shown.endswith("Sanctions relief")


def test_with_hardly_any_the_widest_is() -> None:
    shown = row("n k 3 s r", 36)
    assert len(shown) <= 36
    assert "…" in shown
