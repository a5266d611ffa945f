"""Lotus: agreement of the coders with the value that most of them gave."""

from __future__ import annotations

import numpy as np

from annotator.agreement.categories import number_of_categories
from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table


def lotus(table: Table) -> Coefficient:
    """Lotus: the share of coders who gave a unit's most frequent value, averaged over units.

    Over units that two or more coders coded. Not corrected for chance: two coders who never agree
    reach .5.

    Fretwurst, B. (2015): Reliabilität und Validität von Inhaltsanalysen. Mit Erläuterungen zur
    Berechnung des Reliabilitätskoeffizienten „Lotus“ mit SPSS. In: W. Wirth et al. (eds.):
    Qualitätskriterien in der Inhaltsanalyse. Herbert von Halem, pp. 176-203.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data):
        return undefined("lotus", reason, data)
    return defined("lotus", _share_of_mode(data), data)


def lotus_standardized(table: Table, *, categories: int | None = None) -> Coefficient:
    """Standardised Lotus: (Lotus - 1 / q) / (1 - 1 / q) for q categories.

    `categories` is the number of codes of the codebook; without it, of the values found. Raises
    ValueError where more values were found.

    Fretwurst, B. (2015), pp. 176-203: see `lotus`.
    """
    data = ReliabilityData.of(table)
    size, note = number_of_categories(data, categories)
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined("lotus_standardized", reason, data)
    value = (_share_of_mode(data) - 1 / size) / (1 - 1 / size)
    return defined("lotus_standardized", value, data, note=note)


def _share_of_mode(data: ReliabilityData) -> float:
    given = (data.codes >= 0).sum(axis=0)
    codes = data.codes[:, given >= 2]
    most = np.zeros(codes.shape[1], np.int64)
    for row in codes:
        np.maximum(most, ((codes == row) & (row >= 0)).sum(axis=0), out=most)
    return float((most / given[given >= 2]).mean())
