"""The codebook file of annotator itself."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from annotator.codebook_file import load_file
from annotator.codebook_file.convert.hub import Found
from annotator.codebook_file.source import decode
from annotator.entries.entry import Entry
from annotator.entries.flat import entries_of, plain_codebook_of
from annotator.entries.plain import number

_NUMBERS = frozenset({"value", "min", "max", "reliable", "tentative"})
_FLAGS = frozenset({"required", "compared", "off_scale", "needs_memo", "deprecated"})
_NO_STATEMENT = "no_statement"
_WIDTH = 100


def read(content: bytes, name: str) -> Found:
    """The entries of a codebook file. Raises CodebookError with every problem of it."""
    file = load_file(decode(content, name=name), name=name)
    return Found(list(entries_of(file.model_dump(mode="json", exclude_defaults=True))))


def write(entries: Sequence[Entry]) -> bytes:
    """The codebook file for the entries."""
    return yaml_text(entries).encode("utf-8")


def yaml_text(entries: Sequence[Entry]) -> str:
    """The text of the codebook file: ids and words as texts, numbers and flags without quotes."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_written(plain_codebook_of(entries)), stream)
    return stream.getvalue()


def _written(value: Any, name: str = "") -> Any:
    if name == "select" and value == {"min": "1", "max": "0"}:
        return "many"
    if name == "ask_if" and value == {_NO_STATEMENT: []}:
        return _NO_STATEMENT
    if isinstance(value, dict):
        written = {key: _written(below, key) for key, below in value.items()}
        if name == "codes":
            return {code: _short(below) for code, below in written.items()}
        return written
    if isinstance(value, list):
        return [_written(item) for item in value]
    return _scalar(str(value), name)


def _short(code: Any) -> Any:
    """A code that has nothing but a label is just the label."""
    if isinstance(code, dict) and code.keys() == {"label"} and isinstance(code["label"], str):
        return code["label"]
    return code


def _scalar(text: str, name: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if name in _FLAGS and text in ("true", "false"):
        return text == "true"
    if name in _NUMBERS:
        return _number(text)
    if _may_stand_as_lines(text):
        return LiteralScalarString(text)
    # in quotes the writer escapes what is no visible character; bare it would write it as it is
    return text if text.isprintable() else DoubleQuotedScalarString(text)


def _may_stand_as_lines(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and all(line == line.strip() and line.isprintable() for line in lines)


def _number(text: str) -> Any:
    """A number, where writing it as one gives the same text again."""
    try:
        value = float(text)
    except ValueError:
        return text
    if number(value) != text:
        return text
    return int(text) if value.is_integer() else value
