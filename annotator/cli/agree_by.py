"""`annotator agree --by`: the figures of parts of the units, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from annotator.cli import coder_roles
from annotator.cli.agree_more import Part
from annotator.cli.agree_table import (
    coefficient_name,
    full_name,
    number,
    shown,
    told_once,
    wrapped,
)
from annotator.cli.agree_text import fitted
from annotator.terminal import visible

if TYPE_CHECKING:
    from annotator.reports.row import Row
    from annotator.reports.splits import Group, Split, Versions
    from annotator.study import Study


def part(rows: Sequence[Row], wanted: dict[str, Any], study: Study | None) -> Part:
    """Each row in the parts that `--by` names."""
    from annotator.reports.diagnosis_figures import split_json

    by = wanted["by"]
    splits = list(splits_of(rows, wanted, study))
    value = {"by": by, "rows": [split_json(split) for split in splits]}
    return Part("by", value, [line for split in splits for line in _lines(by, split)])


def splits_of(rows: Sequence[Row], wanted: dict[str, Any], study: Study | None) -> Iterator[Split]:
    """The rows in the parts that `by` of what is wanted names."""
    from annotator.reports import splits

    by, coders = wanted["by"], wanted["coders"] or None
    if study is None:
        yield from (splits.by_pair(row, {}) for row in rows)
        return
    if by == "round":
        yield from splits.by_round(rows, _reports(study, wanted))
        return
    versions = splits.versions_of(study.codings(coders=coders, round=study.round))
    if by in ("week", "batch"):
        yield from _by_time(rows, wanted, study, versions)
        return
    for row in rows:
        if by == "article":
            names = {header.id: header.name for header in study.headers()}
            yield splits.by_article(row, names, versions)
        elif by == "pair":
            yield splits.by_pair(row, versions, coder_roles.names(study))
        else:
            yield splits.by_version(row, versions)


def _by_time(
    rows: Sequence[Row], wanted: dict[str, Any], study: Study, versions: Versions
) -> Iterator[Split]:
    from annotator.reports import splits

    times = splits.finished_at(study.units(coders=wanted["coders"] or None, round=study.round))
    for row in rows:
        if wanted["by"] == "week":
            yield splits.by_week(row, times, versions)
        else:
            yield splits.by_batch(row, times, versions, wanted["batch_size"] or splits.BATCH)


def _reports(study: Study, wanted: dict[str, Any]) -> dict[str, Sequence[Row]]:
    """The rows of every round that counts, the one that was begun first at the head."""
    from annotator.study import Study

    begun: dict[str, int] = {}
    left_out = study.rounds_without_figures()
    for unit in study.units(coders=wanted["coders"] or None):
        if unit.done and unit.round not in left_out:
            begun[unit.round] = min(unit.at, begun.get(unit.round, unit.at))
    reports: dict[str, Sequence[Row]] = {}
    for name in sorted(begun, key=lambda round_: (begun[round_], round_)):
        with Study.open(study.path, round=name, read_only=True) as other:
            report = other.reliability(
                variables=wanted["variables"],
                coders=wanted["coders"] or None,
                pairs=wanted["pairs"] or None,
                all_paragraphs=wanted["all_paragraphs"],
            )
        found = [*report.rows, *report.whole_statements(wanted["variables"])]
        reports[name] = [r for r in found if wanted["codes"] or r.heading.view != "presence"]
    return reports


def _lines(by: str, split: Split) -> Iterator[str]:
    names = list(dict.fromkeys(c.name for group in split.groups for c in shown(group.row)))
    head = [by.capitalize(), "Units", "Coders", "Agree", *map(coefficient_name, names)]
    yield from ("", visible(f"By {by}: {full_name(split.whole)}"))
    rows = [head, *(_cells(group, names) for group in split.groups)]
    yield from fitted(rows, right=range(1, len(head)))
    for note in told_once(list(_notes(split)), len(split.groups)):
        yield from wrapped(visible(note))
    for remark in split.remarks:
        yield from wrapped(f"Remark: {remark}.")


def _cells(group: Group, names: Sequence[str]) -> list[str]:
    row, share = group.row, group.row.percent_agreement
    agree = number(None) if share is None else f"{share:.1%}"
    values = {c.name: number(c.value) for c in row.coefficients}
    figures = [values.get(name, "") for name in names]
    return [group.name, f"{row.n_units:,}", str(row.n_coders), agree, *figures]


def _notes(split: Split) -> Iterator[tuple[str, str]]:
    """Why a figure is undefined, and parts that rest on several codebook versions."""
    for group in split.groups:
        why = dict.fromkeys(c.reason for c in shown(group.row) if c.value is None)
        mixed = [note for note in group.row.remarks if note.startswith("coded under")]
        yield from ((group.name, said) for said in (*why, *mixed))
