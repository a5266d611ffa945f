"""`annotator codebook convert`: codebooks from and to the formats of other programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.context import say
from annotator.cli.input_file import MAX_CODEBOOK_BYTES, content
from annotator.errors import UsageError
from annotator.terminal import visible_block

if TYPE_CHECKING:
    from annotator.entries.entry import Entry

_FILE = click.Path(path_type=Path, allow_dash=True)
_FORMS = ("yaml", "qdc", "csv", "xlsx", "skos", "potato", "labelstudio")
_DATABASES = (".dna",)
_STANDARD_OUTPUT = "-"


@click.command()
@click.argument("file", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=_FILE)
@click.option("--from", "source", type=click.Choice(_FORMS), help="What IN is, if not as it ends.")
@click.option("--to", "wanted", type=click.Choice(_FORMS), help="What OUT is, if not as it ends.")
def convert(file: Path, target: Path, source: str | None, wanted: str | None) -> None:
    """Write a codebook in the format of another program, or read one.

    The formats are told by the endings: .yaml (ours), .qdc (REFI-QDA: ATLAS.ti, MAXQDA, NVivo,
    QualCoder), .csv and .xlsx (a table), .rdf (SKOS), .xml (interface of Label Studio), a .yaml
    with annotation_schemes (Potato; to write one: --to potato), .dna (Discourse Network Analyzer,
    only read). OUT may be - for standard output.

    What the format cannot hold is listed. A file that exists is never written over.
    """
    from annotator.codebook_file.convert import forms

    if str(target) == _STANDARD_OUTPUT and wanted is None:
        raise UsageError("The format is not clear.", hint="Name it: --to yaml")
    if target.exists():
        raise UsageError(f"{target} exists already.", hint="Name another file for OUT.")
    form = wanted or forms.form_to_write(target.name)
    entries, passed_over = _read(file, source)
    written, lost = forms.write(entries, form)
    _write(target, written, form)
    _tell(f"Passed over in {file.name}", passed_over)
    _tell("Lost in this format", lost)


def _read(file: Path, source: str | None) -> tuple[Sequence[Entry], Sequence[str]]:
    from annotator.codebook_file.convert import forms

    if source is None and file.suffix.casefold() in _DATABASES:
        return _of_database(file)
    read = content(file, MAX_CODEBOOK_BYTES)
    found = forms.read(read, file.name, source or forms.form_of_file(file.name, read))
    return found.entries, found.passed_over


def _of_database(file: Path) -> tuple[Sequence[Entry], Sequence[str]]:
    from annotator.codebook_file.convert.forms import checked
    from annotator.entries.flat import entries_of
    from annotator.importers import dna
    from annotator.model.article import Article
    from annotator.store.foreign import opened

    with opened(file) as database:
        project = dna.read(database, lambda name, text, _: Article(name, name, text, ()))
    return checked(list(entries_of(project.codebook)), file.name), ()


def _write(target: Path, written: bytes, form: str) -> None:
    from annotator.exporters.files import Files

    if str(target) != _STANDARD_OUTPUT:
        with Files(target.parent, target.name) as files:
            files.open_binary(target.name).write(written)
    elif form == "xlsx":
        raise UsageError("A workbook needs a file.", hint="Name one instead of -.")
    else:
        _print(written.decode("utf-8"))


def _print(text: str) -> None:
    """On the screen harmless; in a pipe UTF-8, and no line end is changed on the way."""
    if sys.stdout.isatty():
        text = visible_block(text)
    elif isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="")
    sys.stdout.write(text)


def _tell(start: str, lines: Sequence[str]) -> None:
    if lines:
        say(f"{start}:")
    for line in lines:
        say(f"  {line}")
