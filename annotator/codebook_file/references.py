"""Checks on names that refer to other places: ask_if, codes_from, merged_into."""

from __future__ import annotations

from annotator.codebook_file.circles import circles
from annotator.codebook_file.document import Document, Path
from annotator.codebook_file.outline import Known, Question, codes_of, owner_of_codes
from annotator.codebook_file.schema import NO_STATEMENT
from annotator.codebook_file.wording import nearest
from annotator.model.codebook import Level
from annotator.model.coding import SPECIAL_STATES

_ANSWERED_BEFORE = {
    Level.ARTICLE: {Level.ARTICLE},
    Level.PARAGRAPH: {Level.PARAGRAPH},
    Level.STATEMENT: {Level.PARAGRAPH, Level.STATEMENT},
}
"""The levels whose answers are there when a level is asked: an article is asked about last."""


def check_references(question: Question, known: Known, document: Document) -> None:
    """Report every name in the variable that refers to something that is not there."""
    _check_codes_from(question, known, document)
    _check_conditions(question, known, document)
    _check_merged(question, document)


def _check_codes_from(question: Question, known: Known, document: Document) -> None:
    name = question.entry.codes_from
    path = (*question.path, "codes_from")
    if not name:
        return
    if question.entry.codes:
        document.report(path, "There are `codes` and `codes_from`.", "keep one of them")
    elif name not in known:
        document.report(path, f"There is no variable `{name}`.", nearest(name, known))
    elif known[name].entry.codes_from:
        message = f"`{name}` has no codes of its own: it takes them from another variable."
        document.report(path, message, "name the variable that has the codes")
    elif _has_none(question, known):
        document.report(path, f"The variable `{name}` has no codes.")


def _has_none(question: Question, known: Known) -> bool:
    owner = owner_of_codes(question, known)
    return owner is not None and owner.sound and not codes_of(owner, known)


def _check_conditions(question: Question, known: Known, document: Document) -> None:
    for name, codes in question.entry.ask_if.items():
        path = (*question.path, "ask_if", name)
        condition = known.get(name)
        if name == NO_STATEMENT and not codes:
            _check_no_statement(question, known, document)
        elif condition is None:
            document.report(path, f"There is no variable `{name}`.", nearest(name, known))
        elif condition.level not in _ANSWERED_BEFORE[question.level]:
            message = f"`{name}` is asked of the {condition.level}, after this is answered."
            document.report(path, message, _may_depend_on(question))
        else:
            _check_condition_codes(condition, codes, known, document, path)


def _may_depend_on(question: Question) -> str:
    levels = [str(level) for level in Level if level in _ANSWERED_BEFORE[question.level]]
    return f"name a variable of the {' or '.join(levels)}"


def _check_no_statement(question: Question, known: Known, document: Document) -> None:
    path = (*question.path, "ask_if")
    if question.level is not Level.PARAGRAPH:
        document.report(path, f"`{NO_STATEMENT}` is a condition for paragraph variables only.")
    elif not any(other.level is Level.STATEMENT for other in known.values()):
        document.report(path, "The codebook has no statement variables.")


def _check_condition_codes(
    condition: Question, codes: list[str], known: Known, document: Document, path: Path
) -> None:
    possible = codes_of(condition, known)
    if _has_none(condition, known):
        document.report(path, f"`{condition.id}` has no codes to depend on.")
    if not codes:
        document.report(path, "No code is named.", f"`{condition.id}: [code, code]`")
    if not possible:
        return  # the codes are not known because of a fault reported elsewhere
    for position, code in enumerate(codes):
        if code not in possible and code not in SPECIAL_STATES:
            message = f"The variable `{condition.id}` has no code `{code}`."
            document.report((*path, position), message, nearest(code, [*possible, *SPECIAL_STATES]))


def _check_merged(question: Question, document: Document) -> None:
    by_id = {item.id: item for item in question.items}
    for item in question.items:
        target = item.entry.merged_into
        path = (*item.path, "merged_into")
        if target and target not in by_id:
            document.report(path, f"There is no code `{target}`.", nearest(target, by_id))
    arrows = {
        item.id: [target] if (target := item.entry.merged_into) and target in by_id else []
        for item in question.items
    }
    for circle in circles(arrows):
        path = (*by_id[circle[0]].path, "merged_into")
        document.report(path, f"`{circle[0]}` is merged into itself in the end.")
