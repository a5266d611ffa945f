"""Names that were typed: each must be known, or the nearest right one is shown."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.errors import UsageError


def refuse_unknown(what: str, named: Iterable[str], known: Iterable[str]) -> None:
    """Raise UsageError for the first name that is not known; `what` says of what kind it is."""
    from difflib import get_close_matches

    choices = list(known)
    for name in named:
        if name not in choices:
            near = get_close_matches(name, choices, n=1) or choices
            hint = f"Known: {', '.join(near)}." if near else ""
            raise UsageError(f"There is no {what} “{name}”.", hint=hint)
