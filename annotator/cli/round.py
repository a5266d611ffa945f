"""`annotator round`: the phases of coding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from annotator.cli.blind import leave_to_lead
from annotator.cli.coder import everybody
from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.named import refuse_unknown
from annotator.cli.round_named import known_rounds
from annotator.cli.table import table
from annotator.errors import UsageError
from annotator.model.masking import MASKABLE
from annotator.model.team import PACE, Purpose, Round

if TYPE_CHECKING:
    from annotator.study import Study

_NOTHING = "none"


@click.group("round", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Say what a round of coding is for, and list the rounds.

    Each round is coded by itself: a coder who codes a unit in two rounds does not see in the
    second what they said in the first. Figures of agreement are always of one round.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_rounds)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def list_rounds(context: click.Context, as_json: bool = False) -> None:
    """List the rounds that were described or coded in."""
    with open_study(context, read_only=True) as study:
        found = _all(study)
    if as_json:
        show_json(
            [{"round": r.name, "purpose": r.purpose, "counts": r.counts, "masked": list(r.masked),
              "gold": r.gold or None} for r in found]
        )  # fmt: skip
        return
    rows = [
        [r.name, r.purpose, "yes" if r.counts else "no", ", ".join(r.masked), r.gold] for r in found
    ]
    for line in table([["Round", "Purpose", "Counts", "Hidden from coders", "Gold coder"], *rows]):
        show(line)


def _all(study: Study) -> list[Round]:
    described = {told.name: told for told in study.described_rounds()}
    return [described.get(name, Round(name)) for name in known_rounds(study)]


@command.command("set")
@click.argument("name")
@click.option(
    "--purpose", type=click.Choice([str(purpose) for purpose in Purpose]),
    help="training: with feedback, never in the figures. [default: main]",
)  # fmt: skip
@click.option(
    "--mask", metavar="FIELD,...",
    help=f"Hide these from coders: {', '.join((*MASKABLE, PACE))}; `none` hides nothing.",
)  # fmt: skip
@click.option(
    "--gold", metavar="CODER",
    help="Training: whose answers are shown as the right ones once a unit is finished; or `none`.",
)  # fmt: skip
@click.option(
    "--figures/--no-figures", default=None,
    help="Whether its units enter the figures of agreement. [default: yes, but never of training]",
)  # fmt: skip
@click.pass_context
def set_round(
    context: click.Context, /, name: str, *, purpose: str | None, figures: bool | None,
    **typed: str | None,
) -> None:  # fmt: skip
    """Make a round, or change what is said of it; what is not given stays.

    The address of an article and bylines among its paragraphs are hidden with its author or
    source. What the text itself says of its origin is not hidden; the name of its file is `name`.
    """
    name = name.strip()
    if not name:
        raise UsageError("A round has a name.", hint="`annotator round set pilot --purpose pilot`")
    with open_study(context) as study:
        leave_to_lead(study, "Making a round")
        told = next((r for r in study.described_rounds() if r.name == name), Round(name))
        told = replace(
            told,
            purpose=Purpose(purpose) if purpose else told.purpose,
            masked=told.masked if typed["mask"] is None else _fields(typed["mask"]),
            gold=told.gold if typed["gold"] is None else _gold(study, typed["gold"]),
        )
        told = replace(told, counts=_counts(told, figures, became=purpose is not None))
        if told.gold and told.purpose is not Purpose.TRAINING:
            raise UsageError(
                "Only a training round gives feedback.", hint="Add --purpose training."
            )
        study.describe_round(told)
    _tell(told)


def _fields(mask: str) -> tuple[str, ...]:
    fields = tuple(dict.fromkeys(field.strip() for field in mask.split(",") if field.strip()))
    if fields == (_NOTHING,):
        return ()
    refuse_unknown("field to hide", fields, (*MASKABLE, PACE))
    return fields


def _gold(study: Study, gold: str) -> str:
    if gold == _NOTHING:
        return ""
    refuse_unknown("coder", [gold], [coder.name for coder in everybody(study)])
    return gold


def _counts(told: Round, figures: bool | None, *, became: bool) -> bool:
    if told.purpose is Purpose.TRAINING:
        if figures:
            raise UsageError(
                "Units of a training round never enter the figures.",
                hint="Coders were told the right answers, so their agreement says nothing.",
            )
        return False
    if figures is not None:
        return figures
    return True if became else told.counts


def _tell(told: Round) -> None:
    counts = "its units enter the figures" if told.counts else "its units never enter the figures"
    show(f"{told.name}: {told.purpose}; {counts}")
    if told.masked:
        show(f"Hidden from coders: {', '.join(told.masked)}")
    if told.gold:
        show(f"Feedback: the answers of {told.gold}, once a unit is finished")
    elif told.purpose is Purpose.TRAINING:
        say(f"No feedback yet: `annotator round set {told.name} --gold CODER`")
