"""How rows of the reliability report are called in tables: `actor, set`, `actor = us`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.reports.row import Heading

_VIEWS = {
    "value": "",
    "value_rolled_up": ", {level}",
    "value_tree": ", tree",
    "any_statement": ", any",
    "set": ", set",
    "set_rolled_up": ", set, {level}",
    "set_tree": ", set, tree",
    "pair": ", pairs",
    "triple": ", triples",
    "tuple": ", combinations",
    "n_statements": ", number",
    "statement_alpha": ", whole",
    "spans": ", spans",
    "matched": ", matched",
    "matched_set": ", matched",
}


def row_name(heading: Heading) -> str:
    """The row without its level of measurement."""
    if heading.code:
        return f"{heading.variable} = {heading.code}"
    return heading.variable + _VIEWS[heading.view].format(level=heading.tree_level)
