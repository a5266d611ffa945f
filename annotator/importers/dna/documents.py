"""Documents of DNA as articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.importers.dna.schema import Schema
from annotator.importers.offsets import Offsets
from annotator.importers.project import Cutter, Project
from annotator.importers.texts import Texts
from annotator.model.article import Article
from annotator.model.moment import utc

_FIELDS = ("Author", "Source", "Section", "Type", "Notes")
_LONGEST = 15  # digits of a date


class Document(NamedTuple):
    """An article, and where places of its original are in it."""

    article: Article
    offsets: Offsets


def documents(schema: Schema, project: Project, cut: Cutter) -> Iterator[tuple[str, Document]]:
    """Every document by its id."""
    rows = schema.reader.texts("DOCUMENTS", "ID", "Title", "Text", "Date", *_FIELDS)
    texts = Texts(project, cut)
    for identifier, title, text, date, *told in rows:
        # DNA's window unifies line ends before it counts
        offsets = Offsets(text.replace("\r\n", "\n").replace("\r", "\n"))
        fields = {name.casefold(): value for name, value in zip(_FIELDS, told, strict=True)}
        day, time = _date(date, schema.seconds_per_unit)
        fields |= {"title": title, "date": day, "time": time}
        article = texts.add(title, offsets.text, fields)
        if article is not None:
            yield identifier, Document(article, offsets)


def _date(written: str, seconds_per_unit: float) -> tuple[str, str]:
    """Day and, unless it is midnight, time (UTC); "" for what is no date."""
    digits = written.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST):
        return "", ""
    try:
        moment = utc(int(written) * seconds_per_unit * 1000)
    except OverflowError:
        return "", ""
    time = f"{moment:%H:%M:%S}"
    return moment.date().isoformat(), "" if time == "00:00:00" else time
