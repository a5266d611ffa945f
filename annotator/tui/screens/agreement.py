"""How far the coders agree: a table with an interval drawn in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from annotator.errors import AnnotatorError
from annotator.tui.agreement.background import Stopped, found_by
from annotator.tui.agreement.frame import first_in_view, message_lines
from annotator.tui.places import AGREEMENT, commands_in
from annotator.tui.screens.drawing import ListScreen, step
from annotator.tui.screens.place import bindings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.reports.row import Row
    from annotator.tui.agreement.figures import Figures
    from annotator.tui.agreement.question import Question
    from annotator.tui.views.line import Line


class AgreementScreen(ListScreen):
    """The table, computed beside the screen from a connection of its own.

    First come the figures, then their intervals, then the rows about whole statements. Below stand,
    for the row at the cursor, how its interval was made, all coefficients, and the remarks.
    """

    place = AGREEMENT
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(AGREEMENT)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        self._figures: Figures | None = None
        self._rows: list[Row] = []
        self._single_codes = question.single_codes
        self._why_none = "Computing ..."

    def lines(self, width: int, height: int) -> list[Line]:
        """The table, or what is said in its place."""
        title, source = f"AGREEMENT, round {self._question.round}", self._question.path.name
        if self._figures is None:
            return message_lines(
                self._why_none, title, commands_in(AGREEMENT), width, height,
                source=source, note=self.note,
            )  # fmt: skip
        from annotator.tui.agreement.table import TablePage, rows_in_view, table_lines

        room = rows_in_view(height)
        self._first = first_in_view(self._cursor, self._first, len(self._rows), room)
        page = TablePage(
            self._figures, self._rows, self._cursor, self._first, title, source, self.note
        )
        return table_lines(page, width, height)

    async def compute(self) -> None:
        """Compute; every stage is shown as it comes."""
        try:
            async for found in found_by(self._stages):
                self._show(found)
        except AnnotatorError as error:
            self._why_none = f"There is no table: {error}"
            self.redraw()

    def _stages(self, stopped: Stopped) -> Iterator[Figures]:
        from annotator.tui.agreement.figures import figures

        return figures(self._question, stopped)

    def _show(self, found: Figures) -> None:
        here = self._row.heading if self._row else None
        self._figures = found
        self._rows = found.shown(single_codes=self._single_codes)
        headings = [row.heading for row in self._rows]
        self._cursor = headings.index(here) if here in headings else 0
        self.redraw()

    @property
    def _row(self) -> Row | None:
        return self._rows[self._cursor] if self._rows else None

    def move(self, lines: int) -> None:
        """Move to another row."""
        self._cursor = step(self._cursor, lines, len(self._rows))
        self.say("")

    def action_codes(self) -> None:
        """Show or hide the rows of single codes."""
        self._single_codes = not self._single_codes
        if self._figures:
            self._show(self._figures)

    def action_open(self) -> None:
        """Where the disagreement of the row at the cursor comes from."""
        if self._row is None or self._figures is None:
            return
        from annotator.tui.screens.agreement_confusions import open_row

        open_row(self, self._question, self._figures, self._row)

    def action_disagreements(self) -> None:
        """All units on which coders differ in the row at the cursor."""
        if self._row is None or self._figures is None:
            return
        from annotator.tui.screens.agreement_disagreements import DisagreementsScreen

        self.app.push_screen(DisagreementsScreen(self._question, self._figures, self._row))

    def action_drift(self) -> None:
        """How the row at the cursor changed over time."""
        if self._row is None or self._figures is None:
            return
        from annotator.tui.screens.agreement_drift import DriftScreen

        self.app.push_screen(DriftScreen(self._question, self._figures, self._row))
