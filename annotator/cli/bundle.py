"""`annotator bundle`: a study as a package for replication, or its plan for preregistration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from annotator.cli.blind import refuse_package
from annotator.cli.context import open_study, say, study_path
from annotator.cli.export_source import metadata_of, source_of
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.exporters.files import Destination
    from annotator.exporters.job import Choice, Report
    from annotator.study import Study

_ZIP = ".zip"


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A folder, or a file that ends in .zip. If not given: exports/bundle beside the study.",
)
@click.option("--no-text", is_flag=True, help="Leave the texts out; their hashes stay.")
@click.option("--metadata", is_flag=True, help="A column for each further field of the articles.")
@click.option("--prereg", is_flag=True, help="Write a preregistration, which holds no codings.")
@click.pass_context
def command(
    context: click.Context, /, output: Path | None, no_text: bool, metadata: bool, prereg: bool
) -> None:
    """Write a replication package, or a preregistration.

    The package holds the codebook, every coder's codings, the decisions, the articles, the
    agreement figures with scripts that recompute them, versions, seeds and checksums, in plain
    files. With --prereg it holds what is planned instead: codebook, coders, rounds, assignments,
    coefficients, thresholds, and how many units must be coded twice. The same study gives the
    same package.
    """
    from annotator.exporters.job import Choice

    if prereg and no_text:
        raise UsageError("A preregistration holds no texts anyway: leave --no-text out.")
    if prereg and metadata:
        raise UsageError("A preregistration lists no articles: leave --metadata out.")
    path = study_path(context)
    target = output or path.parent / "exports" / ("preregistration" if prereg else "bundle")
    with open_study(context, read_only=True) as study:
        refuse_package(study, "A preregistration" if prereg else "A replication package")
        choice = Choice(text=not no_text, metadata=metadata_of(study) if metadata else ())
        write = _plan(study, path) if prereg else _package(study, path, choice)
        report = _write(target, write)
    _tell(report, target)


def _package(study: Study, path: Path, choice: Choice) -> Callable[[Destination], Report]:
    from annotator.exporters import bundle

    source = source_of(study, path)
    return lambda to: bundle.write(source, choice, to)


def _plan(study: Study, path: Path) -> Callable[[Destination], Report]:
    from annotator.exporters import bundle_prereg

    plan = bundle_prereg.Plan(
        study.n_articles(),
        sum(header.n_codable for header in study.headers()),
        sum(unit.done for unit in study.units()),
        study.assignments(),
    )
    source = source_of(study, path)
    return lambda to: bundle_prereg.write(source, plan, to)


def _write(target: Path, write: Callable[[Destination], Report]) -> Report:
    """Write into the folder, or by way of a private one into a zip file."""
    from annotator.exporters.files import Files
    from annotator.exporters.zipped import zip_folder

    if target.suffix.lower() != _ZIP:
        _refuse_what_is_there(target)
        with Files(target) as files:
            return write(files)
    with TemporaryDirectory(prefix="annotator-") as private:
        with Files(Path(private)) as files:
            report = write(files)
        with Files(target.parent, target.name) as files:
            zip_folder(Path(private), target.stem, files.open_binary(target.name))
    return report


def _refuse_what_is_there(target: Path) -> None:
    """Files of an earlier package would lie among those of this one, under no checksum."""
    if target.is_file():
        raise UsageError(f"{target} is a file.", hint="Name a folder, or a file.zip, with -o.")
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(
            f"The folder {target} is not empty.", hint="Remove it, or name another with -o."
        )


def _tell(report: Report, target: Path) -> None:
    for name, count in report.rows.items():
        what = "files" if name.endswith("SUMS") else "rows"
        say(f"{target}, {name}: {count:,} {what[:-1] if count == 1 else what}")
    for note, count in report.notes.items():
        say(f"Note: {count:,} {note}.")
    say("Name a licence where it says that one is to be chosen; gaps in [ ] are yours to fill.")
