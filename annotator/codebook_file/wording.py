"""What pydantic complains of, in words for people who write codebooks."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable

from pydantic_core import ErrorDetails

from annotator.codebook_file.document import Path
from annotator.codebook_file.other_words import other_word
from annotator.codebook_file.schema import (
    AgreementEntry,
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
_GROUPS = frozenset({*_LEVELS, "codes", "ask_if", "select", "statements", "anchors", "agreement"})
_COMPARED = 400  # difflib is slow, and a file may name thousands of codes
_QUOTED = 40

Advice = tuple[str, str]
"""What is wrong, and what to do about it ("" where the first says enough)."""


def in_words(fault: ErrorDetails) -> Advice:
    """What is wrong with the file at the fault's place, and what to do about it."""
    kind, path, given = fault["type"], fault["loc"], fault["input"]
    context = fault.get("ctx", {})
    name = next((str(step) for step in reversed(path) if isinstance(step, str) and step), "file")
    match kind:
        case "extra_forbidden":
            return f"`{name}` is not a word of the format.", _right_word(path)
        case "missing":
            return f"`{name}:` is missing.", f"add a line `{name}: ...`"
        case "choice":
            return _wrong_choice(name, given, context["choices"])
        case "enum" | "literal_error":
            return _wrong_choice(name, given, context["expected"].split("'")[1::2])
        case "greater_than_equal":
            return f"`{name}` must be at least {context['ge']:g}{_not(given)}.", ""
        case "less_than_equal":
            return f"`{name}` must be at most {context['le']:g}{_not(given)}.", ""
    return _wrong_form(kind, path, name, given)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like this one, or "" where none is like it."""
    compared = itertools.islice(known, _COMPARED)
    found = difflib.get_close_matches(word[:_QUOTED], compared, n=1, cutoff=0.6)
    return f"did you mean `{found[0]}`?" if found else ""


def _right_word(path: Path) -> str:
    entry = _entry_at(path[:-1])
    word = str(path[-1])
    if entry is CodeEntry and word in VariableEntry.model_fields:
        return "this belongs to the variable, not to the code"
    known = entry.model_fields
    if near := nearest(word, known):
        return near
    if entry is Statements:
        return "variables stand under `statement:`"
    return other_word(word) or "one of: " + ", ".join(known)


def _entry_at(path: Path) -> type[Entry]:
    match path:
        case ():
            return CodebookFile
        case ("statements",):
            return Statements
        case ("agreement",) | (_, _, "agreement"):
            return AgreementEntry
        case (_, _):
            return VariableEntry
        case (_, _, "select"):
            return Select
        case (_, _, "anchors"):
            return Anchors
    return CodeEntry


def _wrong_form(kind: str, path: Path, name: str, given: object) -> Advice:
    if given is None and name not in _GROUPS:
        return f"`{name}` has nothing after it.", "write something after the colon"
    if kind == "too_short" or given is None:
        return f"`{name}` has nothing below it.", f"add lines below it, or take `{name}:` away"
    if kind.startswith("bool"):
        return f"`{name}` must be true or false{_not(given)}.", ""
    if kind.startswith(("float", "int", "finite")):
        return f"`{name}` must be a number{_not(given)}.", ""
    if kind == "string_type":
        return f"`{name}` must be a text.", "put a text with `: `, `[` or `{` in quotes"
    return _no_group(path, name, given)


def _no_group(path: Path, name: str, given: object) -> Advice:
    match path:
        case (level, _) if level in _LEVELS:
            label = given if isinstance(given, str) and len(given) < _QUOTED else "..."
            return f"`{name}` must be followed by indented lines.", f"`label: {label}`"
        case (*_, "codes", _):
            return f"The code `{name}` must be a label or indented lines.", "`id: label`"
        case (*_, group) if group in _GROUPS:
            hint = "one line for each: `id: label`" if group in {"codes", *_LEVELS} else ""
            return f"`{name}` must be followed by indented lines `name: value`.", hint
    return f"`{name}` must be a text, or one text for each language.", "`{en: ..., de: ...}`"


def _wrong_choice(name: str, given: object, choices: list[str]) -> Advice:
    short = isinstance(given, str) and len(given) < _QUOTED
    message = f"`{name}` cannot be {f'`{given}`' if short else 'this'}; it can be: "
    return f"{message}{', '.join(choices)}.", _right_choice(name, given, choices)


def _right_choice(name: str, given: object, choices: list[str]) -> str:
    near = nearest(given, choices) or other_word(given) if isinstance(given, str) else ""
    return near or ("or `ask_if: {variable: [code, code]}`" if name == "ask_if" else "")


def _not(given: object) -> str:
    return f", not `{given}`" if isinstance(given, str) and len(given) < _QUOTED else ""
