"""Which encoding bytes are in that are neither UTF-8 nor UTF-16."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_SAMPLE_BYTES = 200_000
_WESTERN = ("cp1252", "mac-roman")
# Languages whose letters Windows-1252 cannot write, however western its reading may look.
_NOT_WESTERN = frozenset(
    {
        "Croatian", "Czech", "Estonian", "Hungarian", "Latvian", "Lithuanian", "Polish",
        "Romanian", "Slovak", "Slovene", "Turkish", "Vietnamese",
    }
)  # fmt: skip
# What no western text has: capitals after small letters, symbols inside or at the end of words.
_OUT_OF_PLACE = re.compile(
    "[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸΩ]|[^\\W\\d_][¿¡‚„ƒ†‡ˆ‰‹¤¥¦§¨¬¯°±²³´¶¸¹¼½¾×÷∂∆∏∑∫≈≠≤≥◊˘˙˚˝˛ˇ][^\\W\\d_]"
    "|[a-z][‚„¿¡ƒ†‡¤¥¦¨¬¯±´¶¸¼½¾∂∆]|[\x80-\x9f]|\uf8ff"
)
_FOREIGN_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
# Half-width kana, which Cyrillic makes in Japanese encodings, and letters of Hangul by themselves,
# which Japanese makes in Korean ones: texts have few of them.
_STRAY = re.compile("[\uff61-\uff9f\u3131-\u318e]")
_MAKE_STRAY = ["shift_jis", "shift_jis_2004", "shift_jisx0213", "cp932", "cp949", "euc_kr", "johab"]
_RARE = frozenset({"hp_roman8"})
_LETTER = re.compile(r"[^\W\d_]")


def guess(content: bytes) -> str:
    """The name of the likeliest encoding; "" if none is likely.

    charset-normalizer decides, but for one thing: between eight-bit encodings that differ in a few
    characters it prefers rare ones, so where the text reads well as what western European and
    American programs write (Windows-1252, Mac Roman), it is that.
    """
    best = _likeliest(content[:_SAMPLE_BYTES])
    found = best.encoding.replace("_", "-") if best else ""
    trusted = best is not None and best.language in _NOT_WESTERN
    for name in _WESTERN:
        if _reads_western(content, name) and (not trusted or _same(content, name, found)):
            return name
    return found


def _likeliest(sample: bytes) -> CharsetMatch | None:
    """What charset-normalizer finds; of several in which no symbol stands inside a word."""
    from charset_normalizer import from_bytes  # 20 ms to import: only where UTF-8 fails

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where a text is too short for certainty
        found = from_bytes(sample)
        best = found.best()
        if best and _is_stray(str(best)):
            found = from_bytes(sample, cp_exclusion=_MAKE_STRAY)
    fitting = (one for one in found if one.encoding not in _RARE and not _is_odd(str(one)))
    return next(fitting, best)


def _is_odd(text: str) -> bool:
    return _OUT_OF_PLACE.search(text) is not None or _is_stray(text)


def _is_stray(text: str) -> bool:
    return len(_STRAY.findall(text)) * 4 > len(_FOREIGN_LETTER.findall(text))


def _same(content: bytes, name: str, other: str) -> bool:
    return content.decode(name) == content.decode(other, errors="replace")


def _reads_western(content: bytes, name: str) -> bool:
    try:
        text = content[:_SAMPLE_BYTES].decode(name)
    except UnicodeDecodeError:
        return False
    if _OUT_OF_PLACE.search(text):
        return False
    return len(_FOREIGN_LETTER.findall(text)) * 5 <= len(_LETTER.findall(text))
