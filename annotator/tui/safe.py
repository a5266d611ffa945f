"""The only way in which text that we did not write becomes something Textual shows.

Textual reads markup in plain strings (`[sic]` vanishes, `[/]` ends the program, `[@click=...]` runs
an action) and passes control characters on to the terminal. `Content` has no markup, and `visible`
leaves no control, bidi or zero-width character.
"""

from __future__ import annotations

from textual.content import Content

from annotator.terminal import visible, visible_block


def content(text: str, style: str = "") -> Content:
    """One line of foreign text, made harmless; for labels, titles, options and notifications."""
    return Content.styled(visible(text), style)


def content_block(text: str, style: str = "") -> Content:
    """Foreign text that may span lines, made harmless."""
    return Content.styled(visible_block(text), style)
