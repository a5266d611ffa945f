"""Metadata out of file names: `{source}_{date:%Y-%m-%d}_{n}`."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple, NoReturn

from annotator.errors import UsageError
from annotator.readers.dates import iso_date
from annotator.readers.fields import DATE
from annotator.readers.kinds.dates import MONTH_NUMBER

MAX_FIELDS = 8
"""With more, a name has too many readings to try them all."""

_FIELD = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
_DIRECTIVES = {
    "%Y": r"(?P<year>\d{4})", "%y": r"(?P<short>\d\d)", "%m": r"(?P<month>\d\d?)",
    "%d": r"(?P<day>\d\d?)", "%b": r"(?P<name>[^\W\d_]+)", "%B": r"(?P<name>[^\W\d_]+)",
}  # fmt: skip
_DIRECTIVE = re.compile(r"%.?")
_NUMBER = "d"
_PIVOT = 69  # as in POSIX: 68 is 2068, 69 is 1969
_HOW = (
    "Write it like {source}_{date:%Y-%m-%d}_{n}: each field in braces, {} for what is of no use, "
    "a date with %Y %y %m %d %b, a number as {n:d}."
)


class _Field(NamedTuple):
    name: str
    date: re.Pattern[str] | None  # how a date is written; None: no date was asked for


class FilenamePattern:
    """A pattern for names of files, with the names of the folders above where it has a `/`."""

    def __init__(self, pattern: str) -> None:
        pattern = pattern.replace(os.sep, "/")  # `\\` on Windows
        self._fields: dict[str, _Field] = {}
        self._depth = pattern.count("/") + 1
        self._whole = re.compile("".join(self._parts(pattern)), re.IGNORECASE)

    def fields(self, path: PurePath) -> dict[str, str] | None:
        """The fields in the name of a file, dates as ISO dates; None where it does not match.

        The ending may stand in the pattern or not.
        """
        for name in (path.with_suffix("") if path.suffix else path, path):
            match = self._whole.fullmatch("/".join(name.parts[-self._depth :]))
            if match:
                return self._read(match.groupdict())
        return None

    def _read(self, found: Mapping[str, str]) -> dict[str, str] | None:
        read: dict[str, str] = {}
        for group, text in found.items():
            field = self._fields[group]
            value = _date(field, text) if field.date or field.name == DATE else text.strip()
            if not value:
                return None
            read[field.name] = value
        return read

    def _parts(self, pattern: str) -> Iterator[str]:
        """The pattern as regular expressions, piece by piece; notes the fields on the way."""
        end = 0
        for field in _FIELD.finditer(pattern):
            literal = pattern[end : field.start()]
            if end and not literal:
                _refuse(pattern, "two fields touch: nothing tells where one ends")
            yield _literal(pattern, literal)
            yield self._field(pattern, field[1].strip().lower(), field[2])
            end = field.end()
        if not end:
            _refuse(pattern, "it names no field")
        yield _literal(pattern, pattern[end:])

    def _field(self, pattern: str, name: str, format_: str | None) -> str:
        if name in {"", "_"}:
            return "[^/]+?"
        group = f"field{len(self._fields)}"
        if any(name == field.name for field in self._fields.values()):
            _refuse(pattern, f'it names the field "{name}" twice')
        if len(self._fields) == MAX_FIELDS:
            _refuse(pattern, f"it has more than {MAX_FIELDS} fields")
        if format_ in {None, "", _NUMBER}:
            self._fields[group] = _Field(name, None)
            return rf"(?P<{group}>\d+)" if format_ == _NUMBER else f"(?P<{group}>[^/]+?)"
        date = _date_format(pattern, format_ or "")
        self._fields[group] = _Field(name, re.compile(date))
        return f"(?P<{group}>{re.sub('[(][?]P<[a-z]+>', '(?:', date)})"


def _literal(pattern: str, text: str) -> str:
    if "{" in text or "}" in text:
        _refuse(pattern, "its braces do not match")
    return re.escape(text)


def _date_format(pattern: str, format_: str) -> str:
    """The regular expression of a date as `strptime` writes one, in any language's month names."""
    parts: list[str] = []
    end = 0
    for directive in _DIRECTIVE.finditer(format_):
        expression = _DIRECTIVES.get(directive[0])
        if expression is None or expression in parts:
            _refuse(pattern, f'"{directive[0]}" cannot stand in it, or stands in it twice')
        parts += [re.escape(format_[end : directive.start()]), expression]
        end = directive.end()
    if not {"%Y", "%y"} & set(_DIRECTIVE.findall(format_)):
        _refuse(pattern, f'"{format_}" gives no year')
    return "".join([*parts, re.escape(format_[end:])])


def _date(field: _Field, text: str) -> str:
    """The date as YYYY-MM-DD, or as much of it as the pattern has; "" where there is none."""
    if field.date is None:
        return iso_date(text.replace("_", " "))
    match = field.date.fullmatch(text)
    parts = match.groupdict() if match else {}
    year = int(parts["year"]) if "year" in parts else _of_two_digits(int(parts.get("short", 0)))
    if "name" in parts:
        month = MONTH_NUMBER.get(parts["name"].lower(), 0)
    elif "month" in parts:
        month = int(parts["month"])
    else:
        return f"{year:04}"
    try:
        date = datetime.date(year, month, int(parts.get("day", 1)))
    except ValueError:
        return ""
    return date.isoformat() if "day" in parts else date.isoformat()[: len("2019-03")]


def _of_two_digits(year: int) -> int:
    return year + (1900 if year >= _PIVOT else 2000)


def _refuse(pattern: str, why: str) -> NoReturn:
    raise UsageError(f'"{pattern}" is no pattern of file names: {why}.', hint=_HOW)
