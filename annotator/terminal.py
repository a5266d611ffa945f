"""The one door through which foreign text reaches a terminal.

Articles, labels, memos, names and exception texts were written by others. A terminal obeys
control characters, and Textual passes them on: an article could set the clipboard (OSC 52) or
hide words (bidi overrides). `visible` puts a stand-in of the same length in their place, so that
offsets into the text stay true. It does not touch what is stored or exported.
"""

from __future__ import annotations

import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_LINE_BREAK = "\n"


class _StandIns(dict[int, str | int]):
    """For `str.translate`: decides once per character, the first time it is met."""

    def __missing__(self, code_point: int) -> str | int:
        stand_in = _stand_in(code_point)
        self[code_point] = stand_in
        return stand_in


def _stand_in(code_point: int) -> str | int:
    if code_point < 0x20:
        return chr(0x2400 + code_point)
    if code_point == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if unicodedata.category(chr(code_point)) in _UNSAFE_CATEGORIES:
        return _REPLACEMENT
    return code_point


_LINE = _StandIns()
_BLOCK = _StandIns({ord(_LINE_BREAK): _LINE_BREAK, ord("\t"): " "})


def visible(text: str) -> str:
    """`text` with every control, bidi, zero-width, private or surrogate character made visible.

    Same length as `text`; one line (a line feed becomes its symbol).
    """
    return text if text.isascii() and text.isprintable() else text.translate(_LINE)


def visible_block(text: str) -> str:
    """Like `visible`, but line feeds stay and a tab becomes a space: for text of several lines."""
    return text.translate(_BLOCK)
