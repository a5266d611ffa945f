"""What a page on a codebook says, in order, whatever it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.entries.plain import number
from annotator.exporters.dictionary import asked_for
from annotator.exporters.job import Choice
from annotator.model.codebook import Code, Codebook, Guidance, Level, Stop, Variable

_LEVELS = {
    Level.ARTICLE: "Asked once of each article",
    Level.PARAGRAPH: "Asked once of each paragraph",
    Level.STATEMENT: "Asked of each statement",
}
_LISTS = {
    "include": "Includes",
    "exclude": "Does not include",
    "rules": "Rules",
    "examples": "Examples",
    "counter_examples": "Counter-examples",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts under a heading: rules, examples."""

    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A code: its keys, id, label and number, what it means, and the codes below it."""

    keys: str
    id: str
    label: str
    number: str
    definition: str
    remarks: tuple[str, ...]
    lists: tuple[Lines, ...]
    below: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A variable."""

    id: str
    label: str
    question: str
    facts: tuple[str, ...]
    definition: str
    lists: tuple[Lines, ...]
    codes: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The variables of one level."""

    heading: str
    questions: tuple[Question, ...]


def sections(codebook: Codebook, choice: Choice) -> Iterator[Section]:
    """The levels that have variables, with those that were asked for."""
    wanted = {variable.id for variable in asked_for(codebook, choice)}
    for level, heading in _LEVELS.items():
        found = tuple(_question(v, codebook) for v in codebook.at(level) if v.id in wanted)
        if found:
            yield Section(heading, found)


def stamp(codebook: Codebook) -> str:
    """Which codebook this is."""
    parts = [f"Codebook {codebook.id}", f"version {codebook.version}"]
    if codebook.hash:
        parts.append(f"sha256 {codebook.hash}")
    return ", ".join(parts)


def _question(variable: Variable, codebook: Codebook) -> Question:
    guidance = variable.guidance
    return Question(
        variable.id, variable.label, variable.question, tuple(_facts(variable, codebook)),
        guidance.definition, tuple(_lists(guidance)), tuple(_items(variable.codes, "")),
    )  # fmt: skip


def _facts(variable: Variable, codebook: Codebook) -> Iterator[str]:
    yield str(variable.measurement)
    if not variable.required:
        yield "may be left open"
    if not variable.compared:
        yield "not compared between coders"
    if variable.multiple:
        most = f" to {variable.max_select}" if variable.max_select else " or more"
        yield f"several codes possible: {variable.min_select}{most}"
    if variable.is_tree:
        stop = "any code" if variable.stop is Stop.ANY else "codes without codes below"
        yield f"a tree: {stop} may be chosen"
    low, high = variable.minimum, variable.maximum
    if low is not None:
        yield f"at least {number(low)}"
    if high is not None:
        yield f"at most {number(high)}"
    yield from (f"{end} end: {text}" for end, text in
                zip(("low", "high"), variable.anchors, strict=True) if text)  # fmt: skip
    yield from _conditions(variable, codebook)
    allowed = {"not applicable": variable.not_applicable, "cannot tell": variable.cannot_tell}
    states = [state for state, is_allowed in allowed.items() if is_allowed]
    yield f"also: {', '.join(states)}" if states else "always one of its values"


def _conditions(variable: Variable, codebook: Codebook) -> Iterator[str]:
    for name, codes in variable.ask_if.items():
        of = codebook.by_id[name].label if name in codebook.by_id else name
        yield f"asked only if “{of}” is {' or '.join(codes) or 'answered'}"
    if variable.ask_if_no_statement:
        yield "asked only if the paragraph has no statement"


def _lists(guidance: Guidance) -> Iterator[Lines]:
    for name, heading in _LISTS.items():
        if texts := getattr(guidance, name):
            yield Lines(heading, texts)


def _items(codes: Iterable[Code], keys: str) -> Iterator[Item]:
    for code in codes:
        own = keys + code.key
        value = "" if code.value is None else number(code.value)
        yield Item(
            own, code.id, code.label, value, code.guidance.definition, tuple(_remarks(code)),
            tuple(_lists(code.guidance)), tuple(_items(code.codes, own)),
        )  # fmt: skip


def _remarks(code: Code) -> Iterator[str]:
    if code.off_scale:
        yield "off the scale"
    if code.needs_memo:
        yield "needs a memo"
    if code.deprecated:
        now = f": now {code.merged_into}" if code.merged_into else ""
        yield f"no longer used{now}"
