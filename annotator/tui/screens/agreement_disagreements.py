"""The units on which coders differ; Enter opens one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from annotator.errors import AnnotatorError
from annotator.reports.confusion_matrix import ANY_OTHER, NO_CODE
from annotator.reports.disagreements import DisputedUnit, disputed_by, disputed_units
from annotator.tui.agreement.background import Stopped, found_by
from annotator.tui.agreement.diagnosed import NOTHING_ELSE
from annotator.tui.agreement.disputes import (
    DisputesPage,
    disputes_lines,
    units_in_view,
    widest_place,
)
from annotator.tui.agreement.frame import first_in_view, message_lines
from annotator.tui.agreement.reading import Texts
from annotator.tui.agreement.words import row_name
from annotator.tui.places import DISAGREEMENTS, commands_in
from annotator.tui.screens.drawing import ListScreen, step
from annotator.tui.screens.place import bindings_in

if TYPE_CHECKING:
    from annotator.reports.row import Row
    from annotator.tui.agreement.figures import Figures
    from annotator.tui.agreement.question import Question
    from annotator.tui.views.line import Line


class DisagreementsScreen(ListScreen):
    """The disputed units of a row, or those behind a cell of its confusion matrix; costly first."""

    place = DISAGREEMENTS
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(DISAGREEMENTS)

    def __init__(
        self,
        question: Question,
        figures: Figures,
        row: Row,
        cell: tuple[Any, Any] | None = None,
        part: str = "",
    ) -> None:
        super().__init__()
        self._question, self._figures, self._row = question, figures, row
        self._cell, self._part = cell, part
        self._units: list[DisputedUnit] | None = None
        self._texts: Texts | None = None
        self._widest = 0

    def lines(self, width: int, height: int) -> list[Line]:
        """The list."""
        if self._units is None:
            keys = commands_in(DISAGREEMENTS)
            return message_lines("Computing ...", self._title(), keys, width, height)
        coders = self._row.coders
        room = units_in_view(len(coders), height)
        self._first = first_in_view(self._cursor, self._first, len(self._units), room)
        page = DisputesPage(
            self._title(), self._about(), self._units, coders, self._figures.names,
            self._beginning, self._widest, self._cursor, self._first, self.note,
        )  # fmt: skip
        return disputes_lines(page, width, height)

    def _title(self) -> str:
        part = f", {self._part}" if self._part else ""
        return f"DISAGREEMENTS, {row_name(self._row.heading)}{part}"

    def _about(self) -> str:
        if self._cell is None:
            return "Cost: the unit's share of all disagreement in this row."
        one, other = (self._label(value) for value in self._cell)
        return f"{one} against {other}. Cost: share of all disagreement in the row."

    def _label(self, value: Any) -> str:
        if value is ANY_OTHER:
            return "anything else"
        if value is NO_CODE:
            return NOTHING_ELSE
        return f"“{self._figures.names.code(self._row.heading, value)}”"

    def _beginning(self, unit: DisputedUnit) -> str:
        """How the text begins; "" where it cannot be read."""
        if self._texts is None or not unit.article:
            return ""
        try:
            return self._texts.beginning(unit.article, unit.paragraph)
        except AnnotatorError as error:
            return f"The text cannot be read: {error}"

    async def compute(self) -> None:
        """Find the units."""
        try:
            self._texts = Texts(self._question)
        except AnnotatorError as error:
            self.say(f"The texts cannot be read: {error}")
        async for found in found_by(self._steps):
            self._units = found
            self._widest = widest_place(found, self._figures.names)
            self.redraw()

    def _steps(self, _: Stopped) -> Iterator[list[DisputedUnit]]:
        row, cell = self._row, self._cell
        yield disputed_units(row) if cell is None else disputed_by(row, *cell)

    def on_unmount(self) -> None:
        """Let the study go."""
        if self._texts is not None:
            self._texts.close()

    def move(self, lines: int) -> None:
        """Move to another unit."""
        self._cursor = step(self._cursor, lines, len(self._units or ()))
        self.say("")

    def page_size(self) -> int:
        """As many as are in view."""
        return units_in_view(len(self._row.coders), self.app.size.height)

    def action_open(self) -> None:
        """Show the unit with all that each coder said there."""
        if not self._units or self._texts is None:
            return
        from annotator.tui.screens.agreement_unit import UnitScreen

        def turned(cursor: int) -> None:
            self.move(cursor - self._cursor)

        screen = UnitScreen(
            self._texts, self._figures, self._units, self._cursor, turned, about=self._cell or ()
        )
        self.app.push_screen(screen)
