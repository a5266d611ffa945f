"""The front matter of a Markdown file: `key: value` lines between two lines of three dashes."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z_][\w .-]{0,60}?)\s*:(?:[ \t]+(.*))?$")
_LIMIT = 20_000


class FrontMatter(NamedTuple):
    """The fields by lower-case name, and where the article itself begins (0: no front matter)."""

    fields: dict[str, str]
    end: int


def front_matter(text: str) -> FrontMatter:
    """The front matter at the very start of `text`.

    Only what articles have is understood: plain, quoted and folded values and lists of words. No
    YAML library is let near it, because anybody may have written the file.
    """
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end(), _LIMIT) if opening else None
    if not opening or not closing:
        return FrontMatter({}, 0)
    fields = _fields(text[opening.end() : closing.start()].split("\n"))
    return FrontMatter(fields, closing.end()) if fields else FrontMatter({}, 0)


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        pair = _PAIR.match(line)
        if pair:
            key = pair[1].lower()
            fields[key] = [(pair[2] or "").strip()]
        elif key and line[:1] in {" ", "\t", "-"}:
            fields[key].append(line.strip())
    return {key: value for key, parts in fields.items() if (value := _value(parts))}


def _value(parts: list[str]) -> str:
    first, *more = parts
    if more:
        folded = "" if first in {">", ">-", ">+", "|", "|-", "|+"} else first
        items = [_plain(part.removeprefix("- ").strip()) for part in more]
        separator = ", " if not first and more[0].startswith("- ") else " "
        return separator.join(part for part in (_plain(folded), *items) if part)
    if first.startswith("[") and first.endswith("]"):
        return ", ".join(_plain(item.strip()) for item in first[1:-1].split(","))
    return _plain(first)


def _plain(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))  # the escapes of YAML that occur are those of JSON
        except ValueError:
            return value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value
