"""The reliability report as lines of a table. Pure, but for the one function that reads a study."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from annotator.tui.safe import content

if TYPE_CHECKING:
    from annotator.agreement import Coefficient
    from annotator.reports.reliability import Reliability
    from annotator.reports.row import Row

PRESENCE = "presence"
_NAMES = {
    "krippendorff_alpha": "Krippendorff's alpha",
    "alpha_jaccard": "alpha (Jaccard)",
    "alpha_masi": "alpha (MASI)",
    "cohen_kappa": "Cohen's kappa",
    "percent_agreement_pooled": "coder pairs agree",
    "percent_all_agree": "all agree",
}
_SHARES = ("percent_agreement_pooled", "percent_all_agree")
NARROW = 70
"""Screens narrower than this (in cells) leave out level, coders and the second alpha."""


def compute(path: Path, round: str) -> Reliability:
    """The agreement of all coders of a round, from a connection of its own."""
    from annotator.study import Study

    with Study.open(path, round=round, read_only=True) as study:
        return study.reliability()


def summary(found: Reliability) -> Content:
    """Who is compared, on how much."""
    coders = ", ".join(found.coders) or "nobody"
    return content(
        f"Coders: {coders}. {found.n_paragraphs} codable paragraphs of {found.n_finished} finished."
    )


def heading_line(width: int) -> Content:
    """The names of the columns, on a screen of that width."""
    cells = ("VARIABLE", "VIEW", "LEVEL", "N", "CODERS", "AGREE", "ALPHA", "MASI")
    return Content("  ") + content(_columns(cells, width), "bold")


def row_line(row: Row, width: int) -> Content:
    """One row of the table. The first alpha of a set is the one with Jaccard's distance."""
    heading = row.heading
    view = heading.code if heading.view == PRESENCE else heading.view.replace("_", " ")
    agree = "–" if row.percent_agreement is None else f"{row.percent_agreement:.0%}"
    alpha, masi = [*map(_figure, row.alphas), ""][:2]
    cells = (heading.variable, view, heading.level, f"{row.n_units}", f"{row.n_coders}", agree)
    return content(_columns((*cells, alpha, masi), width))


def details(row: Row) -> Content:
    """Every coefficient of a row, the reasons for those without a value, and the remarks."""
    return Content("\n").join(content(line) for line in _detail_lines(row))


def remarks(found: Reliability) -> Content:
    """What is not in the rows."""
    return content("; ".join(found.remarks))


def _detail_lines(row: Row) -> Iterator[str]:
    defined = [c for c in row.coefficients if c.value is not None]
    for are_shares in (False, True):
        if alike := [c for c in defined if (c.name in _SHARES) is are_shares]:
            yield "   ".join(f"{_name(c)} {_figure(c)}" for c in alike)
    for coefficient in row.coefficients:
        if coefficient.value is None:
            yield f"{_name(coefficient)} is undefined: {coefficient.reason}"
    yield from (f"! {remark}" for remark in row.remarks)


def _name(coefficient: Coefficient) -> str:
    return _NAMES.get(coefficient.name, coefficient.name.replace("_", " "))


def _figure(coefficient: Coefficient) -> str:
    """As journals print it: `.923`, `-.050`, `1.000`, a share `98%`; a dash where there is none."""
    if coefficient.value is None:
        return "–"
    if coefficient.name in _SHARES:
        return f"{coefficient.value:.0%}"
    return f"{coefficient.value:.3f}".replace("0.", ".", 1)


def _columns(cells: tuple[str, ...], width: int) -> str:
    """Words to the left, numbers to the right; words that are too long are cut."""
    variable, view, level, n, coders, agree, alpha, masi = cells
    if width < NARROW:
        return f"{_cut(f'{variable} {view}', 18)}{n:>5}{agree:>6}{alpha:>7}"
    words = _cut(variable, 18) + _cut(view, 14) + _cut(level, 9)
    # with the cursor's mark 77 columns: a scroll bar takes 2 of 80
    return f"{words}{n:>5}{coders:>8}{agree:>6}{alpha:>8}{masi:>7}"


def _cut(text: str, width: int) -> str:
    return f"{text:<{width}}" if len(text) < width else f"{text[: width - 2]}… "
