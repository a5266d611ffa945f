"""How numbers, rows and codes are written in a report for readers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from annotator.model.codebook import Codebook
from annotator.reports.reliability import STATEMENT
from annotator.reports.row import SET_VIEWS, Heading, Row
from annotator.reports.views import JOINT

UNDEFINED = "–"
STATEMENT_LABEL = "Statement"

_MINUS = "−"
_VIEWS = {
    "value": "value",
    "value_rolled_up": "value at the {level}",
    "value_tree": "value",
    "any_statement": "any statement or none",
    "set": "set of codes",
    "set_rolled_up": "set of codes at the {level}",
    "set_tree": "set of codes",
    "pair": "set of pairs",
    "triple": "set of triples",
    "tuple": "set of combinations",
    "presence": "code present or not",
    "n_statements": "number of statements",
    "statement_alpha": "whole statements",
    "matched": "value in matched statements",
    "matched_set": "set of codes in matched statements",
    "spans": "stretches of text",
}
_HOW = {
    "value_tree": "along the tree",
    "set_tree": "along the tree",
    "statement_alpha": "best matching",
    "spans": "alpha U",
}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def figure(value: float | None) -> str:
    """A coefficient with three decimals and without the zero before the point, as journals ask."""
    if value is None:
        return UNDEFINED
    digits = f"{abs(value):.3f}"
    shown = digits if digits.startswith("1") else digits.removeprefix("0")
    return _MINUS + shown if value < 0 and float(digits) else shown


def share(value: float | None) -> str:
    """A share in per cent with one decimal; a dash where it is undefined."""
    return UNDEFINED if value is None else f"{value:.1%}"


def small(number: int) -> str:
    """A number below ten as a word, as it stands in running text."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def listed(items: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1] if items else "")))


def plain(text: str) -> str:
    """Text of others on one line, without what could command a terminal or turn a line round.

    Joiners stay: they belong to the spelling of Persian, Hindi and others.
    """
    return "".join(map(_plain, " ".join(text.split())))


def _plain(character: str) -> str:
    unsafe = unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _BIDI
    return "\N{REPLACEMENT CHARACTER}" if unsafe else character


def variable_label(codebook: Codebook | None, heading: Heading) -> str:
    """The label of the row's variable, or of the variables that it looks at jointly."""
    if codebook is not None and heading.variable == STATEMENT:
        return STATEMENT_LABEL
    if codebook is None:
        return plain(heading.variable)
    return " + ".join(label(codebook, name) for name in heading.variable.split("+"))


def label(codebook: Codebook | None, variable: str) -> str:
    """The label of one variable; its id where the codebook does not know it."""
    known = codebook.by_id.get(variable) if codebook else None
    return plain(known.label) if known else plain(variable)


def code_label(codebook: Codebook | None, variable: str, code: str) -> str:
    """The labels on the way to the code; `cannot tell` for a state."""
    known = codebook.by_id.get(variable) if codebook else None
    path = known.paths.get(code, ()) if known else ()
    if not path:
        return plain(code.replace("_", " ").replace(JOINT, " + ")) or "(empty)"
    return plain(" > ".join(part.label for part in path))


def compared(row: Row) -> str:
    """What a unit's value is, and how two values are compared: `value per article (nominal)`."""
    heading = row.heading
    if row.keys:
        return "matched statements (F1)"
    how = _HOW.get(heading.view) or ("Jaccard" if heading.view in SET_VIEWS else heading.level)
    return f"{value_of_unit(row)} ({how})"


def value_of_unit(row: Row) -> str:
    """What a unit's value is, however two values are compared: `set of codes`."""
    heading = row.heading
    view = _VIEWS.get(heading.view, heading.view).format(level=heading.tree_level)
    return f"{view} per article" if _is_of_articles(row) else view


def _is_of_articles(row: Row) -> bool:
    return bool(row.sample.units) and row.sample.units[0][1] == 0


def row_label(codebook: Codebook | None, row: Row) -> str:
    """The row as it is called in running text: `Actor, set of codes (Jaccard)`."""
    return f"{variable_label(codebook, row.heading)}, {compared(row)}"


def with_labels(codebook: Codebook | None, remark: str) -> str:
    """The remark with the labels of the variables by which statements were compared."""
    start = "compared by "
    if not remark.startswith(start):
        return remark
    names = remark.removeprefix(start).split(", ")
    return start + listed([label(codebook, name) for name in names])


class Reasons:
    """Marks for reasons: the same reason has the same mark, in the order of their coming."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}

    def mark(self, reason: str) -> str:
        """`(a)` for the first reason, `(b)` for the next."""
        if not reason:
            return ""
        return self._marks.setdefault(reason, f"({_letters(len(self._marks))})")

    def notes(self) -> tuple[str, ...]:
        """Every mark with its reason."""
        return tuple(f"{mark} {plain(reason)}." for reason, mark in self._marks.items())


def _letters(place: int) -> str:
    more, rest = divmod(place, 26)
    return (_letters(more - 1) if more else "") + chr(ord("a") + rest)


def told_once(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """`rows: remark.`, each remark once with all rows that it is about."""
    about: dict[str, list[str]] = {}
    for row, remark in said:
        about.setdefault(remark, []).append(row)
    return tuple(f"{'; '.join(rows)}: {plain(remark)}." for remark, rows in about.items())
