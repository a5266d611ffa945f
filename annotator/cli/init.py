"""`annotator init`: a new study."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.context import nearest_study, say, show
from annotator.cli.input_file import MAX_CODEBOOK_BYTES, content
from annotator.errors import StudyNotFound
from annotator.model.file_name import name_as_text


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

    source = decode(content(codebook, MAX_CODEBOOK_BYTES), name=str(codebook))
    with Study.create(file, source, name=name_as_text(codebook.name)) as study:
        book = study.codebook
    show(f"{file}: a new study with the codebook {book.id} {book.version}: {book.title}")
    say(f"Add articles: `annotator {_chosen(file)}add ARTICLES...`")
    say(f"Then code: `annotator {_chosen(file)}code --coder NAME`")


def _chosen(file: Path) -> str:
    """`-s FILE `, unless the study is found without."""
    try:
        found = nearest_study(Path.cwd()).samefile(file)
    except StudyNotFound:
        found = False
    return "" if found else f"-s {file} "
