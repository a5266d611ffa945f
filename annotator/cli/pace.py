"""`annotator pace`: how fast coders work, for whoever leads the study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import leave_to_lead
from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.table import local_time, table, utc_time

if TYPE_CHECKING:
    from annotator.reports.pace import CoderPace

_HEAD = ["Coder", "Round", "Units", "Median", "Words/min", "At work", "Days", "Fast", "Last active"]
_LISTED = 10


@click.command()
@click.option("--coder", help="Only this coder, with the units that were done fastest.")
@click.option(
    "--idle", type=click.FloatRange(min=1), default=300, show_default=True, metavar="SECONDS",
    help="A longer pause was no coding.",
)  # fmt: skip
@click.option(
    "--reading", type=click.FloatRange(min=1), default=600, show_default=True, metavar="WORDS",
    help="Words per minute that nobody reads: units done faster are counted as fast.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def command(
    context: click.Context, *, coder: str | None, idle: float, reading: float, as_json: bool
) -> None:
    """Show how fast coders work.

    The time of a unit is the time between what was done on it, without longer pauses; units begun
    after a pause are not timed, nor what was imported. The times are those of the coders' own
    computers. Whether agreement drifts, `annotator agree --by week` shows.
    """
    from annotator.cli.named import refuse_unknown

    with open_study(context, read_only=True) as study:
        if any(described.hides_pace for described in study.described_rounds()):
            leave_to_lead(study, "How fast coders work")
        refuse_unknown("coder", [coder] if coder else [], study.coders())
        found = list(study.paces(coder=coder, idle=idle))
        names = {header.id: header.name for header in study.headers()}
    if as_json:
        show_json([_as_json(one, reading) for one in found])
        return
    if not found:
        say("Nobody has coded here yet; what was imported has no times.")
        return
    for line in table([_HEAD, *(_row(one, reading) for one in found)], right=range(2, 8)):
        show(line)
    if coder:
        _list_fastest(found, reading, names)


def _row(one: CoderPace, reading: float) -> list[str]:
    middle = one.median_seconds
    return [
        one.coder,
        one.round,
        f"{one.finished:,}",
        "–" if middle is None else f"{middle:.0f} s",
        _words_per_minute(one),
        _hours(one.seconds),
        f"{one.days}",
        f"{len(one.too_fast(reading)):,}",
        local_time(one.last),
    ]


def _words_per_minute(one: CoderPace) -> str:
    seconds = sum(unit.seconds for unit in one.timed)
    return f"{60 * sum(unit.words for unit in one.timed) / seconds:.0f}" if seconds else "–"


def _hours(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02} h"


def _list_fastest(found: list[CoderPace], reading: float, names: dict[str, str]) -> None:
    for one in found:
        for unit in one.too_fast(reading)[:_LISTED]:
            place = f"paragraph {unit.paragraph}" if unit.paragraph else "the whole article"
            where = f"{one.round}, {names.get(unit.article, unit.article)}, {place}"
            show(f"{where}: {unit.words} words in {unit.seconds:.0f} s")


def _as_json(one: CoderPace, reading: float) -> dict[str, Any]:
    return {
        "coder": one.coder,
        "round": one.round,
        "finished": one.finished,
        "timed": len(one.timed),
        "median_seconds": one.median_seconds,
        "seconds": one.seconds,
        "words": sum(unit.words for unit in one.timed),
        "days": one.days,
        "last": utc_time(one.last),
        "too_fast": [
            {
                "article": unit.article,
                "paragraph": unit.paragraph,
                "seconds": unit.seconds,
                "words": unit.words,
            }
            for unit in one.too_fast(reading)
        ],
    }
