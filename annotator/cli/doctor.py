"""`annotator doctor`: is the study whole, and is it kept where it is safe?"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from annotator import __version__
from annotator.cli.context import open_study, show, show_json, study_path
from annotator.cli.surroundings import Finding, look_at_file, look_at_terminal
from annotator.errors import AnnotatorError, StudyDamaged, StudyNotFound

if TYPE_CHECKING:
    from annotator.study import Study

_GO_ON = Finding(
    "warning",
    "Keep this file as it is and go on with a copy.",
    "Copies that `annotator backup` made are in the folder backups, beside the study.",
)


@click.command()
@click.option("--repair", is_flag=True, help="Make the current state again from the log first.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def command(context: click.Context, repair: bool, as_json: bool) -> None:
    """Check that the study is whole and well kept.

    Verifies every event of the log and its chain of hashes, every text, and that the current state
    is what the log says; looks at who may read the file, where it lies and what the terminal can
    do. Changes nothing unless --repair is given. Exit code 1 if something is wrong with the study.
    """
    findings = [*_program(), *_study(context, repair=repair), *look_at_terminal()]
    if as_json:
        show_json([finding._asdict() for finding in findings])
    else:
        _show_lines(findings)
    if any(finding.level == "problem" for finding in findings):
        context.exit(1)


def _show_lines(findings: list[Finding]) -> None:
    for finding in findings:
        show(f"{finding.level:<8} {finding.message}")
        if finding.hint:
            show(f"{'':<8} {finding.hint}")


def _program() -> Iterator[Finding]:
    yield Finding("ok", f"annotator {__version__}, Python {platform.python_version()}.")


def _study(context: click.Context, *, repair: bool) -> Iterator[Finding]:
    try:
        path = study_path(context)
    except StudyNotFound as error:
        yield Finding("warning", str(error), error.hint)
        return
    try:
        with open_study(context) as study:
            if repair:
                study.rebuild()
            yield from _content(study)
    except StudyDamaged as error:
        yield Finding("problem", str(error))
        yield _GO_ON
        return
    except AnnotatorError as error:
        yield Finding("problem", str(error), error.hint)
        return
    yield from look_at_file(path)


def _content(study: Study) -> Iterator[Finding]:
    version, journal, synchronous = study.modes()
    yield Finding("ok", f"SQLite {version} writes safely: {journal}, {synchronous}.")
    faults = list(study.faults())
    for fault in faults:
        yield Finding("problem", f"{study.path}: {fault}")
    if faults:
        yield _GO_ON
    else:
        yield Finding("ok", f"{study.path} is whole: its log verifies, its state follows from it.")
