"""An RTF document as lines, with what its information group says.

Not by striprtf: it writes the address of every link into the sentence (a search hit of Nexis is a
link), knows neither paragraphs from line breaks nor what is bold, and its search for links takes
time without bound on some files.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotator.readers.documents import rtf_words
from annotator.readers.documents.lines import MAX_LINES, Line
from annotator.readers.documents.rtf_tokens import Token, is_rtf, tokens
from annotator.readers.source import Source

_INFO = frozenset({"title", "author", "subject", "company"})


class Document(NamedTuple):
    """The lines of an RTF document and what else it says.

    `info` is title, author, subject and company of its information group; `notes` the number of
    its footnotes; `lost` of characters that its encoding does not have; `is_whole` whether its last
    brace is there.
    """

    lines: list[Line]
    info: dict[str, str]
    encoding: str
    notes: int
    lost: int
    is_whole: bool


def lines(source: Source) -> list[Line]:
    """The paragraphs of an RTF document, in order; `ReaderError` if it is none."""
    return source.once(document).lines


def document(source: Source) -> Document:
    """The RTF document; use with `source.once`. `ReaderError` if it is none."""
    if not is_rtf(source):
        raise source.refusal("is no RTF document")
    walk = _Walk(source, _raw_encoding(source.content))
    for token in tokens(source):
        walk.take(token)
        if walk.is_done:
            break
    return walk.document()


def _raw_encoding(content: bytes) -> str:
    """UTF-8 where the file has bytes beyond ASCII, which RTF does not allow, and they are UTF-8."""
    if content.isascii():
        return ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


@dataclass(frozen=True, slots=True)
class _State:
    """What a group may change, and its end takes back."""

    into: str = "text"  # or "none", or the table that is being read
    skip: int = 1  # how many characters stand in for one that is given by its number
    font: int = -1
    bold: bool = False
    hidden: bool = False

    def shown(self) -> tuple[str, bool, bool]:
        """What a stretch of text must have in common; its encoding is looked after elsewhere."""
        return self.into, self.bold, self.hidden


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    some_bold: bool = False
    some_light: bool = False


class _Walk:
    """Goes through the tokens and collects the paragraphs."""

    def __init__(self, source: Source, raw_encoding: str) -> None:
        self.is_done = False
        self._source, encoding = source, source.options.encoding
        self._lines: list[Line] = []
        self._info: dict[str, str] = {}
        self._notes = self._lost = 0
        self._encoding, self._raw = encoding or "cp1252", raw_encoding
        self._is_fixed = bool(encoding)
        self._state, self._stack = _State(), list[_State]()
        self._paragraph, self._style, self._outline = _Paragraph(), 0, 0
        self._pending, self._pending_encoding = bytearray(), ""
        self._to_skip = 0
        self._is_optional = False  # after \*: a reader that does not know the group leaves it out
        self._fonts: dict[int, str] = {}
        self._font = self._named_style = -1
        self._styles: dict[int, str] = {}
        self._words: dict[str, Callable[[int | None], None]] = {
            "u": self._unicode, "uc": self._skip, "b": self._bold, "f": self._set_font,
            "v": self._hide, "deleted": self._hide, "plain": self._plain, "pard": self._reset,
            "s": self._set_style, "outlinelevel": self._set_outline, "ansicpg": self._code_page,
            "fcharset": self._charset,
        }  # fmt: skip

    def take(self, token: Token) -> None:
        if token.data:
            self._data(token)
        elif token.brace:
            self._group(token.brace)
        elif token.word:
            self._word(token.word, token.number)
        elif token.symbol == "*":
            self._is_optional = True
        elif self._to_skip:
            self._to_skip -= 1
        else:
            self._character(rtf_words.SYMBOLS.get(token.symbol, ""))

    def document(self) -> Document:
        self._end_paragraph()
        info = {key: _paired(value).strip() for key, value in self._info.items()}
        return Document(
            self._lines, info, self._encoding, self._notes, self._lost, is_whole=self.is_done
        )

    def _group(self, brace: str) -> None:
        self._to_skip = 0
        self._is_optional = False
        if brace == "{":
            self._stack.append(self._state)
            return
        if self._stack:
            outer = self._stack.pop()
            if outer.shown() != self._state.shown():
                self._flush()
            self._state = outer
        self.is_done = not self._stack

    def _word(self, word: str, number: int | None) -> None:
        self._to_skip = 0
        optional, self._is_optional = self._is_optional, False
        if word in rtf_words.NOT_TEXT or (optional and word not in rtf_words.THROUGH):
            if word == "footnote" and self._state.into == "text":
                self._notes += 1
            self._turn("none")
        elif self._state.into == "none":
            return
        elif word in rtf_words.TABLES or (word in _INFO and self._state.into == "info"):
            self._turn(word)
        elif word in self._words:
            self._words[word](number)
        elif word in rtf_words.FAMILIES:
            self._set_encoding(rtf_words.FAMILIES[word])
        elif self._state.into == "text":
            self._text_word(word)

    def _text_word(self, word: str) -> None:
        if word in rtf_words.ENDS:
            self._end_paragraph()
        elif word in rtf_words.CHARACTERS:
            self._character(rtf_words.CHARACTERS[word])

    def _turn(self, into: str) -> None:
        self._flush()
        self._state = replace(self._state, into=into)

    def _data(self, token: Token) -> None:
        data = token.data
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if not data or self._state.into == "none":
            return
        raw = self._raw and not token.is_hex and not data.isascii()
        encoding = self._raw if raw else self._fonts.get(self._state.font, self._encoding)
        if encoding != self._pending_encoding:
            self._flush()
            self._pending_encoding = encoding
        self._pending += data

    def _flush(self) -> None:
        """Bytes that wait for the second half of their character become text."""
        if not self._pending:
            return
        # Some programs fill up with NULs, which are no characters of the text.
        text = self._pending.decode(self._pending_encoding, "replace").replace("\0", "")
        self._pending.clear()
        self._lost += text.count("\ufffd")
        self._add(text)

    def _add(self, text: str) -> None:
        into = self._state.into
        if into == "stylesheet":
            self._styles[self._named_style] = self._styles.get(self._named_style, "") + text
        elif into in _INFO:
            self._info[into] = self._info.get(into, "") + text
        elif into == "text" and not self._state.hidden:
            self._paragraph.parts.append(text)
            if not text.isspace():
                self._paragraph.some_bold |= self._state.bold
                self._paragraph.some_light |= not self._state.bold

    def _character(self, text: str) -> None:
        if text and self._state.into != "none":
            self._flush()
            self._add(text)

    def _end_paragraph(self) -> None:
        self._flush()
        paragraph = self._paragraph
        style = self._styles.get(self._style, "").split(";")[0].strip().lower()
        if self._outline and style in {"", "normal", "standard", "body text"}:
            style = f"heading {self._outline}"
        bold = paragraph.some_bold and not paragraph.some_light
        if len(self._lines) >= MAX_LINES:
            raise self._source.refusal(f"has more than {MAX_LINES:,} paragraphs")
        self._lines.append(Line(_paired("".join(paragraph.parts)), bold, style))
        self._paragraph = _Paragraph()

    def _unicode(self, number: int | None) -> None:
        if number is None:
            return
        self._to_skip = self._state.skip
        code = number + 0x10000 if number < 0 else number
        self._character(chr(code) if 0 < code <= 0x10FFFF else "")

    def _skip(self, number: int | None) -> None:
        self._state = replace(self._state, skip=min(max(number or 0, 0), 16))

    def _bold(self, number: int | None) -> None:
        self._flush()
        self._state = replace(self._state, bold=number != 0)

    def _hide(self, number: int | None) -> None:
        self._flush()
        self._state = replace(self._state, hidden=number != 0)

    def _plain(self, _: int | None) -> None:
        self._flush()
        self._state = replace(self._state, bold=False, hidden=False)

    def _reset(self, _: int | None) -> None:
        self._style = self._outline = 0

    def _set_style(self, number: int | None) -> None:
        if self._state.into == "stylesheet":
            self._flush()
            self._named_style = number or 0
        else:
            self._style = number or 0

    def _set_outline(self, number: int | None) -> None:
        if self._state.into == "text":
            self._outline = (number or 0) + 1 if (number or 0) < 9 else 0

    def _set_font(self, number: int | None) -> None:
        self._font = number or 0
        self._state = replace(self._state, font=self._font)

    def _charset(self, number: int | None) -> None:
        if number in rtf_words.CHARSETS and not self._is_fixed:
            self._fonts[self._font] = rtf_words.CHARSETS[number]

    def _code_page(self, number: int | None) -> None:
        self._set_encoding("utf-8" if number == 65001 else f"cp{number}")

    def _set_encoding(self, encoding: str) -> None:
        if not self._is_fixed and _is_known(encoding):
            self._encoding = encoding


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _paired(text: str) -> str:
    """Text whose characters beyond U+FFFF, which RTF writes in halves, are whole."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
