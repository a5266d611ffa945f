"""F intervals of intraclass correlation.

McGraw, K. O. & Wong, S. P. (1996): Forming inferences about some intraclass correlation
coefficients. Psychological Methods 1(1), pp. 30-46, table 7; the same in Shrout, P. E. & Fleiss,
J. L. (1979), Psychological Bulletin 86(2), pp. 424-426.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from annotator.agreement import icc
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.f_distribution import f_quantile
from annotator.agreement.icc import MeanSquares
from annotator.agreement.intervals.interval import ITSELF_UNDEFINED, Interval, check_level

_METHOD = "F interval (McGraw and Wong 1996)"
_Bounds = tuple[float, float]


def icc_interval(table: Table, form: str, *, level: float = 0.95) -> Interval:
    """The F interval of one of the six forms of the intraclass correlation, such as "icc_A_1".

    For the mean of k coders the bounds of one coder are stepped up by Spearman and Brown's
    formula, which is what McGraw and Wong's come to. Raises ValueError for an unknown form, for
    values that are not numbers, and for a level that is not between 0 and 1.
    """
    check_level(level)
    if form not in icc.FORMS:
        raise ValueError(f"unknown form {form!r}; one of {', '.join(icc.FORMS)}")
    data = ReliabilityData.of(table)
    squares = None if _FIGURES[form](data).value is None else icc.mean_squares(data)
    if squares is None:
        return Interval(None, None, level, _METHOD, reason=ITSELF_UNDEFINED)
    if min(squares.units, squares.error, squares.within) == 0:
        reason = "nothing is left to chance: coders or units do not differ"
        return Interval(None, None, level, _METHOD, reason=reason, n=squares.n)
    low, high = _BOUNDS[form[4]](squares, partial(f_quantile, (1 + level) / 2))
    if form.endswith("_k"):
        low, high = _of_mean(low, squares.k), _of_mean(high, squares.k)
    return Interval(low, high, level, _METHOD, n=squares.n)


_Quantile = Callable[[float, float], float]


def _one_way(s: MeanSquares, quantile: _Quantile) -> _Bounds:
    return _from_ratio(s.units / s.within, s.n - 1, s.n * (s.k - 1), s.k, quantile)


def _consistency(s: MeanSquares, quantile: _Quantile) -> _Bounds:
    return _from_ratio(s.units / s.error, s.n - 1, (s.n - 1) * (s.k - 1), s.k, quantile)


def _from_ratio(f: float, top: float, bottom: float, k: int, quantile: _Quantile) -> _Bounds:
    low, high = f / quantile(top, bottom), f * quantile(bottom, top)
    return (low - 1) / (low + k - 1), (high - 1) / (high + k - 1)


def _absolute(s: MeanSquares, quantile: _Quantile) -> _Bounds:
    n, k = s.n, s.k
    freedom = _satterthwaite(s)
    rest = k * s.coders + (k * n - k - n) * s.error
    upper, lower = quantile(n - 1, freedom), quantile(freedom, n - 1)
    low = n * (s.units - upper * s.error) / (upper * rest + n * s.units)
    high = n * (lower * s.units - s.error) / (rest + n * lower * s.units)
    return low, high


def _satterthwaite(s: MeanSquares) -> float:
    """Degrees of freedom of the mixture of the spread of coders and of error.

    The weights a and b of McGraw and Wong (1996), table 7, both times n (1 - rho) / k, which
    leaves the ratio as it is and needs no division.
    """
    n, k = s.n, s.k
    spread = s.units + (k - 1) * s.error + k / n * (s.coders - s.error)
    rho = (s.units - s.error) / spread
    a, b = k * rho, n * (1 - rho) + k * rho * (n - 1)
    coders, error = a * s.coders, b * s.error
    return (coders + error) ** 2 / (coders**2 / (k - 1) + error**2 / ((n - 1) * (k - 1)))


def _of_mean(one: float, k: int) -> float:
    return k * one / (1 + (k - 1) * one)


_BOUNDS: dict[str, Callable[[MeanSquares, _Quantile], _Bounds]] = {
    "1": _one_way,
    "A": _absolute,
    "C": _consistency,
}

_FIGURES = {form: getattr(icc, form) for form in icc.FORMS}
