"""How far coders agreed over time: by week, batch, round or version of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from annotator.errors import AnnotatorError
from annotator.tui.agreement.background import Stopped, found_by
from annotator.tui.agreement.drift import DriftPage, drift_lines, groups_in_view, lowest
from annotator.tui.agreement.frame import first_in_view, message_lines
from annotator.tui.agreement.parts import KINDS, parts
from annotator.tui.agreement.words import full_name
from annotator.tui.places import DRIFT, commands_in
from annotator.tui.screens.drawing import ListScreen, step
from annotator.tui.screens.place import bindings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.reports.row import Row
    from annotator.reports.splits import Split
    from annotator.tui.agreement.figures import Figures
    from annotator.tui.agreement.question import Question
    from annotator.tui.views.line import Line


class DriftScreen(ListScreen):
    """The parts of one row of the table as points with intervals."""

    place = DRIFT
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(DRIFT)

    def __init__(self, question: Question, figures: Figures, row: Row) -> None:
        super().__init__()
        self._question, self._figures, self._row = question, figures, row
        self._by = KINDS[0]
        self._split: Split | None = None
        self._why_none = "Computing ..."
        self._lowest = 0.0

    def lines(self, width: int, height: int) -> list[Line]:
        """The plot."""
        if self._split is None:
            title = f"{full_name(self._row)}, by {self._by}"
            keys = commands_in(DRIFT)
            return message_lines(self._why_none, title, keys, width, height, note=self.note)
        page = self._page(self._split)
        room = groups_in_view(page, width)
        self._first = first_in_view(self._cursor, self._first, len(page.groups), room)
        return drift_lines(self._page(self._split), width, height)

    def _page(self, split: Split) -> DriftPage:
        thresholds = self._figures.thresholds(self._row)
        return DriftPage(
            split, self._by, thresholds, self._lowest, self._cursor, self._first, self.note
        )

    async def compute(self) -> None:
        """Take the row apart; its points come before their intervals."""
        try:
            async for split in found_by(self._steps):
                self._split = split
                self._lowest = lowest(split, self._figures.thresholds(self._row))
                self._cursor = step(self._cursor, 0, len(split.groups))
                self.redraw()
        except AnnotatorError as error:
            self._why_none = f"There is no plot: {error}"
            self.redraw()

    def _steps(self, stopped: Stopped) -> Iterator[Split]:
        return parts(self._question, self._figures, self._row, self._by, stopped)

    def move(self, lines: int) -> None:
        """Move to another part."""
        self._cursor = step(self._cursor, lines, len(self._split.groups) if self._split else 0)
        self.say("")

    def action_split(self) -> None:
        """Split the row in another way."""
        self._by = KINDS[(KINDS.index(self._by) + 1) % len(KINDS)]
        self._split, self._cursor, self._why_none = None, 0, "Computing ..."
        self.redraw()
        self.begin()

    def action_open(self) -> None:
        """What was confused in the part at the cursor."""
        if self._split is None or not self._split.groups:
            return
        from annotator.tui.screens.agreement_disagreements import DisagreementsScreen

        group = self._split.groups[self._cursor]
        screen = DisagreementsScreen(
            self._question, self._figures, group.row, part=f"{self._by} {group.name}"
        )
        self.app.push_screen(screen)
