"""The open field: its question, and its codes with their keys."""

from __future__ import annotations

from annotator.model.codebook import Code, Variable
from annotator.model.coding import Answer
from annotator.tui.entry.answers import codes_below, offered
from annotator.tui.entry.moves import visible_codes
from annotator.tui.views.line import Hit, Line, Span, both_ends, cells, crop, fit, span, width_of
from annotator.tui.views.page import Page
from annotator.tui.views.values import in_words

_MOST_COLUMNS = 4
_GAP = 2


def field_title(page: Page, width: int) -> Line:
    """The question, with its place among the questions: `ACTOR: whose position ... 1 of 5`."""
    left, right = _title(page)
    return both_ends(left, right, width)


def question_is_cut(page: Page, width: int) -> bool:
    """Whether the question is longer than its heading has room for."""
    return sum(map(width_of, _title(page))) > width


def _title(page: Page) -> tuple[Line, Line]:
    """The heading's left and right end, however long."""
    if page.focus is None:
        return _ends((Span("All is answered. Enter goes on.", "head"),), "")
    variable = page.focus.variable
    title = [span(_verb(page) + variable.label, "head", Hit("command", "codebook"))]
    if variable.question:
        title.append(span(f": {variable.question}", "question"))
    return _ends(tuple(title), _place(page))


def _ends(title: Line, place: str) -> tuple[Line, Line]:
    right: Line = (Span(f" {place} ", "label"), Span("──", "rule")) if place else ()
    return (Span("── ", "rule"), *title, Span(" ")), right


def _verb(page: Page) -> str:
    if page.cursor.adding:
        return "AND ANOTHER  "
    n_statements = len(page.focus.statements) if page.focus else 0
    return f"FOR {n_statements} STATEMENTS  " if n_statements > 1 else ""


def _place(page: Page) -> str:
    focus, situation = page.focus, page.situation
    if focus is None:
        return ""
    asked = situation.unit_variables
    if focus.on_statement:
        asked = situation.asked(focus.statements[-1].answers if focus.statements else {})
    elif not focus.variable.ask_if_no_statement:
        asked = tuple(v for v in asked if not v.ask_if_no_statement)
    return f"{asked.index(focus.variable) + 1} of {len(asked)}" if focus.variable in asked else ""


def codes_rows(page: Page, width: int, height: int) -> list[Line]:
    """The codes that the next key chooses from, in columns; in exactly `height` lines."""
    if page.focus is None or height <= 0:
        return [()] * max(0, height)
    variable = page.focus.variable
    if variable.is_typed:
        return _typed(page, variable, height)
    opened = variable.code(page.cursor.path[-1]) if page.cursor.path else None
    lead = [_path_line(page, variable, opened, width)] if opened else []
    items = [_item(page, code) for code in codes_below(variable, page.cursor.path)]
    special = [] if opened else _special(variable)
    rows = _flow([*items, *special], width, page.cursor.highlight, height - len(lead))
    return (lead + rows + [()] * height)[:height]


def rows_wanted(variable: Variable, width: int) -> int:
    """The lines that the codes of a variable take at most, whichever group is open."""
    groups = [variable.codes, *(code.codes for code in _all(variable) if code.codes)]
    sizes = [
        _n_rows([_label(code) for code in offered(codes)], width) + (depth > 0)
        for depth, codes in enumerate(groups)
    ]
    return max(sizes, default=1) + (len(variable.codes) % _MOST_COLUMNS == 0)


def _all(variable: Variable) -> list[Code]:
    return [path[-1] for path in variable.paths.values()]


def code_tree(page: Page, width: int, height: int) -> list[Line]:
    """The codes one below the other, open groups with what is in them; `height` lines."""
    if page.focus is None or height <= 0:
        return [()] * max(0, height)
    variable = page.focus.variable
    if variable.is_typed:
        return _typed(page, variable, height)
    shown = visible_codes(variable, page.cursor.path)
    rows = [_tree_row(page, code, depth, width) for code, depth in shown]
    special = _special(variable)
    if special:
        pairs = [piece for item in special for piece in (*item, Span("   "))]
        rows.append(fit((Span("  "), *pairs), width))
    here = next((i for i, (code, _) in enumerate(shown) if code.id == _at(page)), 0)
    return _window(rows, here, height)


def _at(page: Page) -> str:
    return page.cursor.highlight or (page.cursor.path[-1] if page.cursor.path else "")


def _window(rows: list[Line], here: int, height: int) -> list[Line]:
    """The lines around the cursor; the last one says how many are out of sight."""
    if len(rows) <= height:
        return rows + [()] * (height - len(rows))
    room = height - 1
    first = max(0, min(here - room // 2, len(rows) - room))
    hidden = len(rows) - room
    more: Line = (Span(f"  {hidden} more: arrow keys, or / to find one", "hint"),)
    return [*rows[first : first + room], more]


def _tree_row(page: Page, code: Code, depth: int, width: int) -> Line:
    mark, style = _mark(page, code)
    hit = Hit("code", code.id)
    lead = span(f"{mark} {'   ' * depth}{code.key} ", "key" if style == "" else style, hit)
    below = "" if _is_open(page, code) else " ".join(c.key for c in offered(code.codes))
    keys: Line = (span(f"{crop(below, width // 4)} ", "label", hit),) if below else ()
    arrow = " >" if code.codes else ""
    label = span(crop(code.label, width - cells(lead.text) - 12) + arrow, style, hit)
    return both_ends((lead, label), keys, width)


def _is_open(page: Page, code: Code) -> bool:
    return code.id in page.cursor.path


def _mark(page: Page, code: Code) -> tuple[str, str]:
    """`>` for the code under the cursor, `*` for the answer given, and the style for it."""
    if code.id == _at(page):
        return ">", "cursor"
    return ("*", "value") if code.id in _given(page) else (" ", "")


def _given(page: Page) -> tuple[str, ...]:
    focus = page.focus
    if focus is None:
        return ()
    holder = focus.statements[-1].answers if focus.statements else {}
    answers = holder if focus.on_statement else page.situation.known
    return answers.get(focus.variable.id, Answer()).values


Item = tuple[Span, ...]


def _item(page: Page, code: Code) -> Item:
    mark, style = _mark(page, code)
    hit = Hit("code", code.id)
    key = span(f"{mark}{code.key} ", style or "key", hit)
    return (key, span(_label(code), style, hit))


def _label(code: Code) -> str:
    return code.label + (" >" if offered(code.codes) else "")


def _special(variable: Variable) -> list[Item]:
    items: list[Item] = []
    if variable.not_applicable:
        hit = Hit("command", "not_applicable")
        items.append((Span(" - ", "key", hit), Span("not applicable", "label", hit)))
    if variable.cannot_tell:
        hit = Hit("command", "cannot_tell")
        items.append((Span(" * ", "key", hit), Span("cannot tell", "label", hit)))
    return items


def _path_line(page: Page, variable: Variable, opened: Code, width: int) -> Line:
    labels = " > ".join(code.label for code in variable.paths[opened.id])
    stored = opened.id in _given(page)
    hint = "Enter: keep this" if stored else "choose one of these"
    left = (span(f"  {variable.key_path(opened.id)} ", "key"), span(f"{labels}", "value"))
    return both_ends(left, (Span(f" {hint}   Backspace: back ", "hint"),), width)


def _typed(page: Page, variable: Variable, height: int) -> list[Line]:
    answer = page.situation.known.get(variable.id)
    if page.focus is not None and page.focus.statements:
        answer = page.focus.statements[-1].answers.get(variable.id)
    value: Line = (Span("  "), span(in_words(variable, answer), "value"))
    hint: Line = (Span("  Type, or press Enter, to write the answer.", "hint"),)
    return ([value, hint] + [()] * height)[:height]


def _columns(labels: list[str], width: int) -> tuple[int, int]:
    """How many columns of which width hold the labels."""
    widest = max((cells(label) for label in labels), default=0) + 3 + _GAP
    columns = max(1, min(_MOST_COLUMNS, (width - 1) // max(1, widest)))
    return columns, (width - 1) // columns


def _n_rows(labels: list[str], width: int) -> int:
    columns, _ = _columns(labels, width)
    return -(-len(labels) // columns)


def _flow(items: list[Item], width: int, highlight: str, height: int) -> list[Line]:
    """The items in columns, read downwards; more columns of shorter labels where room is short."""
    labels = ["".join(piece.text for piece in item[1:]) for item in items]
    columns, each = _columns(labels, width)
    while -(-len(items) // columns) > height and each > 12:
        columns += 1
        each = (width - 1) // columns
    n_rows = max(1, -(-len(items) // columns))
    rows: list[Line] = []
    for row in range(n_rows):
        cells = [fit(item, each - 1) for item in items[row::n_rows]]
        rows.append(fit(tuple(piece for cell in cells for piece in (*cell, Span(" "))), width))
    hits = [item[0].hit.name if item[0].hit else "" for item in items]
    here = hits.index(highlight) % n_rows if highlight in hits else 0
    return rows if n_rows <= height else _window(rows, here, height)
