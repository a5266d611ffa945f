"""Which column of a table is what: by its heading, or as a person says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.readers import fields
from annotator.readers.source import Source
from annotator.readers.tables.headings import IDS, KNOWN, TEXT

_APART = re.compile(r"[\s_.:/-]+")


class Columns(NamedTuple):
    """What each column is: the place of a known field by name, and of an id; others have none.

    `doubles` are headings that could be the text as well, but are not taken for it.
    """

    places: dict[str, int]
    id_place: int | None
    doubles: list[str]


def plain(heading: str) -> str:
    """A heading in lower case, words one space apart."""
    return _APART.sub(" ", heading.strip().casefold()).strip()


def columns_of(source: Source, headings: Sequence[str]) -> Columns:
    """The columns; `ReaderError` where one that a person named is missing, or that of the text."""
    wanted = _wanted(source, headings, source.options.columns)
    names = [plain(heading) for heading in headings]
    inner = [plain(heading.rpartition(".")[2]) for heading in headings]  # of objects in objects
    places: dict[str, int] = dict(wanted)
    for name, known in KNOWN.items():
        found = _first(known, names, places) if name not in places else None
        found = _first(known, inner, places) if found is None and name not in places else found
        if found is not None:
            places[name] = found
    if TEXT not in places:
        raise _no_text(source, headings, places)
    doubles = [
        headings[place] for place, name in enumerate(names)
        if name in KNOWN[TEXT] and place not in places.values()
    ]  # fmt: skip
    taken = set(places.values())
    ids = [names.index(each) for each in IDS if each in names and names.index(each) not in taken]
    return Columns(places, ids[0] if ids else None, doubles)


def _first(known: Sequence[str], names: Sequence[str], taken: Mapping[str, int]) -> int | None:
    """The first known heading that is there and that nothing else is taken for."""
    for heading in known:
        if heading in names and names.index(heading) not in taken.values():
            return names.index(heading)
    return None


def recognised(headings: Sequence[str]) -> set[str]:
    """The fields that these headings name."""
    names = {plain(heading) for heading in headings}
    return {name for name, known in KNOWN.items() if names.intersection(known)}


def _wanted(source: Source, headings: Sequence[str], asked: Mapping[str, str]) -> dict[str, int]:
    names = [plain(heading) for heading in headings]
    places: dict[str, int] = {}
    for field, heading in asked.items():
        if heading in headings:
            places[field] = list(headings).index(heading)
        elif plain(heading) in names:
            places[field] = names.index(plain(heading))
        else:
            raise source.refusal(f'has no column "{heading}"', hint=_listed(headings))
    return places


def _no_text(source: Source, headings: Sequence[str], places: Mapping[str, int]) -> Exception:
    if fields.URL in places:
        return source.refusal(
            "is a table of web addresses: the texts themselves are not in it",
            hint="save the pages and add those files, or name the column of the texts with --text",
        )
    return source.refusal(
        "has no column that is known to hold the text",
        hint=f"name it with --text; {_listed(headings)}",
    )


def _listed(headings: Sequence[str]) -> str:
    shown = ", ".join(f'"{heading[:40]}"' for heading in headings[:30] if heading.strip())
    more = f" and {len(headings) - 30} more" if len(headings) > 30 else ""
    return f"the columns are {shown or 'without names'}{more}"
