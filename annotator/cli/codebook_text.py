"""A codebook as plain text: what `annotator codebook show` prints."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from annotator.model.codebook import Agreement, Code, Codebook, Guidance, Level, Stop, Variable

_WIDTH = 88
_LEVELS = {
    Level.ARTICLE: "ASKED ONCE OF EACH ARTICLE",
    Level.PARAGRAPH: "ASKED ONCE OF EACH PARAGRAPH",
    Level.STATEMENT: "ASKED OF EACH STATEMENT",
}
_LISTS = {
    "include": "Includes",
    "exclude": "Does not include",
    "rules": "Rule",
    "examples": "Example",
    "counter_examples": "Counter-example",
}


def lines(codebook: Codebook) -> Iterator[str]:
    """The codebook line by line: variables by level, their codes as a tree, keys at the left."""
    yield f"{codebook.title}"
    yield f"{codebook.id} {codebook.version} ({codebook.language})"
    if codebook.agreement != Agreement():
        yield f"Agreement is {_demanded(codebook.agreement)}"
    shown: dict[tuple[Code, ...], str] = {(): ""}
    for level, heading in _LEVELS.items():
        if codebook.at(level):
            yield from ("", heading)
        for variable in codebook.at(level):
            yield ""
            yield from _question(variable)
            yield from _codes(variable, shown)


def _question(variable: Variable) -> Iterator[str]:
    yield f"{variable.label}  [{variable.id}]"
    yield from _wrapped(variable.question, 2)
    yield from _wrapped("; ".join(_facts(variable)), 2)
    yield from _guidance(variable.guidance, 2)


def _codes(variable: Variable, shown: dict[tuple[Code, ...], str]) -> Iterator[str]:
    earlier = shown.setdefault(variable.codes, variable.id)
    if earlier != variable.id and variable.codes:
        yield f"  Codes and keys as for [{earlier}]."
        return
    for code in variable.codes:
        yield from _code(code, 2)


def _facts(variable: Variable) -> Iterator[str]:
    yield str(variable.measurement)
    if not variable.required:
        yield "may be left open"
    if not variable.compared:
        yield "not compared between coders"
    if variable.multiple:
        most = f"at most {variable.max_select}" if variable.max_select else "any number"
        yield f"several codes ({variable.min_select} or more, {most})"
    if variable.is_tree and variable.stop is Stop.LEAF:
        yield "a group is no answer"
    if variable.default:
        yield f"default: {variable.default}"
    if variable.prefill:
        yield f"proposed from the {variable.level}'s {variable.prefill}"
    if any(variable.anchors):
        yield "from {} to {}".format(*(anchor or "…" for anchor in variable.anchors))
    if variable.agreement:
        yield f"agreement is {_demanded(variable.agreement)}"
    yield from _limits(variable)
    yield from _conditions(variable)


def _demanded(agreement: Agreement) -> str:
    return f"reliable from {agreement.reliable:g}, tentative from {agreement.tentative:g}"


def _limits(variable: Variable) -> Iterator[str]:
    if variable.minimum is not None:
        yield f"at least {variable.minimum:g}"
    if variable.maximum is not None:
        yield f"at most {variable.maximum:g}"


def _conditions(variable: Variable) -> Iterator[str]:
    if variable.ask_if_no_statement:
        yield "asked if there is no statement"
    for name, codes in variable.ask_if.items():
        yield f"asked if {name} is {' or '.join(codes)}"


def _code(code: Code, indent: int) -> Iterator[str]:
    key = "×" if code.deprecated else code.key or "/"
    yield f"{' ' * indent}{key}  {code.label}  [{code.id}]{_remarks(code)}"
    yield from _guidance(code.guidance, indent + 3)
    for below in code.codes:
        yield from _code(below, indent + 3)


def _remarks(code: Code) -> str:
    remarks = []
    if code.value is not None:
        remarks.append(f"= {code.value:g}")
    if code.off_scale:
        remarks.append("off the scale")
    if code.needs_memo:
        remarks.append("say why in the memo")
    if code.merged_into:
        remarks.append(f"merged into {code.merged_into}")
    elif code.deprecated:
        remarks.append("no longer offered")
    return f"  {'; '.join(remarks)}" if remarks else ""


def _guidance(guidance: Guidance, indent: int) -> Iterator[str]:
    yield from _wrapped(guidance.definition, indent)
    for name, heading in _LISTS.items():
        for text in getattr(guidance, name):
            yield from _wrapped(f"{heading}: {text}", indent)


def _wrapped(text: str, indent: int) -> Iterator[str]:
    margin = " " * indent
    yield from textwrap.wrap(text, _WIDTH, initial_indent=margin, subsequent_indent=f"{margin}  ")
