"""The commands of the line mode: what begins with a colon."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from annotator.cli.plain.answers import read_answers
from annotator.cli.plain.desk import Desk
from annotator.cli.plain.questions import Unit, is_of_statement, variable_named
from annotator.cli.plain.saving import assign
from annotator.cli.plain.words import answer_words, work_lines
from annotator.model.codebook import Variable
from annotator.model.coding import Statement, Target
from annotator.model.place import Place, Undone
from annotator.model.typed import Refused
from annotator.model.units import split_place


def run_command(desk: Desk, line: str) -> None:
    """Do what a line after the colon says; a command may be shortened to its beginning."""
    name, _, rest = line.strip().partition(" ")
    begin = [command for command in COMMANDS if command.startswith(name) and name]
    if name in COMMANDS:
        begin = [name]
    if len(begin) != 1:
        desk.say(f"There is no command :{name}. :help reads them.")
    elif desk.place is None and begin[0] not in _ANYWHERE:
        desk.say("There is no paragraph here. :go NUMBER goes to an article.")
    else:
        COMMANDS[begin[0]](desk, rest.strip())


def _help(desk: Desk, _: str) -> None:
    """reads this"""
    desk.say(_help_lines())


def _undo(desk: Desk, _: str) -> None:
    """takes back the last action, again and again"""
    _after_undo(desk, desk.study.undo(), "Undone", "There is nothing to take back.")


def _redo(desk: Desk, _: str) -> None:
    """does again what was taken back last"""
    _after_undo(desk, desk.study.redo(), "Done again", "There is nothing to do again.")


def _flag(desk: Desk, rest: str) -> None:
    """[NUMBER] flags the paragraph, or that statement, for discussion; again: unflags it"""
    target, flagged = _target(desk), desk.unit.work.flagged
    if rest:
        statement = _statement(desk, rest)
        if statement is None:
            return
        target, flagged = _target(desk, statement.id), statement.flagged
    desk.study.set_flag(target, not flagged)
    desk.say("The flag is taken away." if flagged else "Flagged.")


def _memo(desk: Desk, rest: str) -> None:
    """[TEXT] writes a memo on the paragraph; without a text, reads it"""
    if rest:
        desk.study.set_memo(_target(desk), rest)
        desk.say("The memo is stored.")
    else:
        desk.say(f"Memo: {desk.unit.work.memo}" if desk.unit.work.memo else "There is no memo.")


def _set(desk: Desk, rest: str) -> None:
    """[NUMBER] VARIABLE ANSWER answers any question, of that statement or of the last one"""
    number, _, after = rest.partition(" ")
    name, _, line = (after if number.isdecimal() else rest).strip().partition(" ")
    variable = variable_named(desk.study.codebook, name)
    if variable is None:
        desk.say(f"No variable is called {name}. Here: {_names(desk.unit)}.")
    elif not is_of_statement(variable):
        _set_on(desk, variable, None, line)
    elif statement := _statement(desk, number if number.isdecimal() else ""):
        _set_on(desk, variable, statement, line)


def _delete(desk: Desk, rest: str) -> None:
    """NUMBER removes that statement; :undo brings it back"""
    if not rest:
        desk.say("Say which: :delete 2 removes statement 2.")
    elif statement := _statement(desk, rest):
        desk.study.remove_statement(_target(desk, statement.id))
        desk.say(f"Statement {rest} is removed. :undo brings it back.")


def _again(desk: Desk, _: str) -> None:
    """reads the paragraph again, with your answers"""
    desk.say_unit()


def _list(desk: Desk, _: str) -> None:
    """reads your answers here"""
    desk.say(list(work_lines(desk.unit)) or "No answer yet.")


def _next(desk: Desk, _: str) -> None:
    """goes to the next unit, without finishing this one"""
    _step(desk, 1)


def _back(desk: Desk, _: str) -> None:
    """goes to the unit before"""
    _step(desk, -1)


def _skip(desk: Desk, _: str) -> None:
    """goes to the next unit that is not done, without finishing this one"""
    place = desk.study.next_undone(desk.here)
    if place is None or place == desk.here:
        desk.say("No other unit is left to do.")
    else:
        desk.go(place)


def _jump(desk: Desk, _: str) -> None:
    """goes to the next unit that you flagged, or a statement in it"""
    place = desk.study.next_flagged(desk.place or Place("", 0))
    if place is None or place == desk.place:
        desk.say("Nothing is flagged." if place is None else "Nothing else is flagged.")
    else:
        desk.go(place)


def _reopen(desk: Desk, _: str) -> None:
    """marks this unit as not done again"""
    desk.study.reopen(desk.here.article, desk.here.paragraph)
    desk.say("Not done again.")


def _go(desk: Desk, rest: str) -> None:
    """ARTICLE [PARAGRAPH] goes to an article by its number or name; paragraph 0 is the whole"""
    place = _place_named(desk, rest)
    if place:
        desk.go(place)
    else:
        desk.say("There is no such place. :go 3 12 goes to paragraph 12 of article 3.")


def _quit(desk: Desk, _: str) -> None:
    """leaves; everything is stored already"""
    desk.open = False


COMMANDS: dict[str, Callable[[Desk, str], None]] = {
    "help": _help,
    "undo": _undo,
    "redo": _redo,
    "list": _list,
    "again": _again,
    "set": _set,
    "delete": _delete,
    "memo": _memo,
    "flag": _flag,
    "skip": _skip,
    "next": _next,
    "back": _back,
    "jump": _jump,
    "go": _go,
    "reopen": _reopen,
    "quit": _quit,
}
_ANYWHERE = {"help", "undo", "redo", "go", "jump", "quit"}


def _help_lines() -> Iterator[str]:
    yield "Answer with the keys of a code (sr), its id, or the beginning of its name."
    yield "Enter: no more statements, the paragraph is done."
    yield ". same as in the statement above. - not applicable. * cannot tell."
    yield "china, russia: both; each gets the answers that follow. , russia adds one afterwards."
    yield "? reads the question with its codes and rules, ? CODE a code, ? WORDS finds codes."
    for name, command in COMMANDS.items():
        yield f":{name} {command.__doc__}"
    yield "A text that begins with a colon is typed with two."


def _after_undo(desk: Desk, undone: Undone | None, done: str, nothing: str) -> None:
    if undone is None:
        desk.say(nothing)
        return
    desk.say(f"{done}: {undone.description}")
    desk.go(undone.place or desk.place)


def _target(desk: Desk, statement: str = "") -> Target:
    return Target(desk.here.article, desk.here.paragraph, statement)


def _statement(desk: Desk, number: str) -> Statement | None:
    """The statement of that number (the last one for ""); says so where there is none."""
    statements = desk.unit.work.statements
    index = int(number) if number.isdecimal() else len(statements) if not number else 0
    if 1 <= index <= len(statements):
        return statements[index - 1]
    desk.say(f"There is no statement {number}.".replace(" .", " yet."))
    return None


def _names(unit: Unit) -> str:
    """The variables that can be set here."""
    of_statement = (v for v in unit.codebook.variables if unit.paragraph and is_of_statement(v))
    return ", ".join(variable.id for variable in (*unit.asked(), *of_statement))


def _set_on(desk: Desk, variable: Variable, statement: Statement | None, line: str) -> None:
    asked = desk.unit.asked_of(statement) if statement else desk.unit.asked()
    if variable not in asked:
        desk.say(f"{variable.label} is not asked here.")
        return
    answers = read_answers(variable, line)
    if isinstance(answers, Refused):
        desk.say(answers.reason)
    elif len(answers) > 1:
        desk.say(f"{variable.label} takes one code only.")
    else:
        assign(desk, variable, statement.id if statement else "", answers[0])
        desk.say(f"{variable.label}: {answer_words(variable, answers[0])}.")


def _step(desk: Desk, step: int) -> None:
    """To the unit before or after; over the end of an article into its neighbour."""
    place = desk.here
    units = _units(desk, place.article)
    index = units.index(place.paragraph) + step if place.paragraph in units else 0
    if 0 <= index < len(units):
        desk.go(Place(place.article, units[index]))
        return
    position = desk.study.own_header(place.article).position + step
    neighbours = desk.study.own_headers(position, 1) if position >= 1 else []
    if neighbours and (there := _units(desk, neighbours[0].id)):
        desk.go(Place(neighbours[0].id, there[0 if step > 0 else -1]))
    else:
        desk.say("There is no unit further on." if step > 0 else "There is no unit before.")


def _units(desk: Desk, article: str) -> tuple[int, ...]:
    return desk.study.asked_units(desk.study.shown_article(article))


def _place_named(desk: Desk, typed: str) -> Place | None:
    """`typed` as a whole names an article, or its last number is the paragraph."""
    article, number = _article_named(desk, typed), None
    if article is None:
        name, number = split_place(typed)
        article = _article_named(desk, name)
    if article is None:
        return None
    units = _units(desk, article)
    if number is None:
        return Place(article, units[0]) if units else None
    return Place(article, number) if number in units else None


def _article_named(desk: Desk, name: str) -> str | None:
    if found := desk.study.find_article(name):
        return found
    headers = desk.study.own_headers(int(name), 1) if name.isascii() and name.isdecimal() else []
    return headers[0].id if headers else None
