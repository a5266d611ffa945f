"""The plain form of `annotator status`, answered without click.

Importing click takes three times as long as all the rest of `status` (docs/decisions/003-click.md).
Only `[-s FILE] status [--json]` is understood here, to the letter; whatever else was typed, and
every mistake, is click's.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def answer(arguments: Sequence[str]) -> bool:
    """Run `status` if the arguments are its plain form; tells whether they were."""
    named, rest = _study(list(arguments))
    if rest not in (["status"], ["status", "--json"]):
        return False
    from annotator.cli import interrupt
    from annotator.cli.context import named_study, nearest_study
    from annotator.cli.glance import print_status

    interrupt.raise_as_usual()
    path = named_study(named) if named else nearest_study(Path.cwd())
    print_status(path, as_json="--json" in rest)
    return True


def _study(arguments: list[str]) -> tuple[str, list[str]]:
    if len(arguments) > 2 and arguments[0] in ("-s", "--study"):
        return arguments[1], arguments[2:]
    return os.environ.get("ANNOTATOR_STUDY", ""), arguments
