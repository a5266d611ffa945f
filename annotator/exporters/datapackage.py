"""A Frictionless data package: CSV tables, and a `datapackage.json` that says what they hold.

Data Package standard, version 2 (datapackage.org), in the parts that programs for version 1 read
as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.exporters.about_tables import (
    CODER_COLUMNS,
    DECISION_COLUMNS,
    article_columns,
    article_rows,
    coder_rows,
    decision_rows,
)
from annotator.exporters.coded import chosen_units
from annotator.exporters.columns import Column, Layout, Type
from annotator.exporters.datapackage_fields import field_of, package_of
from annotator.exporters.delimited import Delimited
from annotator.exporters.dictionary import Entry, asked_for, entries
from annotator.exporters.files import Destination
from annotator.exporters.hashed import Hashed
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.lines import LineWriter
from annotator.exporters.parts import Row
from annotator.exporters.rows import tables_in

DESCRIPTOR = "datapackage.json"
_KEYS: Mapping[str, tuple[str, ...]] = {
    "long": ("coder", "round", "article_id", "paragraph", "statement", "variable"),
    "statements": ("coder", "round", "article_id", "paragraph", "statement"),
    "paragraphs": ("coder", "round", "article_id", "paragraph"),
    "articles": ("article_id",),
    "coders": ("coder",),
}
_OF_ARTICLE = ("articles", "article_id")
_OF_CODER = ("coders", "coder")
_ABOUT = {
    "long": "One row for each coding.",
    "statements": "One row for each statement, or for a finished paragraph without one.",
    "paragraphs": "One row for each coder's work on a paragraph, or on the article (paragraph 0).",
    "articles": "One row for each article.",
    "codebook": "What columns, variables and codes mean.",
    "coders": "One row for each coder.",
    "decisions": "One row for each decided answer.",
}
_INTEGERS = frozenset(("n_paragraphs", "n_characters", "units_finished", "paragraph"))


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the tables and their description."""
    choice = replace(choice, bom=False)  # a reader of the package is told the encoding
    report = Report()
    descriptor = to.open(DESCRIPTOR)
    form = Delimited(choice)
    package = _Package(form, to, report)
    made = tables_in(form.part, source.codebook, choice, report)
    outs = [package.begin(table.shape, table.columns).writer for table in made]
    for unit in chosen_units(source, choice, report):
        for table, out in zip(made, outs, strict=True):
            out.write(table.rows(unit))
    package.end()
    for name, columns, rows in _beside(source, choice, made):
        package.whole(name, columns, rows)
    resources = [_described(made_of, choice) for made_of in package.made]
    described = package_of(source, resources)
    descriptor.write(json.dumps(described, ensure_ascii=False, indent=2) + "\n")
    return report


def _beside(
    source: Source, choice: Choice, made: Sequence[Layout]
) -> Iterable[tuple[str, Sequence[str], Iterable[Row]]]:
    """The tables beside the codings: name, columns, rows."""
    yield "articles", article_columns(choice), article_rows(source, choice)
    yield "codebook", Entry._fields, entries(made, asked_for(source.codebook, choice))
    yield "coders", CODER_COLUMNS, coder_rows(source)
    yield "decisions", DECISION_COLUMNS, decision_rows(source)


@dataclass(frozen=True, slots=True)
class _Resource:
    """A table that is being written, or was."""

    name: str
    columns: Sequence[Column]
    stream: Hashed
    writer: LineWriter


@dataclass(slots=True)
class _Package:
    """The tables of the package, in the order in which they were begun."""

    form: Delimited
    to: Destination
    report: Report
    made: list[_Resource] = field(default_factory=list)

    def begin(self, name: str, columns: Sequence[Column]) -> _Resource:
        """A new table, with its header."""
        stream = Hashed(self.to.open(f"{name}.csv"))
        writer = LineWriter(stream.as_text, columns, self.form)
        self.made.append(_Resource(name, columns, stream, writer))
        return self.made[-1]

    def end(self) -> None:
        """Put the numbers of rows into the report."""
        self.report.rows.update({f"{one.name}.csv": one.writer.count for one in self.made})

    def whole(self, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """A table as a whole."""
        writer = self.begin(name, [_plain(column) for column in columns]).writer
        for row in rows:
            writer.write_cells(row)
        self.end()


def _plain(name: str) -> Column:
    kind = Type.TIME if name == "time" else Type.INTEGER if name in _INTEGERS else Type.TEXT
    return Column(name, kind, "")


def _described(made: _Resource, choice: Choice) -> dict[str, object]:
    """The resource as the descriptor has it."""
    names = [column.name for column in made.columns]
    schema: dict[str, object] = {
        "fields": [field_of(column, choice) for column in made.columns],
        "missingValues": [""],
    }
    if key := _KEYS.get(made.name):
        schema["primaryKey"] = list(key)
    if keys := [_foreign(*one) for one in (_OF_ARTICLE, _OF_CODER)
                if one[1] in names and one[0] != made.name]:  # fmt: skip
        schema["foreignKeys"] = keys
    return {
        "name": made.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "title": _ABOUT[made.name],
        "path": f"{made.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": made.stream.bytes,
        "hash": f"sha256:{made.stream.sha256}",
        "dialect": {"delimiter": choice.delimiter, "lineTerminator": "\n", "doubleQuote": True},
        "schema": schema,
    }


def _foreign(resource: str, column: str) -> dict[str, object]:
    return {"fields": [column], "reference": {"resource": resource, "fields": [column]}}
