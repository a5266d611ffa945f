"""What `annotator agree` can show beside its table: options, and the parts that they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.options import together
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.reports.names import Names
    from annotator.reports.row import Row
    from annotator.study import Study

PARTS_OF_STUDY = ("round", "batch", "week", "article", "version")
_BY = ("round", "batch", "week", "article", "pair", "version")
_NAMES = ("by", "explain", "confusions", "against")


@dataclass(frozen=True, slots=True)
class Part:
    """What one option adds: `value` in JSON under `key`, `lines` below the table."""

    key: str
    value: Any
    lines: Sequence[str]


options = together((
    click.option(
        "--by", type=click.Choice(_BY),
        help="Also the figures for each round, batch of units, week, article, pair of coders or "
        "codebook version.",
    ),
    click.option(
        "--batch-size", type=click.IntRange(min=2), metavar="N",
        help="With --by batch: so many units at a time, in coding order. [default: 50]",
    ),
    click.option(
        "--explain", is_flag=True,
        help="Also what each alpha means, where it comes from, and what made it so.",
    ),
    click.option(
        "--confusions", is_flag=True,
        help="Also what was confused with what, and in which units; the costliest first.",
    ),
    click.option(
        "--against", metavar="CODER",
        help="Also every coder against this one, who counts as right: code by code.",
    ),
))  # fmt: skip
"""The options that ask for parts."""


def check(wanted: dict[str, Any], *, of_table: bool) -> None:
    """Raise UsageError where the options cannot be meant together."""
    if wanted["batch_size"] and wanted["by"] != "batch":
        raise UsageError("--batch-size needs --by batch.")
    asked = [name for name in _NAMES if wanted[name]]
    if asked and wanted["as_csv"]:
        raise UsageError(f"--csv holds the table only, without --{asked[0]}.", hint="--json")
    if of_table and wanted["by"] in PARTS_OF_STUDY:
        raise UsageError(f"--by {wanted['by']} is about a study, not about --data.")
    if wanted["by"] == "round" and wanted["round"]:
        raise UsageError("--by round compares all rounds: leave --round out.")


def parts(
    rows: Sequence[Row], wanted: dict[str, Any], *, study: Study | None = None
) -> Iterator[Part]:
    """The parts that were asked for, about these rows."""
    if not any(wanted[name] for name in _NAMES):
        return
    names = names_of(study)
    if wanted["by"]:
        from annotator.cli import agree_by

        yield agree_by.part(rows, wanted, study)
    if wanted["explain"]:
        from annotator.cli import agree_explain

        yield agree_explain.part(rows, names)
    if wanted["confusions"]:
        from annotator.cli import agree_confusions

        yield agree_confusions.part(rows, names)
    if wanted["against"]:
        from annotator.cli import agree_against

        yield agree_against.part(rows, wanted["against"], names)


def names_of(study: Study | None) -> Names:
    """Names for units and values: those of the study, or none of a table."""
    from annotator.reports.names import Names

    if study is None:
        return Names()
    return Names(study.codebook, {header.id: header.name for header in study.headers()})
