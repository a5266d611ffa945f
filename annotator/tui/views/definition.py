"""The definition of the code under the cursor, always in view."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.codebook import Code, Guidance, Variable
from annotator.tui.views.codes import question_is_cut
from annotator.tui.views.line import Hit, Line, Span, fit, span
from annotator.tui.views.page import Page
from annotator.tui.views.wrap import Wrapped

Part = tuple[str, str, str]  # style, heading, text

_ROOM_FOR_QUESTION = 4  # lines; where there are fewer, the definition is more of a help


def definition_pane(page: Page, width: int, height: int) -> list[Line]:
    """What the codebook says of the code at the cursor, then of the question; `height` lines."""
    parts = list(
        _parts(page, whole=height < _ROOM_FOR_QUESTION or not question_is_cut(page, width))
    )
    lines: list[Line] = []
    for style, heading, text in parts:
        lines += _wrapped(style, heading, text, width, height + 1 - len(lines))
        if len(lines) > height:
            break
    if len(lines) > height > 0:
        more = Span(" F2: all ", "hint", Hit("command", "codebook"))
        last = lines[height - 1]
        room = width - len(more.text)
        lines = [*lines[: height - 1], (*fit(last, room), more)]
    return (lines + [()] * height)[:height]


def _wrapped(style: str, heading: str, text: str, width: int, most: int) -> list[Line]:
    """The heading in bold, its text behind it, in at most `most` lines."""
    if most <= 0:
        return []
    whole = f"{heading} {text}" if heading else text
    wrapped = Wrapped(whole, 0, len(whole), max(4, width - 2))
    texts = [wrapped.line(index) or "" for index in range(wrapped.count(most))]
    lines: list[Line] = [(Span(" "), Span(line, style)) for line in texts]
    if heading and texts and len(heading) <= len(texts[0]):
        head, rest = texts[0][: len(heading)], texts[0][len(heading) :]
        lines[0] = (Span(" "), span(head, "label"), span(rest, style))
    return lines


def _parts(page: Page, *, whole: bool) -> Iterator[Part]:
    """`whole`: the heading above the codes says the whole question."""
    focus = page.focus
    code = _code_at_cursor(page)
    if focus is not None and code is not None:
        yield from _of_code(focus.variable, code)
    elif (chosen := _code_chosen(page)) is not None:
        yield from _of_code(*chosen, lead="Chosen: ")
    if focus is not None:
        if not whole:
            yield "definition", "Question:", focus.variable.question
        yield from _of_variable(focus.variable)


def _code_at_cursor(page: Page) -> Code | None:
    if page.focus is None:
        return None
    at = page.cursor.highlight or (page.cursor.path[-1] if page.cursor.path else "")
    return page.focus.variable.code(at or _visited_answer(page))


def _visited_answer(page: Page) -> str:
    """The answer of a field gone to: what one may be about to change."""
    focus = page.focus
    if focus is None or not page.cursor.visited:
        return ""
    holder = focus.statements[-1].answers if focus.statements else page.situation.known
    answer = holder.get(focus.variable.id)
    return answer.values[-1] if answer and answer.values else ""


def _code_chosen(page: Page) -> tuple[Variable, Code] | None:
    name, code_id = page.cursor.chosen
    variable = page.situation.codebook.by_id.get(name)
    code = variable.code(code_id) if variable else None
    return (variable, code) if variable and code else None


def _of_code(variable: Variable, code: Code, lead: str = "") -> Iterator[Part]:
    guidance = code.guidance
    keys = variable.key_path(code.id)
    said = guidance.definition or code.label
    title = f"{lead}{keys} {code.label}:" if guidance.definition else f"{lead}{keys}"
    yield "definition", title, said
    yield from _details(guidance)


def _of_variable(variable: Variable) -> Iterator[Part]:
    guidance = variable.guidance
    if guidance.definition:
        yield "definition", f"{variable.label}:", guidance.definition
    if any(variable.anchors):
        low, high = variable.anchors
        yield "definition", "Scale:", f"{low} … {high}"
    yield from _details(guidance)


def _details(guidance: Guidance) -> Iterator[Part]:
    lists = (
        ("For:", guidance.include),
        ("Not for:", guidance.exclude),
        ("Such as:", guidance.examples),
        ("Not such as:", guidance.counter_examples),
    )
    for heading, texts in lists:
        if texts:
            yield "definition", heading, "; ".join(texts)
    for rule in guidance.rules:
        yield "definition", "Rule:", rule
