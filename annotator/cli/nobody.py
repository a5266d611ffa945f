"""A round in which nobody has finished a unit: the same words in every command.

An empty list or table is an answer, so commands that show one end with 0; `report`, of which a
file is expected, ends with 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.context import say

if TYPE_CHECKING:
    from annotator.study import Study


def has_finished_units(study: Study) -> bool:
    """Whether anybody has finished a unit in the study's round; a glance in a large study, too."""
    return any(unit.done for unit in study.units(round=study.round))


def nobody_finished(study: Study) -> tuple[str, str]:
    """That nobody has finished a unit in the study's round, and where codings are instead."""
    hint = "`annotator status` shows who coded what."
    if rounds := sorted({unit.round for unit in study.units() if unit.done}):
        hint = f"Finished units are in: {', '.join(rounds)}. Choose with --round."
    return f"Nobody has finished a unit in round {study.round}.", hint


def say_nobody_finished(study: Study) -> None:
    """Say it to people; data on standard output stays empty."""
    for line in nobody_finished(study):
        say(line)
