"""The statements of the paragraph in focus, and the answers on the paragraph itself."""

from __future__ import annotations

from collections.abc import Callable, Container

from annotator.model.codebook import Variable
from annotator.model.coding import Answer, Statement
from annotator.tui.entry import missing_memo
from annotator.tui.views.line import Hit, Line, Span, cells, fit, pad, rule
from annotator.tui.views.page import Page
from annotator.tui.views.values import blank, in_few_words, in_words, without_groups

_LEAD = 6
_EXTRA = 4
_LEAST_COLUMN = 6
_MOST_BLANK = 12
_MISSING, _MISSING_SHORT = " memo missing", " memo?"
_ROOM_FOR_MISSING = 60


def statements_title(page: Page, width: int) -> Line:
    """`Statements (2 complete, 1 open, 1 memo missing)`, as a heading."""
    situation, statements = page.situation, page.situation.unit.statements
    n_open = sum(bool(situation.lacking(statement)) for statement in statements)
    n_memos = sum(missing_memo(situation, statement) is not None for statement in statements)
    if not statements:
        said = "Statements: none yet"
    else:
        done = f"{len(statements) - n_open} complete" + (f", {n_open} open" if n_open else "")
        done += f", {n_memos} memo{'s' * (n_memos > 1)} missing" if n_memos else ""
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
    """The cells of each required question: what its answers need.

    Where room is short the groups of codes go first, from the last question on; then the widest
    gives way.
    """
    rows = [*statements, *([None] if _is_new(page) else [])]
    columns = {v.id: v for statement in rows for v in _columns(page, statement)}
    if any(_extra(statement, columns) for statement in statements):
        room -= _EXTRA
    if any(missing_memo(page.situation, statement) for statement in statements):
        room -= len(_missing_words(room + _LEAD))
    widths = {n: max(_wanted(v, row, without_groups) for row in rows) for n, v in columns.items()}
    for name, variable in columns.items():
        whole = max(_wanted(variable, row, in_words) for row in rows)
        if sum(widths.values()) - widths[name] + whole <= room:
            widths[name] = whole
    while sum(widths.values()) > room and max(widths.values(), default=0) > _LEAST_COLUMN:
        widest = max(widths, key=lambda name: widths[name])
        widths[widest] -= 1
    return widths


def _wanted(
    variable: Variable,
    statement: Statement | None,
    words: Callable[[Variable, Answer | None], str],
) -> int:
    """The cells for the answer, or for the name of the question that stands open."""
    answer = statement.answers.get(variable.id) if statement else None
    if answer:
        return cells(words(variable, answer)) + 2
    return min(_MOST_BLANK, cells(variable.label)) + 3


def _row(page: Page, number: int, statement: Statement, widths: dict[str, int], width: int) -> Line:
    here = page.focus is not None and statement in page.focus.statements
    hit = Hit("statement", statement.id)
    missing = missing_memo(page.situation, statement) is not None
    signs = ("!" if statement.flagged else " ") + ("m" if statement.memo else " ?"[missing])
    lead = Span(f"{'>' if here else ' '}{number:>2}{signs} ", "here" if here else "", hit)
    cells = _cells(page, statement, widths, style="value" if here else "", hit=hit)
    memo = Span(_missing_words(width) if missing else "", "warn", Hit("statement", statement.id))
    extra = Span(_extra(statement, widths), "label", hit)
    return fit((lead, *cells, memo, extra), width)


def _missing_words(width: int) -> str:
    return _MISSING if width > _ROOM_FOR_MISSING else _MISSING_SHORT


def _cells(
    page: Page, statement: Statement, widths: dict[str, int], *, style: str, hit: Hit
) -> list[Span]:
    columns = _columns(page, statement)
    if not columns:
        return [Span("(no question is asked of it)", "hint", hit)]
    return [
        Span(pad(in_few_words(v, answer, widths[v.id] - 2), widths[v.id]), style, hit)
        if (answer := statement.answers.get(v.id))
        else _blank(page, v, widths, statement)
        for v in columns
    ]


def _blank(page: Page, variable: Variable, widths: dict[str, int], of: Statement | None) -> Span:
    """The name of the question that stands open; the one asked now is bright."""
    focus = page.focus
    here = focus is not None and (of in focus.statements if of else not focus.statements)
    asked = here and focus is not None and focus.variable is variable
    words = pad(blank(variable, widths[variable.id] - 2), widths[variable.id])
    return Span(words, "blank" if asked else "label", Hit("statement", of.id if of else ""))


def _extra(statement: Statement, columns: Container[str]) -> str:
    """How many answers a statement has beside those in the columns."""
    others = [name for name in statement.answers if name not in columns]
    return f" +{len(others)}" if others else ""


def _new_row(page: Page, number: int, widths: dict[str, int], width: int) -> Line:
    blanks = [_blank(page, variable, widths, None) for variable in _columns(page, None)]
    return fit((Span(f">{number:>2}   ", "here", Hit("statement", "")), *blanks), width)


def _first_in_view(page: Page, n_rows: int, height: int) -> int:
    """The first row to show so that the cursor is among them."""
    here = n_rows - 1
    if page.focus is not None and page.focus.statements:
        here = page.situation.unit.statements.index(page.focus.statements[-1])
    return max(0, min(here - height // 2, n_rows - height))
