"""The labelled lines of a Nexis document: "Section:", a no-break space, "POLITICS"."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.news import labels
from annotator.readers.news.rows import Row
from annotator.readers.paragraphs import WHITE

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][^:]{1,38}?) ?:(?P<gap>[\xa0 \t]+|$)(?P<value>.*)", re.DOTALL
)


class Label(NamedTuple):
    """The label of a line; `is_spaced` where a no-break space follows it, as in Nexis' own."""

    name: str
    value: str
    is_spaced: bool


def label_of(row: Row) -> Label | None:
    """The label with which the line begins, if it is one of the database's."""
    match = _LABEL.fullmatch(row.text) if ":" in row.text[:42] else None
    if match is None:
        return None
    spaced = match["gap"].startswith("\xa0")
    if not spaced and not labels.is_label(match["label"]):
        return None
    return Label(match["label"], match["value"].strip(WHITE), spaced)
