"""Names that were typed: each must be known, or the nearest right one is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook


def refuse_unknown(what: str, named: Iterable[str], known: Iterable[str]) -> None:
    """Raise UsageError for the first name that is not known; `what` says of what kind it is."""
    from difflib import get_close_matches

    choices = list(known)
    for name in named:
        if name not in choices:
            near = get_close_matches(name, choices, n=1) or choices
            hint = f"Known: {', '.join(near)}." if near else ""
            raise UsageError(f"There is no {what} “{name}”.", hint=hint)


def refuse_not_disputed(named: Iterable[str], codebook: Codebook) -> None:
    """Raise UsageError for the first name of which there can be no disagreement.

    Where coders differ in a variable that is not compared, "nobody differs" would be untrue.
    """
    from annotator.model.decision import NO_STATEMENT

    named = list(named)
    refuse_unknown("variable", named, (*codebook.by_id, NO_STATEMENT))
    for variable in (codebook.by_id[name] for name in named if name != NO_STATEMENT):
        if not variable.is_compared:
            why = "is free text" if variable.compared else "has `compared: false` in the codebook"
            raise UsageError(
                f"“{variable.id}” {why}: coders may differ in it, and nothing is to be settled.",
                hint="`annotator export` has what each of them said.",
            )
