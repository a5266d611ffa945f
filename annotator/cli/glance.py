"""A study at a glance, printed: what `annotator status` shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator.cli.context import say, show, show_json
from annotator.cli.table import local_time, table, utc_time
from annotator.store.overview import CoderOverview, Overview, overview

_HEAD = ["Coder", "Round", "Finished", "Articles", "Statements", "Flags", "Last active"]
_NUMBERS = (2, 3, 4, 5)


def print_status(path: Path, *, as_json: bool, round: str | None = None) -> None:
    """Print the figures of the study at `path`, of one round or all, as a table or as JSON."""
    found = overview(path)
    if round is not None:
        found = found._replace(coders=[coder for coder in found.coders if coder.round == round])
    if as_json:
        show_json(_as_json(path, found))
        return
    _print_table(path, found)
    if not found.articles:
        say("No articles yet: `annotator add ARTICLES...`")
    elif not found.coders:
        where = "" if round is None else f" in round {round}"
        say(f"Nobody has coded{where} yet: `annotator code --coder NAME`")


def _print_table(path: Path, found: Overview) -> None:
    counts = [_count(found.articles, "article"), _count(found.paragraphs, "paragraph")]
    if found.units is not None:
        counts.append(f"{_count(found.units, 'unit')} to code")
    show(f"{path}: codebook {' '.join(found.codebook)}")
    if found.package:
        show(f"Package of {found.package}: nobody else's work is in this file")
    show(", ".join(counts))
    if found.coders:
        show("")
        rows = [_row(coder, found.units) for coder in found.coders]
        for line in table([_HEAD, *rows], right=_NUMBERS):
            show(line)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _row(coder: CoderOverview, units: int | None) -> list[str]:
    finished, total = coder.given or (coder.done, units)
    done = f"{finished:,}" if total is None else f"{finished:,} of {total:,}"
    counts = [f"{count:,}" for count in (coder.articles, coder.statements, coder.flagged)]
    return [
        coder.coder,
        coder.round,
        done,
        *counts,
        local_time(coder.last) if coder.last else "never",
    ]


def _as_json(path: Path, found: Overview) -> dict[str, Any]:
    return {
        "study": str(path),
        "package": found.package or None,
        "codebook": {"id": found.codebook[0], "version": found.codebook[1]},
        "articles": found.articles,
        "paragraphs": found.paragraphs,
        "units": found.units,
        "coders": [
            {
                "coder": coder.coder,
                "round": coder.round,
                "finished": coder.done,
                "assigned": coder.given and coder.given[1],
                "assigned_finished": coder.given and coder.given[0],
                "articles": coder.articles,
                "statements": coder.statements,
                "flags": coder.flagged,
                "last": utc_time(coder.last) if coder.last else None,
            }
            for coder in found.coders
        ],
    }
