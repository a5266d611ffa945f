"""JSON of other programs, asked for values of the type that they should have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from annotator.errors import CodingsError
from annotator.model.problem import Problem


def refusal(name: str, what: str, line: int = 0) -> CodingsError:
    """The error that says one thing about a file."""
    return CodingsError(f"{name} cannot be read.", [Problem(what, name, line)])


def decoded(content: bytes, name: str) -> str:
    """The text of a file in UTF-8. Raises CodingsError."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refusal(name, "is not UTF-8 from here on", line) from error


def parsed(text: str, name: str, line: int = 0) -> Any:
    """What the text says. Raises CodingsError where it is no JSON, or nested beyond reason."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = line or error.lineno
        raise refusal(name, f"is no JSON: {error.msg} (column {error.colno})", at) from error
    except (RecursionError, ValueError) as error:
        raise refusal(name, "is JSON that is nested too deep, or holds absurd numbers") from error


def lines(content: bytes, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSONL file with their lines. Raises CodingsError."""
    for number, line in enumerate(decoded(content, name).split("\n"), 1):
        if line.strip():
            found = parsed(line, name, number)
            if not isinstance(found, dict):
                raise refusal(name, "this line is no JSON object", number)
            yield number, found


def as_list(value: Any) -> list[Any]:
    """The value if it is a list, else none."""
    return value if isinstance(value, list) else []


def as_dict(value: Any) -> dict[str, Any]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_text(value: Any) -> str:
    """A text or a number as text; "" for anything else."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else ""


def as_place(value: Any) -> int:
    """A place in a text; -1, which is in no text, for anything else."""
    is_place = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12
    return int(value) if is_place else -1
