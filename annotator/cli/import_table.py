"""A table of codings of the study's articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.cli.context import progress
from annotator.cli.input_file import MAX_TABLE_BYTES, content

if TYPE_CHECKING:
    from annotator.importers.codings_table import Options
    from annotator.importers.parsed import Parsed
    from annotator.study import Study


def parse(study: Study, file: Path, wanted: Mapping[str, Any], mapped: Mapping[str, str]) -> Parsed:
    """What the table says of the study's articles, and everything that is wrong with it."""
    from annotator.importers.codings_table import read_table

    return read_table(
        content(file, MAX_TABLE_BYTES), file.name, study.codebook, study.headers(),
        _options(wanted, mapped), watch=_watch,
    )  # fmt: skip


def _watch(rows: Iterable[Any]) -> Iterator[Any]:
    return progress(rows, "Reading rows")


def _options(wanted: Mapping[str, Any], mapped: Mapping[str, str]) -> Options:
    from annotator.importers.codings_table import Options

    return Options(
        coder=wanted["coder"].strip(),
        round=wanted["round"].strip(),
        mapped=mapped,
        long=None if wanted["shape"] is None else wanted["shape"] == "long",
        finish=not wanted["not_finished"],
        decimal=wanted["decimal"],
        neutralized=wanted["neutralized"],
        sheet=wanted["sheet"],
        predictions=wanted["predictions"],
    )
