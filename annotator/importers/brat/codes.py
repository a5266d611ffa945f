"""Types and attributes of brat as a codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.entries.entry import Entry
from annotator.entries.ids import Ids
from annotator.importers.brat.config import Config, Type
from annotator.importers.brat.lines import Annotations
from annotator.importers.gather import Place
from annotator.importers.texts import MANY

_LEVEL = "paragraph"


@dataclass(slots=True)
class Codes:
    """The entries, and what types and attributes are in them."""

    entries: list[Entry] = field(default_factory=list)
    types: dict[str, Place] = field(default_factory=dict)
    attributes: dict[tuple[str, str], Place] = field(default_factory=dict)


def codes_of(config: Config, files: Iterable[Annotations]) -> Codes:
    """The codes that the configuration allows, and any others that occur all the same."""
    found, ids, files = Codes(), Ids(), list(files)
    entities, events = list(config.entities), list(config.events)
    known = {one.name for one in _walk([*entities, *events])}
    for marks in files:
        triggers = set(marks.triggers.values())
        for bound in marks.bounds.values():
            if bound.type not in known:
                known.add(bound.type)
                (events if bound.id in triggers else entities).append(Type(bound.type))
    _add_types(found, ids, "Entities", entities)
    _add_types(found, ids, "Events", events)
    _add_attributes(found, ids, config, files)
    return found


def _walk(types: Iterable[Type]) -> Iterator[Type]:
    for one in types:
        yield one
        yield from _walk(one.types)


def _add_types(found: Codes, ids: Ids, label: str, types: list[Type]) -> None:
    if not types:
        return
    variable = ids.variable(label)
    found.entries.append(Entry(_LEVEL, variable, fields={"label": label, **MANY}))

    def descend(below: list[Type], under: str) -> None:
        for one in below:
            code = ids.code(variable, one.name)
            found.entries.append(Entry(_LEVEL, variable, code, under, {"label": one.name}))
            found.types.setdefault(one.name, (variable, code))
            descend(one.types, code)

    descend(types, "")


def _add_attributes(found: Codes, ids: Ids, config: Config, files: Iterable[Annotations]) -> None:
    values = {name: dict.fromkeys(told) for name, told in config.attributes.items()}
    for marks in files:
        for one in marks.attributes:
            values.setdefault(one.name, {})[one.value] = None
    for name, told in values.items():
        variable = ids.variable(name)
        found.entries.append(Entry(_LEVEL, variable, fields={"label": name, **MANY}))
        for value in told or [""]:
            code = ids.code(variable, value or name)
            fields = {"label": value or name}
            found.entries.append(Entry(_LEVEL, variable, code, fields=fields))
            found.attributes[name, value] = (variable, code)
