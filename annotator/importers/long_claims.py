"""Tidy long tables as claims: one row for each coding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from annotator.importers.claims import Claim, RowReader
from annotator.importers.parsed import UnitKey
from annotator.importers.places import Fault
from annotator.model.codebook import Level
from annotator.model.coding import State
from annotator.tables.sheet import Record

_SPECIAL = frozenset(str(state) for state in State if state is not State.CODED)


def long_claims(reader: RowReader, records: Iterable[Record]) -> Iterator[Claim]:
    """The claims of a table with columns for the variable and its value."""
    for record in records:
        key = reader.key(record)
        if key is not None:
            yield from _of_row(reader, record, key)


def _of_row(reader: RowReader, record: Record, key: UnitKey) -> Iterator[Claim]:
    number = reader.number(record)
    variable = _variable(reader, record)
    misplaced = _misplaced(reader, key, number, variable) if variable else None
    if misplaced:
        reader.told.wrong(record.line, misplaced)
    broken = number is None or misplaced is not None
    unit = Claim(record.line, key, broken=broken, done=reader.done(record))
    if number and not broken:
        yield unit
        unit = Claim(record.line, key, number)
    reader.traces(record, unit)
    if variable and not broken:
        _answer(reader, record, variable, unit)
    yield unit


def _variable(reader: RowReader, record: Record) -> str:
    """The variable of the row; "" where it names none that the codebook knows."""
    named = reader.cell(record, "variable")
    known = reader.codebook.by_id
    if not named and reader.cell(record, "value"):
        reader.told.wrong(record.line, Fault("a value without a variable"))
    elif named and named not in known:
        near = get_close_matches(named, known, n=1)
        hint = f'did you mean "{near[0]}"?' if near else ""
        reader.told.wrong(record.line, Fault(f'the codebook has no variable "{named}"', hint))
    return named if named in known else ""


def _misplaced(reader: RowReader, key: UnitKey, number: int | None, variable: str) -> Fault | None:
    level = reader.codebook.by_id[variable].level
    if level is Level.STATEMENT and number == 0:
        return Fault(f"{variable} is asked of a statement, but the row has no number of one")
    if level is not Level.STATEMENT and number:
        return Fault(f"{variable} is asked of the {level}, not of a statement")
    if level is Level.ARTICLE and key.paragraph:
        return Fault(f"{variable} is asked of the article", "write 0 for the paragraph")
    if level is not Level.ARTICLE and not key.paragraph:
        return Fault(f"{variable} is asked of a {level}, but the row is about the whole article")
    return None


def _answer(reader: RowReader, record: Record, variable: str, claim: Claim) -> None:
    value, state = reader.cell(record, "value"), reader.cell(record, "state")
    if state in _SPECIAL and value in ("", state):
        value = state
    elif state not in ("", State.CODED):
        message = f'the state is "{state}", but the value is "{value}"'
        reader.told.wrong(record.line, Fault(message, "states: coded, not_applicable, cannot_tell"))
        claim.broken = True
        return
    if not value:
        return
    answer = reader.answer(record, variable, value)
    if answer is None:
        claim.broken = True
    else:
        claim.answers[variable] = answer
