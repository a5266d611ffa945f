"""The answers on the paragraph, or on the article as a whole."""

from __future__ import annotations

from annotator.model.codebook import Variable
from annotator.tui.entry import missing_memo
from annotator.tui.views.line import Hit, Line, Span, cells, crop, fit, rule, span, width_of
from annotator.tui.views.page import Page
from annotator.tui.views.values import in_words

_HINTS = ("Shift+Tab: change", "Shift+Tab")
_AROUND_LABEL = 4  # cells
_LEAST_RULE = 4  # what a heading draws around its words


def answers_line(page: Page, width: int) -> Line:
    """The answers on the unit itself, as a heading: `Kind Body   Outcome Not appraised`."""
    pieces: list[Span] = [*_memo_missing(page)]
    for variable in _unit_variables(page):
        hit = Hit("field", variable.id)
        if pieces:
            pieces.append(Span("  "))
        label = crop(variable.label, max(8, width // 6))
        pieces += [span(f"{label}: ", "label", hit), _unit_value(page, variable)]
    return _with_hint(page, (*pieces, *_memo(page)), width) if pieces else rule((), width)


def _with_hint(page: Page, title: Line, width: int) -> Line:
    """The heading, and at its end the keys that lead to the questions in it, if there is room."""
    if page.focus is None or not page.focus.on_statement:
        return rule(title, width)
    for hint in _HINTS:
        room = width - len(hint) - 1
        if width_of(title) + _LEAST_RULE <= room:
            return (*rule(title, room), Span(f" {hint}", "hint", Hit("command", "previous_field")))
    return rule(title, width)


def answers_rows(page: Page, width: int) -> list[Line]:
    """The answers on the unit itself, one in a line."""
    rows = []
    for variable in _unit_variables(page):
        here = page.focus is not None and page.focus.variable is variable
        hit = Hit("field", variable.id)
        value = _unit_value(page, variable)
        room = max(width // 2 - 3, width - cells(value.text) - _AROUND_LABEL)
        label = span(("> " if here else "  ") + crop(variable.label, room), "label", hit)
        rows.append(fit((label, Span("  "), value), width))
    return rows


def answers_title(page: Page, width: int) -> Line:
    """`Paragraph   flag -   memo -`, to see and to click."""
    unit = page.situation.unit
    what = Span("Paragraph" if page.paragraph else "Article", "head")
    flag = Span(f"   flag {'!' if unit.flagged else '-'} ", "label", Hit("command", "flag"))
    memo = _memo(page) or _memo_missing(page) or (Span("memo -", "label", Hit("command", "memo")),)
    title = (what, flag, Span("  "), *memo)
    return _with_hint(page, title, width) if _unit_variables(page) else rule(title, width)


def _memo(page: Page) -> Line:
    memo = page.situation.unit.memo
    return (span(f"  memo: {crop(memo, 24)}", "label", Hit("command", "memo")),) if memo else ()


def _memo_missing(page: Page) -> Line:
    missing = missing_memo(page.situation)
    return (Span("memo missing: F4", "warn", Hit("command", "memo")),) if missing else ()


def _unit_variables(page: Page) -> list[Variable]:
    """Those on the screen: a question for the end only once it is asked or answered."""
    return [
        variable
        for variable in page.situation.unit_variables
        if not variable.ask_if_no_statement
        or variable.id in page.situation.known
        or (page.focus is not None and page.focus.variable is variable)
    ]


def _unit_value(page: Page, variable: Variable) -> Span:
    answer = page.situation.known.get(variable.id)
    proposed = variable.id not in page.situation.unit.answers and answer is not None
    words = in_words(variable, answer)
    style = "proposed" if proposed else "value"
    # What nobody has confirmed yet stands in brackets: colours alone would not tell it.
    return span(f"({words})" if proposed else words, style, Hit("field", variable.id))
