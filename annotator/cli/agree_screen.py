"""`annotator agree --screen`: the figures on a screen, where keys lead to what made them so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.cli import agree_intervals
from annotator.cli.context import has_screen
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.study import Study

_NOT_THERE = (
    *("as_json", "as_csv", "html", "fail_under", "by", "explain", "confusions", "against"),
    *("coefficients", "batch_size"),
)
_TYPED = {"as_json": "json", "as_csv": "csv", "fail_under": "fail-under"}


def check(wanted: dict[str, Any], data: Path | None) -> None:
    """Raise UsageError for what cannot be meant together with --screen."""
    if not wanted["screen"]:
        return
    if data is not None:
        raise UsageError("--screen is about a study, not about --data.")
    for name in _NOT_THERE:
        if wanted[name] not in (None, False, ()):
            raise UsageError(f"--screen takes no --{_TYPED.get(name, name.replace('_', '-'))}.")
    if not has_screen():
        raise UsageError("--screen needs a terminal.", hint="annotator agree")


def show_on_screen(study: Study, variables: tuple[str, ...], wanted: dict[str, Any]) -> None:
    """Open the agreement screen on what was asked for; returns when they leave."""
    from annotator.tui import show_agreement
    from annotator.tui.agreement.question import Question

    show_agreement(
        Question(
            study.path,
            round=wanted["round"] or MAIN_ROUND,
            variables=variables,
            coders=wanted["coders"],
            pairs=wanted["pairs"],
            all_paragraphs=wanted["all_paragraphs"],
            single_codes=wanted["codes"],
            wish=agree_intervals.wish(wanted),
        )
    )
