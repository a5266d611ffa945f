"""Plain data -> the schema's models, with every fault in words and at its line.

A faulty entry is cut out and the rest is validated again, so that one slip does not hide others.
"""

from __future__ import annotations

import copy
import difflib
import itertools
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from annotator.codebook_file.document import Document, Path
from annotator.codebook_file.schema import (
    Anchors,
    CodebookFile,
    CodeEntry,
    Entry,
    Select,
    Statements,
    VariableEntry,
)
from annotator.model.codebook import Level

_LEVELS = frozenset(Level)
_MAPPINGS = {*_LEVELS, "codes", "ask_if", "select", "statements", "anchors"}
_CHECKED_TOGETHER = frozenset(
    {"measurement", "codes", "codes_from", "stop", "select", "default", "min", "max"}
)
_ROUNDS = 8
_STAND_IN = "x"
"""Fills a required field that is missing, so that the rest of the file can be checked."""

Broken = frozenset[Path]
"""Variables with a fault of form: what follows from the fault is not worth reporting."""


def validate(document: Document) -> tuple[CodebookFile | None, Broken]:
    """The file as models, without its faulty parts; None where nothing usable is left."""
    data = copy.deepcopy(document.data)  # no recursion limit is near: the nesting is bounded
    broken: set[Path] = set()
    known: set[Path] = set()
    for _ in range(_ROUNDS):
        try:
            return CodebookFile.model_validate(data), frozenset(broken)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                if fault["loc"] not in known:
                    _report(document, fault)
                known.add(fault["loc"])
                _cut_out(data, fault)
                if _hides_others(fault):
                    broken.add(fault["loc"][:2])
    return None, frozenset(broken)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like this one, or "" where none is like it."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean `{found[0]}`?" if found else ""


def _report(document: Document, fault: ErrorDetails) -> None:
    path: Path = fault["loc"]
    if fault["type"] == "extra_forbidden":
        document.report(path, f"`{path[-1]}` is not a word of the format.", _right_word(path))
    elif fault["type"] == "missing":
        document.report(path, f"`{path[-1]}:` is missing.", f"add a line `{path[-1]}: ...`")
    else:
        message, hint = _in_words(fault)
        document.report(path, message, hint)


def _right_word(path: Path) -> str:
    entry = _entry_at(path[:-1])
    word = str(path[-1])
    if entry is CodeEntry and path[-2] != "codes" and word in VariableEntry.model_fields:
        return "this belongs to the variable, not to the code"
    hint = nearest(word, entry.model_fields)
    return hint or "one of: " + ", ".join(entry.model_fields)


def _entry_at(path: Path) -> type[Entry]:
    if not path:
        return CodebookFile
    if path == ("statements",):
        return Statements
    if len(path) == 2:
        return VariableEntry
    if len(path) == 3 and path[-1] in {"select", "anchors"}:
        return Select if path[-1] == "select" else Anchors
    return CodeEntry


def _in_words(fault: ErrorDetails) -> tuple[str, str]:
    kind, path, given = fault["type"], fault["loc"], fault["input"]
    name = _field(path)
    context = fault.get("ctx", {})
    if kind == "choice":
        return _wrong_choice(name, given, context["choices"])
    if kind in {"enum", "literal_error"}:
        return _wrong_choice(name, given, _choices(context["expected"]))
    if kind in {"bool_parsing", "bool_type"}:
        return f"`{name}` must be true or false{_not(given)}.", ""
    if kind.startswith(("float", "int", "finite")):
        return f"`{name}` must be a number{_not(given)}.", ""
    if kind == "greater_than_equal":
        return f"`{name}` must be at least {context['ge']}{_not(given)}.", ""
    if kind == "too_short" or (given is None and name in _MAPPINGS):
        return f"`{name}` has nothing below it.", f"add lines below it, or take `{name}:` away"
    if kind == "string_type":
        return f"`{name}` must be a text.", _text_hint(given)
    if kind in {"dict_type", "model_type", "model_attributes_type"}:
        return _no_mapping(path, name, given)
    return f"`{name}` cannot be this.", ""


def _field(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str) and step), "file")


def _not(given: object) -> str:
    return f", not `{given}`" if isinstance(given, str) and len(given) < 40 else ""


def _choices(expected: str) -> list[str]:
    return [choice for choice in expected.split("'")[1::2] if choice]


def _wrong_choice(name: str, given: object, choices: list[str]) -> tuple[str, str]:
    listed = ", ".join(choices)
    hint = nearest(given, choices) if isinstance(given, str) else ""
    return f"`{name}` cannot be {_quoted(given)}; it can be: {listed}.", hint


def _quoted(given: object) -> str:
    return f"`{given}`" if isinstance(given, str) and len(given) < 40 else "this"


def _text_hint(given: object) -> str:
    if given is None:
        return "write something after the colon"
    return "put a text with `: `, `[` or `{` in quotes"


def _no_mapping(path: Path, name: str, given: object) -> tuple[str, str]:
    if name in _MAPPINGS:
        hint = "one line for each: `id: label`" if name in {"codes", *_LEVELS} else ""
        return f"`{name}` must be followed by indented lines `name: value`.", hint
    if len(path) == 2 and path[0] in _LEVELS:
        return f"`{name}` must be followed by indented lines.", f"`label: {_sample(given)}`"
    if "codes" in path[2:-1] and path[-2] == "codes":
        return f"The code `{name}` must be a label or indented lines.", "`id: label`"
    return f"`{name}` must be a text, or one text for each language.", "`{en: ..., de: ...}`"


def _sample(given: object) -> str:
    return given if isinstance(given, str) and len(given) < 40 else "..."


def _hides_others(fault: ErrorDetails) -> bool:
    path = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return False
    return len(path) == 2 or (len(path) > 2 and path[2] in _CHECKED_TOGETHER)


def _cut_out(data: Any, fault: ErrorDetails) -> None:
    path = fault["loc"]
    if fault["type"] == "missing":
        data[path[0]] = _STAND_IN
        return
    names = tuple(itertools.takewhile(lambda step: isinstance(step, str), path))
    place = data
    for step in names[:-1]:
        place = place.get(step, {})
    place.pop(names[-1], None)
