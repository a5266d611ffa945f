"""What the coefficients of Gwet's handbook share: observed agreement and the prevalence of values.

Gwet, K. L. (2014): Handbook of Inter-Rater Reliability (4th ed.). Advanced Analytics, ch. 2.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from annotator.agreement.data import ReliabilityData
from annotator.agreement.pairs import Distance, Floats


def mean_agreement(data: ReliabilityData, between: Distance) -> float:
    """The mean weight of the pairs of coders within a unit, averaged over units with a pair."""
    n_units = data.codes.shape[1]
    agreeing, pairs = np.zeros(n_units), np.zeros(n_units, np.int64)
    for one, other in combinations(data.codes, 2):
        both = ((one >= 0) & (other >= 0)).nonzero()[0]
        pairs[both] += 1
        agreeing[both] += between(one[both], other[both])
    return float((agreeing[pairs > 0] / pairs[pairs > 0]).mean())


def prevalence(data: ReliabilityData) -> Floats:
    """The share of each value, every coded unit counting once however many coders coded it."""
    given = (data.codes >= 0).sum(axis=0)
    found = np.zeros(len(data.values))
    for row in data.codes:
        here = row >= 0
        found += np.bincount(row[here], weights=1 / given[here], minlength=len(found))
    return np.asarray(found / found.sum())
