"""The data dictionary for people: a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotator.exporters.cells import as_number
from annotator.exporters.columns import Layout
from annotator.model.codebook import Code, Codebook, Variable
from annotator.terminal import visible

_HOW_TO_READ = """\
- The files are UTF-8. Cells may hold line ends; they are quoted as in RFC 4180, so read them with
  a CSV reader, not line by line. A line ends with a line feed.
- An **empty cell** in the column of a variable means *not coded*: it is missing. `not_applicable`
  and `cannot_tell` were chosen by the coder and are no missing values.
- Several codes in one cell are joined by `|`.
- `paragraph` counts from 1; a row with paragraph 0 is about the article as a whole.
- `start` and `end` count characters (Unicode code points) of the article's text, from 0; the end
  is excluded.
- In `statements`, a row without a statement number is a paragraph that the coder finished without
  finding a statement: "none here" is a result. `done` is 0 where the coder had not finished.
- `article_id`, `paragraph`, `coder` and `round` join the tables.
"""


def dictionary_text(
    codebook: Codebook, made: Sequence[Layout], variables: Sequence[Variable]
) -> str:
    """The page as a whole."""
    parts = [
        f"# Data dictionary: {_line(codebook.title or codebook.id)}",
        _stamp(codebook),
        "## How to read the data",
        _HOW_TO_READ.rstrip(),
        *(_table(table) for table in made),
        "## Variables",
        *(_variable(variable) for variable in variables),
    ]
    return "\n\n".join(parts) + "\n"


def _stamp(codebook: Codebook) -> str:
    version = _line(codebook.version)
    return f"Codebook `{_line(codebook.id)}`, version {version}, sha256 `{codebook.hash}`."


def _table(table: Layout) -> str:
    rows = ((c.name, c.variable.measurement if c.variable else c.type, c.about)
            for c in table.columns)  # fmt: skip
    return f"## Table `{table.shape}`\n\n" + _grid(("column", "holds", "meaning"), rows)


def _variable(variable: Variable) -> str:
    kind = [f"{variable.level} level", variable.measurement]
    if variable.multiple:
        kind.append("several codes possible")
    parts = [f"### `{_line(variable.id)}`: {_line(variable.label)}", ", ".join(kind) + "."]
    parts += [_line(text) for text in (variable.question, variable.guidance.definition) if text]
    if variable.codes:
        parts.append(_grid(("code", "number", "label", "under", "definition"), _codes(variable)))
    return "\n\n".join(parts)


def _codes(variable: Variable) -> Iterator[tuple[str, ...]]:
    for path in variable.paths.values():
        code, number = path[-1], as_number(path[-1].value)
        above = path[-2].id if len(path) > 1 else ""
        yield (code.id, "" if number is None else str(number), code.label, above, _meaning(code))


def _meaning(code: Code) -> str:
    if not code.deprecated:
        return code.guidance.definition
    now = f"; now {code.merged_into}" if code.merged_into else ""
    return f"{code.guidance.definition} No longer used{now}."


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return _line(text).replace("\\", "\\\\").replace("|", "\\|")


def _line(text: str) -> str:
    """Labels were written by others: one harmless line each."""
    return visible(" ".join(text.split()))
