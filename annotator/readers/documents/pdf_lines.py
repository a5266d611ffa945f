"""A PDF as the lines that are printed on its pages, with where they stand."""

from __future__ import annotations

import io
import logging
import math
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.readers.documents import properties
from annotator.readers.source import Source

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 500
"""Longer documents are refused: they are books."""
MAX_LINES = 300_000

_DAMAGED = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_PROPERTIES = {
    "/Title": properties.TITLE, "/Author": properties.AUTHOR, "/Subject": properties.SUBJECT,
    "/Keywords": properties.KEYWORDS,
}  # fmt: skip
_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": "",
})  # fmt: skip
"""Shapes of the printer's, not letters of the author's."""

_HOW_TO_DECRYPT = "print it to a new PDF and add that, or pip install cryptography"
_SPACES = re.compile(" {2,}")
_HEAVY = ("bold", "black", "heavy")
_WIDE_GAP = 3.0  # in sizes of the letters: no space between words is as wide
_HAIR = 0.15
_LETTER = 0.5  # width of a letter, in its size


class PdfLine(NamedTuple):
    """A printed line: where it begins (points, y upwards), its letters' size, and its weight.

    `is_parted` is whether a wide gap stands in it, as between two columns.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool
    is_parted: bool
    page: int


class Printed(NamedTuple):
    """The pages of a PDF, numbered from 1, as lines in the order the file has them."""

    pages: list[list[PdfLine]]
    info: dict[str, str]


def printed(source: Source) -> Printed:
    """The PDF; use with `source.once`. `ReaderError` if it is damaged or locked."""
    from pypdf.errors import DependencyError, PyPdfError

    try:
        with _silence():
            reader = _opened(source)
            pages = [_lines(page, number) for number, page in enumerate(reader.pages, 1)]
            return Printed(pages, _info(reader))
    except DependencyError as error:
        raise source.refusal("is encrypted (AES)", hint=_HOW_TO_DECRYPT) from error
    except (PyPdfError, *_DAMAGED) as error:
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise source.refusal(f"is a damaged PDF: {told}") from error


def _opened(source: Source) -> PdfReader:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(source.content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(source)
    if len(reader.pages) > MAX_PAGES:
        raise source.refusal(f"has {len(reader.pages):,} pages; the limit is {MAX_PAGES:,}")
    return reader


def _locked(source: Source) -> Exception:
    return source.refusal(
        "is protected by a password", hint="save or print it without protection and add that file"
    )


@contextmanager
def _silence() -> Iterator[None]:
    """Without pypdf's remarks about faults in the file, which it logs and mends."""
    logger, nowhere = logging.getLogger("pypdf"), logging.NullHandler()
    before = logger.propagate
    logger.addHandler(nowhere)
    logger.propagate = False
    try:
        yield
    finally:
        logger.propagate = before
        logger.removeHandler(nowhere)


def _info(reader: PdfReader) -> dict[str, str]:
    about: Mapping[str, object] = reader.metadata or {}
    found = {name: str(value) for key, name in _PROPERTIES.items() if (value := about.get(key))}
    created = str(about.get("/CreationDate") or "").removeprefix("D:")[:8]
    return {**found, properties.CREATED: created}


def _lines(page: Any, number: int) -> list[PdfLine]:
    collector = _Collector(number)
    page.extract_text(visitor_text=collector)
    collector.end_line()
    return collector.lines


class _Collector:
    """Is told of stretches of text and makes lines of them."""

    def __init__(self, page: int) -> None:
        self.lines: list[PdfLine] = []
        self._page = page
        self._before = ("", 0.0, 0.0)
        self._font: Any = None
        self._font_is_bold = False
        self._start_line()

    def __call__(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        if not text:  # two of three times: at the bounds of text objects
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size) * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
        for index, piece in enumerate(text.split("\n")):
            if index:
                self.end_line()
            shown = piece.strip()
            if shown and self._is_there(shown, x, y, height):
                continue
            self._parts.append(piece)
            if shown:
                self._place(piece, x, y, height)
                if font is not self._font:
                    self._font, self._font_is_bold = font, _is_bold(font)
                self._all_bold &= self._font_is_bold

    def _is_there(self, text: str, x: float, y: float, height: float) -> bool:
        """Whether the same was just printed here: twice, a hair apart, looks bold."""
        before, self._before = self._before, (text, x, y)
        reach = _HAIR * height
        return before[0] == text and abs(before[1] - x) < reach and abs(before[2] - y) < reach

    def end_line(self) -> None:
        text = _letters("".join(self._parts)).strip()
        if "  " in text:  # as wide as the line was set, and not as the author wrote it
            text = _SPACES.sub(" ", text)
        if text and len(self.lines) < MAX_LINES:
            x, y = self._at or (0.0, 0.0)
            self.lines.append(
                PdfLine(text, x, y, self._size, self._all_bold, self._is_parted, self._page)
            )
        self._start_line()

    def _start_line(self) -> None:
        self._parts: list[str] = []
        self._at: tuple[float, float] | None = None
        self._size = self._end = 0.0
        self._all_bold, self._is_parted = True, False

    def _place(self, text: str, x: float, y: float, height: float) -> None:
        if self._at is None:
            self._at = (x, y)
        elif x > self._end + _WIDE_GAP * height:
            self._is_parted = True
        self._size = max(self._size, height)
        self._end = x + _LETTER * height * len(text)


def _letters(text: str) -> str:
    """The author's letters; translating takes as long as all else, and few lines need it."""
    return text if text.isascii() and "\0" not in text else text.translate(_LIGATURES)


def _is_bold(font: Any) -> bool:
    name = str(font.get("/BaseFont", "")).lower() if font else ""
    return any(word in name for word in _HEAVY)
