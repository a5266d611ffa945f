"""Statement types, variables and entities as a codebook."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.entries.entry import Entry
from annotator.entries.ids import Ids
from annotator.importers.dna.schema import BOOLEAN, INTEGER, SHORT_TEXT, Entity, Schema
from annotator.importers.texts import one_line, plain_text

LEVEL = "statement"
_OPTIONAL = {"required": "false"}
_YES_NO = (("0", "no"), ("1", "yes"))
_NOTES = "Notes"


class Type(NamedTuple):
    """A statement type."""

    id: str
    label: str


class Asked(NamedTuple):
    """A variable of a statement type; `id` is DNA's, `name` ours."""

    id: str
    name: str
    data_type: str


@dataclass(slots=True)
class Variables:
    """The entries, and what DNA's ids are in them."""

    entries: list[Entry] = field(default_factory=list)
    by_id: dict[str, Asked] = field(default_factory=dict)
    codes: dict[tuple[str, str], str] = field(default_factory=dict)  # variable, entity -> code
    type_variable: str = ""
    types: dict[str, str] = field(default_factory=dict)  # type -> code of the variable on the type


def types_with_statements(schema: Schema, used: Collection[str]) -> list[Type]:
    """The types that occur in statements, in the order of the file."""
    found = (Type(*row) for row in schema.reader.texts("STATEMENTTYPES", "ID", "Label"))
    return [one for one in found if one.id in used]


def variables_of(schema: Schema, types: Sequence[Type]) -> Variables:
    """The codebook of these types. Where there are several, a variable tells which one it is."""
    found, ids = Variables(), Ids()
    entities: dict[str, list[Entity]] = {}
    for entity in schema.entities():
        entities.setdefault(entity.variable, []).append(entity)
    if len(types) > 1:
        _add_type_variable(found, ids, types)
    columns = ("ID", "Variable", "DataType", "StatementTypeId")
    known = {one.id for one in types}
    for identifier, label, data_type, type_ in schema.reader.texts("VARIABLES", *columns):
        if type_ in known:
            name = ids.variable(one_line(label))
            asked = found.by_id[identifier] = Asked(identifier, name, data_type.strip())
            condition = _condition(found, type_)
            found.entries += _variable(asked, label, condition, entities.get(identifier, []))
            if asked.data_type == SHORT_TEXT:
                found.entries += _codes(found, ids, asked, entities.get(identifier, []))
    return found


def _add_type_variable(found: Variables, ids: Ids, types: Sequence[Type]) -> None:
    name = found.type_variable = ids.variable("statement_type")
    found.entries.append(Entry(LEVEL, name, fields={"label": "Statement type"}))
    for type_ in types:
        code = found.types[type_.id] = ids.code(name, type_.label)
        found.entries.append(Entry(LEVEL, name, code, fields={"label": one_line(type_.label)}))


def _condition(found: Variables, type_: str) -> Mapping[str, str]:
    if not found.type_variable:
        return {}
    return {"ask_if": f"{found.type_variable}: {found.types[type_]}"}


def _variable(
    asked: Asked, label: str, condition: Mapping[str, str], entities: Sequence[Entity]
) -> Iterator[Entry]:
    fields = {"label": one_line(label) or asked.name, **_OPTIONAL, **condition}
    if asked.data_type == BOOLEAN:
        yield Entry(LEVEL, asked.name, fields=fields | {"measurement": "binary"})
        for code, name in _YES_NO:
            yield Entry(LEVEL, asked.name, code, fields={"label": name, "value": code})
    elif asked.data_type == INTEGER:
        yield Entry(LEVEL, asked.name, fields=fields | {"measurement": "interval"})
    elif asked.data_type == SHORT_TEXT and any(entity.value.strip() for entity in entities):
        yield Entry(LEVEL, asked.name, fields=fields | {"measurement": "nominal"})
    else:
        yield Entry(LEVEL, asked.name, fields=fields | {"measurement": "text"})


def _codes(found: Variables, ids: Ids, asked: Asked, entities: Sequence[Entity]) -> Iterator[Entry]:
    """The entities with a value, each after the one above it; DNA's empty value means none."""
    named = [entity for entity in entities if entity.value.strip()]
    for entity in named:
        found.codes.setdefault((asked.id, entity.id), ids.code(asked.name, entity.value))
    above = {entity.id: entity.parent for entity in named if entity.parent}
    done: set[str] = set()
    for entity in sorted(named, key=lambda one: len(_chain(one.id, above))):
        if entity.id in done:
            continue
        done.add(entity.id)
        chain = _chain(entity.id, above)
        parent = above.get(entity.id, "") if len(chain) > 1 else ""
        under = found.codes.get((asked.id, parent), "") if parent in done else ""
        code = found.codes[asked.id, entity.id]
        yield Entry(LEVEL, asked.name, code, under, _about(entity))


def _chain(entity: str, above: Mapping[str, str]) -> list[str]:
    """The entity and all above it; itself alone where these go round in a circle."""
    chain = [entity]
    while (upper := above.get(chain[-1], "")) and upper not in chain:
        chain.append(upper)
    return [entity] if upper else chain


def _about(entity: Entity) -> dict[str, str]:
    lines = [f"{name}: {text}" for name, text in entity.attributes.items() if name != _NOTES]
    told = "\n".join(map(plain_text, [entity.attributes.get(_NOTES, ""), *lines])).strip()
    return {"label": one_line(entity.value)} | ({"definition": told} if told else {})
