"""Plans that were carried out: listed, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.blind import leave_to_lead
from annotator.cli.context import open_study, say, show, show_json, study_path
from annotator.cli.table import local_time, table, utc_time
from annotator.store.overview import overview

if TYPE_CHECKING:
    from annotator.model.team import PlanRow


def list_plans(context: click.Context, *, as_json: bool) -> None:
    """Print the plans that stand, and how far each coder is with what they were given."""
    with open_study(context, read_only=True) as study:
        plans = study.plans()
    given = [coder for coder in overview(study_path(context)).coders if coder.given]
    if as_json:
        show_json({
            "plans": [{"round": p.round, "seed": p.seed, "time": utc_time(p.at), "blocks": p.given}
                      for p in plans],
            "coders": [{"coder": c.coder, "round": c.round, "finished": (c.given or (0, 0))[0],
                        "units": (c.given or (0, 0))[1]} for c in given],
        })  # fmt: skip
        return
    if not plans:
        say("Nothing was assigned: whoever codes is put before everything.")
        return
    rows = [[p.round, p.seed, local_time(p.at), _told(p)] for p in plans]
    for line in table([["Round", "Seed", "Carried out", "Articles or paragraphs"], *rows]):
        show(line)
    show("")
    done = [[c.coder, c.round, f"{c.given[0]:,} of {c.given[1]:,}"] for c in given if c.given]
    for line in table([["Coder", "Round", "Units finished"], *done], right=(2,)):
        show(line)


def _told(plan: PlanRow) -> str:
    return ", ".join(f"{coder} {count:,}" for coder, count in sorted(plan.given.items()))


def take_back(context: click.Context, round_: str) -> None:
    """Take the newest plan of a round back."""
    with open_study(context) as study:
        leave_to_lead(study, "Taking a plan back")
        found = [plan for plan in study.plans() if plan.round == round_]
        if not found:
            say(f"No plan of round {round_} is left to take back.")
            return
        study.take_back_plan(found[0])
    show(f"Taken back: the plan of {local_time(found[0].at)} for round {round_}, "
         f"seed {found[0].seed or 'unknown'}")  # fmt: skip
    say("What was coded of it stays. The same seed draws the same plan again.")
