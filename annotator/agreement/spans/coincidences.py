"""Intersections of segments of two coders: the raw material of the u-alpha family.

Krippendorff, K., Mathet, Y., Bouvry, S. & Widlöcher, A. (2016): On the reliability of unitizing
textual continua: Further developments. Quality & Quantity 50(6), pp. 2347-2364. A coder's spans
and the gaps between them cut the text into segments; characters on which two coders' segments meet
are coincidences of their codes, each of the weight 1 / (m - 1), m being the number of coders.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from annotator.agreement.spans.continuum import Continuum, Floats, Ints, summed

GAP = -1
"""The segment, and the label, of unmarked text."""


@dataclass(frozen=True, slots=True)
class Coincidences:
    """Sums of the matrix of coincidences, one entry per label (the row of the gaps is apart).

    `marked` is l_c., `alike` l_cc, `valued` the part of l_c. that meets spans (not gaps) of other
    coders. `squares` and `valued_squares` are the squared lengths of spans, and of their parts
    that meet another coder's spans: what the expected coincidences take out, because a span does
    not meet itself by chance. `gaps` is the unmarked text of all coders, `total` all text.
    """

    marked: Floats
    alike: Floats
    valued: Floats
    squares: Floats
    valued_squares: Floats
    gaps: float
    gaps_alike: float

    @property
    def total(self) -> float:
        """All text of all coders: m times L."""
        return float(self.marked.sum()) + self.gaps


def coincidences(text: Continuum) -> Coincidences:
    """The coincidences of a continuum in which no coder's spans overlap."""
    pieces, span = _pieces(text)
    label = np.append(text.label, GAP)[span]
    sums, gaps_alike = np.zeros((3, len(text.labels))), 0.0
    for one, other in permutations(range(text.n_coders), 2):
        sums += _meetings(text, pieces, span[one], label[other])
        gaps_alike += float(pieces[(label[one] == GAP) & (label[other] == GAP)].sum())
    alike, valued, valued_squares = sums / (text.n_coders - 1)
    marked = text.per_label(text.lengths)
    return Coincidences(
        marked,
        alike,
        valued,
        text.per_label(text.lengths**2),
        valued_squares,
        text.n_coders * float(text.length) - float(marked.sum()),
        gaps_alike / (text.n_coders - 1),
    )


def _pieces(text: Continuum) -> tuple[Floats, Ints]:
    """The lengths of the pieces between all ends of spans; which span each coder has there."""
    cuts = np.unique(np.concatenate((text.start, text.end, [0, text.length])))
    spans = [_span_at(text, number, cuts[:-1]) for number in range(text.n_coders)]
    return np.diff(cuts).astype(np.float64), np.stack(spans)


def _span_at(text: Continuum, coder: int, places: Ints) -> Ints:
    """The span of a coder that holds each place; GAP where none does."""
    first, last = np.searchsorted(text.coder, (coder, coder + 1))
    found = np.searchsorted(text.start[first:last], places, "right") + first - 1
    inside = (found >= first) & (np.append(text.end, 0)[found] > places)
    return np.where(inside, found, GAP)


def _meetings(text: Continuum, pieces: Floats, span: Ints, other: Ints) -> Floats:
    """What one coder's spans share with another coder's: alike, valued, squares of the latter."""
    both = (span != GAP) & (other != GAP)
    span, other, pieces = span[both], other[both], pieces[both]
    shared = summed(span, pieces, text.n_spans)
    alike = summed(span, pieces * (text.label[span] == other), text.n_spans)
    return np.stack([text.per_label(weights) for weights in (alike, shared, shared**2)])
