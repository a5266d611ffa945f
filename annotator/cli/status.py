"""`annotator status`: who has done what.

Typed many times a day, so it asks `annotator.store.overview` and does not open the study with all
that coding needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import say, show, show_json, study_path
from annotator.cli.table import local_time, table, utc_time

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.overview import CoderOverview, Overview

_HEAD = ["Coder", "Round", "Finished", "Articles", "Statements", "Flags", "Last active"]
_NUMBERS = (2, 3, 4, 5)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Show who has done what.

    For each coder and round: units finished out of those put before a coder, articles begun,
    statements, flags, and when the coder was last active. A unit is a paragraph, or an article
    where the codebook asks about articles. No agreement is shown: `annotator agree` does that.
    """
    from annotator.store.overview import overview

    path = study_path(context)
    found = overview(path)
    if as_json:
        show_json(_as_json(path, found))
        return
    print_status(path, found)
    if not found.articles:
        say("No articles yet: `annotator add ARTICLES...`")
    elif not found.coders:
        say("Nobody has coded yet: `annotator code --coder NAME`")


def print_status(path: Path, found: Overview) -> None:
    """Print the study's line and the table of coders."""
    codebook, version = found.codebook
    paragraphs = sum(found.kinds.values())
    units = "" if found.units is None else f", {found.units:,} units to code"
    show(f"{path}: codebook {codebook} {version}")
    show(f"{found.articles:,} articles, {paragraphs:,} paragraphs{units}")
    if found.coders:
        show("")
        rows = [_row(coder, found.units) for coder in found.coders]
        for line in table([_HEAD, *rows], right=_NUMBERS):
            show(line)


def _row(coder: CoderOverview, units: int | None) -> list[str]:
    done = f"{coder.done:,}" if units is None else f"{coder.done:,} of {units:,}"
    counts = [f"{count:,}" for count in (coder.articles, coder.statements, coder.flagged)]
    return [coder.coder, coder.round, done, *counts, local_time(coder.last)]


def _as_json(path: Path, found: Overview) -> dict[str, Any]:
    return {
        "study": str(path),
        "codebook": {"id": found.codebook[0], "version": found.codebook[1]},
        "articles": found.articles,
        "paragraphs": found.kinds,
        "units": found.units,
        "coders": [
            {
                "coder": coder.coder,
                "round": coder.round,
                "finished": coder.done,
                "articles": coder.articles,
                "statements": coder.statements,
                "flags": coder.flagged,
                "last": utc_time(coder.last),
            }
            for coder in found.coders
        ],
    }
