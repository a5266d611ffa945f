"""Drawing units with replacement: how often each kind of unit comes, replicate by replicate.

Efron, B. (1979): Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1),
pp. 1-26. To draw n units of which few kinds exist is to draw once from a multinomial distribution
over the kinds, so the cost does not grow with n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from annotator.agreement.intervals.kinds import Integers
from annotator.agreement.pairs import Floats

_CELLS = 2**17  # weights held at a time: few enough to stay in the processor's cache
_WORTHWHILE = 8  # draws per kind from which a multinomial draw is quicker than single draws


def weights(
    strata: Sequence[Integers], replicates: int, chance: np.random.Generator
) -> Iterator[Floats]:
    """Blocks of weights, a row per replicate and a column per kind.

    Each stratum is given as how many of its units are of each kind, and keeps its number of units.
    """
    for size in block_sizes(len(strata[0]), replicates):
        if len(strata) == 1:
            yield draw(strata[0], int(strata[0].sum()), size, chance)
        else:
            yield _within(strata, size, chance)


def _within(strata: Sequence[Integers], size: int, chance: np.random.Generator) -> Floats:
    block = np.zeros((size, len(strata[0])))
    for stratum in strata:
        used = stratum.nonzero()[0]
        block[:, used] += draw(stratum[used], int(stratum.sum()), size, chance)
    return block


def block_sizes(n_kinds: int, replicates: int) -> Iterator[int]:
    """How many replicates to hold at a time, so that memory stays small."""
    step = max(1, _CELLS // max(1, n_kinds))
    return (min(step, replicates - start) for start in range(0, replicates, step))


def draw(multiplicity: Integers, n: int, replicates: int, chance: np.random.Generator) -> Floats:
    """How often each kind comes in n draws, a row per replicate."""
    total, n_kinds = int(multiplicity.sum()), len(multiplicity)
    if n >= _WORTHWHILE * n_kinds:
        return chance.multinomial(n, multiplicity / total, replicates).astype(np.float64)
    chosen: Integers = chance.integers(0, total, (replicates, n), dtype=np.uint32).astype(np.intp)
    if total > n_kinds:
        chosen = np.repeat(np.arange(n_kinds), multiplicity)[chosen]
    chosen += np.arange(replicates)[:, np.newaxis] * n_kinds
    counted = np.bincount(chosen.ravel(), minlength=replicates * n_kinds)
    return counted.reshape(replicates, n_kinds).astype(np.float64)
