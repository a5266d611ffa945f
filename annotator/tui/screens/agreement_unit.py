"""One unit on which coders differ, with all that each of them said there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from annotator.errors import AnnotatorError
from annotator.reports.confusion_matrix import ANY_OTHER, NO_CODE
from annotator.tui.agreement.frame import message_lines
from annotator.tui.agreement.unit import UnitPage, last_scroll, unit_body, unit_lines
from annotator.tui.places import DISPUTED_UNIT, commands_in
from annotator.tui.screens.drawing import DrawingScreen, step
from annotator.tui.screens.place import bindings_in

if TYPE_CHECKING:
    from annotator.reports.disagreements import DisputedUnit
    from annotator.tui.agreement.figures import Figures
    from annotator.tui.agreement.reading import Texts
    from annotator.tui.views.line import Line


class UnitScreen(DrawingScreen):
    """The unit at `cursor` of a list; left and right go to its neighbours, and `turned` is told.

    `about` names the values or codes whose definitions are shown; else those in dispute are.
    """

    place = DISPUTED_UNIT
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(DISPUTED_UNIT)

    def __init__(
        self,
        texts: Texts,
        figures: Figures,
        units: Sequence[DisputedUnit],
        cursor: int,
        turned: Callable[[int], None],
        *,
        about: Sequence[Any] = (),
    ) -> None:
        super().__init__()
        self._texts, self._figures, self._units = texts, figures, units
        self._cursor, self._turned = cursor, turned
        self._broken: tuple[int, list[Line]] | None = None
        self._about = [value for value in about if value not in (NO_CODE, ANY_OTHER)]
        self._page: UnitPage | str = self._read()

    def _read(self) -> UnitPage | str:
        """The page of the unit, or why it cannot be read."""
        unit = self._units[self._cursor]
        coders, position = self._figures.coders, f"{self._cursor + 1:,} of {len(self._units):,}"
        try:
            article = self._texts.article(unit.article)
            text = self._texts.text(unit.article, unit.paragraph)
            works = self._texts.works(unit.article, unit.paragraph, coders)
        except AnnotatorError as error:
            return f"The paragraph cannot be read: {error}"
        return UnitPage(
            unit, article, text, works, self._figures.codebook, self._figures.names, position,
            0, self._about, self.note,
        )  # fmt: skip

    def lines(self, width: int, height: int) -> list[Line]:
        """The unit, from the line that was scrolled to."""
        if isinstance(self._page, str):
            return message_lines(self._page, "", commands_in(DISPUTED_UNIT), width, height)
        return unit_lines(self._page, self._body(self._page, width), width, height)

    def _body(self, page: UnitPage, width: int) -> list[Line]:
        """The lines of the unit, broken anew only for another width: a paragraph may be long."""
        if self._broken is None or self._broken[0] != width:
            self._broken = (width, unit_body(page, width))
        return self._broken[1]

    def move(self, lines: int) -> None:
        """Read on or back."""
        if isinstance(self._page, UnitPage):
            width, height = self.app.size
            end = last_scroll(self._body(self._page, width), height)
            self._page = replace(self._page, scroll=step(self._page.scroll, lines, end + 1))
        self.redraw()

    def _turn(self, by: int) -> None:
        self._cursor = step(self._cursor, by, len(self._units))
        self._page, self._broken = self._read(), None
        self._turned(self._cursor)
        self.redraw()

    def action_previous(self) -> None:
        """The unit before in the list."""
        self._turn(-1)

    def action_next(self) -> None:
        """The next unit of the list."""
        self._turn(1)
