"""A REFI-QDA file as a project of ours."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotator.entries.flat import plain_codebook_of
from annotator.importers.project import Cutter, Memo, Project
from annotator.importers.refi.archive import Archive
from annotator.importers.refi.book import Book, other_book, own_book
from annotator.importers.refi.codings import Codings
from annotator.importers.refi.notes import Notes
from annotator.importers.refi.people import People
from annotator.importers.refi.sources import Texts
from annotator.importers.texts import no_codes
from annotator.model.article import Kind
from annotator.model.coding import SEPARATOR
from annotator.refi.code_xml import code_elements, read_codes
from annotator.refi.elements import attribute, child, children, text_of
from annotator.refi.manifest import Manifest, NoManifest
from annotator.refi.read_codebook import new_head, read_codebook
from annotator.safe.given import GivenFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_COLOURS = "colours of codes"
_CASES = "cases (their names and variables are kept with their texts)"
_CASES_LEFT = "cases that no text belongs to, with their variables"
_GROUPS = {
    "Cases": ("Case", _CASES),
    "Links": ("Link", "links between passages, codes and memos"),
    "Sets": ("Set", "sets of texts or codes"),
    "Graphs": ("Graph", "maps"),
}
_TIMES = "codings whose time is not kept: they count as made on the day of the import"


def read_project(content: bytes, file: str, cut: Cutter) -> Project:
    """The project in a .qdpx file, or in the project.qde out of one.

    Raises DataError where it is none, is damaged, or could do harm: then nothing can be taken.
    """
    archive = Archive(GivenFile(file, content))
    project, notes = Project(file), Notes(archive)
    manifest = _manifest(notes)
    book = _book(archive.root, file, manifest)
    people = People(archive.root, manifest)
    codings = Codings(project, book, notes, people, own=manifest is not None)
    texts = Texts(archive, cut, manifest, project)
    for text in texts:
        codings.gather(text)
    project.units = codings.units()
    project.codebook = book.plain()
    project.memos = notes.others()
    _tell_lost(archive.root, book, project, own=manifest is not None)
    project.lost += Counter({_CASES: -texts.metadata.n_left, _CASES_LEFT: texts.metadata.n_left})
    return project


def read_codebook_file(content: bytes, file: str) -> Project:
    """The codebook in a .qdc file, as a project without texts. Raises DataError as above."""
    read = read_codebook(GivenFile(file, content), PurePath(file).stem)
    project = Project(file, plain_codebook_of(read.entries))
    project.lost = +Counter({_COLOURS: read.n_colours, _GROUPS["Sets"][1]: read.n_sets})
    return project


def _manifest(notes: Notes) -> Manifest | None:
    try:
        return Manifest.from_json(notes.manifest())
    except NoManifest:
        return None


def _book(root: _Element, file: str, manifest: Manifest | None) -> Book:
    if manifest is not None:
        return own_book(manifest)
    codes = code_elements(child(root, "CodeBook"))
    name = " ".join(attribute(root, "name").split()) or PurePath(file).stem
    nodes = list(read_codes(codes))
    if not nodes:
        raise no_codes(file)
    # others code paragraphs of every kind, bylines too
    return other_book(nodes, new_head(name) | {"codable": SEPARATOR.join(Kind)})


def _tell_lost(root: _Element, book: Book, project: Project, *, own: bool) -> None:
    for group, (name, words) in _GROUPS.items():
        count = sum(1 for _ in children(child(root, group), name))
        project.lost[words] += count
    described = text_of(child(root, "Description")).strip()
    if described and not own:
        project.memos.append(Memo(attribute(root, "name"), described))
    project.lost[_COLOURS] += 0 if own else book.n_colours
    project.lost[_TIMES] += sum(bool(one.get("creationDateTime")) for one in root.iter("{*}Coding"))
    project.lost = +project.lost
