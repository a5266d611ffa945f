"""Codes on passages and sources as answers about paragraphs, statements and articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from annotator.importers.parsed import ReadUnit, UnitKey
from annotator.importers.project import Project
from annotator.importers.refi.book import Book, Meaning, mark_of
from annotator.importers.refi.notes import Notes
from annotator.importers.refi.people import NOBODY, People, Who
from annotator.importers.refi.sources import CodedText
from annotator.importers.refi.targets import Target, Unit, as_read
from annotator.model.article import Article, Paragraph
from annotator.model.problem import Problem
from annotator.refi.elements import attribute, child, children, line_of, text_of
from annotator.refi.guids import same_form

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSAGES = (
    "passages that are not exactly a paragraph: their codes stand on every paragraph that they "
    "touch, the passages themselves are lost"
)
_NOWHERE = "passages that touch no paragraph"
_FOLDERS = "codings with a folder of codes, which is no answer"
_OUT_OF_PLACE = "codings of a text as a whole with a code that is for statements"


class Codings:
    """Gathers the codings of one text after the other.

    In a project of ours a unit is finished where it says so; in others, where anything is coded.
    """

    def __init__(
        self, project: Project, book: Book, notes: Notes, people: People, *, own: bool
    ) -> None:
        self._project, self._book, self._notes, self._people = project, book, notes, people
        self._own = own
        self._units: dict[UnitKey, Unit] = {}

    def gather(self, text: CodedText) -> None:
        """Take in the codings and memos of a text."""
        for selection, place in text.selections:
            self._selection(text, selection, place)
        self._whole(text)

    def units(self) -> dict[UnitKey, ReadUnit]:
        """All units that anything is known of."""
        read = {key: as_read(key, unit, self._is_done) for key, unit in self._units.items()}
        return {key: unit for key, unit in read.items() if unit.work.touched}

    def _is_done(self, unit: Unit) -> bool:
        return unit.finished if self._own else bool(unit.codes or unit.statements)

    def _unit(self, who: Who, article: Article, paragraph: int, line: int) -> Unit:
        return self._units.setdefault(UnitKey(*who, article.id, paragraph), Unit(line))

    def _selection(self, text: CodedText, selection: _Element, place: tuple[int, int]) -> None:
        codings = self._by_coder(text, selection)
        memos = self._memos(text, selection, codings)
        touched = _touched(text.article, place)
        if not (codings or memos):
            return
        if not touched:
            self._project.lost[_NOWHERE] += 1
        elif place != (touched[0].start, touched[0].end):
            self._project.lost[_PASSAGES] += 1
        for paragraph in touched:
            for who in dict.fromkeys([*codings, *memos]):
                unit = self._unit(who, text.article, paragraph.number, line_of(selection))
                self._passage(text, who, unit, codings[who], memos[who])

    def _passage(
        self, text: CodedText, who: Who, unit: Unit, codings: list[_Element], memos: list[str]
    ) -> None:
        """What one coder says with one selection about one paragraph."""
        target: Target = unit
        if any(map(self._is_of_statement, codings)):
            target = Target(unit.line)
            unit.statements.append(target)
        target.memos += memos
        for coding in codings:
            mark = mark_of(_code(coding))
            if mark:
                unit.finished |= mark == "finished"
                target.flagged |= mark == "flagged"
                continue
            meaning = self._meaning(coding)
            if meaning is None:
                continue
            if meaning.level == "article":
                whole = self._unit(who, text.article, 0, line_of(coding))
                self._put(whole, meaning, coding)
            else:
                self._put(target if meaning.level == "statement" else unit, meaning, coding)

    def _is_of_statement(self, coding: _Element) -> bool:
        meaning = self._book.meaning(_code(coding))
        own = meaning is not None and meaning.level == "statement"
        return own or mark_of(_code(coding)) == "statement"

    def _whole(self, text: CodedText) -> None:
        """What stands on the text as a whole."""
        codings = self._by_coder(text, text.element)
        memos = self._memos(text, text.element, codings)
        for who in dict.fromkeys([*codings, *memos]):
            unit = self._unit(who, text.article, 0, line_of(text.element))
            unit.memos += memos[who]
            for coding in codings[who]:
                self._about_article(unit, coding)

    def _about_article(self, unit: Unit, coding: _Element) -> None:
        mark = mark_of(_code(coding))
        meaning = None if mark else self._meaning(coding)
        if mark:
            unit.finished |= mark == "finished"
            unit.flagged |= mark == "flagged"
        elif meaning is not None and meaning.level == "statement":
            self._project.lost[_OUT_OF_PLACE] += 1
        elif meaning is not None:
            if meaning.level == "paragraph":
                twin = self._book.asked_of_article(meaning.variable)
                meaning = meaning._replace(variable=twin)
            self._put(unit, meaning, coding)

    def _meaning(self, coding: _Element) -> Meaning | None:
        meaning = self._book.meaning(_code(coding))
        if meaning is None:
            self._problem(coding, "a coding names a code that the project does not have")
        elif self._book.is_folder(meaning):
            self._project.lost[_FOLDERS] += 1
            return None
        return meaning

    def _put(self, target: Target, meaning: Meaning, coding: _Element) -> None:
        notes = [text for _, text in self._notes.of(coding)]
        value = meaning.code
        if not value:
            value, notes = (notes or [""])[0], notes[1:]
        if not value:
            self._problem(coding, f"what was typed for {meaning.variable} is not in the file")
            return
        target.memos += notes
        several = self._book.takes_several(meaning.variable)
        if other := target.put(meaning.variable, value, several=several):
            self._problem(coding, f"{meaning.variable} is {value} here, and {other} as well")

    def _by_coder(self, text: CodedText, element: _Element) -> defaultdict[Who, list[_Element]]:
        found: defaultdict[Who, list[_Element]] = defaultdict(list)
        for coding in children(element, "Coding"):
            found[self._people.of(coding, element, text.element)].append(coding)
        return found

    def _memos(
        self, text: CodedText, element: _Element, codings: Collection[Who]
    ) -> defaultdict[Who, list[str]]:
        """Notes on the element, and its description: some programs write memos there.

        Nobody's memo is that of the one who coded there.
        """
        found: defaultdict[Who, list[str]] = defaultdict(list)
        only = next(iter(codings)) if len(codings) == 1 else NOBODY
        for note, memo in self._notes.of(element):
            found[self._people.of(note, element, text.element, otherwise=only)].append(memo)
        described = text_of(child(element, "Description")).strip()
        if described:
            found[self._people.of(element, text.element, otherwise=only)].append(described)
        return found

    def _problem(self, element: _Element, message: str) -> None:
        self._project.problems.append(Problem(message, self._project.file, line_of(element)))


def _touched(article: Article, place: tuple[int, int]) -> list[Paragraph]:
    start, end = place
    return [
        paragraph
        for paragraph in article.paragraphs
        if (paragraph.start < end and start < paragraph.end)
        or (start == end and paragraph.start <= start < paragraph.end)
    ]


def _code(coding: _Element) -> str:
    reference = child(coding, "CodeRef")
    return same_form(attribute(reference, "targetGUID")) if reference is not None else ""
