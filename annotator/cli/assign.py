"""`annotator assign`: who codes what."""

from __future__ import annotations

import secrets
import sys
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import leave_to_lead
from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.cli.assign_draw import Drawn, Wish
    from annotator.study import Study

_SEEDS = 1_000_000


def _sample(typed: str) -> int | float:
    """`120` as a number, `10%`, `.1` or `1/10` as a share; click's error otherwise."""
    from annotator.cli.sample_size_words import share

    if typed.isascii() and typed.isdecimal():
        return int(typed)
    number = typed.removesuffix("%").strip()
    return share(f"{number}/100" if typed.endswith("%") else number)


@click.command()
@click.option("--round", "round_", default=MAIN_ROUND, show_default=True, metavar="NAME",
              help="The round in which it is to be coded.")  # fmt: skip
@click.option("--coder", "coders", multiple=True, metavar="NAME",
              help="Who codes; may be repeated. [default: the persons and leads of "
              "`annotator coder`]")  # fmt: skip
@click.option("--unit", type=click.Choice(("article", "paragraph")), default="article",
              show_default=True, help="What is drawn and given out.")  # fmt: skip
@click.option("--sample", type=_sample, default="0", metavar="N|SHARE",
              help="Draw so many at random for several coders: 120, 10% or 1/10.")  # fmt: skip
@click.option("--by", "strata", multiple=True, metavar="FIELD",
              help="Draw in proportion from each source, year, month, or any other field of the "
              "articles; may be repeated.")  # fmt: skip
@click.option("--sample-coders", type=click.IntRange(min=2), default=None, metavar="K",
              help="How many code each of the sample; they rotate. [default: all]")  # fmt: skip
@click.option("--rest-coders", type=click.IntRange(min=0), default=1, show_default=True,
              metavar="K", help="How many code each of the rest; 0: nobody.")  # fmt: skip
@click.option("--recode", type=click.IntRange(min=1), metavar="N",
              help="Instead: so many of each coder's own finished ones once more.")  # fmt: skip
@click.option("--from", "again_from", default=MAIN_ROUND, show_default=True, metavar="ROUND",
              help="With --recode: the round in which they were finished.")  # fmt: skip
@click.option("--seed", metavar="TEXT",
              help="What the draw starts from; the same seed draws the same. [default: drawn and "
              "printed]")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only show the plan.")
@click.option("--yes", is_flag=True, help="Carry the plan out without asking.")
@click.option("--list", "listed", is_flag=True, help="List the plans that were carried out.")
@click.option("--undo", is_flag=True, help="Take back the newest plan of the round.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan, or the list, as JSON.")
@click.pass_context
def command(
    context: click.Context, /, listed: bool, undo: bool, as_json: bool, **wanted: Any
) -> None:
    """Give coders the units that they are to code.

    A sample, drawn at random, is coded by several coders, so that agreement can be computed; the
    rest is divided. Every coder gets an order of their own, in which the sample is spread and not
    marked. Whoever was given units in a round is put before these and no others; a coder without
    any is put before everything.

    The plan is shown before it is carried out, and can be taken back.
    """
    if listed or undo:
        from annotator.cli import assign_made

        if undo:
            assign_made.take_back(context, wanted["round_"])
        else:
            assign_made.list_plans(context, as_json=as_json)
        return
    wanted["seed"] = (wanted["seed"] or "").strip() or str(secrets.randbelow(_SEEDS))
    _plan(context, wanted, as_json=as_json)


def _plan(context: click.Context, wanted: dict[str, Any], *, as_json: bool) -> None:
    from annotator.cli.assign_draw import draw

    with open_study(context, read_only=True) as study:
        leave_to_lead(study, "Giving out units")
        wish = _wish(study, wanted)
        drawn = draw(study, wish)
    if as_json:
        _show_json(drawn, wish)
    else:
        _show(drawn, wish)
    if wanted["dry_run"]:
        say("Nothing was written.")
    elif _agreed(yes=wanted["yes"]):
        with open_study(context) as study:
            study.assign_units(wish.round, drawn.assigned, wish.seed)
        say(f"Assigned. Each coder: `{_how_to_code(wish.round)}`")


def _wish(study: Study, wanted: dict[str, Any]) -> Wish:
    from annotator.cli.assign_draw import Wish, coders_of

    check_round(study, wanted["round_"])
    check_round(study, wanted["again_from"])
    coders = coders_of(study, wanted["coders"])
    for option, number in (("--sample-coders", wanted["sample_coders"]),
                           ("--rest-coders", wanted["rest_coders"])):  # fmt: skip
        if number and number > len(coders):
            raise UsageError(f"{option} {number}: there are {len(coders)} coders.")
    return Wish(
        wanted["round_"], coders, wanted["unit"] == "paragraph", wanted["sample"],
        wanted["strata"], wanted["sample_coders"] or 0, wanted["rest_coders"], wanted["recode"],
        wanted["again_from"], wanted["seed"],
    )  # fmt: skip


def _show(drawn: Drawn, wish: Wish) -> None:
    from annotator.cli import assign_words as words
    from annotator.cli.agree_table import wrapped

    show(f"Round {wish.round}, seed {wish.seed}")
    if drawn.plan:
        show(words.sample_sentence(drawn.plan))
        for line in words.strata_lines(drawn.plan):
            show(line)
    else:
        what = "paragraphs" if wish.by_paragraph else "articles"
        show(f"Each codes up to {wish.recode:,} of their own {what} of round {wish.again_from} "
             "once more.")  # fmt: skip
    show("")
    for line in words.coder_table(drawn.given):
        show(line)
    if drawn.plan is None:
        return
    if len(drawn.given) > 1:
        show("")
        for line in words.overlap_table(drawn.plan):
            show(line)
    told = [
        *words.gaps(drawn.plan, drawn.n_taken),
        *words.trained(drawn.plan, drawn.n_trained),
        *words.expectations(drawn.plan),
    ]
    for paragraph in told:
        show("")
        for line in wrapped(paragraph.replace(" %", "\u00a0%")):
            show(line.replace("\u00a0", " "))


def _show_json(drawn: Drawn, wish: Wish) -> None:
    from annotator.cli.assign_words import as_json

    show_json({"round": wish.round, "seed": wish.seed, **as_json(drawn.given, drawn.plan)})


def _agreed(*, yes: bool) -> bool:
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("Nothing was written.", hint="Add --yes to carry the plan out.")
    say()
    if click.confirm("Carry this out?", err=True):
        return True
    say("Nothing was written.")
    return False


def _how_to_code(round_: str) -> str:
    return "annotator code --coder NAME" + ("" if round_ == MAIN_ROUND else f" --round {round_}")
