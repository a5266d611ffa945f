"""The data dictionary: what every column, variable and code means, for programs (CSV)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.exporters.cells import SPECIAL_LABELS, as_number
from annotator.exporters.columns import Column, Layout, Type
from annotator.exporters.delimited import Delimited
from annotator.exporters.dictionary_text import dictionary_text
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice
from annotator.exporters.lines import LineWriter
from annotator.model.codebook import Code, Codebook, Variable


class Entry(NamedTuple):
    """One line of the dictionary: on the codebook, a column, a code, or a special value."""

    entry: str  # codebook, column, code, special
    table: str = ""
    column: str = ""
    variable: str = ""
    level: str = ""
    measurement: str = ""
    several: str = ""
    code: str = ""
    number: str = ""
    label: str = ""
    under: str = ""
    definition: str = ""
    deprecated: str = ""
    version: str = ""
    sha256: str = ""


def write_dictionary(
    codebook: Codebook, made: Sequence[Layout], choice: Choice, to: Destination
) -> None:
    """Write `dictionary.csv` and `dictionary.md` beside the data."""
    names = [Column(name, Type.TEXT, "") for name in Entry._fields]
    asked = asked_for(codebook, choice)
    table = LineWriter(to.open_beside("dictionary.csv"), names, Delimited(choice))
    for entry in (_of_codebook(codebook), *entries(made, asked)):
        table.write_cells(entry)
    to.open_beside("dictionary.md").write(dictionary_text(codebook, made, asked))


def asked_for(codebook: Codebook, choice: Choice) -> tuple[Variable, ...]:
    """The variables that the export was restricted to, or all."""
    return tuple(v for v in codebook.variables if not choice.variables or v.id in choice.variables)


def entries(made: Sequence[Layout], variables: Sequence[Variable]) -> Iterator[Entry]:
    """Every line of the dictionary: columns by table, then codes by variable."""
    for table in made:
        for column in table.columns:
            yield _of_column(table.shape, column)
    for variable in variables:
        for path in variable.paths.values():
            yield _of_code(variable, path)
        yield from _specials(variable)


def _of_codebook(codebook: Codebook) -> Entry:
    stamp = {"version": codebook.version, "sha256": codebook.hash}
    return Entry("codebook", code=codebook.id, label=codebook.title, **stamp)


def _of_column(table: str, column: Column) -> Entry:
    entry = Entry("column", table, column.name, measurement=column.type, label=column.about)
    variable = column.variable
    if variable is None:
        return entry
    return entry._replace(
        variable=variable.id,
        level=variable.level,
        measurement=variable.measurement,
        several="yes" if variable.multiple else "no",
        definition=variable.guidance.definition or variable.question,
    )


def _of_code(variable: Variable, path: tuple[Code, ...]) -> Entry:
    code, number = path[-1], as_number(path[-1].value)
    return Entry(
        "code",
        variable=variable.id,
        code=code.id,
        number="" if number is None else str(number),
        label=code.label,
        under=path[-2].id if len(path) > 1 else "",
        definition=code.guidance.definition,
        deprecated="yes" if code.deprecated else "",
    )


def _specials(variable: Variable) -> Iterator[Entry]:
    allowed = (variable.not_applicable, variable.cannot_tell)
    for (state, label), is_allowed in zip(SPECIAL_LABELS.items(), allowed, strict=True):
        if is_allowed:
            yield Entry("special", variable=variable.id, code=state, label=label)
    yield Entry("special", variable=variable.id, label="Not coded (an empty cell): missing")
