"""`annotator adjudicate`: settle what coders do not agree on, beside their codings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import refuse_package
from annotator.cli.context import has_screen, open_study, say
from annotator.cli.named import refuse_not_disputed
from annotator.cli.nobody import has_finished_units, say_nobody_finished
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.study import Study


@click.command()
@click.argument("variables", nargs=-1, metavar="[VARIABLE]...")
@click.option("--coder", metavar="NAME", help="Who decides; the name stands with each decision.")
@click.option("--round", default=MAIN_ROUND, show_default=True, help="The round of coding.")
@click.option("--anonymous", is_flag=True, help="Show coders as A, B, C, mixed anew in every unit.")
@click.option(
    "--order",
    type=click.Choice(("cost", "article")),
    default="cost",
    show_default=True,
    help="The most costly first, or in the order of the articles.",
)
@click.option("--plain", is_flag=True, help="Ask line by line, for screen readers.")
@click.pass_context
def command(
    context: click.Context,
    /,
    variables: tuple[str, ...],
    coder: str | None,
    round: str,
    **how: Any,
) -> None:
    """Settle what coders do not agree on, one disagreement after the other.

    For each: the paragraph, what every coder said, and what the codes in dispute mean. Take a
    coder's answer or give another with the codebook's own keys, say why they differed, and go on.
    Nobody's coding is changed: decisions stand beside them, `annotator export --final decision`
    uses them, and agreement is always computed from the codings. Every decision is stored at once;
    the next start goes on with what is open, and with choices that were not stored. VARIABLE limits
    it; "statement" names statements that not all coders have. Whoever coded in this round, too, is
    noted as having seen what others said.
    """
    if not coder or not coder.strip():
        raise UsageError("Say who decides.", hint="annotator adjudicate --coder NAME")
    with open_study(context, coder=coder.strip(), round=round) as study:
        refuse_package(study, "Settling disagreements")
        refuse_not_disputed(variables, study.codebook)
        check_round(study, round)
        if not has_finished_units(study):
            say_nobody_finished(study)
            return
        wanted = {"hidden": how["anonymous"], "by_cost": how["order"] == "cost"}
        if how["plain"]:
            from annotator.cli.adjudicate_plain import adjudicate_plainly

            adjudicate_plainly(study, variables, **wanted)
        else:
            _on_screen(study, variables, **wanted)


def _on_screen(study: Study, variables: tuple[str, ...], *, hidden: bool, by_cost: bool) -> None:
    if not has_screen():
        raise UsageError(
            "The adjudication screen needs a terminal.",
            hint="`annotator adjudicate --plain` asks line by line, "
            "`annotator disagreements` lists them.",
        )
    from annotator.tui import show_adjudication

    if begun := show_adjudication(study, variables, hidden=hidden, by_cost=by_cost):
        say(f"{begun} The next start begins there.")
