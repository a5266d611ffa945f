"""annotation.conf: the types of entities and events as trees, attributes with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_SECTION = re.compile(r"\[(\w+)\]")
_VALUES = re.compile(r"\bValue:([^,\s]+)")
_DEEPEST = 50


@dataclass(slots=True)
class Type:
    """A type; one that only orders others, `is_codable` False, is written with a `!`."""

    name: str
    is_codable: bool = True
    types: list[Type] = field(default_factory=list)


@dataclass(slots=True)
class Config:
    """What a project of brat allows. An attribute without values is yes or no."""

    entities: list[Type] = field(default_factory=list)
    events: list[Type] = field(default_factory=list)
    attributes: dict[str, list[str]] = field(default_factory=dict)


def read_config(text: str) -> Config:
    """The configuration; lines that are none are passed over."""
    sections: dict[str, list[str]] = {}
    here: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.strip()
        match = _SECTION.fullmatch(bare)
        if match:
            here = sections.setdefault(match[1].casefold(), [])
        elif bare and not bare.startswith(("#", "<", "-")):
            here.append(line)
    entities = sections.get("entities", []) + sections.get("spans", [])
    return Config(
        _tree(entities), _tree(sections.get("events", [])),
        dict(_attributes(sections.get("attributes", []))),
    )  # fmt: skip


def _tree(lines: list[str]) -> list[Type]:
    """Indented lines as trees."""
    roots: list[Type] = []
    above: list[tuple[int, Type]] = []
    for line in lines:
        depth = len(line) - len(line.lstrip())
        name = line.split()[0]
        made = Type(name.removeprefix("!"), not name.startswith("!"))
        while above and (above[-1][0] >= depth or len(above) > _DEEPEST):
            above.pop()
        (above[-1][1].types if above else roots).append(made)
        above.append((depth, made))
    return roots


def _attributes(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    for line in lines:
        match = _VALUES.search(line)
        yield line.split()[0], match[1].split("|") if match else []
