"""The folder: a table for each shape, and the card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from annotator.exporters.annotations.answered import DECISIONS
from annotator.exporters.annotations.textfile import text_file
from annotator.exporters.coded import CodedUnit, chosen_units
from annotator.exporters.columns import Layout
from annotator.exporters.dictionary import asked_for
from annotator.exporters.files import Destination
from annotator.exporters.huggingface.card import card
from annotator.exporters.huggingface.encoded import Encoded, encoder
from annotator.exporters.huggingface.features import Feature, feature
from annotator.exporters.huggingface.parquet import LinesWriter, ParquetWriter, Writer, pyarrow
from annotator.exporters.job import Choice, Report, Shape, Source, Values
from annotator.exporters.parts import Row
from annotator.exporters.rows import Table, tables
from annotator.model.codebook import Level

Part = tuple[Table[Row], Callable[[Row], list[Encoded]], Writer]

_NO_ARROW = "tables are JSON Lines: with the package pyarrow they would be Parquet"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write statements and paragraphs (or the shapes that were asked for) and the card."""
    report = Report()
    report.left_out[DECISIONS] += sum(1 for _ in source.decisions())
    made = tables(source.codebook, replace(_shaped(source, choice), values=Values.ID), report)
    features = {str(table.shape): _features(table, choice.values) for table in made}
    arrow = pyarrow()
    files = {name: f"data/{name}{'.parquet' if arrow else '.jsonl'}" for name in features}
    writers = {name: _writer(arrow, to, file, features[name]) for name, file in files.items()}
    parts = [(table, encoder(features[table.shape]), writers[table.shape]) for table in made]
    _fill(chosen_units(source, choice, report), parts)
    report.rows.update({files[name]: writer.count for name, writer in writers.items()})
    if arrow is None:
        report.notes[_NO_ARROW] = len(writers)
    with text_file(to, "README.md") as stream:
        stream.write(card(source, made, asked_for(source.codebook, choice), features, files))
    return report


def _fill(units: Iterable[CodedUnit], parts: Sequence[Part]) -> None:
    for unit in units:
        for table, encode, writer in parts:
            for row in table.rows(unit).whole():
                writer.write(encode(row))
    for _, _, writer in parts:
        writer.close()


def _shaped(source: Source, choice: Choice) -> Choice:
    if choice.shapes:
        return choice
    statements = (Shape.STATEMENTS,) if source.codebook.at(Level.STATEMENT) else ()
    return replace(choice, shapes=(*statements, Shape.PARAGRAPHS))


def _features(table: Layout, values: Values) -> list[Feature]:
    return [feature(column, values) for column in table.columns]


def _writer(arrow: Any, to: Destination, file: str, features: list[Feature]) -> Writer:
    stream = to.open_binary(file)
    return ParquetWriter(arrow, stream, features) if arrow else LinesWriter(stream, features)
