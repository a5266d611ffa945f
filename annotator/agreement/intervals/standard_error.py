"""A standard error and the t interval that it carries."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.agreement.intervals.interval import Interval, check_level, why_no_spread
from annotator.agreement.intervals.student import t_below, t_quantile

_NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class StandardError:
    """How far the coefficient strays from sample to sample; `se` is None with a `reason`.

    `n` counts the units, or the clusters; t has n - 1 degrees of freedom. `lowest` is the least
    value that the coefficient can take: bounds are cut off there and at 1.
    """

    estimate: float
    se: float | None
    n: int
    method: str
    reason: str = ""
    item: str = "unit"
    lowest: float = -1.0

    def interval(self, level: float = 0.95) -> Interval:
        """estimate -/+ t times the standard error."""
        check_level(level)
        if self.se is None or self.se < _NOTHING:
            reason = self.reason or why_no_spread(self.estimate, self.n, level, self.item)
            return Interval(None, None, level, self.method, se=self.se, reason=reason, n=self.n)
        reach = t_quantile((1 + level) / 2, self.n - 1) * self.se
        low, high = max(self.estimate - reach, self.lowest), min(self.estimate + reach, 1.0)
        return Interval(low, high, level, self.method, se=self.se, n=self.n)

    def share_below(self, threshold: float) -> float | None:
        """P(coefficient < threshold), by the t distribution about the estimate; None without one.

        This is the confidence that the true coefficient falls short of the threshold.
        """
        if self.se is None or self.se < _NOTHING:
            return None
        return t_below((threshold - self.estimate) / self.se, self.n - 1)
