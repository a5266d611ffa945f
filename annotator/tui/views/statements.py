"""The statements of the paragraph in focus, and the answers on the paragraph itself."""

from __future__ import annotations

from collections.abc import Container

from annotator.model.codebook import Variable
from annotator.model.coding import Statement
from annotator.tui.views.line import Hit, Line, Span, cells, fit, pad, rule
from annotator.tui.views.page import Page
from annotator.tui.views.values import BLANK, codes_of, in_few_words, in_words

_LEAD = 6
_EXTRA = 4
_LEAST_COLUMN = 6


def statements_title(page: Page, width: int) -> Line:
    """`Statements (2 done, 1 open)`, as a heading."""
    statements = page.situation.unit.statements
    n_open = sum(bool(page.situation.lacking(statement)) for statement in statements)
    if not statements:
        said = "Statements: none yet"
    else:
        done = f"{len(statements) - n_open} complete" + (f", {n_open} open" if n_open else "")
        said = f"Statements ({done})"
    return rule((Span(said, "head"),), width)


def statements_pane(page: Page, width: int, height: int) -> list[Line]:
    """One line for each statement, the one at the cursor in view; a blank one for a new one."""
    statements = page.situation.unit.statements
    n_rows = len(statements) + _is_new(page)
    if not n_rows:
        return [fit((Span("  " + _why_none(page), "hint"),), width), *[()] * height][:height]
    first = _first_in_view(page, n_rows, height)
    shown = list(enumerate(statements, 1))[first : first + height]
    widths = _column_widths(page, [statement for _, statement in shown], width - _LEAD)
    rows = [_row(page, number, statement, widths, width) for number, statement in shown]
    if len(rows) < height and _is_new(page):
        rows.append(_new_row(page, n_rows, widths, width))
    return rows + [()] * (height - len(rows))


def _is_new(page: Page) -> bool:
    return page.focus is not None and page.focus.on_statement and not page.focus.statements


def _why_none(page: Page) -> str:
    if not page.situation.is_codable:
        return "A block of this kind is not coded."
    return "No statement yet."


def _columns(page: Page, statement: Statement | None) -> list[Variable]:
    asked = page.situation.asked(statement.answers if statement else {})
    return [variable for variable in asked if variable.required]


def _column_widths(page: Page, statements: list[Statement], room: int) -> dict[str, int]:
    """The cells of each required question: what its answers need, the widest giving way first."""
    columns = {v.id: v for statement in [None, *statements] for v in _columns(page, statement)}
    widths = dict.fromkeys(columns, _LEAST_COLUMN)
    for statement in statements:
        for name, variable in columns.items():
            words = in_words(variable, statement.answers.get(name))
            widths[name] = max(widths[name], cells(words) + 2)
    if any(_extra(statement, columns) for statement in statements):
        room -= _EXTRA
    while sum(widths.values()) > room and max(widths.values(), default=0) > _LEAST_COLUMN:
        widest = max(widths, key=lambda name: widths[name])
        widths[widest] -= 1
    return widths


def _row(page: Page, number: int, statement: Statement, widths: dict[str, int], width: int) -> Line:
    here = page.focus is not None and statement in page.focus.statements
    hit = Hit("statement", statement.id)
    signs = ("!" if statement.flagged else " ") + _memo_mark(page, statement)
    lead = Span(f"{'>' if here else ' '}{number:>2}{signs} ", "here" if here else "", hit)
    cells = _cells(page, statement, widths, style="value" if here else "", hit=hit)
    extra = Span(_extra(statement, widths), "label", hit)
    return fit((lead, *cells, extra), width)


def _cells(
    page: Page, statement: Statement, widths: dict[str, int], *, style: str, hit: Hit
) -> list[Span]:
    columns = _columns(page, statement)
    if not columns:
        return [Span("(no question is asked of it)", "hint", hit)]
    lacking = page.situation.lacking(statement)
    return [
        Span(
            pad(in_few_words(v, statement.answers.get(v.id), widths[v.id] - 2), widths[v.id]),
            "blank" if v in lacking else style,
            hit,
        )
        for v in columns
    ]


def _extra(statement: Statement, columns: Container[str]) -> str:
    """How many answers a statement has beside those in the columns."""
    others = [name for name in statement.answers if name not in columns]
    return f" +{len(others)}" if others else ""


def _memo_mark(page: Page, statement: Statement) -> str:
    if statement.memo:
        return "m"
    by_id = page.situation.codebook.by_id
    wanted = any(
        code.needs_memo
        for name, answer in statement.answers.items()
        if (variable := by_id.get(name))
        for code in codes_of(variable, answer)
    )
    return "?" if wanted else " "


def _new_row(page: Page, number: int, widths: dict[str, int], width: int) -> Line:
    blanks = [Span(pad(BLANK, widths[v.id]), "blank") for v in _columns(page, None)]
    return fit((Span(f">{number:>2}   ", "here", Hit("statement", "")), *blanks), width)


def _first_in_view(page: Page, n_rows: int, height: int) -> int:
    """The first row to show so that the cursor is among them."""
    here = n_rows - 1
    if page.focus is not None and page.focus.statements:
        here = page.situation.unit.statements.index(page.focus.statements[-1])
    return max(0, min(here - height // 2, n_rows - height))
