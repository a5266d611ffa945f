"""Text fields that show stand-ins for control characters and keep the text as it is.

Textual's own fields send every character to the terminal, so a pasted web page or an imported
memo could drive it (reliability research, 4.1). What is edited and returned stays unchanged.
"""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input, TextArea

from annotator.terminal import visible


class _StandIns(Highlighter):
    def highlight(self, text: Text) -> None:
        """Put the stand-ins in place; their number is the same, so the cursor stays right."""
        text.plain = visible(text.plain)


class LineField(Input):
    """One line of text; what may be typed stands in it in italics until something is."""

    DEFAULT_CSS = """
    LineField > .input--placeholder { text-style: italic; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(
            value, placeholder, highlighter=_StandIns(), select_on_focus=False, compact=True, id=id
        )


class BlockField(TextArea):
    """Several lines of text. Tab leaves the field."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(text, soft_wrap=True, tab_behavior="focus", compact=True, id=id)

    def get_line(self, line_index: int) -> Text:
        """The line as it may be shown."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)
