"""The bootstrap over units: which values would other samples of such units have given?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.intervals.draws import weights
from annotator.agreement.intervals.forms import Labels, UnitForm, estimate, one_per_unit
from annotator.agreement.intervals.interval import (
    ITSELF_UNDEFINED,
    Interval,
    check_level,
    why_no_spread,
    why_too_few,
    why_too_few_to_draw,
)
from annotator.agreement.intervals.kinds import Integers
from annotator.agreement.pairs import Floats

REPLICATES = 10_000
"""How many replicates are drawn where nothing else is said."""


@dataclass(frozen=True, eq=False)
class Replicates:
    """The values of a coefficient in resampled data; NaN where a replicate has none."""

    values: Floats
    estimate: float
    method: str
    seed: int
    n: int
    item: str = "unit"
    reason: str = ""

    @property
    def undefined(self) -> int:
        """How many replicates have no value, for instance because nothing varies in them."""
        return int(np.isnan(self.values).sum())

    @property
    def se(self) -> float | None:
        """The standard deviation of the replicates that have a value."""
        found = self.values[~np.isnan(self.values)]
        return None if self.reason or len(found) < 2 else float(found.std(ddof=1))

    def interval(self, level: float = 0.95) -> Interval:
        """The percentile interval; an undefined replicate counts as beyond either bound.

        Efron, B. & Tibshirani, R. J. (1993): An Introduction to the Bootstrap. Chapman & Hall,
        ch. 13. Counting an undefined replicate against both bounds is ours: it can only widen.
        """
        check_level(level)
        reason = self.reason or self._why_not(level)
        low, high = (None, None) if reason else self._bounds(level)
        drawn = len(self.values)
        return Interval(
            low, high, level, self.method, drawn, self.seed, self.se, reason, self.undefined, self.n
        )

    def share_below(self, threshold: float) -> float | None:
        """P(coefficient < threshold): the share of replicates; an undefined one counts as below.

        None where there is no interval either. An undefined figure shows no reliability.
        """
        if self.reason or self._no_spread() or why_too_few_to_draw(self.n, self.item):
            return None
        return int(np.count_nonzero(~(self.values >= threshold))) / len(self.values)

    def _bounds(self, level: float) -> tuple[float, float]:
        tail, missing = (1 - level) / 2, np.isnan(self.values)
        low = np.quantile(np.where(missing, -np.inf, self.values), tail, method="lower")
        high = np.quantile(np.where(missing, np.inf, self.values), 1 - tail, method="higher")
        return float(low), float(high)

    def _why_not(self, level: float) -> str:
        if self._no_spread():
            return why_no_spread(self.estimate, self.n, level, self.item)
        if reason := why_too_few_to_draw(self.n, self.item):
            return reason
        if np.isfinite(self._bounds(level)).all():
            return ""
        return (
            f"{self.undefined:,} of {len(self.values):,} replicates are undefined, "
            f"too many for an interval of {level:.0%}"
        )

    def _no_spread(self) -> bool:
        found = self.values[~np.isnan(self.values)]
        return bool(len(found) and np.ptp(found) < 1e-12)


def unit_bootstrap(
    form: UnitForm,
    *,
    seed: int,
    replicates: int = REPLICATES,
    clusters: Labels | None = None,
    strata: Labels | None = None,
) -> Replicates:
    """Draw as many units as there are, with replacement, and compute the coefficient; many times.

    `clusters` has a label per unit: whole clusters are drawn (paragraphs of one article are not
    independent). `strata` has a label per unit: each stratum keeps its number of units. Only one
    of them may be given; ValueError otherwise. A draw holds units that take part in the
    coefficient alone.

    Efron, B. & Tibshirani, R. J. (1993): An Introduction to the Bootstrap. Chapman & Hall, chs. 6
    and 8; of clusters: Davison, A. C. & Hinkley, D. V. (1997): Bootstrap Methods and their
    Application. Cambridge University Press, section 3.8; of strata: section 3.2.
    """
    if clusters is not None and strata is not None:
        raise ValueError("either clusters are drawn or units within strata, not both")
    form = form if clusters is None else form.clustered(clusters)
    kept = [form.multiplicity] if strata is None else _strata(form, strata)
    n, value = int(form.multiplicity.sum()), estimate(form)
    reason = ITSELF_UNDEFINED if np.isnan(value) else why_too_few(n, form.item)
    method = f"{_manner(clusters, strata)} bootstrap, percentile"
    found = np.empty(0)
    if not reason:
        blocks = weights(kept, replicates, np.random.default_rng(seed))
        found = np.concatenate([form.at(block) for block in blocks])
    return Replicates(found, value, method, seed, n, form.item, reason)


def _manner(clusters: Labels | None, strata: Labels | None) -> str:
    if clusters is not None:
        return "clustered"
    return "unit" if strata is None else "stratified unit"


def _strata(form: UnitForm, labels: Labels) -> Sequence[Integers]:
    """How many units of each kind each stratum holds."""
    number = one_per_unit(labels, form.of_unit)
    takes_part = form.of_unit >= 0
    order = np.argsort(number[takes_part], kind="stable")
    kinds, sorted_labels = form.of_unit[takes_part][order], number[takes_part][order]
    cuts = np.diff(sorted_labels).nonzero()[0] + 1
    size = len(form.multiplicity)
    return [np.bincount(stratum, minlength=size) for stratum in np.split(kinds, cuts)]
