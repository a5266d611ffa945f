"""`annotator log`: what was done, by whom, when and where."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.table import cells, local_time, table, utc_time

if TYPE_CHECKING:
    from annotator.store.history import HistoryRow
    from annotator.study import Study

_HEAD = ["Time", "Coder", "Article", "What"]
_GAP = 2
_NARROWEST = 24


@click.command()
@click.option("--coder", help="Only what this coder did.")
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N",
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
        known = ", ".join(study.coders()) or "nobody"
    if as_json:
        show_json(actions)
        return
    if not actions:
        say(f"{coder} has done nothing yet; these have: {known}." if coder else "Nothing yet.")
        return
    for line in table([_HEAD, *_in_width([_line(action) for action in actions])]):
        show(line)
    if len(actions) == limit:
        say(f"These are the newest {limit:,}; `annotator log -n {10 * limit}` shows more.")


def _in_width(rows: list[list[str]]) -> list[list[str]]:
    """On a terminal the last column is broken, so that the others stay readable."""
    if not sys.stdout.isatty():
        return rows
    taken = sum(_GAP + max(cells(row[column]) for row in [_HEAD, *rows]) for column in range(3))
    width = max(get_terminal_size().columns - taken, _NARROWEST)
    return [
        [*(row[:3] if first else [""] * 3), part]
        for row in rows
        for first, part in _parts(row[3], width)
    ]


def _parts(text: str, width: int) -> Iterator[tuple[bool, str]]:
    for number, part in enumerate(wrap(text, width) or [""]):
        yield number == 0, part


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
