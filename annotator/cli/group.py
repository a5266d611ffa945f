"""The group of commands, which imports a command only when it is asked for.

The names and summaries stand here so that `annotator --help` loads no command at all; a test
holds the summaries to the first sentence of each command's own help.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from annotator import __version__
from annotator.cli import interrupt
from annotator.errors import AnnotatorError, UsageError

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "Start": {
        "demo": "Make a small complete study and open it.",
        "init": "Start a new study from a codebook.",
        "add": "Add articles to the study.",
        "kind": "Correct the kind of a paragraph.",
        "segment": "Cut an article's paragraphs otherwise, while nobody has coded it.",
    },
    "Code": {
        "code": "Open the coding screen where you left off.",
        "status": "Show who has done what.",
        "import": "Bring in codings from a table or another program.",
        "units": "List the units to be coded.",
        "search": "Find paragraphs by the words of their texts.",
    },
    "Teams": {
        "coder": "Say who takes part in the study, and list them.",
        "round": "Say what a round of coding is for, and list the rounds.",
        "assign": "Give coders the units that they are to code.",
        "pace": "Show how fast coders work.",
        "pack": "Write a file to send to a coder.",
        "merge": "Bring packages and other copies of the study together.",
        "worklist": "List units to be looked at again since the codebook changed.",
        "disagreements": "List what coders do not agree on.",
        "adjudicate": "Settle what coders do not agree on, one disagreement after the other.",
    },
    "Results": {
        "agree": "Show how far coders agree.",
        "sample-size": "Tell how many units must be coded twice.",
        "report": "Write the reliability report of the study.",
        "export": "Write the coded data to files.",
        "bundle": "Write a replication package, or a preregistration.",
    },
    "Codebook": {
        "codebook": "Check, show, compare, convert, write or change the codebook.",
    },
    "History and health": {
        "log": "List what was done, newest first.",
        "undo": "Take back a coder's last actions.",
        "backup": "Copy the study to a file and verify the copy.",
        "doctor": "Check that the study is whole and well kept.",
    },
}
"""Every command by section, with the summary that `annotator --help` shows."""

COMMANDS: tuple[str, ...] = tuple(name for section in SECTIONS.values() for name in section)
"""Every command in the order of the help."""


# `import` is a word of Python; annotator.cli.report tells errors
_MODULES = {"import": "import_", "report": "report_command"}


class _Text(click.types.StringParamType):
    """What is typed as a name or a value must be text: it is stored, or compared with what is."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        text = str(super().convert(value, param, ctx))
        if any("\ud800" <= character <= "\udfff" for character in text):
            self.fail(f'"{text}" is not UTF-8.', param, ctx)
        return text


_TEXT = _Text()


def _take_text(command: click.Command) -> None:
    """Have every name and value typed be text, in the commands below, too.

    What is no number is told in words: click calls a number an "integer range".
    """
    for parameter in command.params:
        if parameter.type is click.STRING:
            parameter.type = _TEXT
        elif isinstance(parameter.type, click.IntRange):
            parameter.type.name = "whole number"
        elif isinstance(parameter.type, click.FloatRange):
            parameter.type.name = "number"
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        _take_text(below)


class LazyGroup(click.Group):
    """A group whose commands live in one module each, `annotator.cli.<name>`, as `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """All names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module; None for a name that is no command."""
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        command: click.Command = import_module(f"annotator.cli.{module}").command
        _take_text(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that is none gets the nearest right ones as a hint."""
        if args[0] not in COMMANDS:
            raise UsageError(f'There is no command "{args[0]}".', hint=_nearest(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands by section, aligned across sections."""
        for section, summaries in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl([(f"{name:<11}", text) for name, text in summaries.items()])


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=2, cutoff=0.5)
    if not near:
        return "`annotator --help` lists the commands."
    return "Did you mean " + " or ".join(f"`annotator {match}`" for match in near) + "?"


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="The study is the one given with -s, else $ANNOTATOR_STUDY, else the one study file "
    "(*.db) in this folder or the nearest folder above it.",
)
@click.option(
    "-s",
    "--study",
    envvar="ANNOTATOR_STUDY",
    metavar="FILE",
    help="The study file to work on.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def annotator(context: click.Context, study: str | None) -> None:  # noqa: ARG001  read by study_path
    """Hand-coding of texts for research, in the terminal.

    Code articles by keyboard, lose nothing, export the data, and measure how far coders agree.
    `annotator demo` shows all of it on a small study.
    """
    interrupt.raise_as_usual()
    if context.invoked_subcommand is None:
        from annotator.cli import first_run

        if not first_run.offer(context):
            click.echo(context.get_help())
            first_run.mention_study(context)


def _how(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "annotator"
    if isinstance(error, click.NoSuchOption) and error.option_name in ("-s", "--study"):
        return f"The study stands before the command: `{path.replace(' ', ' -s FILE ', 1)}`"
    return f"`{path} --help` shows how it is used."


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; click's errors become ours."""
    try:
        result = annotator.main(list(arguments), prog_name="annotator", standalone_mode=False)
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.UsageError as error:
        raise UsageError(error.format_message(), hint=_how(error)) from error
    except click.ClickException as error:
        raise AnnotatorError(error.format_message()) from error
    return result if isinstance(result, int) else 0
