"""Codings written in one line each, for tests of the report."""

from collections.abc import Iterable, Mapping

from annotator import codebook_file
from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.reports.reliability import Reliability, reliability
from annotator.reports.row import Row

CODEBOOK = """\
codebook: small
version: 1.0.0
title: Who says what
article:
  length: {label: Length, measurement: ratio, min: -100}
  day: {label: Day, measurement: date}
  note: {label: Note, measurement: text, required: false}
paragraph:
  tone:
    label: Tone
    measurement: ordinal
    codes:
      bad: {label: Bad, value: -1}
      good: {label: Good, value: 1}
      none: {label: None, off_scale: true}
  topics:
    label: Topics
    select: many
    required: false
    ask_if: {tone: [bad, good]}
    codes:
      war: {label: War, codes: {bombs: Bombs, troops: Troops}}
      peace: Peace
statement:
  actor:
    label: Actor
    codes:
      us: {label: United States, codes: {congress: Congress}}
      dprk: North Korea
  lever:
    label: Lever
    select: many
    codes: {sanctions: Sanctions, talks: Talks}
"""

B, C = Kind.BODY, Kind.CAPTION
KINDS = {"one": [B, B, B, C]}


def codebook(source: str = CODEBOOK) -> Codebook:
    return codebook_file.load(source, name="small.yaml")


def finished(units: Mapping[str, Iterable[int]]) -> list[UnitRow]:
    """Which paragraphs of the article each coder finished."""
    return [
        UnitRow(coder, "main", "one", paragraph, True, False, "", 0)
        for coder, paragraphs in units.items()
        for paragraph in paragraphs
    ]


def coding(line: str, *, version: str = "1.0.0") -> CodingRow:
    """`ana 2 tone=bad`, `ana 2 s1 actor=us`, `ben 2 topics=?` (cannot tell) or `=-`."""
    coder, paragraph, *statement, assignment = line.split()
    variable, _, value = assignment.partition("=")
    state = {"?": "cannot_tell", "-": "not_applicable"}.get(value, "coded")
    return CodingRow(
        coder, "main", "one", int(paragraph), statement[0] if statement else "", variable,
        value if state == "coded" else "", state, 0, version,
    )  # fmt: skip


def report(
    lines: Iterable[str | CodingRow],
    units: Mapping[str, Iterable[int]],
    kinds: Mapping[str, list[Kind]] = KINDS,
    source: str = CODEBOOK,
    **options: object,
) -> Reliability:
    codings = [coding(line) if isinstance(line, str) else line for line in lines]
    statements = {
        StatementRow(row.coder, "main", "one", row.paragraph, row.statement, False, "", 0)
        for row in codings
        if row.statement
    }
    return reliability(
        codebook(source),
        kinds,
        codings,
        finished(units),
        sorted(statements),
        **options,  # type: ignore[arg-type]
    )


def row(found: Reliability, variable: str, view: str, code: str = "", level: str = "") -> Row:
    """The one row with that heading."""
    (only,) = [
        r
        for r in found.rows
        if (r.heading.variable, r.heading.view, r.heading.code) == (variable, view, code)
        and level in ("", r.heading.level)
    ]
    return only
