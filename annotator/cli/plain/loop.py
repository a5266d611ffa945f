"""Ask, read a line, act on it, until the coder leaves."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

from annotator.cli.context import show
from annotator.cli.plain.answers import AND_ANOTHER, find_code
from annotator.cli.plain.commands import run_command
from annotator.cli.plain.desk import Desk, ReadLine, Write
from annotator.cli.plain.questions import Question
from annotator.cli.plain.saving import add_to_last, answer
from annotator.cli.plain.words import code_lines, variable_lines
from annotator.errors import AnnotatorError
from annotator.model.codebook import Code, Variable

if TYPE_CHECKING:
    from annotator.study import Study

_EXPLAIN, _COMMAND, _ESCAPE = "?", ":", "::"
_FOUND_AT_MOST = 10
_NARROWEST = 20  # columns


def show_whole_words(line: str) -> None:
    """Print a line; a terminal that is narrower would break it within words."""
    if not sys.stdout.isatty():
        show(line)
        return
    width = max(get_terminal_size().columns, _NARROWEST)
    for part in wrap(line, width, break_on_hyphens=False) or [""]:
        show(part)


def run_plain(
    study: Study, *, read_line: ReadLine = input, write: Write = show_whole_words
) -> None:
    """Code in `study` until the coder leaves (Ctrl+C, too) or the input ends.

    `read_line` takes a prompt and returns a line, or raises EOFError; `write` prints one line.
    """
    desk = Desk(study, read_line, write)
    desk.say(f"Coder {study.coder}, round {study.round}. :help reads how this works.")
    desk.go(study.place())
    while desk.open:
        try:
            _step(desk)
        except (EOFError, KeyboardInterrupt):
            desk.open = False
            desk.say("")  # the line of the prompt has no end yet
        except UnicodeError:
            desk.say("That line is not valid text, so nothing was stored. Type it again.")
        except AnnotatorError as error:
            desk.say([f"Not stored: {error}", *filter(None, [error.hint])])
    desk.say("Everything is stored. The next start goes on here.")


def _step(desk: Desk) -> None:
    """Ask one thing and act on the line that comes back."""
    if desk.memo_for:
        _ask_memo(desk)
        return
    question = desk.unit.next_question(no_more=desk.no_more) if desk.place else None
    if question:
        desk.read_out(question.variable)
    elif desk.no_more:
        _finish(desk)
        return
    _act(desk, question, desk.ask(_prompt(desk, question)))


def _act(desk: Desk, question: Question | None, line: str) -> None:
    line.encode()  # a broken byte from the terminal arrives as a surrogate, which nothing can store
    if line.startswith(_COMMAND) and not line.startswith(_ESCAPE):
        run_command(desk, line[1:])
    elif desk.place is None:
        desk.say("Nothing is asked here. :go NUMBER goes to an article, :quit leaves.")
    elif not line.strip():
        _enter(desk, question)
    elif line.startswith(_EXPLAIN):
        _explain(desk, question, line[1:].strip())
    elif line.startswith(AND_ANOTHER):
        add_to_last(desk, line[1:])
    elif question is None:
        desk.say("Nothing is asked here. Enter finishes, :set changes an answer.")
    else:
        answer(desk, question, line.removeprefix(_COMMAND) if line.startswith(_ESCAPE) else line)


def _prompt(desk: Desk, question: Question | None) -> str:
    if desk.place is None:
        return "Command"
    if question is None:
        return "Enter finishes and goes on"
    label = question.variable.label
    statements = desk.unit.work.statements
    if question.opens:
        return f"Statement {len(statements) + 1}, {label} (Enter: no more, done)"
    numbers = [str(statements.index(statement) + 1) for statement in question.statements]
    if numbers:
        return f"Statement{'s' if len(numbers) > 1 else ''} {' and '.join(numbers)}, {label}"
    return label


def _enter(desk: Desk, question: Question | None) -> None:
    """An empty line: no more statements, done; unless an answer is needed first."""
    if question is None or question.opens:
        desk.no_more = True
    else:
        desk.say(
            f"{question.variable.label} needs an answer. ? reads the codes, :skip goes on without."
        )


def _finish(desk: Desk) -> None:
    place = desk.here
    desk.study.finish(place.article, place.paragraph)
    if told := desk.study.feedback(place.article, place.paragraph):
        desk.say([told.summary, *told.lines])
    desk.go(desk.study.next_undone(place))


def _ask_memo(desk: Desk) -> None:
    target = desk.memo_for
    desk.memo_for = None
    text = desk.ask("This code asks for a memo").strip()
    if target and text:
        desk.study.set_memo(target, text)


def _explain(desk: Desk, question: Question | None, words: str) -> None:
    """`?` reads the question with its codes and rules, `? r` a code, `? any words` finds codes."""
    variables = [question.variable] if question else list(desk.study.codebook.variables)
    if not words:
        for variable in variables:
            desk.say(variable_lines(variable))
        return
    for variable in variables:
        code = find_code(variable, words)
        if isinstance(code, Code):
            desk.say(code_lines(variable, code))
            return
    _find(desk, variables, words)


def _find(desk: Desk, variables: list[Variable], words: str) -> None:
    from annotator.tui.find import CodeIndex

    found = CodeIndex(variables).find(words)
    for match in found[:_FOUND_AT_MOST]:
        group = f" ({match.group})" if match.group else ""
        desk.say(f"{match.variable.key_path(match.code.id)}: {match.code.label}{group}")
    desk.say(f"{len(found)} codes found.")
