"""`annotator report`: the reliability report of a study, for a journal's reviewers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import __version__
from annotator.cli import agree_intervals, report_parts
from annotator.cli.blind import refuse_package
from annotator.cli.context import open_study, progress, say, study_path
from annotator.cli.named import refuse_unknown
from annotator.cli.nobody import nobody_finished
from annotator.cli.round_figures import refuse_uncounted
from annotator.errors import AnnotatorError, UsageError
from annotator.model.coding import MAIN_ROUND
from annotator.terminal import visible_block

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook
    from annotator.reports.document import Document
    from annotator.reports.reliability import Reliability
    from annotator.reports.row import Row
    from annotator.reports.written.facts import StudyFacts
    from annotator.study import Study

_FORMATS = ("md", "html", "tex", "csv")
_ENDINGS = {"markdown": "md", "htm": "html", "latex": "tex"}
_STANDARD_OUTPUT = "-"


@click.command()
@click.option(
    "-o", "--output", type=click.Path(allow_dash=True), metavar="FILE",
    help="Write to this file; its ending says the format. If not given: standard output.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(_FORMATS),
    help="Markdown, HTML, LaTeX, or the figures as CSV. [default: the file's ending, else md]",
)  # fmt: skip
@click.option("--round", default=MAIN_ROUND, show_default=True, help="The round of coding.")
@click.option("--coder", "coders", multiple=True, help="Only this coder; may be repeated.")
@agree_intervals.options
@click.pass_context
def command(
    context: click.Context,
    /,
    output: str | None,
    form: str | None,
    round: str,
    coders: tuple[str, ...],
    **wanted: Any,
) -> None:
    """Write the reliability report of the study.

    Methods paragraphs for the article, with gaps in square brackets for what the program cannot
    know; a table of every coefficient with its interval and what it rests on; each code by
    itself; coders and material; what the figures mean. The same study gives the same report.
    """
    agree_intervals.check(wanted, of_table=False)
    path = study_path(context)
    form = form or _form_of(output)
    _refuse_study(output, path)
    from annotator.reports.written.report import report_document

    with open_study(context, round=round, read_only=True) as study:
        facts, found = _read(study, coders, path)
        rows = _rows(found, wanted, form, study.codebook)
        if form == "csv":
            text = _as_csv(rows)
        else:
            beside = report_parts.more(study, rows, coders, len(facts.versions))
            text = _rendered(form, report_document(facts, found, rows, beside))
    if output in (None, _STANDARD_OUTPUT):
        _print(text)
    else:
        _save(text, Path(output or ""))
    if form != "csv":
        say("What stands in square brackets is yours to complete.")


def _form_of(output: str | None) -> str:
    if output in (None, _STANDARD_OUTPUT):
        return "md"
    ending = Path(output or "").suffix.removeprefix(".").lower()
    form = _ENDINGS.get(ending, ending)
    if form not in _FORMATS:
        raise UsageError(
            f"{output}: the ending says none of the formats {', '.join(_FORMATS)}.",
            hint="Name the file report.html, for example, or add --format html.",
        )
    return form


def _refuse_study(output: str | None, study: Path) -> None:
    if output and Path(output).exists() and study.exists() and Path(output).samefile(study):
        raise UsageError("That is the study itself.", hint="Name another file with -o.")


def _read(study: Study, coders: Sequence[str], path: Path) -> tuple[StudyFacts, Reliability]:
    from annotator.cli.coder_roles import roles
    from annotator.reports.disputes import settled_by_reason
    from annotator.reports.written.facts import Seen, study_facts

    refuse_package(study, "A report")
    refuse_uncounted(study, study.round)
    refuse_unknown("coder", coders, study.coders())
    chosen, seen = coders or None, Seen()
    found = study.reliability(
        coders=chosen, watch=lambda rows: progress(seen.watch(rows), "Reading codings")
    )
    if not found.coders:
        told, hint = nobody_finished(study)
        raise AnnotatorError(f"{told} There is nothing to report.", hint=hint)
    alone = study.before_discussion(coders=chosen, round=study.round)
    facts = study_facts(
        study.codebook, study.kinds(), alone.units(), alone.statements(), seen,
        study=path.name, software=__version__, round=study.round,
        reasons=settled_by_reason(study.decisions(round=study.round)),
        codebooks=study.codebook_versions(), roles=roles(study),
    )  # fmt: skip
    return facts, found


def _rows(found: Reliability, wanted: dict[str, Any], form: str, codebook: Codebook) -> list[Row]:
    from annotator.reports.written.report import report_rows

    return _with_intervals(report_rows(found), wanted, codebook, every=form == "csv")


def _as_csv(rows: Sequence[Row]) -> str:
    from annotator.reports.render import figures

    return figures.render(rows)


def _rendered(form: str, document: Document) -> str:
    from annotator.reports.render import html, latex, markdown

    return {"md": markdown.render, "html": html.render, "tex": latex.render}[form](document)


def _with_intervals(
    rows: Sequence[Row], wanted: dict[str, Any], codebook: Codebook, *, every: bool
) -> list[Row]:
    """Intervals of single codes are not shown in the document, so they are not computed for it."""
    wanted = {**wanted, "fail_under": None}
    asked = [every or row.heading.view != "presence" for row in rows]
    needed = list(compress(rows, asked))
    made = iter(agree_intervals.with_intervals(needed, wanted, codebook))
    return [next(made) if is_asked else row for row, is_asked in zip(rows, asked, strict=True)]


def _print(text: str) -> None:
    """To a terminal made harmless, into a file or a pipe as it is, in UTF-8."""
    if sys.stdout.isatty():
        text = visible_block(text)
    elif isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)


def _save(text: str, path: Path) -> None:
    from annotator.exporters.files import Files

    with Files(path.parent, path.name) as files:
        files.open(path.name).write(text)
    say(f"{path}: written.")
