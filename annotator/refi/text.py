"""Text that XML 1.0 cannot hold: most control characters, surrogates, U+FFFE and U+FFFF."""

from __future__ import annotations

import re

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STAND_IN = "\N{REPLACEMENT CHARACTER}"


def fits(text: str) -> bool:
    """Whether XML can hold the text as it is."""
    return _UNFIT.search(text) is None


def fitted(text: str) -> str:
    """The text with a stand-in for every character that XML cannot hold."""
    return _UNFIT.sub(_STAND_IN, text)
