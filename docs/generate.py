"""`make docs`: writes the pages that the program says of itself; tests compare them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.cli.group import SECTIONS, annotator
from annotator.tui.commands import keys_page

DOCS = Path(__file__).parent
WIDTH = 88

INTRODUCTION = """\
# Commands

This page is written by the program itself (`make docs`): every text below is what
`annotator COMMAND --help` prints.

- The study is the one given with `-s/--study FILE`, else `$ANNOTATOR_STUDY`, else the one study
  file (`*.db`) in the current folder or the nearest folder above it.
- Data goes to standard output, messages to standard error: `annotator log --json > log.json` holds
  data only.
- Exit codes: 0 fine, 1 failure, 2 wrong use, 3 a codebook or data with problems, 4 agreement below
  a threshold asked for. Where nobody has coded yet, lists and tables are empty, which is said and
  is no failure; `report` fails, for there is nothing to write, and so does a threshold.
- `NO_COLOR` turns colours off. Ctrl+C stops a command with nothing half done (exit code 130). In
  the first hundredths of a second, while Python itself starts, Python answers it with a message of
  its own.
- For completion with the Tab key, put this line into `~/.bashrc`:
  `eval "$(_ANNOTATOR_COMPLETE=bash_source annotator)"` (or `zsh_source`, into `~/.zshrc`).
"""


def commands_page() -> str:
    """The whole page, as Markdown."""
    settings = annotator.context_settings
    top = click.Context(annotator, info_name="annotator", terminal_width=WIDTH, **settings)
    parts = [INTRODUCTION, _help_block("annotator", top)]
    for section, names in SECTIONS.items():
        parts.append(f"## {section}\n")
        for name in names:
            parts += _pages(annotator, name, top)
    return "\n".join(parts)


def _pages(group: click.Group, name: str, above: click.Context) -> Iterator[str]:
    command = group.get_command(above, name)
    if command is None:
        raise LookupError(name)
    context = click.Context(command, info_name=name, parent=above, terminal_width=WIDTH)
    yield _help_block(context.command_path, context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from _pages(command, below, context)


def _help_block(title: str, context: click.Context) -> str:
    text = "\n".join(line.rstrip() for line in context.get_help().splitlines())
    return f"### {title}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    (DOCS / "commands.md").write_text(commands_page(), encoding="utf-8")
    (DOCS / "keys.md").write_text(keys_page(), encoding="utf-8")
