"""The script `load.R`: written from the codebook, in ASCII, so that no locale can harm it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Template

from annotator.exporters.cells import as_number
from annotator.exporters.columns import Column, Layout, Type
from annotator.exporters.job import Report
from annotator.model.codebook import Code, Codebook, Measurement, Variable
from annotator.model.typed import NUMBERS

_NUL = "\0"
_PATH = " > "
_HEAD = Template("""\
# Loads the tables beside this script into data frames: $names.
# Codebook $title.
# Written by annotator; run it with source("load.R") in this folder, or with Rscript.
#
# A code is a factor, its labels the levels, in the order of the codebook; an ordinal variable is
# an ordered factor by the numbers of its codes (codes off the scale are missing in it; the ids
# stand in the column <name>_id). "Not applicable" and "cannot tell" are missing (NA) in the
# factor, number or date; the column <name>_state says which: coded, not_applicable, cannot_tell,
# or NA for not coded. Of a selection each code has a logical column of its own. attr(x, "label")
# is the label of a column.

.folder <- local({
  sourced <- unlist(lapply(sys.frames(), function(frame) frame$$ofile))
  given <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  dirname(c(rev(sourced), given, "./here")[1])
})

.read <- function(name) {
  read.csv(file.path(.folder, name), colClasses = "character", na.strings = "",
           check.names = FALSE, encoding = "UTF-8")
}

.special <- c("not_applicable", "cannot_tell")

.state <- function(cells) {
  ifelse(is.na(cells), NA_character_, ifelse(cells %in% .special, cells, "coded"))
}

.plain <- function(cells) ifelse(cells %in% .special, NA_character_, cells)

.labelled <- function(column, label) {
  attr(column, "label") <- label
  column
}

# Ids that the codebook no longer has become levels of their own, after all others.
.coded <- function(cells, ids, labels) {
  gone <- setdiff(unique(cells[!is.na(cells)]), ids)
  factor(cells, c(ids, gone), c(labels, gone))
}

.selected <- function(cells, id) {
  codes <- strsplit(as.character(cells), "|", fixed = TRUE)
  found <- vapply(codes, function(one) id %in% one, logical(1))
  ifelse(is.na(cells), NA, found)
}
""")


def load_script(codebook: Codebook, made: Sequence[Layout], report: Report) -> str:
    """The script as a whole."""
    names = ", ".join(table.shape for table in made)
    title = quoted(codebook.title or codebook.id, report)
    parts = [_HEAD.substitute(names=names, title=f"{title}, version {quoted(codebook.version)}")]
    parts += ["\n".join(_table(table, report)) for table in made]
    return "\n".join(parts) + "\n"


def _table(table: Layout, report: Report) -> Iterator[str]:
    name = str(table.shape)
    yield f'{name} <- .read("{name}.csv")'
    yield f"{name} <- local({{"
    yield f"  x <- {name}"
    taken = {column.name for column in table.columns}
    for column in table.columns:
        lines = _plain(column) if column.variable is None else _answers(column, taken, report)
        yield from (f"  {line}" for line in lines)
        yield f"  {_at(column.name)} <- .labelled({_at(column.name)}, {quoted(column.about)})"
    yield "  x"
    yield "})"


def _at(name: str) -> str:
    return f"x[[{quoted(name)}]]"


def _plain(column: Column) -> Iterator[str]:
    at = _at(column.name)
    if column.type is Type.INTEGER:
        yield f"{at} <- as.integer({at})"
    elif column.type is Type.YES_NO:
        yield f'{at} <- {at} == "1"'
    elif column.type is Type.TIME:
        yield f'{at} <- as.POSIXct({at}, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")'


def _answers(column: Column, taken: set[str], report: Report) -> Iterator[str]:
    variable, at = column.variable, _at(column.name)
    if variable is None or (variable.is_typed and variable.measurement is Measurement.TEXT):
        return
    yield f"{_at(_free(column.name, 'state', taken))} <- .state({at})"
    yield f"{at} <- .plain({at})"
    if variable.multiple:
        yield from _selections(variable, column, taken, report)
    elif not variable.is_typed:
        yield f"{_at(_free(column.name, 'id', taken))} <- {at}"
        yield f"{at} <- {_factor(variable, at, report)}"
    elif variable.measurement in NUMBERS:
        yield f"{at} <- as.numeric({at})"
    elif variable.measurement is Measurement.DATE:
        yield f"{at} <- as.Date({at})"


def _free(name: str, ending: str, taken: set[str]) -> str:
    """A name for a further column that no other has."""
    found = f"{name}_{ending}"
    while found in taken:
        found += "_"
    taken.add(found)
    return found


def _factor(variable: Variable, at: str, report: Report) -> str:
    scale = _scale(variable)
    labels = _labels(variable, scale or variable.paths)
    ids = _vector(labels, report)
    shown = _vector(labels.values(), report)
    if scale:
        return f"factor({at}, {ids}, {shown}, ordered = TRUE)"
    return f".coded({at}, {ids}, {shown})"


def _scale(variable: Variable) -> list[str]:
    """The codes of an ordinal variable from low to high, without those off the scale."""
    if variable.measurement is not Measurement.ORDINAL:
        return []
    placed = [(as_number(path[-1].value), code) for code, path in variable.paths.items()]
    return [code for number, code in sorted((n, c) for n, c in placed if n is not None)]


def _labels(variable: Variable, codes: Iterable[str]) -> dict[str, str]:
    """Labels by id, with the way through the tree; two that are alike are told apart by id."""
    full = {code: _full(variable.paths[code]) for code in codes}
    seen = list(full.values())
    return {
        code: label if seen.count(label) == 1 else f"{label} ({code})"
        for code, label in full.items()
    }


def _full(path: Sequence[Code]) -> str:
    return _PATH.join(code.label for code in path)


def _selections(
    variable: Variable, column: Column, taken: set[str], report: Report
) -> Iterator[str]:
    labels: Mapping[str, str] = _labels(variable, variable.paths)
    for code, label in labels.items():
        own = _at(_free(column.name, code, taken))
        yield f"{own} <- .selected({_at(column.name)}, {quoted(code, report)})"
        told = quoted(f"{variable.label}: {label}", report)
        yield f"{own} <- .labelled({own}, {told})"


def _vector(texts: Iterable[str], report: Report) -> str:
    return f"c({', '.join(quoted(text, report) for text in texts)})"


def quoted(text: str, report: Report | None = None) -> str:
    """A text as R reads it, in ASCII. R knows no NUL: U+FFFD stands for it."""
    if _NUL in text and report is not None:
        report.notes["labels hold the character NUL; U+FFFD is in its place in load.R"] += 1
    return '"' + "".join(map(_escaped, text.replace(_NUL, "\ufffd"))) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isascii() and character.isprintable():
        return character
    return f"\\U{ord(character):08x}" if ord(character) > 0xFFFF else f"\\u{ord(character):04x}"
