"""`annotator pack`: a file to send to a coder."""

from __future__ import annotations

import re
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.context import open_study, say, show, study_path
from annotator.errors import UsageError
from annotator.model.team import Purpose

if TYPE_CHECKING:
    from annotator.study import Study


@click.command()
@click.option("--coder", required=True, metavar="NAME", help="For whom.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help="If not given: packages/ beside the study.",
)  # fmt: skip
@click.option(
    "--assigned-only", is_flag=True, help="Only articles that the coder was given or has coded."
)
@click.option(
    "--with-feedback", is_flag=True,
    help="Put the right answers of training units in, to be shown once a unit is finished.",
)  # fmt: skip
@click.option("--new", is_flag=True, help="The coder is not known yet; do not ask.")
@click.pass_context
def command(
    context: click.Context, coder: str, output: Path | None, *, assigned_only: bool,
    with_feedback: bool, new: bool,
) -> None:  # fmt: skip
    """Write a file to send to a coder.

    The package is a study file with the articles, the codebook, the rounds, and this coder's own
    units and earlier codings; nothing of anybody else, not even their names. Fields that the
    coder's rounds mask are not in it. With --with-feedback it also holds the right answers of the
    coder's units in training rounds, and the coder gets the feedback there that the study would
    give; they are no codings, and are not merged. The coder types `annotator code FILE` and sends
    the file back; `annotator merge FILE` brings the codings in.
    """
    coder = coder.strip()
    path = output or _free_name(study_path(context), coder)
    with open_study(context, read_only=True) as study:
        if not new:
            _check_known(study, coder)
        masked = study.masked_for(coder)
        rounds = [r.name for r in study.described_rounds() if r.purpose is Purpose.TRAINING]
        packed = study.pack(coder, path, assigned_only=assigned_only, feedback=with_feedback)
    show(str(path))
    given = f"units given: {packed.units:,}" if packed.units else "no units given, all are theirs"
    say(f"For {coder}: articles: {packed.articles:,}; {given}; own entries: {packed.events:,}.")
    if masked:
        say(f"Masked: {', '.join(masked)}. What stands in the body of a text is not masked.")
    if packed.right_answers:
        say(f"Right answers for training: {packed.right_answers:,} units. They are shown when a"
            " unit is finished; other programs can read them in the file at once.")  # fmt: skip
    say(f"Send it to {coder}, who types: annotator code {path.name}")
    for name in rounds:
        say(f"and to train: annotator code {path.name} --round {name}")


def _check_known(study: Study, coder: str) -> None:
    """A name that was mistyped would make a package without the coder's units."""
    described = {known.name for known in study.described_coders()}
    given = {row.coder for row in study.assignments()}
    known = sorted(described | given | set(study.coders()) - {""})
    if coder not in known:
        raise UsageError(
            f"Nobody is called {coder} in this study.",
            hint=f"Known: {', '.join(known) or 'nobody yet'}. --new packs for somebody new.",
        )


def _free_name(study: Path, coder: str) -> Path:
    # in a folder of its own: two studies in one folder would have to be told apart with -s
    folder = study.parent / "packages"
    folder.mkdir(mode=0o700, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "_", coder).strip("._") or "coder"
    stem = f"{study.stem}-{name}-{time.strftime('%Y-%m-%d')}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(path for path in (folder / f"{name}.db" for name in names) if not path.exists())
