"""Where the panes stand: 80x24 in one column, two columns from 100 on, nothing breaks below."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.codebook import Codebook, Level
from annotator.tui.views.codes import code_tree, codes_rows, field_title, rows_wanted
from annotator.tui.views.definition import definition_pane
from annotator.tui.views.line import Line, Span, fit, rule
from annotator.tui.views.page import Page
from annotator.tui.views.statements import statements_pane, statements_title
from annotator.tui.views.status import first_line, footer, second_line
from annotator.tui.views.text import lines_wanted, text_pane
from annotator.tui.views.unit import answers_line, answers_rows, answers_title

WIDE = 100
_LEAST_RIGHT = 50
_MOST_RIGHT = 72
_LONGEST_LINE = 104  # with the numbers before it
_EDGES = 3  # two status lines, the footer
_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Heights:
    """The lines of each pane."""

    text: int
    statements: int
    codes: int
    definition: int
    answers: int = 0


def compose(page: Page, width: int, height: int) -> list[Line]:
    """The whole screen, in exactly `height` lines of exactly `width` cells."""
    if width < 1 or height < 1:
        return []
    body = _wide(page, width, height) if width >= WIDE else _narrow(page, width, height)
    lines = [first_line(page, width), second_line(page, width), *body][: height - 1]
    lines += [()] * (height - 1 - len(lines))
    return [fit(line, width) for line in (*lines, footer(page, width))]


def text_size(page: Page, width: int, height: int) -> tuple[int, int]:
    """Width and height of the text pane."""
    if width >= WIDE:
        return _text_width(width), height - _EDGES
    return width, narrow_heights(page, width, height).text


def _narrow(page: Page, width: int, height: int) -> list[Line]:
    heights = narrow_heights(page, width, height)
    return [
        *text_pane(page, width, heights.text),
        *_what_was_said(page, width, heights.statements),
        field_title(page, width),
        *_codes_and_definition(page, width, heights),
    ]


def _what_was_said(page: Page, width: int, height: int) -> list[Line]:
    """The statements under the answers on the paragraph; or these alone where that is all."""
    if _has_statements(page):
        return [answers_line(page, width), *statements_pane(page, width, height)]
    rows = [*answers_rows(page, width), *[()] * height][:height]
    return [answers_title(page, width), *rows]


def _has_statements(page: Page) -> bool:
    return bool(page.paragraph and page.situation.codebook.at(Level.STATEMENT))


def _codes_and_definition(page: Page, width: int, heights: Heights) -> list[Line]:
    """The definition stands right below the codes and takes what room they leave."""
    codes = codes_rows(page, width, heights.codes)
    while codes and not codes[-1]:
        codes.pop()
    room = heights.codes + heights.definition - len(codes)
    return [*codes, *definition_pane(page, width, room)]


def narrow_heights(page: Page, width: int, height: int) -> Heights:
    """The text grows with the paragraph; the codes keep what the codebook needs at most."""
    room = max(0, height - _EDGES - _HEADINGS)
    if room < 16:
        return _small_heights(room)
    codes = max(3, min(_code_rows(page.situation.codebook, width), room // 3))
    definition = 2 + (room - 19) // 4 if room > 19 else 2
    statements = 3 if _has_statements(page) else min(4, len(page.situation.unit_variables))
    text = min(lines_wanted(page, width, room), room - codes - definition - statements)
    text = max(text, 6)
    return Heights(text, room - text - codes - definition, codes, definition)


def _small_heights(room: int) -> Heights:
    definition = 1 if room >= 9 else 0
    codes = max(1, room * 2 // 5) if room >= 3 else 0
    statements = max(1, room // 5) if room >= 2 else 0
    return Heights(room - definition - codes - statements, statements, codes, definition)


def _code_rows(codebook: Codebook, width: int) -> int:
    return max((rows_wanted(v, width) for v in codebook.variables if v.codes), default=2)


def _left_width(width: int) -> int:
    return width - max(_LEAST_RIGHT, min(_MOST_RIGHT, width * 9 // 20)) - 1


def _text_width(width: int) -> int:
    """A column stays free beside the text, and lines get no longer than one can well read."""
    return min(_left_width(width) - 1, _LONGEST_LINE)


def _wide(page: Page, width: int, height: int) -> list[Line]:
    room = height - _EDGES
    left_width = _left_width(width)
    right_width = width - left_width - 1
    left = text_pane(page, _text_width(width), room)
    right = _right(page, right_width, room)
    divider = Span("│", "rule")
    return [
        (*fit(text, left_width), divider, *fit(other, right_width))
        for text, other in zip(left, right, strict=True)
    ]


def _right(page: Page, width: int, height: int) -> list[Line]:
    heights = _wide_heights(page, height)
    statements = (
        [statements_title(page, width), *statements_pane(page, width, heights.statements)]
        if _has_statements(page)
        else []
    )
    lines = [
        *statements,
        answers_title(page, width),
        *[*answers_rows(page, width), *[()] * height][: heights.answers],
        field_title(page, width),
        *code_tree(page, width, heights.codes),
        rule((), width),
        *definition_pane(page, width, heights.definition),
    ]
    return (lines + [()] * height)[:height]


def _wide_heights(page: Page, height: int) -> Heights:
    """The sizes hang on codebook and terminal alone, so that nothing jumps while one codes."""
    room = max(0, height - 4)
    variables = page.situation.codebook.variables
    level = Level.PARAGRAPH if page.paragraph else Level.ARTICLE
    answers = min(sum(v.level is level for v in variables), max(0, room // 5))
    statements = max(1, min(12, room // 4)) if _has_statements(page) else -1
    definition = max(1, min(8, room // 5))
    codes = room - answers - statements - definition
    return Heights(height, statements, codes, definition, answers)
