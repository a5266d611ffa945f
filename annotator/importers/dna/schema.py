"""The tables of DNA 2 and 3, which keep dates and the values of short texts differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.importers.database import Reader

SHORT_TEXT, LONG_TEXT, INTEGER, BOOLEAN = "short text", "long text", "integer", "boolean"


class Entity(NamedTuple):
    """A value of a short text, with what is known about it."""

    id: str
    variable: str
    value: str
    parent: str
    attributes: Mapping[str, str]


class Schema:
    """One database, whatever its version."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        settings = reader.pairs("SETTINGS", "Property", "Value")
        self.version = settings.get("version", "")
        self.has_entities = reader.has("ENTITIES", "Value")

    @property
    def seconds_per_unit(self) -> float:
        """Version 3 counts seconds since 1970, version 2 milliseconds."""
        return 1.0 if self.has_entities else 0.001

    def entities(self) -> Iterator[Entity]:
        """Every value of short texts, in the order of the file."""
        return self._entities_of_3() if self.has_entities else self._entities_of_2()

    def _entities_of_3(self) -> Iterator[Entity]:
        names = self.reader.pairs("ATTRIBUTEVARIABLES", "ID", "AttributeVariable")
        attributes: dict[str, dict[str, str]] = {}
        columns = ("EntityId", "AttributeVariableId", "AttributeValue")
        for entity, variable, value in self.reader.texts("ATTRIBUTEVALUES", *columns):
            if value.strip():
                attributes.setdefault(entity, {})[names.get(variable, variable)] = value
        known = self.reader.texts("ENTITIES", "ID", "VariableId", "Value", "ChildOf")
        for entity, variable, value, parent in known:
            yield Entity(entity, variable, value, parent, attributes.get(entity, {}))

    def _entities_of_2(self) -> Iterator[Entity]:
        """Version 2 has fixed attributes; its entities are found by their value, not by an id."""
        names = ("Type", "Alias", "Notes")
        columns = ("VariableId", "Value", "ChildOf", *names)
        for variable, value, parent, *rest in self.reader.texts("ATTRIBUTES", *columns):
            told = {name: text for name, text in zip(names, rest, strict=True) if text.strip()}
            yield Entity(value, variable, value, parent, told)

    def short_texts(self) -> Iterator[tuple[str, str, str]]:
        """Statement, variable, and the entity's id as `entities` gives it."""
        entity = "Entity" if self.has_entities else "Value"
        for row in self.reader.texts("DATASHORTTEXT", "StatementId", "VariableId", entity):
            yield row[0], row[1], row[2]

    def values(self, table: str) -> Iterator[tuple[str, str, str]]:
        """Statement, variable and value of a table of values."""
        for row in self.reader.texts(table, "StatementId", "VariableId", "Value"):
            yield row[0], row[1], row[2]
