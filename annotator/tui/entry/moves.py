"""Keys that move: between fields, statements, and codes in the list. Nothing is written."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.codebook import Code, Variable
from annotator.model.coding import Statement
from annotator.tui.entry.answers import Outcome, is_stored, offered, path_to, pinned
from annotator.tui.entry.fields import (
    Cursor,
    Field,
    Situation,
    field_of,
    focus_of,
    natural,
    ring,
)


def visible_codes(variable: Variable, path: tuple[str, ...]) -> list[tuple[Code, int]]:
    """The codes in view with their depth: the first level, and what is below the open groups."""
    shown: list[tuple[Code, int]] = []

    def add(codes: tuple[Code, ...], depth: int) -> None:
        for code in offered(codes):
            shown.append((code, depth))
            if depth < len(path) and path[depth] == code.id:
                add(code.codes, depth + 1)

    add(variable.codes, 0)
    return shown


def visit(situation: Situation, cursor: Cursor, field: Field) -> Cursor:
    """The cursor on a field; the natural field needs no visit."""
    plain = Cursor(last=cursor.last, chosen=cursor.chosen)
    return plain if field_of(situation, plain) == field else replace(plain, visited=field)


def select(situation: Situation, cursor: Cursor, statement: Statement) -> Cursor:
    """The cursor on a statement: at the same question, or the first it lacks, or its first."""
    asked = situation.asked(statement.answers)
    if not asked:
        return Cursor()
    variable = (situation.lacking(statement) or asked)[0]
    current = focus_of(situation, cursor)
    if cursor.visited and current and current.variable in asked:
        variable = current.variable
    return Cursor(visited=Field(variable.id, statement.id))


def move_field(situation: Situation, cursor: Cursor, step: int) -> Outcome:
    """To the next or previous field of the ring."""
    fields = ring(situation, cursor)
    if not fields:
        return Outcome(Cursor(), note="No question is asked here.")
    here = field_of(situation, cursor)
    start = fields.index(here) if here in fields else (-1 if step > 0 else 0)
    return Outcome(visit(situation, cursor, fields[(start + step) % len(fields)]))


def move_statement(situation: Situation, cursor: Cursor, step: int) -> Outcome:
    """To the statement below or above; below the last one the natural field."""
    statements = situation.unit.statements
    if not statements:
        return Outcome(cursor, note="There is no statement yet.")
    index = max(0, _statement_index(situation, cursor) + step)
    if index >= len(statements):
        return Outcome(Cursor(last=cursor.last))
    return Outcome(select(situation, cursor, statements[index]))


def highlight(situation: Situation, cursor: Cursor, step: int) -> Outcome:
    """Down or up in the list of codes."""
    focus = focus_of(situation, cursor)
    shown = visible_codes(focus.variable, cursor.path) if focus else []
    if not shown:
        return Outcome(cursor, note="There is no list of codes here.")
    codes = [code.id for code, _ in shown]
    here = cursor.highlight or (cursor.path[-1] if cursor.path else "")
    start = codes.index(here) if here in codes else (-1 if step > 0 else 0)
    return Outcome(replace(cursor, highlight=codes[(start + step) % len(codes)]))


def open_group(situation: Situation, cursor: Cursor) -> Outcome:
    """Show the codes below the highlighted one; nothing is chosen by it."""
    focus = focus_of(situation, cursor)
    code = focus.variable.code(cursor.highlight) if focus else None
    if focus is None or code is None or not offered(code.codes):
        return Outcome(cursor, note="Move to a group with the arrow keys first.")
    opened = replace(pinned(cursor, focus), path=path_to(focus.variable, code))
    return Outcome(replace(opened, highlight=offered(code.codes)[0].id))


def close_group(cursor: Cursor) -> Outcome:
    """Back to the codes above; what was chosen stays."""
    if not cursor.path:
        return Outcome(cursor, note="No group is open.")
    return Outcome(replace(cursor, path=cursor.path[:-1], highlight=cursor.path[-1]))


def step_back(situation: Situation, cursor: Cursor) -> Cursor | None:
    """Where Backspace leads while nothing is stored yet; None where it has to undo an action."""
    if cursor.adding or (cursor.finishing and not cursor.path):
        return Cursor(last=cursor.last, chosen=cursor.chosen)
    focus = focus_of(situation, cursor)
    if not cursor.path or focus is None or is_stored(situation, focus, cursor.path[-1]):
        return None
    return replace(cursor, path=cursor.path[:-1], highlight="")


def after_undo(before: Situation, now: Situation) -> Cursor:
    """Where to stand after an undo or redo: at the one answer that changed, its group open."""
    changed = _changed_fields(before, now)
    if len(changed) != 1 or before.target() != now.target():
        return Cursor()
    cursor = Cursor(visited=changed[0])
    focus = focus_of(now, cursor)
    if focus is None or focus == natural(now):
        return Cursor()
    holder = focus.statements[-1].answers if focus.statements else now.unit.answers
    answer = holder.get(focus.variable.id)
    code = focus.variable.code(answer.values[0]) if answer and len(answer.values) == 1 else None
    return replace(cursor, path=path_to(focus.variable, code)) if code and code.codes else cursor


def _statement_index(situation: Situation, cursor: Cursor) -> int:
    statements = situation.unit.statements
    focus = focus_of(situation, cursor)
    if focus and focus.statements:
        return statements.index(focus.statements[-1])
    return len(statements)


def _changed_fields(before: Situation, now: Situation) -> list[Field]:
    pairs = [("", before.unit.answers, now.unit.answers)]
    pairs += [
        (old.id, old.answers, new.answers)
        for old in before.unit.statements
        if (new := now.statement(old.id))
    ]
    return [
        Field(variable, statement)
        for statement, was, is_ in pairs
        for variable in {**was, **is_}
        if was.get(variable) != is_.get(variable)
    ]
