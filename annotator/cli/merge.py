"""`annotator merge`: packages and other copies of the study brought together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.context import open_study, progress, say, show, show_json
from annotator.cli.files_named import FilesNamed
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.model.merging import Merging
    from annotator.study import Study


@click.command()
@click.argument(
    "files", nargs=-1, required=True, cls=FilesNamed,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option(
    "--coder",
    default="",
    metavar="NAME",
    help="Refuse files that bring work of anybody else.",
)
@click.option(
    "--again",
    is_flag=True,
    help="Bring back what `undo --merge` took back of these files.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what came in as JSON.")
@click.pass_context
def command(
    context: click.Context, files: Sequence[Path], coder: str, *, dry_run: bool, again: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Bring packages and other copies of the study together.

    FILES are packages that coders sent back, or whole copies of this study that somebody worked
    in. All they hold that this study lacks comes in, nothing is written over, and merging a file
    twice, or in another order, changes nothing. Every entry is verified first; where one file does
    not verify, nothing is merged. `annotator undo --merge` takes a merge back.
    """
    if again:
        _bring_back(context, files, dry_run=dry_run)
        return
    with open_study(context, read_only=dry_run and len(files) == 1) as study:
        if not dry_run:
            found = _merged(study, files, coder)
        elif len(files) == 1:
            found = [study.plan_merge(files[0], only=coder, watch=progress)]
        else:
            found = study.plan_merges(files, only=coder, watch=progress)
        _tell(study, found, dry_run=dry_run, as_json=as_json)


def _merged(study: Study, files: Sequence[Path], coder: str) -> list[Merging]:
    try:
        return study.merge(files, only=coder, watch=progress)
    except KeyboardInterrupt:
        say("Nothing was merged.")
        raise


def _tell(study: Study, found: Sequence[Merging], *, dry_run: bool, as_json: bool) -> None:
    from annotator.cli.merge_told import as_dict, lines

    if as_json:
        show_json([as_dict(told, study) for told in found])
        return
    for told in found:
        for line in lines(told, study):
            show(line)
    came_in = sum(told.events for told in found)
    if not came_in:
        say("Nothing new.")
    elif dry_run:
        say("Nothing was changed. Without --dry-run this is merged.")
    else:
        say("Merged. `annotator undo --merge` takes it back, one file at a time.")


def _bring_back(context: click.Context, files: Sequence[Path], *, dry_run: bool) -> None:
    if dry_run:
        raise UsageError("--again and --dry-run do not go together.")
    with open_study(context) as study:
        brought = [merge for file in files for merge in study.merge_again(file)]
    for merge in brought:
        show(f"Brought back: {merge.events:,} entries of {merge.source}")
    if not brought:
        say("No merge of these files was taken back.")
