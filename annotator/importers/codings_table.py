"""Codings from a table: one row for each statement, or one for each coding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.errors import CodingsError
from annotator.importers.answers import sheet_of_answers
from annotator.importers.assemble import Assembly
from annotator.importers.claims import RowReader, Told
from annotator.importers.flat_json import is_row, sheet_of_rows
from annotator.importers.labelled import without_labels
from annotator.importers.labelstudio.own import Tasks, tasks_of
from annotator.importers.layout import Layout, match_columns, required_fields
from annotator.importers.long_claims import long_claims
from annotator.importers.parsed import Parsed, Scope, UnitKey
from annotator.importers.places import Places
from annotator.importers.values import Values
from annotator.importers.wide_claims import wide_claims
from annotator.model.article import ArticleHeader
from annotator.model.codebook import Codebook, Level
from annotator.model.coding import MAIN_ROUND
from annotator.model.problem import Problem
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table import Table, Watch
from annotator.tables.table_file import read_table as read_any_table

_MARK = b"\xef\xbb\xbf"
_TASKS = re.compile(rb"\[\s*[{\]]")
_NEUTRALIZED = re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a table. `long` None: as its columns say; `mapped`: field or variable -> column.

    `coder` and `round` stand in where the table does not say; `neutralized` takes off the `'` that
    an export put before formulas. `sheet` names that of a workbook ("": the first); `predictions`
    takes those of models in tasks of Label Studio.
    """

    coder: str = ""
    round: str = ""
    mapped: Mapping[str, str] = field(default_factory=dict)
    long: bool | None = None
    finish: bool = True
    delimiter: str = ""
    decimal: str = "."
    neutralized: bool = False
    sheet: str = ""
    predictions: bool = False


def read_table(
    content: bytes,
    file: str,
    codebook: Codebook,
    headers: Sequence[ArticleHeader],
    options: Options | None = None,
    *,
    watch: Watch = iter,
) -> Parsed:
    """Read a table, JSONL or tasks of codings of these articles: what is wrong is in the result.

    `watch` sees the rows of a workbook pass. Raises AnnotatorError only where the format needs a
    package that is not installed.
    """
    options = options or Options()
    machines: frozenset[str] = frozenset()
    start = content.removeprefix(_MARK).lstrip()
    if start.startswith(b"{"):
        table = Table(_sheet_of_lines(content, file))
    elif _TASKS.match(start):
        tasks, options = _tasks(content, file, codebook, options)
        table, machines = Table(tasks.sheet, tasks.told), tasks.machines
    else:
        table = read_any_table(
            content, file, delimiter=options.delimiter, sheet=options.sheet, watch=watch
        )
    if not table.sheet.columns:
        return Parsed(file, problems=table.sheet.problems)
    parsed = _of_table(table, file, codebook, headers, options)
    parsed.warnings = [*(Problem(told, file) for told in table.assumed), *parsed.warnings]
    parsed.machines = machines
    return parsed


def _tasks(
    content: bytes, file: str, codebook: Codebook, options: Options
) -> tuple[Tasks, Options]:
    """Tasks of Label Studio, and the options without what stands in where tasks do not say."""
    coder = "" if "coder" in options.mapped else options.coder
    round_ = "" if "round" in options.mapped else options.round
    tasks = tasks_of(
        content, file, codebook, predictions=options.predictions, coder=coder, round=round_
    )
    rest = replace(
        options, coder="" if coder else options.coder, round="" if round_ else options.round
    )
    return tasks, rest


def _sheet_of_lines(content: bytes, file: str) -> Sheet:
    first = content.removeprefix(_MARK).lstrip().partition(b"\n")[0]
    read = sheet_of_rows if is_row(first.decode("utf-8", "replace")) else sheet_of_answers
    try:
        return read(content, file)
    except CodingsError as error:
        return Sheet([], [], list(error.problems))


def _of_table(
    table: Table, file: str, codebook: Codebook, headers: Sequence[ArticleHeader], options: Options
) -> Parsed:
    sheet = table.sheet
    layout = match_columns(sheet.columns, codebook, file, mapped=options.mapped, long=options.long)
    layout.problems += required_fields(layout, codebook, file)
    layout.problems += _contradicted(sheet, layout, options, file)
    if layout.problems:
        problems = [*layout.problems, *sheet.problems]
        return Parsed(file, problems=problems, warnings=layout.warnings)
    told = Told(file, problems=sheet.problems)
    reader = RowReader(
        layout, codebook, Places(headers), Values(codebook, options.decimal), told,
        coder=options.coder, round=options.round or MAIN_ROUND,
    )  # fmt: skip
    names = {header.id: header.name for header in headers}
    records = without_labels(sheet.records, sheet.columns, table.labels, layout, codebook)
    return _read(records, reader, names, options)


def _contradicted(sheet: Sheet, layout: Layout, options: Options, file: str) -> Iterator[Problem]:
    """The table names coders or rounds itself, and others than the user did."""
    for name, given in (("coder", options.coder), ("round", options.round)):
        place = layout.fields.get(name)
        if given and place is not None:
            found = {record.cells[place].strip() for record in sheet.records} - {"", given}
            if found:
                message = f'the file says {name} "{min(found)}", --{name} says "{given}"'
                hint = f"leave --{name} out, or add --map {name}= to pass over the column"
                yield Problem(message, file, 1, hint=hint)


def _read(
    records: Iterable[Record], reader: RowReader, names: Mapping[str, str], options: Options
) -> Parsed:
    layout, told = reader.layout, reader.told
    claims = (long_claims if layout.long else wide_claims)(reader, _restored(records, options))
    assembly = Assembly(reader.codebook, told, one_row_each=not layout.long)
    assembly.gather(claims)
    parsed = Parsed(told.where)
    for key, unit, missing in assembly.units(finish=options.finish):
        if unit.work.touched or not missing:
            parsed.units[key] = unit
        if missing:
            parsed.left_out.append(_left_out(key, names[key.article], missing))
    parsed.scope = _scope(layout, reader.codebook, parsed)
    parsed.problems = sorted(told.problems, key=lambda problem: problem.line)
    parsed.warnings = [*layout.warnings, *told.warnings.values()]
    return parsed


def _restored(records: Iterable[Record], options: Options) -> Iterable[Record]:
    if not options.neutralized:
        return records
    return (
        record._replace(cells=[c[1:] if _NEUTRALIZED.match(c) else c for c in record.cells])
        for record in records
    )


def _left_out(key: UnitKey, name: str, missing: Sequence[str]) -> str:
    where = f"paragraph {key.paragraph}" if key.paragraph else "the whole article"
    return f"{key.coder}, {name}, {where}: {', '.join(missing)}; not marked as finished"


def _scope(layout: Layout, codebook: Codebook, parsed: Parsed) -> Scope:
    """A long table speaks of the variables that occur in it, a wide one of those with a column."""
    works = [unit.work for unit in parsed.units.values()]
    if layout.long:
        own = {variable for work in works for variable in work.answers}
        tied = {v for work in works for statement in work.statements for v in statement.answers}
        return Scope(frozenset(own | tied), any(work.statements for work in works))
    stated = any(codebook.by_id[v].level is Level.STATEMENT for v in layout.variables)
    return Scope(frozenset(layout.variables), stated or "statement" in layout.fields)
