"""`annotator demo`: a small complete study, made and opened."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.context import has_screen, say, show
from annotator.errors import CodingsError

if TYPE_CHECKING:
    from annotator.model.event import Draft
    from annotator.study import Study

VISITOR = "you"
"""The coder as whom the demo is opened."""
WELCOME = "A letter answers, Enter goes on. F1: all keys. F5: agreement. Ctrl+Q: leave."
"""What is said to whoever has not done anything in the demo yet; fits into 80 columns."""
FOLDER = "annotator-demo"
"""Where the demo is made if nothing else is said."""


@click.command()
@click.argument(
    "folder",
    metavar="[DIR]",
    default="annotator-demo",
    type=click.Path(file_okay=False, path_type=Path),
)
@click.option("--no-open", is_flag=True, help="Only make it and print what is in it.")
def command(folder: Path, no_open: bool) -> None:
    """Make a small complete study and open it.

    Four short articles written for this purpose, a codebook, and the codings of three coders, in
    DIR (annotator-demo in the current folder if not given). You code as a fourth, "you"; F5 shows
    how far the three agree. A demo that is there already is opened where you left off. Without a
    terminal it is only made, and what is in it printed.
    """
    path = folder / "demo.db"
    if not path.exists():
        make(path)
        say(f"The demo is in {path}.")
    if no_open or not has_screen():
        _print(path)
    else:
        _open(path)


def make(path: Path) -> None:
    """Write the demo study to `path`, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _fill(partial)
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    from annotator.demo import material
    from annotator.readers import read
    from annotator.study import Study

    codebook = material.codebook()
    source = codebook.read_text(encoding="utf-8")
    with Study.create(path, source, name=codebook.name) as study:
        study.add_articles(article for file in material.articles() for article in read(file))
        for file in material.codings():
            study.add_codings(_codings(study, file), source=file.name)
        study.remember_coder(VISITOR)


def _codings(study: Study, file: Path) -> Iterator[Draft]:
    from annotator.importers.codings_table import read_table
    from annotator.importers.drafts import drafts

    parsed = read_table(file.read_bytes(), file.name, study.codebook, study.headers())
    if parsed.problems:
        raise CodingsError(f"{file.name} does not fit the demo.", parsed.problems)
    for key, unit in parsed.units.items():
        yield from drafts(key, unit.work)


def _print(path: Path) -> None:
    from annotator.cli.group import run

    run(["-s", str(path), "status"])
    show("")
    run(["-s", str(path), "agree"])
    say(f"Open it in a terminal: `{_again(path)}`")


def _open(path: Path) -> None:
    from annotator.study import Study
    from annotator.tui import run

    with Study.open(path, coder=VISITOR) as study:
        run(study, agreement=True, note="" if study.progress().done else WELCOME)
    say(f"Your coding is in {path}. To go on: `{_again(path)}`")


def _again(path: Path) -> str:
    """What to type to open it again; after `make demo` the program is not on the path."""
    program = "annotator" if shutil.which("annotator") else sys.argv[0]
    return f"{program} demo" if path.parent == Path(FOLDER) else f"{program} demo {path.parent}"
