"""`annotator codebook`: the codebook file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.codebook_changes import apply_, diff
from annotator.cli.codebook_convert import convert
from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.files_named import FilesNamed
from annotator.cli.input_file import MAX_CODEBOOK_BYTES, content
from annotator.errors import CodebookError, UsageError

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook
    from annotator.model.problem import Problem

_FILE = click.Path(path_type=Path)


_ORDER = ("new", "check", "show", "diff", "apply", "convert", "schema")


class _InOrder(click.Group):
    """Lists its commands in the order in which a codebook comes about."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """All names, those to begin with first."""
        return sorted(self.commands, key=_ORDER.index)


@click.group("codebook", cls=_InOrder, invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Check, show, compare, convert, write or change the codebook."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _one in (diff, apply_, convert):
    command.add_command(_one)


@command.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, cls=FilesNamed)
def check(files: tuple[Path, ...]) -> None:
    """Name every problem of codebook files.

    Each with file, line, place and what to do. The exit code is 3 where there is any.
    """
    problems: list[Problem] = []
    for file in files:
        try:
            show(f"{file}: {_summary(_load(file))}, no problem")
        except CodebookError as error:
            problems += error.problems
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        again = " ".join(str(file) for file in files)
        hint = f"Correct the lines, then: `annotator codebook check {again}`"
        raise CodebookError(f"{count}:", problems, hint=hint)


@command.command()
@click.argument("file", default="codebook.yaml", type=_FILE)
def new(file: Path) -> None:
    """Write a commented codebook to start from.

    FILE is codebook.yaml where none is named; a file that exists is never written over.
    """
    from annotator.codebook_file.template import template

    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        hint = "Name another file: `annotator codebook new OTHER.yaml`"
        raise UsageError(f"{file} exists already; nothing was written.", hint=hint) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(template())
    except OSError:  # no half a codebook on a full disk
        file.unlink()
        raise
    show(f"{file}: a commented codebook to change as you like")
    say(f"Check it: `annotator codebook check {file}`")
    say(f"Then start a study: `annotator init study.db --codebook {file}`")


@command.command("show")
@click.argument("file", required=False, type=_FILE)
@click.option("--language", help="Show the texts in this language (default: the codebook's own).")
@click.pass_context
def show_codebook(context: click.Context, file: Path | None, language: str | None) -> None:
    """Show a codebook as coders meet it, with the key of each code.

    Variables, codes, definitions and rules. FILE is a codebook file; without one, the codebook of
    the study is shown.
    """
    from annotator.cli.codebook_text import lines

    for line in lines(_codebook(context, file, language)):
        show(line)


@command.command()
@click.argument("file", metavar="[CODEBOOK]", required=False, type=_FILE)
@click.option("--coding", is_flag=True, help="Of a coding of one paragraph, by this codebook.")
@click.option("--article", is_flag=True, help="With --coding: of an article as a whole.")
@click.option("--language", help="With --coding: texts in this language.")
@click.pass_context
def schema(
    context: click.Context, file: Path | None, coding: bool, article: bool, language: str | None
) -> None:
    """Print a JSON Schema: of codebook files, or of codings.

    That of codebook files is for editors that complete and check. With --coding, that of one
    coder's answers about one unit: a program or a language model can be asked for codings in that
    form. CODEBOOK is a codebook file; without one, that of the study.
    """
    if not coding:
        if file or article or language:
            raise UsageError("These belong to --coding.", hint="annotator codebook schema --coding")
        from annotator.codebook_file import json_schema

        show_json(json_schema())
        return
    from annotator.codebook_file.coding_schema import coding_schema

    show_json(coding_schema(_codebook(context, file, language), whole_article=article))


def _load(file: Path, language: str | None = None) -> Codebook:
    from annotator.codebook_file import decode, load

    source = decode(content(file, MAX_CODEBOOK_BYTES), name=str(file))
    return load(source, name=str(file), language=language)


def _codebook(context: click.Context, file: Path | None, language: str | None) -> Codebook:
    if file:
        return _load(file, language)
    with open_study(context, read_only=True) as study:
        if language is None:
            return study.codebook
        source = study.codebook_source()
    from annotator.codebook_file import load

    return load(source, language=language)


def _summary(codebook: Codebook) -> str:
    # Variables that share their codes (`codes_from`) count them once.
    codes = {variable.codes: len(variable.paths) for variable in codebook.variables}
    variables = _count(len(codebook.variables), "variable")
    return f"{variables}, {_count(sum(codes.values()), 'code')}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
