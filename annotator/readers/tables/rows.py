"""Articles out of the rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from annotator.model.article import Kind
from annotator.model.problem import Problem
from annotator.model.wording import counted
from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.found import Block, Found, FoundArticle, of_blocks
from annotator.readers.news.item import without_by
from annotator.readers.source import Source
from annotator.readers.tables.cells import cell_paragraphs, day_first, fault_in, is_markup
from annotator.readers.tables.columns import Columns, columns_of, plain
from annotator.readers.tables.headings import LEAD, TEXT
from annotator.tables.sheet import Sheet

MAX_ROWS = 100_000
"""Longer tables are refused: such a corpus is added in parts."""
MAX_CELL = 5_000_000
"""Characters. A longer text is refused with its row."""
MAX_PARAGRAPHS = 50_000
"""Of one row."""

ROW = "row"
"""Metadata: the line of the table on which the article stands, counted from 1."""

_TITLE = "the table calls it the title"
_LEAD = "the table calls it the lead"
_LONGEST_NAME = 80
_MAY_BE_NAMES = frozenset({"article", "story", "speech", "transcript"})
_MOST_REMARKS = 10
_EPOCH = (
    datetime(1970, 1, 2, tzinfo=UTC).timestamp(),
    datetime(2100, 1, 1, tzinfo=UTC).timestamp(),
)


class _Layout(NamedTuple):
    source: Source
    headings: Sequence[str]
    columns: Columns
    is_day_first: bool | None
    named_by_id: bool


def articles(source: Source, sheet: Sheet) -> Found:
    """One article for each row that has a text; every other row is refused by its line.

    `ReaderError` where the table has no column of texts, or no row has a text.
    """
    if len(sheet.records) > MAX_ROWS:
        raise source.refusal(
            f"has {len(sheet.records):,} rows; the limit is {MAX_ROWS:,}",
            hint="divide it, and add the parts",
        )
    layout = _layout(source, sheet)
    there = {record.line for record in sheet.records}
    refused = [problem for problem in sheet.problems if problem.line not in there]
    found: list[FoundArticle] = []
    for line, cells in sheet.records:
        article = _article(layout, line, cells)
        if isinstance(article, Problem):
            refused.append(article)
        else:
            found.append(article)
    if not found:
        raise _nothing(source, refused)
    refused.sort(key=lambda problem: problem.line)
    remarks = [
        f"line {problem.line}: {problem.message}"
        for problem in sheet.problems if problem.line in there
    ]  # fmt: skip
    return Found(found, warnings=[*_warnings(layout, sheet), *_few(remarks)], refused=refused)


def _few(remarks: list[str]) -> list[str]:
    more = len(remarks) - _MOST_REMARKS
    return [*remarks[:_MOST_REMARKS], *([f"and {more:,} more such cells"] if more > 0 else [])]


def _layout(source: Source, sheet: Sheet) -> _Layout:
    columns = columns_of(source, sheet.columns)
    _refuse_names(source, sheet, columns.places[TEXT])
    dates = columns.places.get(fields.DATE)
    written = [cells[dates] for _, cells in sheet.records] if dates is not None else []
    return _Layout(source, sheet.columns, columns, day_first(written), _are_names(sheet, columns))


def _refuse_names(source: Source, sheet: Sheet, place: int) -> None:
    """`ReaderError` where "article" is the column of their names, as in tables of codings."""
    heading = sheet.columns[place]
    if TEXT in source.options.columns or plain(heading) not in _MAY_BE_NAMES:
        return
    cells = [text for _, row in sheet.records if (text := row[place].strip())]
    if len(cells) > 1 and all(cell.isascii() and len(cell.split()) == 1 for cell in cells):
        raise source.refusal(
            f'its column "{heading}" has names or numbers in it, no texts',
            hint="name that of the texts with --text; codings come in with `annotator import`",
        )


def _are_names(sheet: Sheet, columns: Columns) -> bool:
    """Whether the ids tell the rows apart and are short enough to be names."""
    if columns.id_place is None:
        return False
    ids = Counter(cells[columns.id_place].strip() for _, cells in sheet.records)
    return max(ids.values(), default=0) == 1 and all(0 < len(i) <= _LONGEST_NAME for i in ids)


def _nothing(source: Source, refused: Sequence[Problem]) -> Exception:
    error = source.refusal("has no row with a text")
    error.problems = (*error.problems, *refused[:20])
    return error


def _article(layout: _Layout, line: int, cells: Sequence[str]) -> FoundArticle | Problem:
    """The article of a row, or what is wrong with the row."""
    places = layout.columns.places
    text = cells[places[TEXT]]
    if fault := _fault(layout, cells):
        return Problem(fault, str(layout.source.path), line)
    parts = cell_paragraphs(layout.source, text)
    if not parts:
        told = f'the row has no text in its column "{layout.headings[places[TEXT]]}"'
        return Problem(told, str(layout.source.path), line)
    if len(parts) > MAX_PARAGRAPHS:
        told = f"its text has {len(parts):,} paragraphs; the limit is {MAX_PARAGRAPHS:,}"
        return Problem(told, str(layout.source.path), line)
    title = _one_line(_cell(layout, cells, fields.TITLE))
    blocks = list(_blocks(title, _cell(layout, cells, LEAD), parts))
    article = of_blocks(blocks, _fields(layout, line, cells), _name(layout, cells))
    return replace(article, lines_may_wrap=True)


def _fault(layout: _Layout, cells: Sequence[str]) -> str:
    for heading, cell in zip(layout.headings, cells, strict=False):
        if len(cell) > MAX_CELL:
            return f'its cell "{heading}" has {len(cell):,} characters; the limit is {MAX_CELL:,}'
        if fault := fault_in(cell):
            return f'its cell "{heading}" {fault}'
    return ""


def _cell(layout: _Layout, cells: Sequence[str], name: str) -> str:
    place = layout.columns.places.get(name)
    return "" if place is None else cells[place].strip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _blocks(title: str, lead: str, parts: Sequence[str]) -> Iterator[Block]:
    """Title and lead above the paragraphs, unless the text begins with them itself."""
    first = {_one_line(part).casefold() for part in parts[:3]}
    if title and title.casefold() not in first:
        yield Block(title, Kind.HEADLINE, _TITLE)
    lead = _one_line(lead)
    if lead and lead.casefold() not in first and not _one_line(parts[0]).startswith(lead):
        yield Block(lead, Kind.STANDFIRST, _LEAD)
    for index, part in enumerate(parts):
        is_title = not index and bool(title) and _one_line(part).casefold() == title.casefold()
        yield Block(part, Kind.HEADLINE, _TITLE) if is_title else Block(part)


def _fields(layout: _Layout, line: int, cells: Sequence[str]) -> dict[str, str]:
    """The other cells: what is known under its one name, all others as they are called."""
    by_place = {place: name for name, place in layout.columns.places.items()}
    found: dict[str, str] = {}
    for place, heading in enumerate(layout.headings):
        value = cells[place].strip()
        if place in by_place and by_place[place] not in {TEXT, LEAD} and value:
            found[by_place[place]] = _one_line(value)
        elif place not in by_place and value:
            found[_own_name(heading, place, found)] = value
    if fields.AUTHOR in found:
        found[fields.AUTHOR] = without_by(found[fields.AUTHOR])
    _date(layout, found)
    found[ROW] = str(line)
    return found


def _own_name(heading: str, place: int, taken: Mapping[str, str]) -> str:
    """What the column is called, unless that means something else already."""
    name = heading.strip().lower()
    if not name or name in taken or name in {*fields.STANDARD, fields.FORMAT, fields.SEGMENTATION}:
        return f"{name} (column {place + 1})".strip()
    return name


def _date(layout: _Layout, found: dict[str, str]) -> None:
    written = found.pop(fields.DATE, "")
    date = _of_epoch(written) or iso_date(written, layout.is_day_first)
    if date:
        found[fields.DATE] = date
    elif written:
        found[fields.DATE_AS_WRITTEN] = written


def _of_epoch(written: str) -> str:
    """A date that a program wrote as seconds or thousandths of them since 1970."""
    if not (written.isascii() and written.isdigit() and len(written) in {10, 13}):
        return ""
    seconds = int(written) / (1000 if len(written) == 13 else 1)
    if not _EPOCH[0] < seconds < _EPOCH[1]:
        return ""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _name(layout: _Layout, cells: Sequence[str]) -> str:
    place = layout.columns.id_place
    return cells[place].strip() if layout.named_by_id and place is not None else ""


def _warnings(layout: _Layout, sheet: Sheet) -> Iterator[str]:
    text = layout.columns.places[TEXT]
    if layout.columns.doubles:
        others = ", ".join(f'"{name}"' for name in layout.columns.doubles)
        yield f'the column "{layout.headings[text]}" is read as the text; {others} stays metadata'
    marked = sum(is_markup(cells[text]) for _, cells in sheet.records)
    if marked:
        yield f"mark-up of web pages was taken out of the text of {counted(marked, 'row')}"
    dates = layout.columns.places.get(fields.DATE)
    if dates is not None and layout.is_day_first is None:
        unsure = sum(1 for _, cells in sheet.records if _is_unsure(cells[dates]))
        if unsure:
            told = f"{counted(unsure, 'date')} not certain (day or month first?)"
            yield f"{told}: kept as written, in {fields.DATE_AS_WRITTEN}"


def _is_unsure(written: str) -> bool:
    return bool(written.strip()) and not _of_epoch(written.strip()) and not iso_date(written)
