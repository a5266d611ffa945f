"""A key in, verbs and a cursor out.

Letters and digits are codes of the open field; every other key is a command by its name in
`commands.ENTRY`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from annotator.model.codebook import Code, Level, Variable
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer, State, Statement
from annotator.tui.entry import moves
from annotator.tui.entry.answers import (
    Ask,
    Outcome,
    clearing,
    codes_below,
    complete,
    give,
    is_stored,
    take,
)
from annotator.tui.entry.fields import Cursor, Field, Focus, Situation, field_of, focus_of, natural
from annotator.tui.entry.fields import ring as ring_of
from annotator.tui.entry.finishing import finish
from annotator.tui.entry.verbs import RemoveStatement, SetFlag

NOTHING_ASKED = "All is answered here. Enter goes on, Tab goes back to the questions."
_FIRST_ONE = "A comma adds to an answer: give the first one before it."


def press(situation: Situation, cursor: Cursor, key: str) -> Outcome:
    """What a key does: a letter or digit, or the name of a command in `commands.ENTRY`."""
    handler = HANDLERS.get(key)
    return handler(situation, cursor) if handler else _press_code(situation, cursor, key)


def choose(situation: Situation, cursor: Cursor, variable_id: str, code_id: str) -> Outcome:
    """Take a code by its id, found by search or clicked, also in another field of the ring."""
    focus = focus_of(situation, cursor)
    if focus is None or focus.variable.id != variable_id:
        fields = [field for field in ring_of(situation, cursor) if field.variable == variable_id]
        if not fields:
            return Outcome(cursor, note="This question is not asked here.")
        cursor = Cursor(visited=fields[0], last=cursor.last)
        focus = focus_of(situation, cursor)
    code = focus.variable.code(code_id) if focus else None
    if focus is None or code is None:
        return Outcome(cursor, note="The codebook has no such code.")
    return take(situation, replace(cursor, highlight=""), focus, code)


def answer_typed(situation: Situation, cursor: Cursor, text: str) -> Outcome:
    """Give a typed answer (a text, a date, a number) to the open field; an empty one clears it."""
    focus = focus_of(situation, cursor)
    if focus is None:
        return Outcome(cursor, note=NOTHING_ASKED)
    if not text:
        return _clear(situation, cursor)
    return give(situation, cursor, focus, Answer.of(text))


# --- letters and digits


def _press_code(situation: Situation, cursor: Cursor, key: str) -> Outcome:
    focus = focus_of(situation, cursor)
    if focus is None:
        return Outcome(cursor, note=NOTHING_ASKED)
    if focus.variable.is_typed:
        return _ask_text(situation, cursor, key)
    code = _code_by_key(codes_below(focus.variable, cursor.path), key)
    if code is not None:
        return take(situation, replace(cursor, highlight=""), focus, code)
    closed = Cursor(last=cursor.last, chosen=cursor.chosen)
    if _belongs_to_next_field(situation, cursor, focus, key):
        return _press_code(situation, closed, key)
    return Outcome(cursor, note=_no_such_key(focus.variable, cursor, key))


def _belongs_to_next_field(situation: Situation, cursor: Cursor, focus: Focus, key: str) -> bool:
    """Whether the open group was the answer after all, and the key is one of the next question."""
    if not cursor.path or cursor.finishing or not is_stored(situation, focus, cursor.path[-1]):
        return False
    following = natural(situation)
    if following is None:
        return False
    variable = following.variable
    return variable.is_typed or _code_by_key(codes_below(variable, ()), key) is not None


def _code_by_key(codes: tuple[Code, ...], key: str) -> Code | None:
    exact = next((code for code in codes if code.key == key), None)
    # Caps Lock must not make a codebook unusable.
    return exact or next((c for c in codes if c.key.casefold() == key.casefold()), None)


def _no_such_key(variable: Variable, cursor: Cursor, key: str) -> str:
    if not key.isascii():
        return f"No code on {key}. Is the keyboard switched to Latin letters?"
    code = variable.code(cursor.path[-1]) if cursor.path else None
    where = f"{code.label} (Esc goes back)" if code else variable.label
    return f"No code on {key} in {where}."


def _ask_text(situation: Situation, cursor: Cursor, typed: str = "") -> Outcome:
    return Outcome(cursor, ask=Ask.TEXT, about=field_of(situation, cursor), typed=typed)


# --- special answers, the answer above, and another


def _special(situation: Situation, cursor: Cursor, answer: Answer) -> Outcome:
    focus = focus_of(situation, cursor)
    if focus is None:
        return Outcome(cursor, note=NOTHING_ASKED)
    variable = focus.variable
    means_na = answer.state is State.NOT_APPLICABLE
    if not (variable.not_applicable if means_na else variable.cannot_tell):
        said = str(answer).replace("_", " ")
        return Outcome(cursor, note=f"The codebook has no “{said}” for {variable.label}.")
    return give(situation, replace(cursor, path=(), highlight=""), focus, answer)


def _repeat(situation: Situation, cursor: Cursor) -> Outcome:
    focus = focus_of(situation, cursor)
    if focus is None or not focus.on_statement or cursor.adding:
        return Outcome(cursor, note="A dot repeats the answer of the statement above.")
    above = _statement_above(situation, focus)
    answer = above.answers.get(focus.variable.id) if above else None
    if answer is None:
        return Outcome(cursor, note=f"No statement above has an answer to {focus.variable.label}.")
    return give(situation, replace(cursor, path=(), highlight=""), focus, answer)


def _statement_above(situation: Situation, focus: Focus) -> Statement | None:
    statements = situation.unit.statements
    first = statements.index(focus.statements[0]) if focus.statements else len(statements)
    return statements[first - 1] if first else None


def _another(situation: Situation, cursor: Cursor) -> Outcome:
    found = (
        _visited_answer(situation, cursor) if cursor.visited else _last_answer(situation, cursor)
    )
    if isinstance(found, str):
        return Outcome(cursor, note=found)
    field, span = found
    variable = situation.codebook.by_id[field.variable]
    if variable.level is not Level.STATEMENT and not variable.multiple:
        return Outcome(cursor, note=f"{variable.label} takes one answer.")
    if variable.is_typed:
        return Outcome(cursor, note=f"{variable.label} is typed in: a comma adds codes only.")
    kept = Cursor(last=cursor.last, chosen=cursor.chosen, finishing=cursor.finishing)
    return Outcome(replace(kept, visited=field, span=span, adding=True))


def _visited_answer(situation: Situation, cursor: Cursor) -> tuple[Field, int] | str:
    """The field gone to, where it has an answer that another can be added to."""
    focus = focus_of(situation, cursor)
    if focus is None:
        return NOTHING_ASKED
    if not focus.on_statement:
        answered = focus.variable.id in situation.known
        return (Field(focus.variable.id), 0) if answered else _FIRST_ONE
    if not focus.statements or focus.variable.id not in focus.statements[-1].answers:
        return _FIRST_ONE
    statement = cursor.visited.statement if cursor.visited else ""
    return Field(focus.variable.id, statement), len(focus.statements)


def _last_answer(situation: Situation, cursor: Cursor) -> tuple[Field, int] | str:
    """The field answered last: of the unit if several codes may be chosen, else of the entry."""
    chosen = situation.codebook.by_id.get(cursor.chosen[0])
    if chosen and chosen.level is not Level.STATEMENT and chosen.multiple:
        return Field(chosen.id), 0
    entry = situation.entry or situation.unit.statements[-cursor.last :]
    answers = entry[-1].answers if entry else {}
    answered = [v for v in situation.asked(answers) if v.id in answers]
    required = [v for v in answered if v.required and not v.default]
    if not answered:
        return _FIRST_ONE
    return Field((required or answered)[-1].id), len(entry)


# --- Enter, and what is not an answer


def _enter(situation: Situation, cursor: Cursor) -> Outcome:
    focus = focus_of(situation, cursor)
    if focus is None:
        return finish(situation, cursor)
    code = focus.variable.code(cursor.highlight)
    if code is not None:
        return take(situation, replace(cursor, highlight=""), focus, code)
    if cursor.adding:
        return Outcome(_cancel(situation, cursor).cursor, note="No second answer.")
    if cursor.path:
        return _accept_group(situation, cursor, focus)
    if focus.variable.is_typed and _wants_typing(situation, cursor, focus):
        return _ask_text(situation, cursor)
    return finish(situation, cursor)


def _accept_group(situation: Situation, cursor: Cursor, focus: Focus) -> Outcome:
    if is_stored(situation, focus, cursor.path[-1]):
        return complete(situation, cursor)
    code = focus.variable.code(cursor.path[-1])
    return Outcome(cursor, note=f"Choose a code in {code.label if code else 'this group'}.")


def _wants_typing(situation: Situation, cursor: Cursor, focus: Focus) -> bool:
    """A typed question that was gone to, or that is lacking, is answered rather than passed."""
    answers = focus.statements[-1].answers if focus.statements else situation.known
    return cursor.visited is not None or focus.variable.id not in answers


def _clear(situation: Situation, cursor: Cursor) -> Outcome:
    focus = focus_of(situation, cursor)
    if focus is None:
        return Outcome(cursor, note=NOTHING_ASKED)
    name = focus.variable.id
    unit = [] if focus.on_statement else [("", situation.unit.answers)]
    holders = [(s.id, s.answers) for s in focus.statements] or unit
    verbs = tuple(
        clearing(situation.target(s), name, answers) for s, answers in holders if name in answers
    )
    if not verbs:
        return Outcome(cursor, note=f"{focus.variable.label} has no answer of yours.")
    return Outcome(Cursor(last=cursor.last), verbs)


def _at_cursor(situation: Situation, cursor: Cursor) -> tuple[Statement, ...]:
    focus = focus_of(situation, cursor)
    return focus.statements if focus else ()


def _remove_statement(situation: Situation, cursor: Cursor) -> Outcome:
    statements = _at_cursor(situation, cursor)
    if not statements:
        return Outcome(cursor, note="Move to a statement with < first.")
    return Outcome(Cursor(), tuple(RemoveStatement(situation.target(s.id)) for s in statements))


def _flag(situation: Situation, cursor: Cursor) -> Outcome:
    statements = _at_cursor(situation, cursor)
    if not statements:
        return Outcome(cursor, (SetFlag(situation.target(), not situation.unit.flagged),))
    on = not all(statement.flagged for statement in statements)
    return Outcome(cursor, tuple(SetFlag(situation.target(s.id), on) for s in statements))


def _cancel(situation: Situation, cursor: Cursor) -> Outcome:  # noqa: ARG001  one signature
    return Outcome(Cursor(last=cursor.last, chosen=cursor.chosen))


HANDLERS: dict[str, Callable[[Situation, Cursor], Outcome]] = {
    "finish": _enter,
    "next_field": lambda situation, cursor: moves.move_field(situation, cursor, 1),
    "previous_field": lambda situation, cursor: moves.move_field(situation, cursor, -1),
    "repeat": _repeat,
    "another": _another,
    "not_applicable": lambda situation, cursor: _special(situation, cursor, NOT_APPLICABLE),
    "cannot_tell": lambda situation, cursor: _special(situation, cursor, CANNOT_TELL),
    "clear_answer": _clear,
    "highlight_next": lambda situation, cursor: moves.highlight(situation, cursor, 1),
    "highlight_previous": lambda situation, cursor: moves.highlight(situation, cursor, -1),
    "open_group": moves.open_group,
    "close_group": lambda _, cursor: moves.close_group(cursor),
    "next_statement": lambda situation, cursor: moves.move_statement(situation, cursor, 1),
    "previous_statement": lambda situation, cursor: moves.move_statement(situation, cursor, -1),
    "remove_statement": _remove_statement,
    "flag": _flag,
    "cancel": _cancel,
}
"""What each command of `commands.ENTRY` does."""
