"""`annotator log`: what was done, by whom, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.table import local_time, table, utc_time

if TYPE_CHECKING:
    from annotator.store.history import HistoryRow
    from annotator.study import Study

_HEAD = ["Time", "Coder", "Article", "What"]


@click.command()
@click.option("--coder", help="Only what this coder did.")
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True,
    help="How many actions.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the actions as JSON.")
@click.pass_context
def command(context: click.Context, coder: str | None, limit: int, as_json: bool) -> None:
    """List what was done, newest first.

    One line for each action: when, who, what, and where. An action that was taken back by undo is
    marked. Times are in your time zone; JSON has them in UTC.
    """
    with open_study(context, read_only=True) as study:
        actions = [_action(study, row) for row in study.history(coder=coder, limit=limit)]
    if as_json:
        show_json(actions)
        return
    if not actions:
        say(f"{coder} has done nothing yet." if coder else "Nothing was done yet.")
        return
    for line in table([_HEAD, *map(_line, actions)]):
        show(line)


def _action(study: Study, row: HistoryRow) -> dict[str, Any]:
    from annotator.reports.history import describe

    place = next((event for event in row.events if event.article), None)
    return {
        "time": utc_time(row.at),
        "at": row.at,
        "coder": row.coder,
        "round": row.round,
        "action": describe(row.events, study.codebook, row.n_events),
        "article": _name(study, place.article) if place else "",
        "paragraph": place.paragraph if place else 0,
        "events": row.n_events,
        "undone": row.taken_back,
        "batch": row.batch,
    }


def _name(study: Study, article: str) -> str:
    # an article whose adding was undone is no longer in the study
    return study.header(article).name if study.find_article(article) else article


def _line(action: dict[str, Any]) -> list[str]:
    what = action["action"] + (" (undone)" if action["undone"] else "")
    return [local_time(action["at"]), action["coder"] or "-", action["article"] or "-", what]
