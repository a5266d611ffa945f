"""`annotator coder`: who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from annotator.cli.blind import leave_to_lead
from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.table import table
from annotator.errors import UsageError
from annotator.model.team import Coder, Role

if TYPE_CHECKING:
    from annotator.study import Study

_ABOUT = {
    Role.PERSON: "codes",
    Role.LEAD: "codes and settles disagreements",
    Role.MACHINE: "a program or model that coded",
    Role.CROWD: "crowd workers under one name",
    Role.GOLD: "the right answers of training rounds",
}


@click.group("coder", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Say who takes part in the study, and list them.

    Anyone may code under any name; what is said here goes into reports and exports, and
    `annotator assign` gives units to the persons and leads of this list.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_coders)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def list_coders(context: click.Context, as_json: bool = False) -> None:
    """List everybody who was described or has coded."""
    with open_study(context, read_only=True) as study:
        found = everybody(study)
        coded = set(study.coders())
    if as_json:
        show_json(
            [{"coder": c.name, "role": c.role, "note": c.note, "coded": c.name in coded}
             for c in found]
        )  # fmt: skip
    elif not found:
        say("Nobody yet: `annotator coder add NAME`")
    else:
        rows = [[c.name, c.role, "yes" if c.name in coded else "not yet", c.note] for c in found]
        for line in table([["Coder", "Role", "Has coded", "Note"], *rows]):
            show(line)


@command.command()
@click.argument("name")
@click.option(
    "--role", type=click.Choice([str(role) for role in Role]),
    help="What they are: " + "; ".join(f"{role}, {about}" for role, about in _ABOUT.items())
    + ". [default: person]",
)  # fmt: skip
@click.option("--note", help="Anything worth knowing: training, languages, version of a model.")
@click.pass_context
def add(context: click.Context, name: str, role: str | None, note: str | None) -> None:
    """Describe a coder, or change what was said; what is not given stays."""
    name = name.strip()
    if not name:
        raise UsageError("A coder has a name.", hint="`annotator coder add ana`")
    with open_study(context) as study:
        leave_to_lead(study, "Describing coders")
        known = {coder.name: coder for coder in everybody(study)}
        before = known.get(name, Coder(name))
        _warn_of_twin(name, list(known))
        described = Coder(
            name,
            Role(role) if role else before.role,
            before.note if note is None else note.strip(),
        )
        study.describe_coder(described)
    show(f"{name}: {described.role}, {_ABOUT[described.role]}")


def everybody(study: Study) -> list[Coder]:
    """All who were described or have coded, by name."""
    described = {coder.name: coder for coder in study.described_coders()}
    names = sorted({*described, *filter(None, study.coders())})
    return [described.get(name, Coder(name)) for name in names]


def _warn_of_twin(name: str, known: list[str]) -> None:
    """Codings of one person under two names look like two coders who agree."""
    twins = [other for other in known if other != name and _bare(other) == _bare(name)]
    if twins:
        say(f"There is a coder {twins[0]} already: {name} is another one to the program.")


def _bare(name: str) -> str:
    """A name without what cannot be seen or heard: capitals, and ü as one character or as two."""
    return normalize("NFC", name).casefold()
