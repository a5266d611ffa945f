"""`annotator backup`: a verified copy of the study."""

from __future__ import annotations

import time
from pathlib import Path

import click

from annotator.cli.context import open_study, say, show, study_path


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, file: Path | None) -> None:
    """Copy the study to a file and verify the copy.

    Works while the study is open elsewhere. Without FILE the copy goes to the folder `backups`
    beside the study, with date and time in its name. A file that exists is never written over.
    """
    path = study_path(context)
    copy = file or _beside(path)
    with open_study(context, read_only=True) as study:
        study.backup(copy)
    show(str(copy))
    say("The copy is complete and verifies.")


def _beside(path: Path) -> Path:
    # in a folder of its own: two studies in one folder would have to be told apart with -s
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{path.stem}-{time.strftime('%Y%m%d-%H%M%S')}.db"
