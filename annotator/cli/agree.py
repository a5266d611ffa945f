"""`annotator agree`: agreement of a study's coders, or of any table of units by coders."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import (
    agree_coefficients,
    agree_html,
    agree_intervals,
    agree_intra,
    agree_more,
    agree_screen,
    coder_roles,
)
from annotator.cli.agree_check import LEVELS, check
from annotator.cli.agree_self_check import self_check
from annotator.cli.blind import refuse_package
from annotator.cli.context import open_study, progress, show, show_json, study_path
from annotator.cli.delimiter import delimiter
from annotator.cli.named import refuse_unknown
from annotator.cli.nobody import say_nobody_finished
from annotator.cli.round_figures import check_figures
from annotator.errors import BelowThreshold, UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook
    from annotator.reports.reliability import Reliability
    from annotator.reports.row import Row
    from annotator.study import Study

_ROUNDING = 1e-9


def _names(_: click.Context, parameter: click.Parameter, typed: Any) -> Any:
    """`a,b` as a tuple of names, for options that may and may not be repeated."""
    if typed is None:
        return ()
    if isinstance(typed, tuple):
        return tuple(_names(_, parameter, one) for one in typed)
    return tuple(name for name in (part.strip() for part in typed.split(",")) if name)


@click.command()
@click.argument("variables", nargs=-1, metavar="[VARIABLE]...")
@click.option("--round", default=None, help="The round of coding. [default: main]")
@agree_intra.option
@click.option("--coder", "coders", multiple=True, help="Only this coder; may be repeated.")
@click.option(
    "--all-paragraphs", is_flag=True, help="Count paragraphs that nobody holds codable, too."
)
@click.option(
    "--pair", "pairs", multiple=True, callback=_names, metavar="A,B",
    help="Compare statement variables jointly; may be repeated. If not given: the first two.",
)  # fmt: skip
@click.option("--codes", is_flag=True, help="Also a line for each code: is it there or not.")
@click.option(
    "--coefficients", callback=_names, metavar="NAME,...",
    help="Also these, where they are meant for the data; `all` of them.",
)  # fmt: skip
@agree_intervals.options
@agree_more.options
@click.option(
    "--data", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="No study: a table (CSV, XLSX, SAV) with units in rows and coders in columns.",
)  # fmt: skip
@click.option("--level", type=click.Choice(LEVELS), help="With --data: its level of measurement.")
@click.option(
    "--order", callback=_names, metavar="A,B,...",
    help="With --data: ordinal values that are texts, from low to high.",
)  # fmt: skip
@click.option(
    "--set", "sets", is_flag=True,
    help="With --data: each cell holds codes separated by |, a lone | none at all.",
)  # fmt: skip
@click.option(
    "--spans", is_flag=True,
    help="With --data: stretches of text, in columns coder, start, end, label (article, length).",
)  # fmt: skip
@click.option("--transpose", is_flag=True, help="With --data: coders in rows, units in columns.")
@click.option(
    "--long", callback=_names, metavar="UNIT,CODER,VALUE",
    help="With --data: one value per row, in these columns.",
)  # fmt: skip
@click.option(
    "--delimiter", default="", callback=delimiter, metavar="CHAR",
    help="With --data: what separates the cells, or tab. Found if not given.",
)  # fmt: skip
@click.option(
    "--sheet",
    default="",
    metavar="NAME",
    help="With --data: the sheet of a workbook, or its number.",
)
@click.option("--header/--no-header", default=None, help="With --data: the first row holds names.")
@click.option(
    "--unit-column/--no-unit-column", default=None,
    help="With --data: the first column names the units.",
)  # fmt: skip
@click.option(
    "--fail-under", type=float, metavar="X", help="Exit code 4 if an alpha is undefined or below X."
)
@click.option(
    "--self-check", is_flag=True,
    help="Only compute worked examples of the literature, and compare with what was printed.",
)  # fmt: skip
@click.option(
    "--screen", is_flag=True,
    help="Show the figures on a screen, where keys lead to what was confused and where.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print all figures as CSV.")
@agree_html.option
@click.pass_context
def command(
    context: click.Context, /, variables: tuple[str, ...], data: Path | None, **wanted: Any
) -> None:
    """Show how far coders agree.

    Only finished units count: an empty finished paragraph is a value, an untouched one is
    missing. Paragraphs that no coder holds codable (captions, bylines) are left out.

    With --data the figures are those of any table: delimited text, an Excel workbook (XLSX) or
    an SPSS file (SAV). Empty cells, . and NA are missing, and what an SPSS file declares so.
    """
    if wanted["self_check"]:
        self_check(as_json=wanted["as_json"])
        return
    check(wanted, variables, data)
    agree_screen.check(wanted, data)
    agree_html.check(wanted, data or study_path(context))
    if wanted["intra"]:
        _intra(context, variables, wanted)
        return
    if wanted["screen"]:
        with open_study(context, read_only=True) as study:
            _check_names(study, variables, wanted)
            agree_screen.show_on_screen(study, variables, wanted)
        return
    if data is not None:
        from annotator.cli.agree_data import rows_of_table

        rows = chosen = _figures(rows_of_table(data, wanted), wanted)
        refuse_unknown("coder", filter(None, [wanted["against"]]), rows[0].sample.coders)
        about: dict[str, Any] = {}
        parts = list(agree_more.parts(rows, wanted))
        agree_html.write(chosen, about, wanted, None)
    else:
        round_ = wanted["round"] or MAIN_ROUND
        with open_study(context, round=round_, read_only=True) as study:
            report = _report(study, variables, wanted)
            rows = _all_rows(report, variables, wanted, study.codebook)
            about = _about(report, wanted, study_path(context), coder_roles.roles(study))
            chosen = _chosen(rows, wanted)
            asked = {**wanted, "variables": variables}
            parts = list(agree_more.parts(chosen, asked, study=study))
            agree_html.write(chosen, about, asked, study)
    _print(rows, chosen, about, wanted, parts)
    if wanted["fail_under"] is not None:
        _hold_against(chosen, wanted["fail_under"])


def _figures(
    rows: Sequence[Row], wanted: dict[str, Any], codebook: Codebook | None = None
) -> list[Row]:
    """The rows with the coefficients and the intervals that were asked for."""
    added = agree_coefficients.added(rows, wanted["coefficients"], codebook)
    return agree_intervals.with_intervals(added, wanted, codebook)


# ---------------------------------------------------------------------- a study


def _intra(context: click.Context, variables: Sequence[str], wanted: dict[str, Any]) -> None:
    """Print the figures of each coder against themselves."""
    agree_intra.check(wanted)
    chosen: list[Row] = []
    with open_study(context, read_only=True) as study:
        _check_names(study, variables, wanted)
        for coder, report in agree_intra.reports(study, variables, wanted):
            rows = _all_rows(report, variables, wanted, study.codebook)
            about = {**_about(report, wanted, study_path(context), {}), "intra": coder,
                     "round": " and ".join(wanted["intra"])}  # fmt: skip
            own = _chosen(rows, wanted)
            parts = list(agree_more.parts(own, {**wanted, "variables": variables}, study=study))
            if not (wanted["as_json"] or wanted["as_csv"]):
                agree_intra.say_who(coder, wanted["intra"])
            _print(rows, own, about, wanted, parts)
            chosen += own
    if wanted["fail_under"] is not None:
        _hold_against(chosen, wanted["fail_under"])


def _all_rows(
    report: Reliability, variables: Sequence[str], wanted: dict[str, Any], codebook: Codebook
) -> list[Row]:
    single, whole = _rows(report, wanted), report.whole_statements(variables)
    return _figures([*single, *whole], wanted, codebook)


def _report(study: Study, variables: Sequence[str], wanted: dict[str, Any]) -> Reliability:
    _check_names(study, variables, wanted)
    report = study.reliability(
        variables=variables,
        coders=wanted["coders"] or None,
        pairs=wanted["pairs"] or None,
        all_paragraphs=wanted["all_paragraphs"],
        watch=lambda codings: progress(codings, "Reading codings"),
    )
    if not report.coders:
        say_nobody_finished(study)
    return report


def _rows(report: Reliability, wanted: dict[str, Any]) -> list[Row]:
    """The rows to be printed. JSON and CSV hold every code."""
    every = wanted["codes"] or wanted["as_json"] or wanted["as_csv"]
    return [row for row in report.rows if every or row.heading.view != "presence"]


def _chosen(rows: Sequence[Row], wanted: dict[str, Any]) -> list[Row]:
    """The rows of the table: code by code only if asked for."""
    return [row for row in rows if wanted["codes"] or row.heading.view != "presence"]


def _check_names(study: Study, variables: Sequence[str], wanted: dict[str, Any]) -> None:
    from annotator.model.codebook import Level
    from annotator.reports.reliability import STATEMENT

    refuse_package(study, "Agreement")
    if not wanted["intra"]:
        check_figures(study, wanted["round"])
    refuse_unknown("variable", variables, [*study.codebook.by_id, STATEMENT])
    refuse_unknown("coder", wanted["coders"], study.coders())
    if wanted["against"]:
        refuse_unknown("coder", [wanted["against"]], wanted["coders"] or study.coders())
    tied = [variable.id for variable in study.codebook.at(Level.STATEMENT)]
    for pair in wanted["pairs"]:
        refuse_unknown("statement variable", pair, tied)
        if len(set(pair)) < 2:
            raise UsageError("A pair takes two different variables.", hint="--pair actor,lever")


def _about(
    report: Reliability, wanted: dict[str, Any], path: Path, roles: dict[str, str]
) -> dict[str, Any]:
    return {
        "study": str(path),
        "round": wanted["round"] or MAIN_ROUND,
        "coders": list(report.coders),
        "roles": {name: role for name, role in roles.items() if name in report.coders},
        "n_articles": report.n_articles,
        "n_paragraphs": report.n_paragraphs,
        "n_finished": report.n_finished,
        "remarks": list(report.remarks),
    }


# ---------------------------------------------------------------------- what is printed


def _print(
    rows: Sequence[Row],
    chosen: Sequence[Row],
    about: dict[str, Any],
    wanted: dict[str, Any],
    parts: Sequence[agree_more.Part],
) -> None:
    from annotator.cli.agree_table import definitions_by_name
    from annotator.reports.figures import as_json

    if wanted["html"]:
        return  # it is all on the page
    if wanted["as_json"]:
        added = {part.key: part.value for part in parts}
        told = {"rows": [as_json(row) for row in rows], **added}
        show_json({**about, **told, "definitions": definitions_by_name(rows)})
    elif wanted["as_csv"]:
        _print_csv(rows)
    else:
        _print_table(chosen, about)
        for line in (line for part in parts for line in part.lines):
            show(line)


def _print_csv(rows: Sequence[Row]) -> None:
    import csv
    import io

    from annotator.reports.figures import COLUMNS, as_lines

    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *as_lines(rows)])
    for line in text.getvalue().removesuffix("\n").split("\n"):
        show(line)


def _print_table(rows: Sequence[Row], about: dict[str, Any]) -> None:
    from annotator.cli.agree_table import frame, lines, wrapped

    if about and not about["coders"]:
        return  # it was said that nobody has finished anything
    if about:
        if "intra" not in about:  # there rounds stand in the place of coders, as was said
            names = [coder_roles.marked(name, about["roles"]) for name in about["coders"]]
            show(f"Round {about['round']}; coders: {', '.join(names)}")
        show(frame(about))
        told = coder_roles.remark(about["roles"])
        for line in wrapped(told) if told else ():
            show(line)
        show("")
    for line in lines(rows) if rows else ():
        show(line)
    for remark in about.get("remarks", ()):
        why, _, names = remark.partition(": ")
        for line in wrapped(f"Not in the table ({why}): {names}."):
            show(line)


def _hold_against(rows: Sequence[Row], threshold: float) -> None:
    from annotator.cli.agree_table import coefficient_name, full_name, number

    alphas = [(c.value, row, c.name) for row in rows for c in row.alphas]
    below = [found for found in alphas if found[0] is None or found[0] < threshold - _ROUNDING]
    if not below and alphas:
        return
    if not alphas:
        raise BelowThreshold("There is nothing to compare, so no threshold is reached.")
    value, row, name = min(below, key=lambda found: -inf if found[0] is None else found[0])
    raise BelowThreshold(
        f"{len(below)} of {len(alphas)} alphas are below {threshold:g} or undefined; the lowest: "
        f"{full_name(row)}, {coefficient_name(name)} {number(value)}"
    )
