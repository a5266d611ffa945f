"""A document as the paragraphs that its author made, with what marks headings."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A paragraph; line breaks that its author made inside it are line feeds.

    `bold` is whether everything in it that shows is bold. `style` is the name of its paragraph
    style in lower case, in English where Word brings the style ("title", "heading 1"); "" where
    the format has no styles.
    """

    text: str
    bold: bool = False
    style: str = ""
