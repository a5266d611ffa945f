"""A study at a glance, printed: what `annotator status` shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator.cli.coder_roles import NO_PERSONS, marked
from annotator.cli.context import say, show, show_json
from annotator.cli.table import local_time, table, utc_time
from annotator.store.overview import CoderOverview, Overview, overview

_HEAD = ["Coder", "Round", "Finished", "Articles", "Statements", "Flags", "Last active"]
_NUMBERS = (2, 3, 4, 5)
_COMPARED = 5_000  # units that coders finished: comparing them takes a blink


def print_status(path: Path, *, as_json: bool, round: str | None = None) -> None:
    """Print the figures of the study at `path`, of one round or all, as a table or as JSON."""
    found = overview(path)
    if round is not None:
        found = found._replace(coders=[coder for coder in found.coders if coder.round == round])
    settled = _settled(path, found, round)
    if as_json:
        show_json(_as_json(path, found) | {"disagreements": settled})
        return
    _print_table(path, found)
    for told in settled:
        show(_settled_in_words(told))
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
        but = ", ".join(found.right_answers)
        told = f", but for right answers of training: {but}" if but else ""
        show(f"Package of {found.package}: nobody else's work is in this file{told}")
    show(", ".join(counts))
    if found.coders:
        show("")
        rows = [_row(coder, found.units) for coder in found.coders]
        for line in table([_HEAD, *rows], right=_NUMBERS):
            show(line)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _settled(path: Path, found: Overview, round: str | None) -> list[dict[str, Any]]:
    """Disagreements decided and open, of rounds in which any was decided: nothing before that.

    Finding what is open means comparing all codings: in a large study that is left to
    `annotator disagreements`, and what is open is None.
    """
    told = []
    for name, decided in found.decided:
        if round in (None, name):
            counts: tuple[int, int | None] = (decided, None)
            if sum(coder.done for coder in found.coders if coder.round == name) <= _COMPARED:
                from annotator.cli.glance_disputes import counted

                counts = counted(path, name)
            told.append({"round": name, "decided": counts[0], "open": counts[1]})
    return told


def _settled_in_words(told: dict[str, Any]) -> str:
    rest = "`annotator disagreements --open` lists the others"
    if told["open"] is not None:
        rest = f"{told['open']:,} open"
    return f"Disagreements in round {told['round']}: {told['decided']:,} decided, {rest}"


def _row(coder: CoderOverview, units: int | None) -> list[str]:
    finished, total = coder.given or (coder.done, units)
    done = f"{finished:,}" if total is None else f"{finished:,} of {total:,}"
    counts = [f"{count:,}" for count in (coder.articles, coder.statements, coder.flagged)]
    return [
        marked(coder.coder, {coder.coder: coder.role} if coder.role in NO_PERSONS else {}),
        coder.round,
        done,
        *counts,
        local_time(coder.last) if coder.last else "never",
    ]


def _as_json(path: Path, found: Overview) -> dict[str, Any]:
    return {
        "study": str(path),
        "package": found.package or None,
        "right_answers": list(found.right_answers),
        "codebook": {"id": found.codebook[0], "version": found.codebook[1]},
        "articles": found.articles,
        "paragraphs": found.paragraphs,
        "units": found.units,
        "coders": [
            {
                "coder": coder.coder,
                "role": coder.role,
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
