"""Breaking a text into lines of a number of cells, only as far as somebody looks.

A paragraph may be one line of 5 MB; the first screen of it must not wait for the rest.
"""

from __future__ import annotations

from rich.cells import cell_len

from annotator.terminal import visible_block

_MOST_CELLS = 2  # of one character


class Wrapped:
    """The range `start` to `end` of a text in lines of at most `width` cells, found lazily."""

    def __init__(self, text: str, start: int, end: int, width: int) -> None:
        self._text = text
        self._end = end
        self._width = max(_MOST_CELLS, width)
        self._next = start
        self._lines: list[tuple[int, int]] = []

    def line(self, index: int) -> str | None:
        """The line with that index, harmless; None behind the last one."""
        if not self.has(index):
            return None
        start, end = self._lines[index]
        return visible_block(self._text[start:end])

    def has(self, index: int) -> bool:
        """Whether there is a line with that index; looks no further than that."""
        while len(self._lines) <= index:
            if self._next >= self._end and (self._lines or self._next > self._end):
                return False
            self._find_line()
        return True

    def line_at(self, offset: int) -> int:
        """The index of the line in which the text's character with that offset stands."""
        index = 0
        while self.has(index + 1) and self._lines[index + 1][0] <= offset:
            index += 1
        return index

    def count(self, most: int) -> int:
        """How many lines there are, counting up to `most`."""
        return len(self._lines[:most]) if self.has(most - 1) is False else most

    @property
    def known(self) -> tuple[int, bool]:
        """How many lines were found so far, and whether these are all."""
        return len(self._lines), self._next >= self._end and bool(self._lines)

    def _find_line(self) -> None:
        start = self._next
        window = visible_block(self._text[start : min(self._end, start + self._width + 1)])
        length = self._fitting(window)
        hard_break = window.find("\n", 0, length + 1)
        if hard_break >= 0:
            self._lines.append((start, start + hard_break))
            self._next = start + hard_break + 1
            return
        length = self._soft_break(window, length)
        self._lines.append((start, start + length))
        self._next = self._after_spaces(start + length)

    def _fitting(self, window: str) -> int:
        """How many characters of the window fit the width."""
        if window.isascii() or cell_len(window) == len(window):
            return min(len(window), self._width)
        cells = 0
        for index, character in enumerate(window):
            cells += cell_len(character)
            if cells > self._width:
                return max(1, index)
        return len(window)

    def _soft_break(self, window: str, length: int) -> int:
        """Where to break at or before `length`: behind a word, or inside text without spaces."""
        if length >= len(window) or window[length] == " ":
            return length
        space = window.rfind(" ", 0, length)
        # Chinese and Japanese break anywhere; a far-off space would leave a ragged line.
        if space <= 0 or (cell_len(window[length]) > 1 and space < length // 2):
            return length
        return space

    def _after_spaces(self, index: int) -> int:
        """The next line begins with a word, not with the space it was broken at."""
        while index < self._end and self._text[index] == " ":
            index += 1
        if index < self._end and self._text[index] == "\n":
            return index + 1
        return index
