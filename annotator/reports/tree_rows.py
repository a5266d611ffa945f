"""Rows about variables whose codes form a tree: each level, and distances along the branches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from annotator.agreement import ReliabilityData, alpha_tree
from annotator.agreement.intervals import alpha_form_with
from annotator.agreement.tree import Paths, tree_metric
from annotator.model.codebook import Variable
from annotator.reports.row import Heading, Row, Sample, own_row, part_of, set_row, value_row
from annotator.reports.views import rolled_up


def tree_rows(
    variable: Variable, sample: Sample, remarks: Sequence[str], *, of_sets: bool
) -> Iterator[Row]:
    """The values or sets rolled up to every level above the lowest, then compared as they are."""
    make, view = (set_row, "set_rolled_up") if of_sets else (value_row, "value_rolled_up")
    for depth in range(1, variable.n_levels):
        heading = Heading(variable.id, view, depth=depth)
        data = rolled_up(sample.data, variable, depth)
        yield make(heading, sample.coders, data, remarks, sample.units)
    paths = {code: tuple(step.id for step in path) for code, path in variable.paths.items()}
    yield _tree_row(Heading(variable.id, _along(of_sets=of_sets)), sample, remarks, paths)


def _along(*, of_sets: bool) -> str:
    return "set_tree" if of_sets else "value_tree"


def _tree_row(heading: Heading, sample: Sample, remarks: Sequence[str], paths: Paths) -> Row:
    data: ReliabilityData = sample.data
    metric = tree_metric(paths, data)

    def over(coders: Sequence[int], columns: Sequence[int]) -> Row:
        return _tree_row(heading, part_of(sample, coders, columns), (), paths)

    return own_row(
        heading,
        sample,
        alpha_tree(data, paths=paths),
        partial(alpha_form_with, metric, data),
        remarks,
        over=over,
        metric=metric,
    )
