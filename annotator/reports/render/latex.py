"""A report as LaTeX for `\\input`: paragraphs and booktabs tables, without a preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.reports.document import (
    Block,
    Column,
    Document,
    Entries,
    Gap,
    Heading,
    Paragraph,
    Picture,
    Table,
    without_pictures,
    written_cells,
)

_PREAMBLE = """\
% In the preamble: \\usepackage{booktabs,longtable,array}. Best with XeLaTeX or LuaLaTeX, which
% have letters of all scripts; with pdfLaTeX also \\usepackage[T1]{fontenc}.
"""

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", '"': "{''}",
    "`": r"\textasciigrave{}", "'": "'", "[": "{[}", "]": "{]}",
    "−": "$-$", "–": "--", "κ": r"$\kappa$", "“": "``", "”": "''",
}  # fmt: skip
_ESCAPES = str.maketrans(_SPECIAL)
_HASH = re.compile(r"[0-9a-f]{32,}")

_LINE = 84
"""Letters of a line of small print: wider tables break lines within their columns of text."""


def render(document: Document) -> str:
    """The whole report; text of others is escaped, so that it can be no command."""
    parts = [_PREAMBLE + _heading(1, document.title), *map(_block, without_pictures(document))]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text that LaTeX sets as it is written; a long hash may be broken into lines."""
    return _HASH.sub(_breakable, text.translate(_ESCAPES))


def _breakable(found: re.Match[str]) -> str:
    text = found[0]
    return "\\allowbreak{}".join(text[at : at + 8] for at in range(0, len(text), 8))


def _heading(level: int, text: str) -> str:
    return f"\\{'sub' * (level - 1)}section*{{{escaped(text)}}}"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block.level, block.text)
        case Paragraph():
            return "\n".join(map(_part, block.parts))
        case Entries():
            return "\n".join(_entries(block.items))
        case Table():
            return "\n".join(_table(block))
        case Picture():
            return ""


def _part(part: str | Gap) -> str:
    return f"\\textbf{{[{escaped(part.text)}]}}" if isinstance(part, Gap) else escaped(part)


def _entries(items: Sequence[str]) -> Iterator[str]:
    yield "\\begin{itemize}"
    yield from (f"\\item {escaped(item)}" for item in items)
    yield "\\end{itemize}"


def _table(table: Table) -> Iterator[str]:
    """A longtable, since a codebook's codes may fill more than a page."""
    columns, rows = written_cells(table)
    aligned = "".join(_alignment(columns, rows))
    yield "\\begingroup\\small\\setlength{\\tabcolsep}{4pt}"
    yield f"\\begin{{longtable}}{{@{{}}{aligned}@{{}}}}"
    yield f"\\caption*{{\\textbf{{Table {table.number}.}} {escaped(table.caption)}}}\\\\"
    yield from ("\\toprule", _heads(columns), "\\midrule")
    yield from ("\\endhead", "\\bottomrule", "\\endfoot")
    yield from map(_line, rows)
    yield "\\end{longtable}"
    yield from (f"\\noindent {escaped(note)}\\par" for note in table.notes)
    yield "\\endgroup"


def _heads(columns: Sequence[Column]) -> str:
    """Names above numbers have a word on each line: they are wider than what stands below."""
    return " & ".join(map(_head, columns)) + r" \\"


def _head(column: Column) -> str:
    words = [escaped(word) for word in column.name.split()]
    if column.number and len(words) > 1:
        return r"\shortstack[r]{" + r"\\".join(words) + "}"
    return escaped(column.name)


def _head_width(column: Column) -> int:
    return max(map(len, column.name.split() if column.number else [column.name]), default=0)


def _alignment(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [
        max(_head_width(column), *(len(row[place]) for row in rows))
        if rows
        else _head_width(column)
        for place, column in enumerate(columns)
    ]
    text = sum(w for w, column in zip(widths, columns, strict=True) if _may_break(column))
    gaps = 2 * max(0, len(columns) - 5)  # so many are in the letters of a line already
    left = max(_LINE - sum(widths) + text, _LINE // 3) - gaps  # for text, beside the numbers
    for width, column in zip(widths, columns, strict=True):
        if column.number:
            yield "r"
        elif text <= left or not _may_break(column):
            yield "l"
        else:
            share = 0.92 * width / text * left / _LINE
            yield f">{{\\raggedright\\arraybackslash}}p{{{share:.3f}\\linewidth}}"


def _may_break(column: Column) -> bool:
    return not (column.number or column.narrow)


def _line(cells: Sequence[str]) -> str:
    return " & ".join(map(escaped, cells)) + r" \\"
