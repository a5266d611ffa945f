"""How many values coders could choose between, whether anybody chose them or not."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.codebook import Codebook, Variable
from annotator.reports.row import NOMINAL, SET_VIEWS, Row

_OF_TWO = ("presence", "any_statement")


def categories_of(row: Row, codebook: Codebook | None) -> int | None:
    """The codes of the codebook, and the states that were used; None where it is not known.

    Coefficients that take chance from the number of categories, such as AC1, would else depend on
    which codes happened to occur.
    """
    heading = row.heading
    if heading.level != NOMINAL or heading.view in SET_VIEWS:
        return None
    if heading.view in _OF_TWO:
        return 2
    variable = codebook.by_id.get(heading.variable) if codebook else None
    if variable is None or not variable.codes:
        return None
    return len({*_codes(variable, heading.depth), *row.sample.data.values})


def _codes(variable: Variable, depth: int) -> Iterator[str]:
    """What may be a value, rolled up to that level of the tree (0: not at all)."""
    for path in variable.paths.values():
        if variable.may_stop_at(path[-1]):
            yield path[min(depth or len(path), len(path)) - 1].id
