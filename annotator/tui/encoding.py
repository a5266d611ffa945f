"""A terminal that is not told to expect UTF-8 gets a stand-in for each letter, as wide as it."""

from __future__ import annotations

import codecs
from io import TextIOWrapper

from rich.cells import cell_len

_HANDLER = "annotator.same_width"
_STAND_INS = {
    **dict.fromkeys("─━▔▁╌╍–—", "-"), **dict.fromkeys("│┃▕▏┊", "|"), **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”«»", '"'), "…": ".", "●": "o", "•": "*", "·": ".",
}  # fmt: skip


def keep_width(stream: object) -> None:
    """Have the stream write what its encoding lacks in as many cells.

    An escape such as `\\u2500` is six cells wide and breaks every line that is drawn.
    """
    if isinstance(stream, TextIOWrapper) and "utf" not in (stream.encoding or "").lower():
        codecs.register_error(_HANDLER, _stand_in)
        stream.reconfigure(errors=_HANDLER)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_STAND_INS.get(one, "?" * cell_len(one)) for one in lacking), error.end
