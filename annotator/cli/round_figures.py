"""Rounds whose units never enter the figures: refused, or named and then said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.context import say
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND
from annotator.model.team import Purpose

if TYPE_CHECKING:
    from annotator.model.team import Round
    from annotator.study import Study


def check_figures(study: Study, named: str | None) -> None:
    """Raise UsageError for an unknown round, and for one that does not count unless it is named.

    One that was named is said to be no reliability of the study.
    """
    told = _uncounted(study, named or MAIN_ROUND)
    if told is None:
        return
    if named is None:
        raise UsageError(
            f"Round {told.name} does not enter the figures: {_why(told)}.",
            hint=f"`annotator agree --round {told.name}` shows them all the same; "
            "`annotator round` lists the others.",
        )
    say(f"Round {told.name} does not count: {_why(told)}. These figures are not the reliability "
        "of the study.")  # fmt: skip


def refuse_uncounted(study: Study, round_: str) -> None:
    """Raise UsageError for an unknown round, and for one whose units do not enter the figures."""
    told = _uncounted(study, round_)
    if told is not None:
        raise UsageError(
            f"Round {told.name} does not count: {_why(told)}. It is no matter for a report.",
            hint=f"`annotator agree --round {told.name}` shows its figures.",
        )


def _uncounted(study: Study, name: str) -> Round | None:
    check_round(study, name)
    if name not in study.rounds_without_figures():
        return None
    return next(told for told in study.described_rounds() if told.name == name)


def _why(told: Round) -> str:
    if told.purpose is Purpose.TRAINING:
        return "in training coders are told the right answers"
    return "that was said when it was made"
