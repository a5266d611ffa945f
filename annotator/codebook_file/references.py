"""Checks on names that refer to other places: ask_if, codes_from, default, merged_into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from annotator.codebook_file.outline import Item, Question, owner_of_codes
from annotator.codebook_file.schema import NO_STATEMENT
from annotator.codebook_file.source import Document
from annotator.codebook_file.validate import nearest
from annotator.model.codebook import Level, Measurement
from annotator.model.coding import State

Known = Mapping[str, Question]

_ORDER = tuple(Level)
_SPECIAL = (State.NOT_APPLICABLE.value, State.CANNOT_TELL.value)
_YES_NO = ("yes", "no")


def check_references(asked: tuple[Question, ...], document: Document) -> None:
    """Report every reference to something that is not there, and every circle of references."""
    known = {question.id: question for question in asked}
    for question in asked:
        _check_codes_from(question, known, document)
        _check_conditions(question, known, document)
        _check_default(question, known, document)
        _check_merged(question, document)
    _report_circles(asked, known, document)


def codes_of(question: Question, known: Known) -> dict[str, Item | None]:
    """The codes that a variable can have, by id; without an item where the program adds them."""
    owner = owner_of_codes(question, known)
    if owner is None:
        return {}
    if owner.items:
        return {item.id: item for item in owner.items}
    return dict.fromkeys(_YES_NO) if owner.measurement is Measurement.BINARY else {}


def _check_codes_from(question: Question, known: Known, document: Document) -> None:
    name = question.entry.codes_from
    if not name:
        return
    path = (*question.path, "codes_from")
    if question.entry.codes:
        document.report(path, "There are `codes` and `codes_from`.", "keep one of them")
    elif name not in known:
        document.report(path, f"There is no variable `{name}`.", nearest(name, known))
    elif owner_of_codes(question, known) is not None and not codes_of(question, known):
        document.report(path, f"The variable `{name}` has no codes.")


def _check_conditions(question: Question, known: Known, document: Document) -> None:
    for name, codes in question.entry.ask_if.items():
        if name == NO_STATEMENT and not codes:
            _check_no_statement(question, known, document)
            continue
        path = (*question.path, "ask_if", name)
        condition = known.get(name)
        if condition is None:
            document.report(path, f"There is no variable `{name}`.", nearest(name, known))
        elif _ORDER.index(condition.level) > _ORDER.index(question.level):
            message = f"`{name}` is asked per {condition.level}, below this {question.level}."
            document.report(path, message, "a condition is on the same level or above")
        else:
            _check_condition_codes(condition, codes, known, document, path)


def _check_no_statement(question: Question, known: Known, document: Document) -> None:
    path = (*question.path, "ask_if")
    if question.level is not Level.PARAGRAPH:
        document.report(path, "Only a paragraph variable can be asked if there is no statement.")
    elif not any(other.level is Level.STATEMENT for other in known.values()):
        document.report(path, "The codebook has no statement variables.")


def _check_condition_codes(
    condition: Question,
    codes: list[str],
    known: Known,
    document: Document,
    path: tuple[str | int, ...],
) -> None:
    possible = codes_of(condition, known)
    if not possible:
        if owner_of_codes(condition, known) is not None and not condition.entry.codes_from:
            document.report(path, f"`{condition.id}` has no codes to depend on.")
        return
    if not codes:
        document.report(path, "No code is named.", "`variable: [code, code]`")
    for position, code in enumerate(codes):
        if code not in possible and code not in _SPECIAL:
            message = f"The variable `{condition.id}` has no code `{code}`."
            document.report((*path, position), message, nearest(code, [*possible, *_SPECIAL]))


def _check_default(question: Question, known: Known, document: Document) -> None:
    default = question.entry.default
    if not default:
        return
    fault, hint = _fault_of_default(question, default, known)
    if fault:
        document.report((*question.path, "default"), fault, hint)


def _fault_of_default(question: Question, default: str, known: Known) -> tuple[str, str]:
    if not question.has_codes:
        return _fault_of_typed_default(question, default), ""
    possible = codes_of(question, known)
    if not possible:
        return "", ""
    if default not in possible:
        return f"There is no code `{default}`.", nearest(default, possible)
    item = possible[default]
    if item is not None and not item.offered:
        return f"The code `{default}` is no longer offered.", ""
    if item is not None and not question.may_be_chosen(item):
        return f"`{default}` is a group, and `stop: leaf` wants one of its codes.", ""
    return "", ""


def _fault_of_typed_default(question: Question, default: str) -> str:
    if question.measurement is Measurement.TEXT:
        return ""
    check: Callable[[str], object] = (
        date.fromisoformat if question.measurement is Measurement.DATE else float
    )
    try:
        check(default)
    except ValueError:
        wanted = "a date such as 2019-02-28" if check is not float else "a number"
        return f"`{default}` is not {wanted}."
    return ""


def _check_merged(question: Question, document: Document) -> None:
    by_id = {item.id: item for item in question.items}
    for item in question.items:
        target = item.entry.merged_into
        path = (*item.path, "merged_into")
        if target and target not in by_id:
            document.report(path, f"There is no code `{target}`.", nearest(target, by_id))
        elif target and _leads_back(item, by_id):
            document.report(path, f"`{item.id}` is merged into itself in the end.")


def _leads_back(item: Item, by_id: Mapping[str, Item]) -> bool:
    following: Item | None = item
    for _ in by_id:
        following = by_id.get(following.entry.merged_into) if following else None
        if following is item:
            return True
    return False


def _report_circles(asked: tuple[Question, ...], known: Known, document: Document) -> None:
    conditions = {q.id: [name for name in q.entry.ask_if if name in known] for q in asked}
    for circle in _circles(conditions):
        ids = " → ".join(f"`{name}`" for name in (*circle, circle[0]))
        message = f"The conditions go in a circle: {ids}. None of them would ever be asked."
        document.report((*known[circle[0]].path, "ask_if"), message)
    sources = {q.id: [q.entry.codes_from] if q.entry.codes_from in known else [] for q in asked}
    for circle in _circles(sources):
        ids = " → ".join(f"`{name}`" for name in (*circle, circle[0]))
        message = f"`codes_from` goes in a circle: {ids}."
        document.report((*known[circle[0]].path, "codes_from"), message)


def _circles(arrows: Mapping[str, list[str]]) -> list[tuple[str, ...]]:
    """Each circle met first on a walk in the order of the file; every member is in one at most."""
    found: list[tuple[str, ...]] = []
    finished: set[str] = set()
    for start in arrows:
        trail = [start] if start not in finished else []
        while trail:
            unseen = [name for name in arrows[trail[-1]] if name not in finished]
            if not unseen:
                finished.add(trail.pop())
            elif unseen[0] in trail:
                circle = trail[trail.index(unseen[0]) :]
                found.append(tuple(circle))
                finished.update(circle)
                del trail[trail.index(unseen[0]) :]
            else:
                trail.append(unseen[0])
    return found
