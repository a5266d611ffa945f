"""Agreement on codes that form a tree: near misses on one branch count in part."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from annotator.agreement.alpha import alpha_with
from annotator.agreement.coefficient import Coefficient, undefined
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import Metric
from annotator.agreement.sets import metric_of_sets

NAME = "alpha_tree"

Paths = Mapping[Any, Sequence[Hashable]]
"""For each code the codes that lead to it, from the first level down to the code itself."""


def alpha_tree(table: Table, *, paths: Paths | None = None) -> Coefficient:
    """Krippendorff's alpha with a distance along the tree of codes.

    The distance of two codes is the number of steps from each up to their nearest common ancestor,
    divided by the number of steps from each up to the root: 0 for the same code, 1 where already
    their first levels differ. A value may be a set of codes; it then counts with all ancestors of
    its codes, and the distance is Dice's, which for single codes is the same. A value that `paths`
    does not know (not applicable, a retired code) stands alone at the first level.

    Undefined where nothing can be compared or nothing varies.

    Wu, Z. & Palmer, M. (1994): Verb semantics and lexical selection. Proceedings of ACL 1994,
    pp. 133-138 (the distance is 1 less their conceptual similarity); Dice, L. R. (1945): Ecology
    26(3), pp. 297-302; Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability.
    """
    data = ReliabilityData.of(table)
    metric = tree_metric(paths or {}, data)
    found = data.n_pairable and (data.totals > 0).sum() > 1
    if found and metric.expected(data.totals) <= 0:
        reason = "no variation: all sets that occur are the same with the ancestors of their codes"
        return undefined(NAME, reason, data, level="tree")
    return alpha_with(metric, data, name=NAME, level="tree")


def tree_metric(paths: Paths, data: ReliabilityData) -> Metric:
    """The distance along the tree between the values of these data."""
    return metric_of_sets([_with_ancestors(value, paths) for value in data.values], "dice")


def _with_ancestors(value: Any, paths: Paths) -> frozenset[Hashable]:
    codes = value if isinstance(value, frozenset) else (value,)
    return frozenset(step for code in codes for step in paths.get(code, (code,)))
