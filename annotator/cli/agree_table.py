"""Rows of a reliability report as a table of at most 80 columns, with what explains it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from annotator.cli import agree_coefficients, agree_intervals
from annotator.cli.table import cells, table
from annotator.reports.row_names import row_name
from annotator.terminal import visible

if TYPE_CHECKING:
    from annotator.agreement import Coefficient
    from annotator.agreement.intervals import Interval
    from annotator.reports.row import Row

WIDTH = 80
_HEAD = ["Variable", "Level", "Units", "Coders", "Agree", "Coefficient", "Value", "95 %"]
_NUMBERS = (2, 3, 4, 6)
_CODERS, _COEFFICIENT = 3, 5
_GAP = 2
_UNDEFINED = "–"
_USUAL = (
    *("krippendorff_alpha", "alpha_jaccard", "alpha_masi", "cohen_kappa"),
    *("alpha_tree", "statement_alpha", "matched_f1"),
    *("alpha_U", "u_alpha", "bar_u_alpha", "cu_alpha", "ku_alpha"),
    *("span_f1_exact", "span_f1_overlap"),
)
_MEANINGS = {
    "krippendorff_alpha": "alpha: Krippendorff's alpha at the level named (Krippendorff 2011).",
    "alpha_jaccard": "alpha Jaccard: alpha over sets of codes, distance 1 - J, J being shared "
    "codes by all codes of two sets (Jaccard 1912).",
    "alpha_masi": "alpha MASI: alpha over sets of codes, distance 1 - J M (Passonneau 2006).",
    "alpha_tree": "alpha tree: alpha over codes of a tree; the distance is the share of the steps "
    "up to the root that two codes do not share (Wu and Palmer 1994).",
    "cohen_kappa": "kappa: Cohen's kappa of two coders, nominal (Cohen 1960).",
    "statement_alpha": "statement alpha: alpha over a coder's whole set of statements; the "
    "distance of two sets is the cost of their best matching (docs/statistics.md).",
    "matched_f1": "F1: twice the statements that two coders share by all statements of both, over "
    "all pairs of coders (Dice 1945); not corrected for chance.",
    "alpha_U": "alpha U: where spans of each code begin and end (Krippendorff 1995, 2004).",
    "u_alpha": "u-alpha: spans with their codes, and the gaps (Krippendorff et al. 2016).",
    "bar_u_alpha": "|u-alpha: what is marked at all (Krippendorff et al. 2016).",
    "cu_alpha": "cu-alpha: the codes of text that two coders marked (Krippendorff et al. 2016).",
    "ku_alpha": "(k)u-alpha: one code told from the others there (Krippendorff et al. 2016).",
    "span_f1_exact": "F1 exact: F1 of spans with the same start, end and code; not corrected for "
    "chance (Hripcsak and Rothschild 2005).",
    "span_f1_overlap": "F1 overlap: F1 of spans that share a character and the code.",
}
_SHORTER = {"statement alpha": "alpha"}
_AGREE = "Agree: share of agreeing pairs of coders in a unit, averaged over units (Gwet 2014)."


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """The table, the reasons and remarks, and what each coefficient is."""
    yield from _table(rows)
    for note in _notes(rows):
        yield from wrapped(visible(note))
    yield ""
    for meaning in definitions(rows):
        yield from wrapped(meaning)


def definitions(rows: Sequence[Row]) -> Iterator[str]:
    """What each coefficient of the table is, and how its interval was made."""
    used = dict.fromkeys(c.name for row in rows for c in shown(row))
    yield _AGREE
    yield from map(definition, used)
    yield from agree_intervals.how_made(_intervals(rows))
    yield from _articles_given(rows)


def definition(name: str) -> str:
    """What a coefficient is and where it comes from, in a sentence."""
    return _MEANINGS.get(name) or agree_coefficients.meaning(name)


def definitions_by_name(rows: Sequence[Row]) -> dict[str, str]:
    """The same of every coefficient of the rows, shown in the table or not."""
    used = dict.fromkeys(c.name for row in rows for c in row.coefficients)
    return {"percent_agreement": _AGREE} | {name: definition(name) for name in used}


def frame(about: dict[str, Any]) -> str:
    """Over which paragraphs of a study the figures are computed."""
    counted, finished = about["n_paragraphs"], about["n_finished"]
    whole = f"; {about['n_articles']:,} articles as a whole" if about["n_articles"] else ""
    if counted == finished:
        return f"All {finished:,} finished paragraphs count{whole}"
    return f"{counted:,} of {finished:,} finished paragraphs are codable and count{whole}"


def _table(rows: Sequence[Row]) -> Iterator[str]:
    lines = [_HEAD, *(line for row in rows for line in _cells(row))]
    left_out = set() if any(line[-1] for line in lines[1:]) else {len(_HEAD) - 1}
    if not left_out:
        lines = [[*line[:_COEFFICIENT], _short(line[_COEFFICIENT]), *line[6:]] for line in lines]
        if all(row.n_coders == len(row.sample.coders) for row in rows):
            left_out = {_CODERS}
    kept = [column for column in range(len(_HEAD)) if column not in left_out]
    right = [place for place, column in enumerate(kept) if column in _NUMBERS]
    yield from table(_fitted([[line[column] for column in kept] for line in lines]), right=right)


def _short(name: str) -> str:
    """The alphas over sets by their distances alone, and the head of their column."""
    return {_HEAD[_COEFFICIENT]: "Coeff.", **_SHORTER}.get(name, name.removeprefix("alpha "))


def _intervals(rows: Sequence[Row]) -> list[Interval]:
    return [row.ci[c.name] for row in rows for c in shown(row) if c.name in row.ci]


def _articles_given(rows: Sequence[Row]) -> Iterator[str]:
    """Which intervals are about the articles at hand alone, by name where others are not."""
    from annotator.reports.intervals import ARTICLES_GIVEN, takes_articles_as_given

    made = [row for row in rows if any(one.low is not None for one in _intervals([row]))]
    given = [row for row in made if any(takes_articles_as_given(row, i) for i in _intervals([row]))]
    if given:
        named = "" if len(given) == len(made) else f"{'; '.join(map(full_name, given))}: "
        yield visible(f"{named}{ARTICLES_GIVEN}")


def wrapped(text: str) -> list[str]:
    """A sentence in lines of at most 80 columns, the second and later ones indented."""
    return wrap(text, WIDTH, subsequent_indent="  ") or [""]


def coefficient_name(name: str) -> str:
    """How a coefficient is called in the table."""
    return agree_coefficients.SHORT.get(name, name)


def full_name(row: Row) -> str:
    """The row's name with its level of measurement."""
    return f"{row_name(row.heading)}, {row.heading.level}"


def number(value: float | None) -> str:
    """A coefficient with four decimals; a dash where it is undefined."""
    return _UNDEFINED if value is None else f"{value:.4f}"


def shown(row: Row) -> list[Coefficient]:
    """The other shares of agreement stand in --json and --csv only, unless asked for."""
    return [c for c in row.coefficients if c.name in _USUAL or c.name in row.asked]


def _cells(row: Row) -> Iterator[list[str]]:
    share = row.percent_agreement
    agree = _UNDEFINED if share is None else f"{share:.1%}"
    about = [row_name(row.heading), row.heading.level, f"{row.n_units:,}", str(row.n_coders), agree]
    for c in shown(row):
        interval = agree_intervals.cell(row.ci.get(c.name))
        yield [*about, coefficient_name(c.name), number(c.value), interval]
        about = [""] * len(about)


def _fitted(rows: list[list[str]]) -> list[list[str]]:
    """The first column cut so that the table fits."""
    others = list(zip(*rows, strict=True))[1:]
    taken = sum(_GAP + max(map(cells, column)) for column in others)
    return [[cut(row[0], WIDTH - taken), *row[1:]] for row in rows]


def cut(text: str, width: int) -> str:
    """The text in so many cells, with a mark where some of it is missing."""
    if cells(text) <= width:
        return text
    while cells(text) >= width:
        text = text[:-1]
    return text + "…"


def _notes(rows: Sequence[Row]) -> Iterator[str]:
    undefined = [
        (f"{full_name(row)}, {' and '.join(names)}", reason)
        for row in rows
        for reason, names in _reasons(row).items()
    ]
    remarks = [(full_name(row), remark) for row in rows for remark in row.remarks]
    without = [
        (f"{full_name(row)}, {' and '.join(names)}", reason)
        for row in rows
        for reason, names in _reasons_of_intervals(row).items()
    ]
    if undefined:
        yield from ("", f"{_UNDEFINED} is undefined:", *told_once(undefined, len(rows)))
    if without:
        yield from ("", "No interval:", *told_once(without, len(rows)))
    if remarks:
        yield from ("", "Remarks:", *told_once(remarks, len(rows)))


def _reasons(row: Row) -> dict[str, list[str]]:
    """Why coefficients of the row are undefined, each reason with their names."""
    names_of: dict[str, list[str]] = {}
    for c in shown(row):
        if c.value is None:
            names_of.setdefault(c.reason or "", []).append(coefficient_name(c.name))
    return names_of


def _reasons_of_intervals(row: Row) -> dict[str, list[str]]:
    """Why defined coefficients of the row have no interval, each reason with their names."""
    names_of: dict[str, list[str]] = {}
    for c in shown(row):
        if c.value is not None and c.name in row.ci and (reason := row.ci[c.name].reason):
            names_of.setdefault(reason, []).append(coefficient_name(c.name))
    return names_of


def told_once(notes: Sequence[tuple[str, str]], n_rows: int) -> Iterator[str]:
    """`rows: what holds of them`, however many they are."""
    rows_of: dict[str, list[str]] = {}
    for name, said in notes:
        rows_of.setdefault(said, []).append(name)
    for said, names in rows_of.items():
        every = n_rows > 1 and len(names) == n_rows
        yield f"{'every row' if every else '; '.join(names)}: {said}."
