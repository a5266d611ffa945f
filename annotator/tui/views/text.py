"""The text pane: the paragraph in focus, marked by `>`, with its neighbours as context."""

from __future__ import annotations

from annotator.model.article import Kind
from annotator.model.coding import UnitWork
from annotator.tui.views.line import Hit, Line, Span, fit, span
from annotator.tui.views.page import Page

GUTTER = 8
_LEAST_CONTEXT = 2
_MOST_COUNTED = 1000  # lines: the rest of a text of 5 MB is not broken for a number
_AIRY = 30  # lines of pane from which on paragraphs stand apart


def text_pane(page: Page, width: int, height: int) -> list[Line]:
    """The pane in exactly `height` lines."""
    if height <= 0:
        return []
    room = max(4, width - GUTTER)
    if not page.paragraph:
        lines = _scrolled(page, room, height)
    else:
        count = page.text.lines(page.paragraph, room).count(height + 1)
        lines = _with_context(page, room, height, count)
        if count > height:
            lines = _scrolled(page, room, height)
    blank: Line = (Span(" " * width),)
    return [fit(line, width) for line in lines[:height]] + [blank] * (height - len(lines))


def lines_wanted(page: Page, width: int, most: int) -> int:
    """The height at which the paragraph in focus stands with a little context, up to `most`."""
    if not page.paragraph:
        return most
    count = page.text.lines(page.paragraph, max(4, width - GUTTER)).count(most)
    return min(most, count + _LEAST_CONTEXT)


def following_scroll(page: Page, width: int, height: int) -> int | None:
    """The next scroll position after one screenful; None where the end is in view."""
    wrapped = page.text.lines(page.paragraph, max(4, width - GUTTER))
    if wrapped.count(height + 1) <= height and not page.scroll:
        return None
    following = page.scroll + max(1, height - 2)
    return following if wrapped.has(page.scroll + height - 1) else None


def scroll_to_see(page: Page, width: int, height: int, offset: int) -> int:
    """The scroll position at which that character of the article is in view, from the top if so."""
    wrapped = page.text.lines(page.paragraph, max(4, width - GUTTER))
    line = wrapped.line_at(offset)
    fits = wrapped.count(height + 1) <= height or line < height - 1
    return 0 if fits else line - height // 2


def _scrolled(page: Page, room: int, height: int) -> list[Line]:
    """A text that is longer than the pane, from where the coder has scrolled to."""
    wrapped = page.text.lines(page.paragraph, room)
    shown = [
        _focus_line(page, wrapped.line(index) or "", index == 0)
        for index in range(page.scroll, page.scroll + height - 1)
        if wrapped.has(index)
    ]
    if wrapped.has(page.scroll + height - 1):
        count = wrapped.count(_MOST_COUNTED)
        total = f"{count:,}" if count < _MOST_COUNTED else f"over {_MOST_COUNTED:,}"
        hint = f"Space: more text   lines {page.scroll + 1}-{page.scroll + len(shown)} of {total}"
    elif page.scroll:
        hint = "End of the text   Space: back to its beginning"
    else:
        return shown
    return [*shown, (Span(" " * GUTTER), Span(hint, "hint", Hit("command", "scroll")))]


def _with_context(page: Page, room: int, height: int, count: int) -> list[Line]:
    wrapped = page.text.lines(page.paragraph, room)
    focus = [_focus_line(page, wrapped.line(i) or "", i == 0) for i in range(min(count, height))]
    _count_statements(focus, page.work.unit(page.paragraph))
    gap: list[Line] = [()] if height >= _AIRY else []
    spare = height - len(focus)
    below = _below(page, room, spare, gap)
    above = _above(page, room, max(spare // 2, spare - len(below)), gap)
    return [*above, *focus, *below[: spare - len(above)]]


def _above(page: Page, room: int, most: int, gap: list[Line]) -> list[Line]:
    lines: list[Line] = []
    number = page.paragraph - 1
    while number >= 1 and len(lines) < most:
        lines = [*gap, *lines]
        tail = page.text.tail(number, room, max(1, most - len(lines)))
        lines = [*_context(page, number, tail), *lines]
        number -= 1
    return lines[-most:] if most else []


def _below(page: Page, room: int, most: int, gap: list[Line]) -> list[Line]:
    lines: list[Line] = []
    number = page.paragraph + 1
    while number <= len(page.article.paragraphs) and len(lines) < most:
        lines += gap
        wrapped = page.text.lines(number, room)
        count = wrapped.count(max(1, most - len(lines)))
        lines += _context(page, number, [wrapped.line(index) or "" for index in range(count)])
        number += 1
    return lines


def _context(page: Page, number: int, texts: list[str]) -> list[Line]:
    style = "context" if page.article.paragraph(number).kind is Kind.BODY else "context_other"
    hit = Hit("paragraph", str(number))
    unit = page.work.unit(number)
    lines: list[Line] = [
        (Span(_gutter(" ", number, unit) if not i else " " * GUTTER, "mark", hit),
         Span(text, style, hit))
        for i, text in enumerate(texts)
    ]  # fmt: skip
    _count_statements(lines, unit)
    return lines


def _focus_line(page: Page, text: str, is_first: bool) -> Line:
    gutter = ">" + " " * (GUTTER - 1)
    if is_first and page.paragraph:
        gutter = _gutter(">", page.paragraph, page.work.unit(page.paragraph))
    return (Span(gutter, "here"), Span(text, "focus"))


def _gutter(mark: str, number: int, unit: UnitWork) -> str:
    marks = ("*" if unit.done else " ") + ("!" if _is_flagged(unit) else " ")
    return f"{mark}{number:>4}{marks} "[:GUTTER].ljust(GUTTER)


def _is_flagged(unit: UnitWork) -> bool:
    return unit.flagged or any(statement.flagged for statement in unit.statements)


def _count_statements(lines: list[Line], unit: UnitWork) -> None:
    """Under the number of a paragraph stands how many statements it has."""
    if unit.statements and len(lines) > 1:
        gutter, *rest = lines[1]
        count = f"{len(unit.statements)} st"
        lines[1] = (span(f"{gutter.text[0]}{count:>5}  ", gutter.style, gutter.hit), *rest)
