"""Small tables that stand beside the codings: coders, decisions, articles, the agreement table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.exporters.cells import Cell, iso_time
from annotator.exporters.columns import Column
from annotator.exporters.job import Choice, Source
from annotator.exporters.parts import Row
from annotator.model.coding import SEPARATOR, State
from annotator.model.columns import METADATA_PREFIX
from annotator.model.decision import DecisionRow

CODER_COLUMNS = ("coder", "role", "units_finished", "rounds", "note")
FIGURE_COLUMNS = (
    *("round", "variable", "view", "code", "level", "depth", "n_units", "n_coders", "n_pairable"),
    *("n_missing", "n_not_applicable", "n_cannot_tell", "percent_agreement"),
    *("coefficient", "value", "reason", "low", "high"),
    *("ci_level", "ci_method", "replicates", "seed", "ci_reason"),
)
DECISION_COLUMNS = (
    *("decided_by", "round", "article_id", "paragraph", "statement", "variable", "value", "state"),
    *("reason", "note", "rule", "codebook", "time"),
)
ARTICLE_COLUMNS = (
    *("article_id", "article", "title", "author", "source", "date", "url"),
    *("n_paragraphs", "n_characters", "sha256", "encoding"),
)


def names(columns: Sequence[Column]) -> list[str]:
    """The header of a table."""
    return [column.name for column in columns]


@dataclass(slots=True)
class _Met:
    finished: int
    rounds: set[str]


def coder_rows(source: Source) -> Iterator[Row]:
    """Everybody who coded or was described: role, finished units, rounds, note."""
    described = {coder.name: coder for coder in source.about.described_coders}
    met: dict[str, _Met] = {name: _Met(0, set()) for name in (*source.about.coders, *described)}
    for unit in source.units():
        found = met.setdefault(unit.coder, _Met(0, set()))
        found.finished += unit.done
        found.rounds.add(unit.round)
    for name in sorted(met):
        coder = described.get(name)
        role, note = (str(coder.role), coder.note) if coder else (None, "")
        rounds = SEPARATOR.join(sorted(met[name].rounds))
        yield name, role, met[name].finished, rounds or None, note or None


def figure_rows(source: Source) -> Iterator[Row]:
    """A row for each coefficient of the agreement table."""
    for figure in source.figures():
        yield tuple(_cell(figure.get(column)) for column in FIGURE_COLUMNS)


def decision_rows(source: Source) -> Iterator[Row]:
    """A row for each decided answer."""
    return map(_of_decision, source.decisions())


def _of_decision(row: DecisionRow) -> Row:
    value = row.value if row.state == State.CODED else row.state
    return (
        row.coder, row.round, row.article, row.paragraph, row.statement or None, row.variable,
        value or None, row.state, row.reason, row.note or None, row.rule or None, row.codebook,
        iso_time(row.at),
    )  # fmt: skip


def article_columns(choice: Choice) -> tuple[str, ...]:
    """The columns of the table of articles; their text is the last, where it is asked for."""
    told = (METADATA_PREFIX + name for name in choice.metadata)
    return (*ARTICLE_COLUMNS, *told, *(("text",) if choice.text else ()))


def article_rows(source: Source, choice: Choice) -> Iterator[Row]:
    """A row for each article."""
    for article in source.articles():
        given = (article.title, article.author, article.source, article.date, article.url)
        row = (
            article.id, article.name, *(cell or None for cell in given), len(article.paragraphs),
            len(article.text), article.sha256 or None, article.encoding or None,
            *(article.metadata.get(name) or None for name in choice.metadata),
        )  # fmt: skip
        yield (*row, article.text) if choice.text else row


def _cell(value: str | float | None) -> Cell:
    return None if value == "" else value
