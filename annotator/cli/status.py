"""`annotator status`: who has done what.

Typed many times a day, so it asks `annotator.store.overview` and does not open the study with all
that coding needs; `annotator.cli.quick` answers its plain form without click.
"""

from __future__ import annotations

import click

from annotator.cli.context import open_study, study_path


@click.command()
@click.option("--round", default=None, help="Only this round of coding.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def command(context: click.Context, round: str | None, as_json: bool) -> None:
    """Show who has done what.

    For each coder and round: units finished out of those put before a coder, articles begun,
    statements, flags, and when the coder was last active. A unit is a paragraph, or an article
    where the codebook asks about articles. Of a coder with assignments in the round, the units
    given count. Machines and crowds are marked. Once disagreements are being settled, how many are
    decided and open. No agreement is shown: `annotator agree` does that.
    """
    from annotator.cli.glance import print_status

    if round is not None:
        from annotator.cli.round_named import check_round

        with open_study(context, read_only=True) as study:
            check_round(study, round)
    print_status(study_path(context), as_json=as_json, round=round)
