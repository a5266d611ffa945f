"""`annotator status`: who has done what.

Typed many times a day, so it asks `annotator.store.overview` and does not open the study with all
that coding needs; `annotator.cli.quick` answers its plain form without click.
"""

from __future__ import annotations

import click

from annotator.cli.context import study_path


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Show who has done what.

    For each coder and round: units finished out of those put before a coder, articles begun,
    statements, flags, and when the coder was last active. A unit is a paragraph, or an article
    where the codebook asks about articles. No agreement is shown: `annotator agree` does that.
    """
    from annotator.cli.glance import print_status

    print_status(study_path(context), as_json=as_json)
