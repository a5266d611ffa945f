"""`annotator code`: the coding screen, or the line mode."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.context import has_screen, open_study, say
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.study import Study


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--coder", envvar="ANNOTATOR_CODER", help="Who codes. If not given: who coded last.")
@click.option(
    "--round", "round_",
    help="The round coded in. If not given: where you left off; else where units were given to you;"
    " else main.",
)  # fmt: skip
@click.option("--plain", is_flag=True, help="Ask line by line, for screen readers.")
@click.pass_context
def command(
    context: click.Context, file: Path | None, coder: str | None, round_: str | None, plain: bool
) -> None:
    """Open the coding screen where you left off.

    Letters and digits are the codes of the question asked; F1 shows all other keys; Ctrl+Q leaves.
    Every answer is stored when it is given, so there is nothing to save. You see your own codings
    only. Without --coder you go on as whoever coded last in this study: name the coder where
    several share a computer. FILE is a package that you were sent, or a study; without it the
    study is found as for every other command.
    """
    if file:
        _check_file(file)
        context.find_root().params["study"] = str(file)
    with open_study(context, round=round_ or MAIN_ROUND) as study:
        check_round(study, study.round)
        study.coder = coder_name(study, coder)
        study.remember_coder(study.coder)
        told = "" if round_ else _go_on(study)
        if plain:
            _code_plainly(study)
        else:
            _code_on_screen(study, told)


def _go_on(study: Study) -> str:
    """Set the study to the round its coder goes on in; what they must know of it, said as well.

    "" where there is only the main round for them. Their work cannot be moved to another.
    """
    found = study.beginning()
    study.round = found.round
    if {found.round, found.last or MAIN_ROUND, *found.also} == {MAIN_ROUND}:
        return ""
    told = f"Round {found.round}: {found.progress.done:,} of {found.progress.total:,} units done."
    if found.also:
        told += f" Units are left in {', '.join(found.also)}, too (--round)."
    elif found.last not in ("", found.round):
        told += f" You last coded in {found.last} (--round {found.last})."
    say(told)
    return told


def _check_file(file: Path) -> None:
    if not file.exists() and not file.suffix:  # `annotator code ana`
        raise UsageError(
            f"There is no file {file}.", hint=f"To code as {file}: `annotator code --coder {file}`"
        )


def coder_name(study: Study, given: str | None) -> str:
    """The coder: as given, else as remembered in the study, else asked for on the terminal.

    Never the login name: machines are shared, and codings would be mixed up in silence. A package
    has the one coder it was made for.
    """
    if study.package:
        return _coder_of_package(study.package, given)
    name = (study.remembered_coder() if given is None else given).strip()
    if not name and given is None and sys.stdin.isatty():
        say("Who is coding? The name stands with every coding; other coders have their own.")
        name = click.prompt("Coder", err=True).strip()
    if not name:
        raise UsageError(
            "Who is coding is not known.", hint="Say it: `annotator code --coder NAME`"
        )
    return name


def _coder_of_package(package: str, given: str | None) -> str:
    if (given or package).strip() != package:
        raise UsageError(
            f"This file is the package of {package}, and {given} is somebody else.",
            hint="Leave out --coder (and $ANNOTATOR_CODER); or ask for a package of your own.",
        )
    say(f"This is the package of {package}. When you are done, send the file back.")
    return package


def _code_plainly(study: Study) -> None:
    from annotator.cli.plain import run_plain

    run_plain(study)


def _code_on_screen(study: Study, told: str) -> None:
    if not has_screen():
        raise UsageError(
            "The coding screen needs a terminal that can draw it.",
            hint="`annotator code --plain` asks line by line.",
        )
    from annotator.tui import run

    run(study, note=told)
