"""How much of each coder's answers each code makes up: coders who use a code more than others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.model.codebook import Codebook
from annotator.reports.document import Block, Panel, Picture, Shares
from annotator.reports.row import Row
from annotator.reports.written.codes import uses_by_code
from annotator.reports.written.words import code_label, label, plain

MOST_CODES, MOST_CODERS = 25, 8
"""What a panel can hold: the most frequent codes, and coders with marks of their own."""

_NOTE = (
    "A mark is a coder's share of units with the code, among the units with an answer; the "
    "line runs from the lowest to the highest. Marks far apart: coders use the code unequally."
)


def margins_picture(
    codebook: Codebook | None, rows: Sequence[Row], coders: Sequence[str]
) -> Iterator[Block]:
    """A panel for each variable whose codes stand in the table of codes."""
    if not 1 < len(coders) <= MOST_CODERS:
        return
    found: dict[str, dict[str, Mapping[str, int]]] = {}
    answers: dict[str, Mapping[str, int]] = {}
    for row in rows:
        for code, uses in uses_by_code(codebook, row):
            found.setdefault(row.heading.variable, {})[code] = uses
            answers[row.heading.variable] = _answers(row)
    panels = [
        _panel(codebook, variable, uses, answers[variable], coders)
        for variable, uses in found.items()
    ]
    if panels:
        yield Picture("How often each coder used each code", tuple(panels), (_NOTE,))


def _answers(row: Row) -> dict[str, int]:
    given = (row.sample.data.codes >= 0).sum(axis=1).tolist()
    return dict(zip(row.sample.coders, given, strict=True))


def _panel(
    codebook: Codebook | None,
    variable: str,
    uses: Mapping[str, Mapping[str, int]],
    answers: Mapping[str, int],
    coders: Sequence[str],
) -> Panel:
    ranked = sorted(uses, key=lambda code: -sum(uses[code].values()))[:MOST_CODES]
    codes = [code for code in uses if code in ranked]
    shares = tuple(
        tuple(_share(uses[code].get(coder, 0), answers.get(coder, 0)) for coder in coders)
        for code in codes
    )
    labels = tuple(code_label(codebook, variable, code).rpartition(" > ")[2] for code in codes)
    title = label(codebook, variable)
    if len(uses) > len(codes):
        title += f"; the {len(codes)} most frequent of {len(uses)} codes"
    names = tuple(map(plain, coders))
    return Panel(title, Shares(labels, names, shares), _alt(labels, names, shares))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _alt(labels: Sequence[str], coders: Sequence[str], shares: Sequence[Sequence[float]]) -> str:
    """The code on which coders differ most."""
    widths = [max(of_code) - min(of_code) for of_code in shares]
    place = max(range(len(labels)), key=widths.__getitem__)
    told = ", ".join(
        f"{coder} {part:.0%}" for coder, part in zip(coders, shares[place], strict=True)
    )
    return f"shares of {len(labels)} codes; furthest apart for {labels[place]}: {told}"
