"""A whole database of DNA as a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.importers.database import Database, Reader
from annotator.importers.dna.documents import Document, documents
from annotator.importers.dna.schema import BOOLEAN, INTEGER, Schema
from annotator.importers.dna.variables import Variables, types_with_statements, variables_of
from annotator.importers.gather import Gathering
from annotator.importers.offsets import Unit
from annotator.importers.passages import UNKNOWN_CODER, outside, whole_number
from annotator.importers.project import Cutter, Project
from annotator.importers.texts import head, no_codes, one_line, take_codebook
from annotator.model.coding import Answer
from annotator.model.problem import Problem

UNQUOTED = "statements of which the file has no quote to check their place by"
_NOT_KEPT = {
    "REGEXES": "search terms that DNA highlights",
    "STATEMENTLINKS": "links between statements",
    "VARIABLELINKS": "links between variables",
}
_TABLES = ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT")


class _Row(NamedTuple):
    """A statement as DNA has it."""

    id: str
    type: str
    document: str
    start: str
    stop: str
    coder: str


def recognises(database: Database) -> bool:
    """Whether the database is one of DNA's."""
    reader = Reader(database)
    return reader.has("STATEMENTS", "Start", "Stop") and reader.has("DATASHORTTEXT", "StatementId")


def read(database: Database, cut: Cutter) -> Project:
    """The project in the database. Raises CodingsError where it cannot be read."""
    reader = Reader(database)
    if not reader.has("STATEMENTS", "StatementTypeId") or not reader.has("VARIABLES", "DataType"):
        hint = "open it in DNA 3 and save it there"
        raise reader.refusal("is of a version of DNA before 2.0", hint)
    reader.need("DATASHORTTEXT", "StatementId", "VariableId")
    reader.need("DOCUMENTS", "ID", "Text")
    schema, project = Schema(reader), Project(database.name)
    columns = ("ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder")
    rows = [_Row(*row) for row in reader.texts("STATEMENTS", *columns)]
    types = types_with_statements(schema, {row.type for row in rows})
    if not types:
        raise no_codes(project.file)
    variables = variables_of(schema, types)
    name = project.file.rpartition(".")[0] or project.file
    take_codebook(project, [head(name), *variables.entries])
    texts = dict(documents(schema, project, cut))
    _take(project, schema, variables, texts, rows)
    for table, what in _NOT_KEPT.items():
        if count := reader.count(table):
            project.lost[what] += count
    return project


def _take(
    project: Project, schema: Schema, variables: Variables, texts: Mapping[str, Document],
    rows: list[_Row],
) -> None:  # fmt: skip
    gathering = Gathering(project)
    coders = schema.reader.pairs("CODERS", "ID", "Name")
    answers = _answers(project, schema, variables)
    for row in rows:
        document = texts.get(row.document)
        if document is None:
            message = f"statement {row.id} is left out: its document is not in the file"
            project.problems.append(Problem(message, project.file))
            continue
        start, stop = whole_number(row.start), whole_number(row.stop)
        span = document.offsets.span(start, stop, Unit.UTF16)
        if span is None:
            outside(project, document.article, row.start, row.stop)
            continue
        project.notes[UNQUOTED] += 1
        given = answers.get(row.id, {})
        if row.type in variables.types:
            given = {variables.type_variable: Answer.of(variables.types[row.type]), **given}
        coder = one_line(coders.get(row.coder, "")) or UNKNOWN_CODER
        gathering.statement(coder, document.article, span, given)
    gathering.put_into_project()


def _answers(
    project: Project, schema: Schema, variables: Variables
) -> Mapping[str, Mapping[str, Answer]]:
    """The answers of every statement, by variable."""
    found: dict[str, dict[str, Answer]] = {}
    for statement, variable, entity in schema.short_texts():
        asked = variables.by_id.get(variable)
        code = variables.codes.get((variable, entity))
        if asked is not None and code is not None:
            found.setdefault(statement, {})[asked.name] = Answer.of(code)
    for statement, variable, value in _typed(schema):
        asked = variables.by_id.get(variable)
        if asked is None or not value.strip():
            continue
        if _fits(asked.data_type, value):
            found.setdefault(statement, {})[asked.name] = Answer.of(value)
        else:
            message = f"statement {statement}: {asked.name} is no {asked.data_type} ({value[:40]})"
            project.problems.append(Problem(message, project.file))
    return found


def _typed(schema: Schema) -> Iterator[tuple[str, str, str]]:
    for table in _TABLES:
        yield from schema.values(table)


def _fits(data_type: str, value: str) -> bool:
    if data_type == BOOLEAN:
        return value in ("0", "1")
    digits = value.removeprefix("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) < 20
    return data_type != INTEGER or is_number
