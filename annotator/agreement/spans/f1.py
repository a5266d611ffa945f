"""Precision, recall and F1 of spans: shares of spans that another coder marked too.

They are not corrected for chance. F1 is the harmonic mean of precision and recall of van
Rijsbergen, C. J. (1979): Information Retrieval (2nd ed.), ch. 7; as agreement of two coders whose
unmarked text cannot be counted: Hripcsak, G. & Rothschild, A. S. (2005), Agreement, the F-measure,
and reliability in information retrieval. JAMIA 12(3), pp. 296-298.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.coefficient import Coefficient
from annotator.agreement.spans.continuum import Continuum, Ints
from annotator.agreement.spans.data import SpanData
from annotator.agreement.spans.reasons import why_nothing_to_compare

_Found = Callable[[Continuum, int, int], NDArray[np.bool_]]
"""Which spans of one coder (by number) another coder marked too."""


@dataclass(frozen=True, slots=True)
class SpanMatches:
    """How many spans of two coders the other one marked too, in articles that both finished.

    `precision` is the share of the second coder's spans that the first marked, `recall` the share
    of the first coder's spans that the second marked; None where there are no such spans.
    """

    first: str
    second: str
    n_first: int
    n_second: int
    found_first: int
    found_second: int
    reason: str = ""

    @property
    def precision(self) -> float | None:
        """The share of the second coder's spans that the first marked too."""
        return self.found_second / self.n_second if self.n_second else None

    @property
    def recall(self) -> float | None:
        """The share of the first coder's spans that the second marked too."""
        return self.found_first / self.n_first if self.n_first else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; 0 where only one coder marked spans."""
        if self.reason:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def exact_matches(data: SpanData) -> list[SpanMatches]:
    """For each pair of coders, the spans with the same start, the same end and the same code."""
    return _all_pairs(data, _same)


def overlapping_matches(data: SpanData) -> list[SpanMatches]:
    """For each pair of coders, the spans that share a character with one of the same code."""
    return _all_pairs(data, _touching)


def span_f1_exact(data: SpanData) -> Coefficient:
    """The mean over pairs of coders of F1 of spans with the same start, end and code.

    Hripcsak & Rothschild (2005), JAMIA 12(3), pp. 296-298.
    """
    return _mean("span_f1_exact", data, exact_matches(data))


def span_f1_overlap(data: SpanData) -> Coefficient:
    """The mean over pairs of coders of F1 of spans that share a character and the code.

    Hripcsak & Rothschild (2005), JAMIA 12(3), pp. 296-298.
    """
    return _mean("span_f1_overlap", data, overlapping_matches(data))


def _mean(name: str, data: SpanData, pairs: list[SpanMatches]) -> Coefficient:
    """Over the pairs of which one marked a span; it rests on articles that two coders finished."""
    found = [pair.f1 for pair in pairs if pair.f1 is not None]
    reason = "" if found else _why_no_pair(data, pairs)
    value = sum(found) / len(found) if found else None
    times = [sum(article in done for done in data.finished.values()) for article in data.lengths]
    shared = [number for number, coders in enumerate(times) if coders > 1]
    n_spans = int(np.isin(data.columns[:, 1], shared).sum())
    sizes = list(data.lengths.values())
    compared = sum(sizes[number] * times[number] for number in shared)
    return Coefficient(name, value, "nominal", n_spans, len(data.coders), compared, reason)


def _why_no_pair(data: SpanData, pairs: list[SpanMatches]) -> str:
    if not pairs:
        return why_nothing_to_compare(data.continuum)
    reasons = {pair.reason for pair in pairs}
    return reasons.pop() if len(reasons) == 1 else "no two coders marked spans in the same articles"


def _all_pairs(data: SpanData, found: _Found) -> list[SpanMatches]:
    pairs = combinations(data.coders, 2)
    return [_matches(data.between(*pair), found) for pair in pairs]


def _matches(text: Continuum, found: _Found) -> SpanMatches:
    ours, theirs = found(text, 0, 1), found(text, 1, 0)
    return SpanMatches(
        text.coders[0],
        text.coders[1],
        n_first=len(ours),
        n_second=len(theirs),
        found_first=int(ours.sum()),
        found_second=int(theirs.sum()),
        reason=why_nothing_to_compare(text),
    )


def _same(text: Continuum, one: int, _other: int) -> NDArray[np.bool_]:
    """Which spans of one of two coders stand among the other's with the same ends and label.

    A coder has each span once, so neighbours that are equal are of the two coders.
    """
    order = np.lexsort((text.end, text.start, text.label))
    left, right = order[:-1], order[1:]
    equal = (text.label[left] == text.label[right]) & (text.start[left] == text.start[right])
    equal &= text.end[left] == text.end[right]
    found = np.zeros(text.n_spans, np.bool_)
    found[left[equal]] = found[right[equal]] = True
    return np.asarray(found[text.coder == one], np.bool_)


def _touching(text: Continuum, one: int, other: int) -> NDArray[np.bool_]:
    """Which spans of one coder share a character with a span of the same label of the other.

    Spans that began before this one ends, less those that ended before it begins.
    """
    start, end = _on_own_copies(text, text.coder == one)
    starts, ends = map(np.sort, _on_own_copies(text, text.coder == other))
    begun, over = np.searchsorted(starts, end, "left"), np.searchsorted(ends, start, "right")
    return np.asarray(begun > over)


def _on_own_copies(text: Continuum, chosen: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Starts and ends of spans, with a copy of the continuum for each label."""
    shift = text.label[chosen] * (text.length + 1)
    return text.start[chosen] + shift, text.end[chosen] + shift
