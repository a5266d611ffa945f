"""alpha_U as a function of how often each article counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b

import numpy as np

from annotator.agreement.intervals.forms import Labels
from annotator.agreement.intervals.kinds import Integers
from annotator.agreement.pairs import Floats
from annotator.agreement.spans.alpha_1995 import expected_disagreement, squared_differences
from annotator.agreement.spans.continuum import Continuum, Ints


@dataclass(frozen=True, eq=False)
class Unitizing:
    """alpha_U of all labels, or of one (`number`), of articles that come and go as a whole.

    `article` is that of each span, whose ends count from the beginning of the article; `differing`
    is what each article (row) adds to the squared differences of each label.
    """

    text: Continuum
    article: Ints
    lengths: Ints
    differing: Floats
    number: int | None = None
    item: str = "article"
    lowest: float = -1.0
    _expected: dict[bytes, Floats] = field(default_factory=dict)

    @classmethod
    def of(cls, text: Continuum) -> Unitizing:
        """The form of a continuum in which no coder's spans of one label overlap."""
        ends = np.append(text.borders, text.length)
        article = np.searchsorted(text.borders, text.start, "right") - 1
        # Articles without a character begin where the next one does, and hold no spans.
        lengths = np.diff(ends)
        base = text.borders[article] if len(article) else text.start
        own = replace(text, start=text.start - base, end=text.end - base)
        rows = [squared_differences(_only(own, article == a)) for a in range(len(lengths))]
        differing = np.array(rows, np.float64).reshape(len(lengths), len(text.labels))
        return cls(own, article, lengths, differing)

    def of_label(self, number: int | None) -> Unitizing:
        """The same for one label, or (None) for all; what was computed is shared."""
        return replace(self, number=number)

    @property
    def multiplicity(self) -> Integers:
        """Every article stands once in the data."""
        return np.ones(len(self.lengths), np.int64)

    @property
    def of_unit(self) -> Integers:
        """Units are articles."""
        return np.arange(len(self.lengths))

    def at(self, weights: Floats, /) -> Floats:
        """alpha_U for each row of weights; NaN where undefined."""
        length = np.maximum(weights @ self.lengths, 1)
        pairs = self.text.n_coders * (self.text.n_coders - 1) / 2
        observed, expected = weights @ self.differing, self._expected_at(weights)
        if self.number is None:
            observed, expected = observed.sum(axis=1), expected.sum(axis=1)
        else:
            observed, expected = observed[:, self.number], expected[:, self.number]
        found, varies = np.full(len(weights), np.nan), expected > 0
        observed = observed[varies] / (pairs * length[varies] ** 2)
        found[varies] = 1 - observed / expected[varies]
        return found

    def without_one(self) -> Floats:
        """One computation for each article."""
        return self.at(1.0 - np.eye(len(self.lengths)))

    def clustered(self, _labels: Labels, /) -> Unitizing:
        """Articles are whole already."""
        return replace(self, item="cluster")

    def _expected_at(self, weights: Floats) -> Floats:
        """D_e of each label (column) for each row; rows about single labels ask for the same."""
        key = blake2b(np.ascontiguousarray(weights).tobytes()).digest()
        if key not in self._expected:
            rows = [self._expected_of(row.astype(np.int64)) for row in weights]
            self._expected[key] = np.array(rows, np.float64)
        return self._expected[key]

    def _expected_of(self, times: Ints) -> Floats:
        if not times @ self.lengths:
            return np.zeros(len(self.text.labels))
        return expected_disagreement(self._drawn(times))

    def _drawn(self, times: Ints) -> Continuum:
        """The articles so many times each, end to end in the order of the data."""
        taken = times * self.lengths
        base = taken.cumsum() - taken
        copies = times[self.article]
        span = np.repeat(np.arange(len(copies)), copies)
        copy = np.arange(len(span)) - np.repeat(copies.cumsum() - copies, copies)
        article = self.article[span]
        shift = base[article] + copy * self.lengths[article]
        start, end = self.text.start[span] + shift, self.text.end[span] + shift
        coder, label = self.text.coder[span], self.text.label[span]
        return replace(
            self.text, coder=coder, start=start, end=end, label=label, length=int(taken.sum())
        )


def _only(text: Continuum, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Continuum:
    return replace(
        text,
        coder=text.coder[kept],
        start=text.start[kept],
        end=text.end[kept],
        label=text.label[kept],
    )
