"""A codebook as a table: one row for each variable and code, one column for each field.

Rows of the level `codebook` hold what is said of the codebook as a whole, one field each: its
name stands in the column `variable`, its text in `label`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from annotator.codebook_file.convert.hub import Found
from annotator.entries.entry import Entry
from annotator.entries.fields import NAMES, base_name
from annotator.entries.ids import Ids
from annotator.errors import CodebookError
from annotator.model.problem import Problem
from annotator.tables.sheet import Record, Sheet

_PLACES = ("level", "variable", "code", "under")
_HEAD = "codebook"
_LEVELS = ("article", "paragraph", "statement")
_SYNONYMS = {
    "parent": "under", "group": "under", "name": "label", "code_id": "code", "id": "code",
    "description": "definition", "number": "value", "example": "examples", "rule": "rules",
}  # fmt: skip


def rows_of(entries: Sequence[Entry]) -> list[list[str]]:
    """The table for some entries, the header first."""
    head, *rest = entries
    used = {name for entry in rest for name in entry.fields} | {"label"}
    names = sorted(used, key=_rank)
    rows = [[*_PLACES, *names]]
    empty = [""] * (len(names) - 1)
    rows += [[_HEAD, name, "", "", text, *empty] for name, text in head.fields.items()]
    rows += [
        [entry.level, entry.variable, entry.code, entry.under,
         *(entry.fields.get(name, "") for name in names)]
        for entry in rest
    ]  # fmt: skip
    return rows


def _rank(name: str) -> tuple[bool, int, int, str]:
    """Labels first, then the fields in their usual order, lists by their numbers."""
    base = base_name(name)
    number = name.partition("@")[0].removeprefix(base).strip()
    known = NAMES.index(base) if base in NAMES else len(NAMES)
    return base != "label", known, int(number or 0), name


def found_in(sheet: Sheet, name: str) -> Found:
    """The entries of a table. Raises CodebookError where it is none of a codebook."""
    columns = [_field(column) for column in sheet.columns]
    problems = [*sheet.problems]
    if not {"variable", "code"} & set(columns):
        hint = "annotator codebook convert MINE.yaml EXAMPLE.csv writes one to compare with"
        problems.append(Problem("there is no column `variable` or `code`", name, 1, "", hint))
    if problems:
        raise CodebookError(f"{name} cannot be read as a codebook.", problems)
    reader = _Reader(name)
    for record in sheet.records:
        reader.add(record, dict(zip(columns, record.cells, strict=False)))
    unknown = [c for c, f in zip(sheet.columns, columns, strict=True) if not _is_known(f)]
    return Found(reader.entries(), [f'the column "{column}"' for column in unknown if column])


def _field(column: str) -> str:
    name, at, language = column.strip().partition("@")
    plain = name.strip().casefold()
    base, space, number = plain.partition(" ")
    return _SYNONYMS.get(base, base) + space + number + at + language


def _is_known(field: str) -> bool:
    return field in _PLACES or bool(base_name(field))


class _Reader:
    """Makes entries of rows; what a row leaves out is made up from the others."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._head: dict[str, str] = {}
        self._variables: dict[str, Entry] = {}
        self._codes: dict[str, dict[str, Entry]] = {}
        self._ids = Ids()
        self._problems: list[Problem] = []

    def add(self, record: Record, cells: Mapping[str, str]) -> None:
        """Take in a row."""
        level, variable, code, under = (cells.get(place, "").strip() for place in _PLACES)
        fields = {n: text for n, text in cells.items() if base_name(n) and text.strip()}
        if level.casefold() == _HEAD:
            self._head[variable] = cells.get("label", "")
            return
        if level and level not in _LEVELS:
            hint = f"one of: {', '.join(_LEVELS)}"
            self._problems.append(Problem(f"there is no level `{level}`", self._name, record.line,
                                          "", hint))  # fmt: skip
        variable = variable or next(reversed(self._variables), "codes")
        if code or (not cells.get("variable", "").strip() and fields.get("label")):
            self._code(record, Entry(level, variable, code, under, fields))
        else:
            self._variable(record, Entry(level or "paragraph", variable, fields=fields))

    def _variable(self, record: Record, entry: Entry) -> None:
        known = self._variables.get(entry.variable)
        if known is not None and known.fields:
            message = f"the variable `{entry.variable}` has a row already"
            self._problems.append(Problem(message, self._name, record.line))
        self._variables[entry.variable] = entry
        self._codes.setdefault(entry.variable, {})

    def _code(self, record: Record, entry: Entry) -> None:
        if entry.variable not in self._variables:
            self._variable(record, Entry(entry.level or "paragraph", entry.variable))
        codes = self._codes[entry.variable]
        level = self._variables[entry.variable].level
        code = entry.code or self._ids.code(entry.variable, entry.fields["label"])
        if code in codes:
            message = f"the code `{code}` of `{entry.variable}` has a row already"
            self._problems.append(Problem(message, self._name, record.line))
        codes[code] = Entry(level, entry.variable, code, entry.under, entry.fields)

    def entries(self) -> list[Entry]:
        """All entries, codes after those above them. Raises CodebookError with every problem."""
        found = [Entry(fields=self._head or _head(self._name))]
        for variable, entry in self._variables.items():
            found.append(entry)
            found += _in_order(self._codes[variable].values())
            self._check_under(self._codes[variable])
        if self._problems:
            raise CodebookError(f"{self._name} cannot be read as a codebook.", self._problems)
        return found

    def _check_under(self, codes: Mapping[str, Entry]) -> None:
        placed = {entry.code for entry in _in_order(codes.values())}
        for entry in codes.values():
            if entry.code not in placed:
                message = f"`{entry.code}` stands under `{entry.under}`, which is not above it"
                self._problems.append(Problem(message, self._name))


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The codes depth first; those that hang on nothing, or on themselves, are left out."""
    below: dict[str, list[Entry]] = {}
    for entry in entries:
        below.setdefault(entry.under, []).append(entry)
    found: list[Entry] = []
    waiting = below.get("", [])[::-1]
    while waiting:
        entry = waiting.pop()
        found.append(entry)
        waiting += below.get(entry.code, [])[::-1]
    return found


def _head(name: str) -> dict[str, str]:
    stem = PurePath(name).stem
    return {"codebook": Ids().variable(stem), "version": "1", "title": stem}
