"""Which values were taken for which, as a heat map; Enter on a cell lists where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from annotator.reports.confusion_matrix import ANY_OTHER
from annotator.tui.agreement.background import Stopped, found_by
from annotator.tui.agreement.diagnosed import Diagnosed, can_be_confused, diagnosed
from annotator.tui.agreement.frame import message_lines
from annotator.tui.agreement.heat import HeatPage, heat_lines, scrolled
from annotator.tui.agreement.words import full_name
from annotator.tui.places import CONFUSIONS, commands_in
from annotator.tui.screens.agreement_disagreements import DisagreementsScreen
from annotator.tui.screens.drawing import DrawingScreen, step
from annotator.tui.screens.place import bindings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from annotator.reports.row import Row
    from annotator.tui.agreement.figures import Figures
    from annotator.tui.agreement.question import Question
    from annotator.tui.views.line import Hit, Line


def open_row(over: Screen[None], question: Question, figures: Figures, row: Row) -> None:
    """Open what explains a row: its confusions; of whole statements, which are no values that
    could be confused, the units where they differ."""
    kind = ConfusionsScreen if can_be_confused(row) else DisagreementsScreen
    over.app.push_screen(kind(question, figures, row))


class ConfusionsScreen(DrawingScreen):
    """The confusion matrix of one row of the table."""

    place = CONFUSIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(CONFUSIONS)

    def __init__(self, question: Question, figures: Figures, row: Row) -> None:
        super().__init__()
        self._question, self._figures, self._row = question, figures, row
        self._found: Diagnosed | None = None
        self._at = self._corner = (0, 0)

    def lines(self, width: int, height: int) -> list[Line]:
        """The heat map."""
        if self._found is None:
            title, keys = full_name(self._row), commands_in(CONFUSIONS)
            return message_lines("Computing ...", title, keys, width, height)
        page = self._page(self._found)
        self._corner = scrolled(page, width, height)
        return heat_lines(self._page(self._found), width, height)

    def _page(self, found: Diagnosed) -> HeatPage:
        return HeatPage(self._row, self._figures, found, self._at, self._corner, self.note)

    async def compute(self) -> None:
        """Take the row apart."""
        async for found in found_by(self._steps):
            self._found = found
            self._at = _worst(found)
            self.redraw()

    def _steps(self, _: Stopped) -> Iterator[Diagnosed]:
        return diagnosed(self._row, self._figures)

    def move(self, lines: int) -> None:
        """Move to another row of the matrix."""
        self._move(lines, 0)

    def _move(self, lines: int, columns: int) -> None:
        if self._found is not None:
            n = len(self._found.matrix.values)
            self._at = step(self._at[0], lines, n), step(self._at[1], columns, n + 1)
        self.say("")

    def action_left(self) -> None:
        """Move left."""
        self._move(0, -1)

    def action_right(self) -> None:
        """Move right."""
        self._move(0, 1)

    def clicked(self, hit: Hit) -> None:
        """The first click moves the cursor, a click on the cell at the cursor opens it."""
        line, column = map(int, hit.name.split())
        if (line, column) == self._at:
            self.action_open()
        else:
            self._move(line - self._at[0], column - self._at[1])

    def action_open(self) -> None:
        """List the units behind the cell at the cursor."""
        if self._found is None or not self._found.matrix.values:
            return
        one, other = self._page(self._found).chosen
        if one == other:
            self.say("Here coders agree. What differs stands beside the diagonal.")
        elif other is not ANY_OTHER and not self._found.matrix.n_pairs.get(
            self._found.matrix.cell(one, other)
        ):
            self.say("These two never met in a unit.")
        else:
            self._list((one, other))

    def action_disagreements(self) -> None:
        """List all units on which coders differ here."""
        self._list(None)

    def _list(self, cell: tuple[object, object] | None) -> None:
        self.app.push_screen(DisagreementsScreen(self._question, self._figures, self._row, cell))


def _worst(found: Diagnosed) -> tuple[int, int]:
    """The cell to begin at: the darkest one off the diagonal."""
    matrix = found.matrix
    place = {value: number for number, value in enumerate(matrix.values)}
    off = [(n, cell) for cell, n in matrix.cells.items() if cell[0] != cell[1]]
    if not off:
        return 0, 0
    one, other = max(off, key=lambda each: (each[0], -place[each[1][0]], -place[each[1][1]]))[1]
    return place[one], place[other]
