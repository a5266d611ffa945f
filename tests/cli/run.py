"""Run a command as `main` does, errors and exit codes included, without a new process."""

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.cli import main


@dataclass(frozen=True)
class Finished:
    """What a command left behind."""

    exit_code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def run(*arguments: str | Path, study: Path | None = None) -> Finished:
    """`annotator [-s study] arguments`, with what it printed."""
    chosen = ["-s", str(study)] if study else []
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*chosen, *map(str, arguments)])
    return Finished(code, out.getvalue(), err.getvalue())
