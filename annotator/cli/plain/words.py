"""How the line mode says things: whole sentences in reading order, nothing that needs a layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from annotator.cli.plain.questions import Unit
from annotator.model.article import Article
from annotator.model.codebook import Code, Codebook, Guidance, Variable
from annotator.model.coding import Answer, State, Statement
from annotator.model.place import Progress
from annotator.model.typed import expects
from annotator.terminal import visible

_READ_AT_ONCE = 15  # codes; of a longer tree only the first level is read
_SPECIAL = {State.NOT_APPLICABLE: "not applicable", State.CANNOT_TELL: "cannot tell"}


def article_lines(article: Article, position: int, count: int, hidden: int) -> Iterator[str]:
    """The article, as it is named when the coder comes to it."""
    known = (article.title, article.author, article.source, article.date)
    described = "; ".join(value for value in known if value)
    # a line feed in a file's name makes no line of its own
    yield visible(f"Article {position} of {count}: {article.name}. {described}".rstrip())
    if hidden:
        yield f"{hidden} codings of it by other coders are hidden."


def unit_lines(unit: Unit, progress: Progress) -> Iterator[str]:
    """A paragraph with its text, or the heading of the questions on the article as a whole."""
    marks = [mark for mark, on in (("done", unit.work.done), ("flagged", unit.work.flagged)) if on]
    state = f"{', '.join(marks).capitalize()}. " if marks else ""
    state += f"{progress.done} of {progress.total} units done."
    if not unit.paragraph:
        yield f"The article as a whole. {state}"
        return
    kind = unit.article.paragraph(unit.paragraph).kind.replace("_", " ")
    yield f"Paragraph {unit.paragraph} of {len(unit.article.paragraphs)}, {kind}. {state}"
    yield unit.article.paragraph_text(unit.paragraph)


def work_lines(unit: Unit) -> Iterator[str]:
    """What the coder has said here so far, and what is taken for granted unless they change it."""
    codebook, work = unit.codebook, unit.work
    if work.answers:
        yield _answers(codebook, work.answers)
    for number, statement in enumerate(work.statements, 1):
        yield statement_line(codebook, number, statement)
    proposed = {name: answer for statement, name, answer in unit.proposals() if not statement}
    if proposed:
        yield f"Unless you :set another answer: {_answers(codebook, proposed)}"
    if work.memo:
        yield f"Memo: {work.memo}"


def statement_line(codebook: Codebook, number: int, statement: Statement) -> str:
    """One statement with its answers."""
    flag = ", flagged" if statement.flagged else ""
    memo = f" Memo: {statement.memo}" if statement.memo else ""
    return f"Statement {number}{flag}: {_answers(codebook, statement.answers)}{memo}"


def answer_words(variable: Variable, answer: Answer) -> str:
    """An answer as its labels: `China, Russia`; `not applicable`."""
    if answer.state is not State.CODED:
        return _SPECIAL[answer.state]
    codes = ((variable.code(value), value) for value in answer.values)
    return ", ".join(code.label if code else value for code, value in codes)


def question_lines(variable: Variable) -> Iterator[str]:
    """A question with its codes, read out when it comes up for the first time."""
    yield variable.question or variable.label
    if variable.is_typed:
        yield f"Type {expects(variable)}."
        return
    if len(variable.paths) <= _READ_AT_ONCE or not variable.is_tree:
        yield from _code_lines(variable, (path[-1] for path in variable.paths.values()))
        return
    yield from _code_lines(variable, variable.codes)
    yield f"{len(variable.paths)} codes in all: ? KEY reads a group, ? WORDS finds a code."


def variable_lines(variable: Variable) -> Iterator[str]:
    """All that the codebook says about a question."""
    yield f"{variable.label} ({variable.id}), {variable.level}, {variable.measurement}."
    yield from question_lines(variable)
    yield from _guidance_lines(variable.guidance)


def code_lines(variable: Variable, code: Code) -> Iterator[str]:
    """All that the codebook says about a code."""
    path = " > ".join(step.label for step in variable.paths[code.id])
    yield f"{path} ({code.id}), key {variable.key_path(code.id)}."
    yield from _guidance_lines(code.guidance)
    yield from _code_lines(variable, code.codes)


def _code_lines(variable: Variable, codes: Iterable[Code]) -> Iterator[str]:
    for code in codes:
        if not code.deprecated:
            group = "" if variable.may_stop_at(code) else " (group)"
            yield f"{variable.key_path(code.id)}: {code.label}{group}"


def _guidance_lines(guidance: Guidance) -> Iterator[str]:
    if guidance.definition:
        yield guidance.definition
    parts = (
        ("Use for", guidance.include),
        ("Not for", guidance.exclude),
        ("Rule", guidance.rules),
        ("Example", guidance.examples),
        ("Counter-example", guidance.counter_examples),
    )
    for name, texts in parts:
        yield from (f"{name}: {text}" for text in texts)


def _answers(codebook: Codebook, answers: Mapping[str, Answer]) -> str:
    known = ((v, answers[v.id]) for v in codebook.variables if v.id in answers)
    return "; ".join(f"{v.label}: {answer_words(v, answer)}" for v, answer in known) or "empty"
