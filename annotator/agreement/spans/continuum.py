"""Articles laid end to end, so that offsets of different articles never meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_CODER, _ARTICLE, _START, _END, _LABEL = range(5)


@dataclass(frozen=True, eq=False)
class Continuum:
    """One long text with the spans that some coders marked in it.

    The four arrays hold one entry per span, ordered by coder, start, end, label; `coder` and
    `label` index `coders` and `labels`. `borders` are the offsets at which articles begin.
    """

    coders: tuple[str, ...]
    labels: tuple[str, ...]
    articles: tuple[str, ...]
    borders: Ints
    length: int
    coder: Ints
    start: Ints
    end: Ints
    label: Ints

    @property
    def n_coders(self) -> int:
        """How many coders there are."""
        return len(self.coders)

    @property
    def n_spans(self) -> int:
        """How many spans all coders marked together."""
        return len(self.start)

    @property
    def lengths(self) -> Floats:
        """The length of each span; as floats, since squares and cubes of them are summed."""
        return (self.end - self.start).astype(np.float64)

    @cached_property
    def spans_per_label(self) -> list[int]:
        """How many spans have each label."""
        counts: list[int] = np.bincount(self.label, minlength=len(self.labels)).tolist()
        return counts

    def per_label(self, weights: Floats) -> Floats:
        """The sum of weights of spans for each label."""
        return summed(self.label, weights, len(self.labels))

    @cached_property
    def overlap(self) -> str:
        """Where a coder marked text twice, with whatever codes, in words; empty if nowhere."""
        return self._overlap(np.arange(self.n_spans), self.coder)

    @cached_property
    def overlap_of_one_label(self) -> str:
        """Where a coder marked text twice with the same code, in words; empty if nowhere."""
        group = self.coder * len(self.labels) + self.label
        return self._overlap(np.lexsort((self.start, group)), group)

    def _overlap(self, order: NDArray[np.intp], group: Ints) -> str:
        """Neighbours are enough: where any two spans overlap, some two neighbours do."""
        left, right = order[:-1], order[1:]
        found = (group[left] == group[right]) & (self.start[right] < self.end[left])
        if not found.any():
            return ""
        one, other = int(left[found][0]), int(right[found][0])
        article = int(np.searchsorted(self.borders, self.start[one], "right")) - 1
        spans = " and ".join(self._in_words(span, article) for span in (one, other))
        coder = self.coders[self.coder[one]]
        return f"{coder} marked overlapping spans in article {self.articles[article]}: {spans}"

    def _in_words(self, span: int, article: int) -> str:
        start, end = (
            self.start[span] - self.borders[article],
            self.end[span] - self.borders[article],
        )
        return f"{start}-{end} “{self.labels[self.label[span]]}”"


def concatenated(
    columns: Ints,
    *,
    coders: Mapping[int, str],
    articles: Mapping[int, tuple[str, int]],
    labels: tuple[str, ...],
) -> Continuum:
    """The spans of these coders in these articles (by number: name and length), rebased.

    Labels that nobody used there are left out.
    """
    lengths = np.array([length for _, length in articles.values()], np.int64)
    borders = np.concatenate(([0], lengths.cumsum()))
    at_article = _lookup(list(articles), columns[:, _ARTICLE])
    at_coder = _lookup(list(coders), columns[:, _CODER])
    kept = (at_article >= 0) & (at_coder >= 0)
    used, label = np.unique(columns[kept, _LABEL], return_inverse=True)
    base = borders[at_article[kept]]
    start, end = columns[kept, _START] + base, columns[kept, _END] + base
    coder, start, end, label = distinct(np.stack((at_coder[kept], start, end, label), axis=1)).T
    return Continuum(
        tuple(coders.values()),
        tuple(labels[number] for number in used),
        tuple(name for name, _ in articles.values()),
        borders[:-1],
        int(borders[-1]),
        coder,
        start,
        end,
        label,
    )


def _lookup(numbers: list[int], wanted: Ints) -> Ints:
    """The place of each wanted number in a list; -1 where it is not there."""
    place = np.full(max([*numbers, *wanted.max(initial=-1, keepdims=True)], default=-1) + 1, -1)
    place[numbers] = np.arange(len(numbers))
    return np.asarray(place[wanted], np.int64)


def summed(groups: Ints, weights: Floats, n_groups: int) -> Floats:
    """The sum of the weights of each group."""
    return np.asarray(np.bincount(groups, weights, n_groups), np.float64)


def distinct(spans: Ints) -> Ints:
    """Rows in order, each once."""
    rows = spans[np.lexsort(spans.T[::-1])]
    new = np.ones(len(rows), np.bool_)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    return rows[new]
