"""`annotator units`: what is to be coded, for programs that code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.model.article import Article
    from annotator.study import Study

_EXCERPT = 60


@click.command()
@click.option("--jsonl", is_flag=True, help="One JSON object to a line, with the whole text.")
@click.option("--coder", default="", help="Only what this coder has not finished yet.")
@click.option("--round", default="", help="In this round. [default: main]")
@click.option(
    "--context", "n_context", type=click.IntRange(0, 100), default=0, metavar="N",
    help="With --jsonl: also N paragraphs before and after each.",
)  # fmt: skip
@click.option("--questions", is_flag=True,
              help="Print instead what is asked, with codes and definitions, as JSON.")  # fmt: skip
@click.pass_context
def command(context: click.Context, /, coder: str, round: str, **wanted: Any) -> None:
    """List the units to be coded.

    A unit is a paragraph, or an article where the codebook asks about articles (paragraph 0). Each
    comes with its text and the variables that are asked of it; what these mean, --questions tells.
    A coder with assignments gets the assigned units in their order. A program that codes them, a
    language model for example, brings its answers back with `annotator import`.
    """
    if wanted["n_context"] and not wanted["jsonl"]:
        raise UsageError("--context goes with --jsonl.")
    with open_study(context, coder=coder, round=round or MAIN_ROUND, read_only=True) as study:
        check_round(study, study.round)
        if wanted["questions"]:
            from annotator.reports.to_code import questions

            show_json(questions(study.codebook))
            return
        is_empty = True
        for article, number in _units(study):
            is_empty = False
            if wanted["jsonl"]:
                _show_data(study, article, number, wanted["n_context"])
            else:
                show(_line(article, number))
        if coder and not round:
            _say_where_else(study)
    if is_empty:
        say("Nothing is left to be coded." if coder else "There is nothing to be coded.")


def _say_where_else(study: Study) -> None:
    """A program's answers are imported into one round: it is not chosen for it."""
    found = study.beginning().round
    if found != study.round:
        say(f"These are units of round {study.round}. {study.coder} goes on in {found}:"
            f" --round {found}")  # fmt: skip


class _Unit(NamedTuple):
    article: Article
    number: int


def _units(study: Study) -> Iterator[_Unit]:
    """Every unit that is put before the coder and not finished, in the coder's order."""
    from annotator.model.units import units_of

    done = _finished(study)
    assigned = _assigned(study)
    places = assigned or ((header.id, None) for header in study.headers())
    before: Article | None = None
    for identifier, number in places:
        if before is None or before.id != identifier:
            before = study.shown_article(identifier)
        asked = units_of(study.codebook, before)
        for one in asked if number is None else {number}.intersection(asked):
            if (identifier, one) not in done:
                done.add((identifier, one))  # a paragraph may be given beside its article
                yield _Unit(before, one)


def _finished(study: Study) -> set[tuple[str, int]]:
    if not study.coder:
        return set()
    units = study.units(coders=[study.coder], round=study.round)
    return {(unit.article, unit.paragraph) for unit in units if unit.done}


def _assigned(study: Study) -> list[tuple[str, int | None]]:
    from annotator.model.team import WHOLE_ARTICLE

    rows = study.assignments(study.coder, study.round) if study.coder else []
    given = [
        (row.article, None if row.paragraph == WHOLE_ARTICLE else row.paragraph) for row in rows
    ]
    return [*given, *((unit.article, unit.paragraph) for unit in study.units_again())]


def _show_data(study: Study, article: Article, number: int, context: int) -> None:
    import json

    from annotator.reports.to_code import unit_data

    data: dict[str, Any] = unit_data(
        study.codebook, article, number, context=context, masked=study.masked
    )
    show(json.dumps(data, ensure_ascii=True))


def _line(article: Article, number: int) -> str:
    if not number:
        return f"{article.name}  whole article"
    kind = article.paragraph(number).kind
    text = " ".join(article.paragraph_text(number).split())
    return f"{article.name}  {number}  {kind}  {text[:_EXCERPT]}"
