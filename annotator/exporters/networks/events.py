"""Statements as the event list of Discourse Network Analyzer (DNA 3, `Exporter.java`).

Cells are separated by `;`. A `;` in a text becomes `,` and a `"` becomes `'`, as DNA does it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from annotator.exporters.cells import Cells
from annotator.exporters.coded import CodedUnit
from annotator.exporters.delimited import neutralized
from annotator.exporters.job import Choice, Report
from annotator.exporters.networks.gathered import as_day
from annotator.model.article import Article
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import MAIN_ROUND, CodingRow, State

_BEFORE = ("statement_id", "time")
_AFTER = (
    "start_position", "stop_position", "text", "coder", "document_id", "document_title",
    "document_author", "document_source", "document_section", "document_type",
)  # fmt: skip
_ALTERED = "texts hold ; or \", which DNA's format writes as , and '"
_SPECIAL = "values not applicable or impossible to tell: DNA's event list has an empty cell"
_OTHERS = "codings of paragraphs and articles: an event list holds statements only"
_MEMOS = "memos and flags: an event list has no place for them"


class EventList:
    """Writes statements as events, one line each; `count` is how many."""

    def __init__(self, stream: TextIO, codebook: Codebook, choice: Choice, report: Report) -> None:
        self.count = 0
        self._stream, self._choice, self._report = stream, choice, report
        self._cells = Cells(codebook, choice.values, report)
        self._variables: Sequence[Variable] = [
            variable
            for variable in codebook.at(Level.STATEMENT)
            if not choice.variables or variable.id in choice.variables
        ]
        names = (*_BEFORE, *(variable.id for variable in self._variables), *_AFTER)
        self._put(names)

    def write(self, unit: CodedUnit, document: int) -> None:
        """The statements of a unit; `document` is the number of its article, from 1."""
        by_statement: defaultdict[str, dict[str, CodingRow]] = defaultdict(dict)
        for coding in unit.codings:
            by_statement[coding.statement][coding.variable] = coding
        self._report.left_out[_OTHERS] += len(by_statement.pop("", {}))
        self._report.left_out[_MEMOS] += bool(unit.memo) + unit.flagged
        day = as_day(unit.article.date)
        time = f"{day} 00:00:00" if day else ""
        for row in unit.statements:
            self.count += 1
            values = self._values(by_statement[row.statement])
            self._put((self.count, time, *values, *self._where(unit, document)))
            self._report.left_out[_MEMOS] += bool(row.memo) + row.flagged

    def _values(self, codings: Mapping[str, CodingRow]) -> Iterator[object]:
        for variable in self._variables:
            coding = codings.get(variable.id)
            if coding is None:
                yield ""
            elif coding.state != State.CODED:
                self._report.left_out[_SPECIAL] += 1
                yield ""
            else:
                value = self._cells.wide(variable, coding.value, coding.state)
                yield "" if value is None else value

    def _where(self, unit: CodedUnit, document: int) -> tuple[object, ...]:
        article, paragraph = unit.article, unit.article.paragraph(unit.paragraph)
        text = unit.article.paragraph_text(unit.paragraph) if self._choice.text else ""
        coder = unit.coder if unit.round == MAIN_ROUND else f"{unit.coder} ({unit.round})"
        return (paragraph.start, paragraph.end, text, coder, document, *_of(article))

    def _put(self, cells: Sequence[object]) -> None:
        self._stream.write(";".join(map(self._cell, cells)) + "\n")

    def _cell(self, cell: object) -> str:
        if not isinstance(cell, str):
            return str(cell)
        text = plain(cell)
        if text != cell:
            self._report.notes[_ALTERED] += 1
        return f'"{neutralized(text) if self._choice.neutralize else text}"'


def plain(text: str) -> str:
    """A text as DNA writes it."""
    return text.replace(";", ",").replace('"', "'")


def _of(article: Article) -> tuple[str, ...]:
    more = (article.metadata.get(name, "") for name in ("section", "type"))
    return (article.title or article.name, article.author, article.source, *more)
