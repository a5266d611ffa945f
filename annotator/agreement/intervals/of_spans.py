"""Figures about spans as functions of how often each article counts.

Spans of one text are not independent, so whole articles are drawn. What an article adds to the sums
of the u-alpha family, to the observed disagreement of alpha_U and to F1 does not depend on the
other articles. Expected disagreement of alpha_U does: gaps run on from one article to the next. It
is computed anew for the articles drawn, laid end to end in the order of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from annotator.agreement.intervals.forms import Additive, UnitForm
from annotator.agreement.intervals.of_unitizing import Unitizing
from annotator.agreement.pairs import Floats
from annotator.agreement.spans.coincidences import Coincidences
from annotator.agreement.spans.data import SpanData
from annotator.agreement.spans.f1 import SpanMatches, exact_matches, overlapping_matches

SPAN_FIGURES = (
    *("alpha_U", "u_alpha", "bar_u_alpha", "cu_alpha", "ku_alpha"),
    *("span_f1_exact", "span_f1_overlap"),
)
"""Names that `SpanForms.of` knows."""

_SLACK = 1e-12  # as in the coefficients: a sum this near zero is zero
_MATCHES = {"span_f1_exact": exact_matches, "span_f1_overlap": overlapping_matches}


@dataclass(frozen=True, eq=False)
class SpanForms:
    """The forms of all figures of some spans; what several of them need is computed once."""

    data: SpanData

    def of(self, name: str, label: str = "") -> UnitForm:
        """The form of a figure that is defined, to be drawn by articles.

        `label` is the code of a figure about one code. Raises ValueError for a name that is none
        (see `SPAN_FIGURES`).
        """
        if name not in SPAN_FIGURES:
            raise ValueError(f"no form of {name!r}; one of {', '.join(SPAN_FIGURES)}")
        number = self.data.continuum.labels.index(label) if label else None
        if name == "alpha_U":
            return self._unitizing.of_label(number)
        if name in _MATCHES:
            return _f1_form(self.data, _MATCHES[name])
        if name == "ku_alpha" and number is not None:
            return _additive(self._sums, lambda sums: _ku_alpha(_Parts(sums), number))
        figure = _FROM_SUMS[name]
        return _additive(self._sums, lambda sums: figure(_Parts(sums)))

    @cached_property
    def _unitizing(self) -> Unitizing:
        return Unitizing.of(self.data.continuum)

    @cached_property
    def _sums(self) -> Floats:
        """What each article (row) adds: five sums for each label, then two about the gaps."""
        text = self.data.continuum
        articles = (one_article(self.data, name) for name in text.articles)
        rows = [_row(one.coincidences, one.continuum.labels, text.labels) for one in articles]
        return np.array(rows, np.float64).reshape(len(rows), -1)


def _additive(
    features: Floats, value: Callable[[Floats], Floats], *, lowest: float = -1.0
) -> Additive:
    ones, every = np.ones(len(features), np.int64), np.arange(len(features))
    return Additive(features, ones, every, value, lowest=lowest, item="article")


# ---------------------------------------------------------------------- the u-alpha family


def one_article(data: SpanData, article: str) -> SpanData:
    """The same without the other articles."""
    place = list(data.lengths).index(article)
    columns = data.columns[data.columns[:, 1] == place]
    columns[:, 1] = 0
    finished = {coder: found & {article} for coder, found in data.finished.items()}
    return replace(
        data, columns=columns, lengths={article: data.lengths[article]}, finished=finished
    )


def _row(found: Coincidences, used: Sequence[str], labels: Sequence[str]) -> Floats:
    """The sums of one article, in which not every label need be used."""
    places = [labels.index(label) for label in used]
    by_label = np.zeros((5, len(labels)))
    by_label[:, places] = (
        found.marked,
        found.alike,
        found.valued,
        found.squares,
        found.valued_squares,
    )
    return np.concatenate((by_label.ravel(), (found.gaps, found.gaps_alike)))


class _Parts:
    """The sums of each replicate (row) under the names that `Coincidences` gives them."""

    def __init__(self, sums: Floats) -> None:
        by_label = sums[:, :-2].reshape(len(sums), 5, -1)
        self.marked, self.alike, self.valued, self.squares, self.valued_squares = (
            by_label[:, place] for place in range(5)
        )
        self.gaps, self.gaps_alike = sums[:, -2], sums[:, -1]
        self.total = self.marked.sum(axis=1) + self.gaps

    @property
    def chance(self) -> Floats:
        """What products of sums are divided by."""
        own = self.squares.sum(axis=1) + self.gaps
        return np.asarray(self.total - _ratio(own, self.total))


def _u_alpha(found: _Parts) -> Floats:
    marked = found.marked.sum(axis=1)
    differing = _products(found.marked) + 2 * found.gaps * marked
    observed = found.total - found.alike.sum(axis=1) - found.gaps_alike
    return _one_less(observed * found.chance, differing, marked)


def _bar_u_alpha(found: _Parts) -> Floats:
    marked = found.marked.sum(axis=1)
    observed = found.gaps - found.gaps_alike
    return _one_less(observed * found.chance, found.gaps * marked, marked)


def _cu_alpha(found: _Parts) -> Floats:
    total = found.valued.sum(axis=1)
    chance = total - _ratio(found.valued_squares.sum(axis=1), total)
    observed = total - found.alike.sum(axis=1)
    varies = np.asarray(chance * total > _SLACK * total**2, np.float64)
    return _one_less(observed * chance, _products(found.valued), varies)


def _ku_alpha(found: _Parts, number: int) -> Floats:
    valued, total = found.valued[:, number], found.valued.sum(axis=1)
    expected = valued * total - found.valued_squares[:, number]
    observed = valued - found.alike[:, number]
    varies = np.asarray(expected > _SLACK * total**2, np.float64)
    return _one_less(observed * expected, valued**2 * (total - valued), varies)


_FROM_SUMS: dict[str, Callable[[_Parts], Floats]] = {
    "u_alpha": _u_alpha,
    "bar_u_alpha": _bar_u_alpha,
    "cu_alpha": _cu_alpha,
}


def _products(sums: Floats) -> Floats:
    """The sum of l_c l_k over all ordered pairs of different codes."""
    return np.asarray((sums * (sums.sum(axis=1, keepdims=True) - sums)).sum(axis=1))


def _one_less(part: Floats, whole: Floats, varies: Floats) -> Floats:
    """1 - part / whole; NaN where there is no whole, or nothing varies."""
    found = np.full(len(part), np.nan)
    defined = (whole > 0) & (varies > 0)
    found[defined] = 1 - part[defined] / whole[defined]
    return found


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.asarray(np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0))


# ---------------------------------------------------------------------- F1


def _f1_form(data: SpanData, matches: Callable[[SpanData], list[SpanMatches]]) -> Additive:
    """The mean over pairs of coders of F1 of the articles drawn, out of those that two finished."""
    finished = data.finished.values()
    shared = [one for one in data.lengths if sum(one in done for done in finished) > 1]
    pairs = {(pair.first, pair.second): place for place, pair in enumerate(matches(data))}
    features = np.zeros((len(shared), 4, len(pairs)))
    for row, article in zip(features, shared, strict=True):
        for pair in matches(one_article(data, article)):
            counts = pair.n_first, pair.n_second, pair.found_first, pair.found_second
            row[:, pairs[pair.first, pair.second]] = counts
    return _additive(features.reshape(len(shared), -1), _mean_f1, lowest=0.0)


def _mean_f1(sums: Floats) -> Floats:
    first, second, found_first, found_second = np.moveaxis(sums.reshape(len(sums), 4, -1), 1, 0)
    recall, precision = (
        np.divide(found, n, out=np.zeros_like(n), where=n > 0)
        for found, n in ((found_first, first), (found_second, second))
    )
    both, marked = precision * recall, first + second > 0
    f1 = np.divide(2 * both, precision + recall, out=np.zeros_like(both), where=both > 0)
    counted, mean = marked.sum(axis=1), np.full(len(sums), np.nan)
    np.divide((f1 * marked).sum(axis=1), counted, out=mean, where=counted > 0)
    return mean
