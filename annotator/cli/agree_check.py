"""Which options of `annotator agree` can be meant together."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from annotator.cli import agree_coefficients, agree_intervals, agree_more
from annotator.errors import UsageError

LEVELS = ("nominal", "ordinal", "interval", "ratio")
"""What `--level` may be."""

_OF_DATA = (
    *("level", "order", "transpose", "long", "delimiter", "header", "unit_column"),
    *("sets", "spans", "sheet"),
)
_NOT_OF_SPANS = (
    *("level", "order", "transpose", "long", "header", "unit_column", "sets"),
    *("coders", "by", "explain", "confusions", "against"),
)
_OF_STUDY = ("round", "intra", "all_paragraphs", "pairs", "codes")


def check(wanted: dict[str, Any], variables: Sequence[str], data: Path | None) -> None:
    """Raise UsageError where options cannot be meant together."""
    if wanted["as_json"] and wanted["as_csv"]:
        raise UsageError("One of --json and --csv at a time.")
    foreign = _OF_STUDY if data else _OF_DATA
    given = [name for name in foreign if wanted[name] not in (None, False, (), "")]
    if given or (data and variables):
        name = f"--{_typed(given[0])}" if given else "VARIABLE"
        reason = "is about a study, not about --data." if data else "needs --data FILE."
        raise UsageError(f"{name} {reason}")
    if wanted["fail_under"] is not None and not isfinite(wanted["fail_under"]):
        raise UsageError("--fail-under takes a number.", hint="--fail-under 0.8")
    if (wanted["fail_under"] or 0) > 1:
        raise UsageError("No alpha is above 1.", hint="--fail-under 0.8")
    agree_more.check(wanted, of_table=data is not None)
    agree_intervals.check(wanted, of_table=data is not None)
    if wanted["coefficients"]:
        agree_coefficients.check(wanted["coefficients"])
    if data is not None:
        _check_table(wanted)


def _typed(name: str) -> str:
    """How an option is typed that is kept under that name."""
    return name.removesuffix("s") if name in ("sets", "coders") else name.replace("_", "-")


def _check_table(wanted: dict[str, Any]) -> None:
    """Raise UsageError for options of --data that cannot be meant together."""
    if wanted["spans"]:
        for name in _NOT_OF_SPANS:
            if wanted[name] not in (None, False, (), ""):
                raise UsageError(f"--spans takes no --{_typed(name)}.")
        return
    if wanted["sets"] and wanted["level"] not in (None, "nominal"):
        raise UsageError("Sets of codes are nominal: --set without --level.")
    if not wanted["level"] and not wanted["sets"]:
        raise UsageError(
            "What level of measurement are the data?", hint=f"--level {', '.join(LEVELS)}"
        )
    if wanted["long"] and len(wanted["long"]) != 3:
        raise UsageError("--long takes three names of columns.", hint="--long UNIT,CODER,VALUE")
    if wanted["order"] and wanted["level"] != "ordinal":
        raise UsageError("--order is for ordinal data.", hint="--level ordinal")
