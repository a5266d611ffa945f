"""HTML as plain text with paragraphs set apart, and where places of the bare text are in it."""

from __future__ import annotations

from bisect import bisect_right
from html.parser import HTMLParser
from itertools import accumulate

from annotator.importers.offsets import Offsets, Span, Unit

_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
                     "tr", "table", "ul", "ol"})  # fmt: skip
_UNSEEN = frozenset({"script", "style"})


class HtmlText:
    """A document. `text` has an empty line between blocks; places count without these."""

    def __init__(self, html: str) -> None:
        parser = _Parser()
        parser.feed(html)
        parser.close()
        self._bare = Offsets("".join(parser.pieces))
        self._at, sizes = _merged(parser.breaks)
        self._added = [0, *accumulate(sizes)]
        self.text = self._with_breaks()

    def _with_breaks(self) -> str:
        bare, parts, before = self._bare.text, [], 0
        for number, place in enumerate(self._at):
            size = self._added[number + 1] - self._added[number]
            parts += [bare[before:place], "\n" * size]
            before = place
        return "".join([*parts, bare[before:]])

    def span(self, start: int, end: int, unit: Unit) -> Span | None:
        """The range of the text for a range of the bare text."""
        found = self._bare.span(start, end, unit)
        if found is None:
            return None
        # what begins at a break begins after it; what ends there ends before it
        first = found.start + self._added[bisect_right(self._at, found.start)]
        last = found.end - 1 + self._added[bisect_right(self._at, found.end - 1)] + 1
        return Span(first, last)

    def slice(self, span: Span) -> str:
        """The passage."""
        return self.text[span.start : span.end]


def _merged(breaks: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Breaks at one place as one: the largest."""
    found: dict[int, int] = {}
    for place, size in breaks:
        found[place] = max(size, found.get(place, 0))
    return list(found), list(found.values())


class _Parser(HTMLParser):
    """Gathers the text, and where a block or a line ends in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.breaks: list[tuple[int, int]] = []
        self._length = 0
        self._unseen = 0

    def handle_data(self, data: str) -> None:
        """Text between two tags."""
        if not self._unseen:
            data = data.replace("\r\n", "\n").replace("\r", "\n")
            self.pieces.append(data)
            self._length += len(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """A block begins where another ends."""
        self._unseen += tag in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """A block ends."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.breaks.append((self._length, 2))
        elif tag == "br":
            self.breaks.append((self._length, 1))
