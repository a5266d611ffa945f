"""The answers on the paragraph, or on the article as a whole."""

from __future__ import annotations

from annotator.model.codebook import Variable
from annotator.tui.views.line import Hit, Line, Span, crop, fit, rule, span
from annotator.tui.views.page import Page
from annotator.tui.views.values import in_words, wants_memo


def answers_line(page: Page, width: int) -> Line:
    """The answers on the unit itself, as a heading: `Kind Body   Outcome Not appraised`."""
    pieces: list[Span] = []
    for variable in _unit_variables(page):
        hit = Hit("field", variable.id)
        if pieces:
            pieces.append(Span("  "))
        label = crop(variable.label, max(8, width // 5))
        pieces += [span(f"{label}: ", "label", hit), _unit_value(page, variable)]
    return rule((*pieces, *_memo_sign(page)), width) if pieces else rule((), width)


def answers_rows(page: Page, width: int) -> list[Line]:
    """The answers on the unit itself, one in a line."""
    rows = []
    for variable in _unit_variables(page):
        here = page.focus is not None and page.focus.variable is variable
        hit = Hit("field", variable.id)
        label = span(("> " if here else "  ") + crop(variable.label, width // 2 - 3), "label", hit)
        rows.append(fit((label, Span("  "), _unit_value(page, variable)), width))
    return rows


def answers_title(page: Page, width: int) -> Line:
    """`Paragraph   flag -   memo -`, to see and to click."""
    unit = page.situation.unit
    what = Span("Paragraph" if page.paragraph else "Article", "head")
    flag = Span(f"   flag {'!' if unit.flagged else '-'} ", "label", Hit("command", "flag"))
    memo = _memo_sign(page) or (Span("  memo - ", "label", Hit("command", "memo")),)
    return rule((what, flag, *memo), width)


def _memo_sign(page: Page) -> Line:
    unit = page.situation.unit
    hit = Hit("command", "memo")
    if unit.memo:
        return (span(f"  memo: {crop(unit.memo, 24)} ", "label", hit),)
    if wants_memo(unit, page.situation.unit_variables):
        return (Span("  memo wanted: F4 ", "warn", hit),)
    return ()


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
