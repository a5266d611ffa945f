"""The project file and the archive around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.qdpx.answers import Answers
from annotator.exporters.qdpx.notes import Notes
from annotator.exporters.qdpx.overview import Overview, overview
from annotator.exporters.qdpx.passages import units_by_article
from annotator.exporters.qdpx.sources import (
    DESCRIBED,
    Sources,
    note_ref,
    project_element,
    variable_key,
)
from annotator.refi.code_xml import code_element
from annotator.refi.manifest import MANIFEST_GUID
from annotator.refi.names import PROJECT_FILE, PROJECT_SPACE, SOURCES
from annotator.refi.text import fits, fitted
from annotator.safe.zip_member import zip_member

if TYPE_CHECKING:
    from lxml.etree import _Element

FILE = "project.qdpx"

_PRIVATE = 0o100600  # a plain file of its owner's
_TIES = (
    "statements stand as one selection each: a program that joins the selections of a paragraph "
    "forgets which values belong together"
)
_DECISIONS = "decisions: REFI-QDA has no place for them; --final decision writes them as codings"
_DISCUSSED = "codings were given after discussion and cannot be told from others here"
_NAMES = "names hold characters that XML cannot; a stand-in is in their place"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the project: three passes over the data, one article in memory at a time."""
    report = Report()
    told = overview(source, choice)
    project = _Project(source, choice, told, report)
    with ZipFile(to.open_binary(FILE), "w", ZIP_DEFLATED) as archive:
        with archive.open(zip_member(PROJECT_FILE, _PRIVATE), "w") as stream:
            project.write(stream)
        for name, text in project.files():
            archive.writestr(
                zip_member(SOURCES + name, _PRIVATE), text.encode("utf-8", "surrogatepass")
            )
    report.rows[FILE] = project.sources.n_codings
    report.left_out += Counter({_DECISIONS: sum(1 for _ in source.decisions())})
    unfit = sum(not fits(name) for name in _names(told))
    made = project.sources
    report.notes += Counter({_TIES: made.n_statements, _DISCUSSED: made.n_discussed, _NAMES: unfit})
    return report


def _names(told: Overview) -> Iterator[str]:
    for coder, _ in told.users:
        yield coder
    for article in told.articles.values():
        yield from (article.name, *(getattr(article, field) for field in DESCRIBED))
        yield from (text for pair in article.metadata.items() for text in pair)


class _Project:
    """The parts of the project in the order that the format wants."""

    def __init__(self, source: Source, choice: Choice, told: Overview, report: Report) -> None:
        self._source, self._choice, self._told, self._report = source, choice, told, report
        self.sources = Sources(told, Answers(source.codebook, report), with_text=choice.text)
        self._notes = Notes(told, source.codebook, Answers(source.codebook, Report()))

    def write(self, stream: Any) -> None:
        """Write the XML as it is made."""
        from lxml import etree

        with etree.xmlfile(stream, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element(
                f"{{{PROJECT_SPACE}}}Project", self._given(), nsmap={None: PROJECT_SPACE}
            ):
                for name, parts in self._groups():
                    _write_group(xml, name, parts)
                xml.write(note_ref(MANIFEST_GUID))
            xml.flush()

    def _given(self) -> dict[str, str]:
        about = self._source.about
        return {"name": fitted(about.name), "origin": f"annotator {about.program}".strip()}

    def _groups(self) -> Iterator[tuple[str, Iterable[_Element]]]:
        if self._told.users:
            yield "Users", self._users()
        yield "CodeBook", [self._codes()]
        yield "Variables", self._variables()
        if self._told.articles:
            yield "Sources", self._all_sources()
        yield "Notes", self._all_notes()

    def _users(self) -> Iterator[_Element]:
        for who, found in self._told.users.items():
            name = self._told.user_name(who)
            yield project_element("User", {"guid": found, "name": name, "id": who[0]})

    def _codes(self) -> _Element:
        made = project_element("Codes")
        made.extend(code_element(node, PROJECT_SPACE) for node in self._told.nodes())
        return made

    def _variables(self) -> Iterator[_Element]:
        keys = [*((name, True) for name in DESCRIBED), *((n, False) for n in self._told.metadata())]
        for name, own in keys:
            found = self._told.guid("variable", *variable_key(name, own=own))
            given = {"guid": found, "name": name, "typeOfVariable": "Text"}
            yield project_element("Variable", given)

    def _all_sources(self) -> Iterator[_Element]:
        for article, units in units_by_article(self._source, self._choice, self._report):
            yield self.sources.source(article, units)

    def _all_notes(self) -> Iterator[_Element]:
        yield self._notes.manifest()
        for _, units in units_by_article(self._source, self._choice, Report()):
            yield from self._notes.notes(units)

    def files(self) -> Iterator[tuple[str, str]]:
        """The texts that stand beside the XML, by the names of their files."""
        yield from self._notes.files.items()
        if self._choice.text:
            for article in self._source.articles():
                yield f"{self._told.article_guid(article)}.txt", article.text


def _write_group(xml: Any, name: str, parts: Iterable[_Element]) -> None:
    with xml.element(f"{{{PROJECT_SPACE}}}{name}"):
        for part in parts:
            xml.write("\n", part)
