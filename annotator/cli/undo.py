"""`annotator undo`: take back a coder's last actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.context import open_study, say, show
from annotator.cli.round_named import check_round
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.study import Study


@click.command()
@click.argument("count", metavar="[N]", type=click.IntRange(min=1), default=1)
@click.option(
    "--coder", envvar="ANNOTATOR_CODER", help="Whose actions; may be left out if only one codes."
)
@click.option("--import", "imported", is_flag=True, help="Take back the newest import instead.")
@click.option("--merge", "merged", is_flag=True, help="Take back the newest N merges instead.")
@click.option(
    "--codebook", "codebook", is_flag=True, help="Take back the newest change of the codebook."
)
@click.option("--round", default="main", show_default=True, help="In which round of coding.")
@click.pass_context
def command(
    context: click.Context, count: int, coder: str | None, *, imported: bool, merged: bool,
    codebook: bool, round: str,
) -> None:  # fmt: skip
    """Take back a coder's last actions.

    Takes back N actions (1 if not given) and prints each. Nothing is erased: an undo is itself
    recorded, and redo (Ctrl+Y on the coding screen) brings the action back. An import of codings
    is taken back as a whole, with --import; the file can be imported again. A change of the
    codebook is taken back with all it did, with --codebook. So is a merge, with --merge: whoever's
    work it brought; `annotator merge --again` brings it back.
    """
    if merged:
        _undo_merges(context, count, coder)
        return
    if codebook:
        _undo_codebook(context, count, coder)
        return
    if imported:
        _undo_import(context, count, coder)
        return
    with open_study(context, read_only=True) as study:
        name = _coder(study, coder)
    with open_study(context, coder=name, round=round) as study:
        check_round(study, round)
        for _ in range(count):
            undone = study.undo()
            if undone is None:
                say(f"{name} has nothing more to undo.")
                break
            show(f"Undone: {undone.description}")


def _undo_import(context: click.Context, count: int, coder: str | None) -> None:
    if coder or count != 1:
        raise UsageError("--import takes back the newest import as a whole; leave out N and CODER.")
    with open_study(context) as study:
        undone = study.undo_import()
    if undone is None:
        say("No import is left to take back.")
    else:
        show(f"Undone: {undone.description}")


def _undo_merges(context: click.Context, count: int, coder: str | None) -> None:
    if coder:
        raise UsageError("--merge takes back all that a file brought; leave out --coder.")
    with open_study(context) as study:
        for _ in range(count):
            undone = study.undo_merge()
            if undone is None:
                say("No merge is left to take back.")
                break
            show(f"Undone: {undone.events:,} entries merged from {undone.source}")


def _undo_codebook(context: click.Context, count: int, coder: str | None) -> None:
    if coder or count != 1:
        raise UsageError("--codebook takes back one change as a whole; leave out N and CODER.")
    with open_study(context) as study:
        version = study.undo_codebook()
        in_force = study.codebook.version
    if version:
        show(f"Undone: codebook {version}; version {in_force} is in force again")
    else:
        say("The codebook was never changed.")


def _coder(study: Study, named: str | None) -> str:
    known = study.coders()
    if named in known:
        return named
    if named:
        raise UsageError(
            f"No coder is called {named}.", hint=f"Coders: {', '.join(known) or 'none'}."
        )
    if len(known) == 1:
        return known[0]
    raise UsageError(
        "Whose actions? More than one coder has coded in this study."
        if known
        else "Nobody has coded yet.",
        hint=f"`annotator undo --coder {known[0]}`; coders: {', '.join(known)}." if known else "",
    )
