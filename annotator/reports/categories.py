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
    return len({*_codes(variable, heading.view), *row.sample.data.values})


def _codes(variable: Variable, view: str) -> Iterator[str]:
    if view == "value_rolled_up":
        yield from (code.id for code in variable.codes)
    else:
        last = (path[-1] for path in variable.paths.values())
        yield from (code.id for code in last if variable.may_stop_at(code))
