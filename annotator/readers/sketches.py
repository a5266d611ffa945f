"""A sample of an article's shingles, small enough to be kept beside each article of a study.

Shingles are sampled by their own value (Broder 1997, "modulo m"): of two texts always the same
ones, so that the share they have in common is about that of all. Of a short text, all are kept.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.readers.shingles import Shingles

SHARE = 0.25
"""Of all possible shingles, those that a sketch keeps."""
_FEWEST = 64


def sketch(shingles: Shingles) -> Shingles:
    """The part of a text's shingles (sorted, as `shingles` gives them) that is kept."""
    import numpy as np

    sampled = int(np.searchsorted(shingles, np.uint32(SHARE * 2**32)))
    return shingles[: max(sampled, _FEWEST)]


def to_text(sketch: Shingles) -> str:
    """The sketch as it is stored."""
    return base64.b64encode(sketch.astype("<u4").tobytes()).decode("ascii")


def from_text(text: str) -> Shingles | None:
    """The sketch that `to_text` wrote; None for anything else."""
    import numpy as np

    try:
        stored = np.frombuffer(base64.b64decode(text, validate=True), "<u4").astype(np.uint32)
    except ValueError:
        return None
    return stored if bool((stored[1:] > stored[:-1]).all()) else None
