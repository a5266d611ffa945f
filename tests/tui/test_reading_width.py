"""The text beside the codes: a free column at its right, and no line longer than one reads well."""

import pytest

from annotator.tui.views.layout import compose, text_size
from tests.tui.golden import _page

DIVIDER = "│"


@pytest.mark.parametrize("width", [100, 110, 120, 160, 250])
def test_the_text_keeps_off_the_divider(width: int) -> None:
    rows = ["".join(span.text for span in line) for line in compose(_page(""), width, 30)]
    beside = [row.partition(DIVIDER)[0] for row in rows if DIVIDER in row]
    assert beside
    assert all(text.endswith(" ") for text in beside)


def test_lines_stay_readable_on_a_wide_screen() -> None:
    assert text_size(_page(""), 250, 50)[0] == 104
    assert text_size(_page(""), 80, 24)[0] == 80
