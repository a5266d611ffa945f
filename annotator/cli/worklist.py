"""`annotator worklist`: what coders must look at again since the codebook changed."""

from __future__ import annotations

import click

from annotator.cli.context import open_study, say, show, show_json


@click.command()
@click.option("--coder", envvar="ANNOTATOR_CODER", help="Only this coder's.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def command(context: click.Context, coder: str | None, as_json: bool) -> None:
    """List units to be looked at again since the codebook changed.

    They were finished, and a new version of the codebook reopened them. The coding screen comes to
    them by itself; finishing one takes it off the list.
    """
    from annotator.cli.named import refuse_unknown

    with open_study(context, read_only=True) as study:
        described = [known.name for known in study.described_coders()]
        refuse_unknown("coder", [coder] if coder else [], [*study.coders(), *described])
        units = study.reopened_units(coder)
        names = {unit.article: study.header(unit.article).name for unit in units}
    if as_json:
        show_json([{**unit._asdict(), "name": names[unit.article]} for unit in units])
        return
    for unit in units:
        place = f"paragraph {unit.paragraph}" if unit.paragraph else "the whole article"
        show(f"{unit.coder}, {unit.round}, {names[unit.article]}, {place}: {unit.why}")
    if not units:
        say("Nothing has to be looked at again.")
