"""Tables with one column for each variable as claims: one row for each statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.importers.claims import Claim, RowReader
from annotator.importers.parsed import UnitKey
from annotator.importers.places import Fault
from annotator.model.codebook import Level
from annotator.model.coding import Answer, State
from annotator.tables.sheet import Record

Found = dict[Level, tuple[dict[str, Answer], bool]]
"""By level: the answers in a row, and whether any cell could not be taken."""


def wide_claims(reader: RowReader, records: Iterable[Record]) -> Iterator[Claim]:
    """The claims of a table with one row for each statement, or for a paragraph without one."""
    counted: dict[UnitKey, int] = {}
    for record in records:
        key = reader.key(record)
        if key is not None:
            yield from _of_wide_row(reader, record, key, counted)


def _of_wide_row(
    reader: RowReader, record: Record, key: UnitKey, counted: dict[UnitKey, int]
) -> Iterator[Claim]:
    found = {level: _answers(reader, record, level) for level in Level}
    stated, faulty = found[Level.STATEMENT]
    number = reader.number(record)
    if "statement" not in reader.layout.fields and (stated or faulty):
        number = counted[key] = counted.get(key, 0) + 1
    misplaced = _misplaced(key, number, found)
    if misplaced:
        reader.told.wrong(record.line, misplaced)
    own, broken = found[Level.PARAGRAPH if key.paragraph else Level.ARTICLE]
    unit = Claim(record.line, key, answers=own, main=number == 0)
    unit.broken = broken or number is None or misplaced is not None
    unit.done = reader.done(record)
    yield unit if number else reader.traces(record, unit)
    if number and not misplaced:
        tied = Claim(record.line, key, number, stated, broken=faulty)
        yield reader.traces(record, tied)
    if key.paragraph and any(found[Level.ARTICLE]):
        above = key._replace(paragraph=0)
        answers, wrong = found[Level.ARTICLE]
        yield Claim(record.line, above, answers=answers, main=False, broken=wrong)


def _answers(reader: RowReader, record: Record, level: Level) -> tuple[dict[str, Answer], bool]:
    """The answers to the variables of a level, and whether any cell could not be taken."""
    answers: dict[str, Answer] = {}
    faulty = False
    for variable in reader.codebook.at(level):
        cell = _cell(reader, record, variable.id)
        if not cell:
            continue
        answer = reader.answer(record, variable.id, cell)
        if answer is None:
            faulty = True
        else:
            answers[variable.id] = answer
    return answers, faulty


def _cell(reader: RowReader, record: Record, variable: str) -> str:
    """What stands in the column of a variable, else why nothing does."""
    place = reader.layout.variables.get(variable)
    cell = "" if place is None else record.cells[place].strip()
    reason = reader.layout.states.get(variable)
    if cell or reason is None or record.cells[reason].strip() == State.CODED:
        return cell
    return record.cells[reason].strip()


def _misplaced(key: UnitKey, number: int | None, found: Found) -> Fault | None:
    stated = next(iter(found[Level.STATEMENT][0]), "")
    if number == 0 and stated:
        return Fault(f"{stated} is asked of a statement, but the row has no number of one")
    if not key.paragraph and number:
        return Fault("a statement stands in a paragraph, not in an article as a whole")
    asked = next(iter(found[Level.PARAGRAPH][0]), "")
    if not key.paragraph and asked:
        return Fault(f"{asked} is asked of a paragraph, but the row is about the whole article")
    return None
