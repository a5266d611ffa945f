"""`annotator sample-size`: how many units must be coded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import open_study, progress, say, show, show_json, study_path
from annotator.cli.sample_size_words import decimal, share
from annotator.errors import StudyNotFound
from annotator.model.codebook import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.sample_size import SampleSize
    from annotator.cli.sample_size_plan import Assumed, Row
    from annotator.study import Study

_EXPECTED = 0.85
_PREVALENCES = (0.5, 0.25, 0.1, 0.05)


@click.command()
@click.option(
    "--units", type=click.IntRange(min=1), metavar="N",
    help="How many units there are. [default: the study's codable paragraphs]",
)  # fmt: skip
@click.option(
    "--expected", type=share,
    help="The share of agreement expected; if given, the simulation takes it for the true one. "
    "[default: .85]",
)  # fmt: skip
@click.option(
    "--se", type=share, default=".03", show_default=True, help="The standard error of that share."
)
@click.option(
    "--alpha", type=share, default=".8", show_default=True, help="The least acceptable alpha."
)
@click.option(
    "--prevalence", "prevalences", type=share, multiple=True,
    help="The share of units with the rarest code that matters, as .25 or 1/6; may be repeated. "
    "[default: .5 .25 .1 .05]",
)  # fmt: skip
@click.option(
    "--level", type=share, default=".05", show_default=True, help="The level of significance."
)
@click.option(
    "--true-alpha", type=share,
    help="What the simulation takes for the true alpha. [default: halfway from --alpha to 1]",
)  # fmt: skip
@click.option(
    "--power", type=share, default=".8", show_default=True,
    help="The share of samples in which the interval shall lie above --alpha.",
)  # fmt: skip
@click.option(
    "--seed", type=click.IntRange(min=0), default=1, show_default=True,
    help="Where the simulation's random numbers start.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def command(context: click.Context, /, units: int | None, as_json: bool, **typed: Any) -> None:
    """Tell how many units must be coded twice.

    Three answers: for the share of agreement (Lacy and Riffe 1996), for alpha by formula (Bloch
    and Kraemer 1989, as in Krippendorff), and for the interval of alpha by simulation. Each stands
    with its source and what it assumes. Draw the units at random from all units, and take the
    largest number that you can afford: the rarer a code, the more units it needs.
    """
    from annotator.cli.sample_size_plan import row, share_of_agreement

    prevalences = typed.pop("prevalences") or _PREVALENCES
    population, whose = (units, "as given") if units else _population(context)
    assumed = _assumed(population, **typed)
    agreement = share_of_agreement(assumed)
    asked = progress(prevalences, "Simulating", len(prevalences))
    rows = [row(assumed, prevalence) for prevalence in asked]
    if as_json:
        show_json(_as_json(assumed, agreement, rows))
        return
    show("Units in all: " + (f"{population:,} ({whose})" if population else "any number"))
    _print(assumed, agreement, rows)


def _population(context: click.Context) -> tuple[int | None, str]:
    """How many units the study has, and what they are; None where there is no study or no unit."""
    try:
        path = study_path(context)
    except StudyNotFound as error:
        say(f"{error} `--units N` says how many units there are.")
        return None, ""
    with open_study(context, read_only=True) as study:
        number, what = _units_of(study)
    if not number:
        say(f"There are no {what} in {path} yet. `--units N` says how many there will be.")
    return number or None, f"{what} in {path}"


def _units_of(study: Study) -> tuple[int, str]:
    book = study.codebook
    if book.at(Level.PARAGRAPH) or book.at(Level.STATEMENT):
        return sum(header.n_codable for header in study.headers()), "codable paragraphs"
    return study.n_articles(), "articles"


def _assumed(
    population: int | None, *, expected: float | None, true_alpha: float | None, **typed: Any
) -> Assumed:
    from annotator.cli.sample_size_plan import Assumed

    if true_alpha is None and expected is None:
        true_alpha = (1 + typed["alpha"]) / 2
    return Assumed(population, expected or _EXPECTED, true_alpha=true_alpha, **typed)


def _print(assumed: Assumed, agreement: SampleSize, rows: Sequence[Row]) -> None:
    from annotator.cli import sample_size_text as text
    from annotator.cli.agree_table import wrapped

    show("")
    show(f"For the share of agreement: {agreement.units:,}")
    show("")
    show(f"For alpha above {decimal(assumed.alpha)}, by how often a code is used:")
    for line in text.prevalence_table(assumed, rows):
        show(line)
    explanations = [text.lacy_riffe(assumed, agreement), text.bloch_kraemer(assumed)]
    if any(row.simulation.units for row in rows):
        explanations.append(text.simulation(assumed))
    for paragraph in (*text.remarks(assumed, rows), *explanations):
        show("")
        for line in wrapped(paragraph.replace(" %", "\u00a0%")):
            show(line.replace("\u00a0", " "))


def _as_json(assumed: Assumed, agreement: SampleSize, rows: Sequence[Row]) -> dict[str, Any]:
    from dataclasses import asdict

    from annotator.cli import sample_size_text as text

    return {
        "assumed": asdict(assumed),
        "lacy_riffe": asdict(agreement),
        "by_prevalence": [asdict(row) for row in rows],
        "remarks": list(text.remarks(assumed, rows)),
        "explanations": {
            "lacy_riffe": text.lacy_riffe(assumed, agreement),
            "bloch_kraemer": text.bloch_kraemer(assumed),
            "simulation": text.simulation(assumed),
        },
    }
