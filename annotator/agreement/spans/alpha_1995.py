"""Krippendorff's first alpha for unitizing: where units begin and end, code by code.

Krippendorff, K. (1995): On the reliability of unitizing continuous data. Sociological Methodology
25, pp. 47-76; with expected disagreement as corrected in Krippendorff, K. (2004): Content
Analysis (2nd ed.), pp. 251-256 (the 1995 formula has a known misprint, a plus for a minus).
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from annotator.agreement.coefficient import Coefficient
from annotator.agreement.spans.continuum import Continuum, Floats, Ints, summed
from annotator.agreement.spans.data import SpanData
from annotator.agreement.spans.reasons import coefficient, why_nothing_to_compare


def alpha_U(data: SpanData) -> Coefficient:  # noqa: N802 - Krippendorff's own name, not u_alpha
    """Krippendorff's alpha_U over all codes: 1 - sum of D_o / sum of D_e of the codes.

    Spans of different codes may overlap; undefined where a coder's spans of one code do.

    Krippendorff, K. (1995), Sociological Methodology 25, pp. 47-76; Krippendorff, K. (2004):
    Content Analysis (2nd ed.), pp. 251-256.
    """
    text = data.continuum
    if reason := _why_undefined(text):
        return coefficient("alpha_U", text, n_spans=text.n_spans, reason=reason)
    observed, expected = _observed(text).sum(), expected_disagreement(text).sum()
    return _alpha(text, observed, expected, text.n_spans)


def alpha_U_by_label(data: SpanData) -> dict[str, Coefficient]:  # noqa: N802
    """alpha_U of each code that was used: 1 - D_o / D_e of that code.

    Krippendorff, K. (2004): Content Analysis (2nd ed.), pp. 251-256.
    """
    text = data.continuum
    counts = text.spans_per_label
    if reason := _why_undefined(text):
        return {
            label: coefficient("alpha_U", text, n_spans=count, reason=reason)
            for label, count in zip(text.labels, counts, strict=True)
        }
    figures = zip(text.labels, _observed(text), expected_disagreement(text), counts, strict=True)
    return {label: _alpha(text, o, e, count) for label, o, e, count in figures}


def _why_undefined(text: Continuum) -> str:
    if reason := why_nothing_to_compare(text):
        return reason
    overlap = text.overlap_of_one_label
    return f"{overlap}; alpha_U needs spans of one code that do not overlap" if overlap else ""


def _alpha(text: Continuum, observed: float, expected: float, n_spans: int) -> Coefficient:
    if expected <= 0:
        reason = "no variation: spans of one character leave no gap, wherever they begin"
        return coefficient("alpha_U", text, n_spans=n_spans, reason=reason)
    return coefficient("alpha_U", text, 1 - observed / expected, n_spans=n_spans)


def _observed(text: Continuum) -> Floats:
    """D_o of each label."""
    pairs = text.n_coders * (text.n_coders - 1) / 2
    return np.asarray(squared_differences(text) / (pairs * float(text.length) ** 2))


def squared_differences(text: Continuum) -> Floats:
    """For each label the squared differences of the ends of overlapping spans of two coders.

    A span that lies in a gap of the other coder adds the square of its length.
    """
    # Each label gets a copy of the continuum, so that one sweep serves all labels.
    shift = text.label * (text.length + 1)
    by_coder = []
    for number in range(text.n_coders):
        own = np.flatnonzero(text.coder == number)
        order = own[np.argsort(text.start[own] + shift[own], kind="stable")]
        by_coder.append((text.start[order] + shift[order], text.end[order] + shift[order]))
    total = np.zeros(len(text.labels))
    for one, other in combinations(by_coder, 2):
        total += _disagreement(one, other, text.length + 1, len(text.labels))
    return total


def _disagreement(
    one: tuple[Ints, Ints], other: tuple[Ints, Ints], stride: int, n_labels: int
) -> Floats:
    """The sum of squared differences between two coders, by label."""
    first = np.searchsorted(other[1], one[0], "right")
    meetings = np.searchsorted(other[0], one[1], "left") - first
    left = np.repeat(np.arange(len(meetings)), meetings)
    before = np.repeat(meetings.cumsum() - meetings, meetings)
    right = np.arange(len(left)) - before + np.repeat(first, meetings)
    apart = [
        (mine[left] - theirs[right]).astype(np.float64)
        for mine, theirs in zip(one, other, strict=True)
    ]
    total = summed(one[0][left] // stride, apart[0] ** 2 + apart[1] ** 2, n_labels)
    met = np.bincount(right, minlength=len(other[0]))
    for (start, end), alone in ((one, meetings == 0), (other, met == 0)):
        squares = (end - start)[alone].astype(np.float64) ** 2
        total += summed(start[alone] // stride, squares, n_labels)
    return total


def expected_disagreement(text: Continuum) -> Floats:
    """D_e of each label: all places at which its spans could meet spans and gaps by chance."""
    lengths, everything = text.lengths, float(text.n_coders * text.length)
    meeting = (2 * lengths**3 - 3 * lengths**2 + lengths) / 3
    chance = text.per_label(meeting) * (np.array(text.spans_per_label) - 1)
    chance += text.per_label(lengths**2 * _room_in_gaps(text))
    places = everything * (everything - 1) - text.per_label(lengths * (lengths - 1))
    return np.asarray(2 / text.length * chance / places)


def _room_in_gaps(text: Continuum) -> Floats:
    """In how many places each span would fit into gaps between spans of its label."""
    label, gap = _gaps(text)
    stride = text.length + 1
    keys = np.sort(label * stride + gap)
    running = np.concatenate(([0], (keys % stride).cumsum()))
    lengths = text.end - text.start
    first = np.searchsorted(keys, text.label * stride + lengths, "left")
    last = np.searchsorted(keys, (text.label + 1) * stride, "left")
    room = running[last] - running[first] - (last - first) * (lengths - 1)
    return np.asarray(room, np.float64)


def _gaps(text: Continuum) -> tuple[Ints, Ints]:
    """The label and the length of every gap: what a coder left between spans of a label."""
    # Labels and coders each get a copy of the continuum; empty spans stand where copies meet.
    copy = (text.label * text.n_coders + text.coder) * text.length
    meet = np.arange(len(text.labels) * text.n_coders + 1, dtype=np.int64) * text.length
    starts = np.sort(np.concatenate((text.start + copy, meet)))
    ends = np.sort(np.concatenate((text.end + copy, meet)))
    gap = starts[1:] - ends[:-1]
    label = ends[:-1] // (text.length * text.n_coders)
    return label[gap > 0], gap[gap > 0]
