"""What a coder's package leaves to the lead: above all what rests on others' codings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.study import Study


def refuse_package(study: Study, what: str) -> None:
    """Raise UsageError where the file is a package; `what` is what was asked for."""
    if study.package:
        raise UsageError(
            f"{what} needs everybody's codings; this file is the package of {study.package}.",
            hint="Send the file back: the lead brings it home with `annotator merge FILE`.",
        )


def leave_to_lead(study: Study, what: str) -> None:
    """Raise UsageError where the file is a package; `what` is done in the lead's study."""
    if study.package:
        raise UsageError(
            f"{what} is for whoever leads the study; this file is the package of {study.package}."
        )


def own_coders(study: Study, named: Sequence[str]) -> tuple[str, ...]:
    """The coders named; in a package its coder, and UsageError for any other."""
    if not study.package:
        return tuple(named)
    for name in named:
        if name != study.package:
            refuse_package(study, f"An export of {name}")
    return (study.package,)
