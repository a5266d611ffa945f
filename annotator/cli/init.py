"""`annotator init`: a new study."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.context import say, show


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-c",
    "--codebook",
    required=True,
    type=click.Path(path_type=Path),
    help="The codebook file (YAML) to code with.",
)
def command(file: Path, codebook: Path) -> None:
    """Start a new study from a codebook.

    FILE is the study to make, for example study.db; a file that exists is never written over. The
    codebook is checked first and kept inside the study; `annotator codebook new` writes one to
    start from.
    """
    from annotator.codebook_file.source import decode
    from annotator.study import Study

    source = decode(codebook.read_bytes(), name=str(codebook))
    with Study.create(file, source, name=codebook.name) as study:
        book = study.codebook
    show(f"{file}: a new study with the codebook {book.title} ({book.id} {book.version})")
    say(f"Add articles: `annotator -s {file} add ARTICLES...`")
    say(f"Then code: `annotator -s {file} code --coder NAME`")
