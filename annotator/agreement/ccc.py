"""Lin's concordance: how near two coders' numbers lie to the line on which they are equal."""

from __future__ import annotations

import numpy as np

from annotator.agreement.coefficient import Coefficient, defined, undefined
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import unit_span
from annotator.agreement.two_coders import common_units, why_not_two


def lin_ccc(table: Table) -> Coefficient:
    """Lin's concordance correlation of two coders: 2 s_xy / (s_x^2 + s_y^2 + (m_x - m_y)^2).

    Variances and covariance are divided by n. Over the units that both coded. Raises ValueError
    where a value is not a number.

    Lin, L. I.-K. (1989): A concordance correlation coefficient to evaluate reproducibility.
    Biometrics 45(1), pp. 255-268.
    """
    data = ReliabilityData.of(table)
    numbers = data.numbers()
    if reason := why_not_two(data, "Lin's concordance"):
        return undefined("lin_ccc", reason, data, level="interval")
    x, y = unit_span(numbers[np.stack(common_units(data))])
    covariance = float(((x - x.mean()) * (y - y.mean())).mean())
    spread = float(x.var() + y.var() + (x.mean() - y.mean()) ** 2)
    return defined("lin_ccc", 2 * covariance / spread, data, level="interval")
