"""Projects of Taguette (.sqlite3): documents in HTML, highlights by UTF-8 bytes, flat tags.

Offsets count the bytes of the document's text without its markup. Who made a highlight stands in
the log of commands only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.importers.database import Database, Reader
from annotator.importers.gather import Gathering, Place
from annotator.importers.html_text import HtmlText
from annotator.importers.offsets import Unit, same_words
from annotator.importers.passages import UNKNOWN_CODER, mismatch, outside, whole_number
from annotator.importers.project import Cutter, Memo, Project
from annotator.importers.texts import Texts, head, no_codes, plain_text, take_codebook
from annotator.model.article import Article
from annotator.refi.nodes import CodeNode
from annotator.refi.read_nodes import entries_from


def recognises(database: Database) -> bool:
    """Whether the database is one of Taguette's."""
    reader = Reader(database)
    return reader.has("highlights", "start_offset", "snippet") and reader.has("tags", "path")


def read(database: Database, cut: Cutter) -> Project:
    """The project in the database. Raises CodingsError where it holds none, or several."""
    reader = Reader(database)
    reader.need("documents", "contents")
    reader.need("highlights", "document_id", "end_offset")
    reader.need("highlight_tags", "highlight_id", "tag_id")
    project = Project(database.name)
    title, about = _one_project(reader)
    places = _tags(reader, project, title)
    gathering = Gathering(project)
    documents = dict(_documents(reader, project, cut))
    tags = _tags_of_highlights(reader)
    coders = _coders(reader)
    for highlight in _highlights(reader):
        document = documents.get(highlight.document)
        if document is not None:
            coder = coders.get(highlight.id, UNKNOWN_CODER)
            codes = [places[tag] for tag in tags.get(highlight.id, []) if tag in places]
            _take(gathering, highlight, document, coder, codes)
    gathering.put_into_project()
    if about:
        project.memos.append(Memo("project", plain_text(about)))
    return project


def _one_project(reader: Reader) -> tuple[str, str]:
    found = list(reader.texts("projects", "name", "description"))
    if len(found) != 1:
        hint = "export one of them from Taguette (Project info, Export project)"
        raise reader.refusal(f"holds {len(found)} projects of Taguette", hint if found else "")
    return found[0][0], found[0][1]


def _tags(reader: Reader, project: Project, title: str) -> Mapping[str, Place]:
    nodes = [
        CodeNode(identifier, path, description=plain_text(description))
        for identifier, path, description in reader.texts("tags", "id", "path", "description")
    ]
    if not nodes:
        raise no_codes(project.file)
    read_codes = entries_from(nodes, head(title).fields)
    take_codebook(project, read_codes.entries)
    return read_codes.places


class _Document(NamedTuple):
    article: Article
    text: HtmlText


class _Highlight(NamedTuple):
    id: str
    document: str
    start: str
    end: str
    snippet: str


def _documents(reader: Reader, project: Project, cut: Cutter) -> Iterator[tuple[str, _Document]]:
    columns = ("id", "name", "description", "filename", "contents")
    texts = Texts(project, cut)
    for identifier, name, description, filename, contents in reader.texts("documents", *columns):
        text = HtmlText(contents)
        fields = {"description": description, "file": filename}
        article = texts.add(name, text.text, fields)
        if article is not None:
            yield identifier, _Document(article, text)


def _highlights(reader: Reader) -> Iterator[_Highlight]:
    columns = ("id", "document_id", "start_offset", "end_offset", "snippet")
    return (_Highlight(*row) for row in reader.texts("highlights", *columns))


def _tags_of_highlights(reader: Reader) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for highlight, tag in reader.texts("highlight_tags", "highlight_id", "tag_id"):
        found.setdefault(highlight, []).append(tag)
    return found


def _coders(reader: Reader) -> Mapping[str, str]:
    """Who added each highlight first, by the log of commands."""
    found: dict[str, str] = {}
    for login, payload in reader.texts("commands", "user_login", "payload"):
        try:
            command = json.loads(payload)
        except (ValueError, RecursionError):
            continue
        if isinstance(command, dict) and command.get("type") == "highlight_add":
            found.setdefault(str(command.get("highlight_id")), login or UNKNOWN_CODER)
    return found


def _take(
    gathering: Gathering, highlight: _Highlight, document: _Document, coder: str,
    codes: list[Place],
) -> None:  # fmt: skip
    project = gathering.project
    start, end = whole_number(highlight.start), whole_number(highlight.end)
    span = document.text.span(start, end, Unit.UTF8)
    if span is None:
        outside(project, document.article, highlight.start, highlight.end)
        return
    passage = document.text.slice(span)
    quote = HtmlText(highlight.snippet).text
    if not same_words(passage, quote):
        mismatch(project, document.article, passage, quote)
    if not codes:
        project.lost["highlights without a tag"] += 1
    for place in codes:
        gathering.code(coder, document.article, span, place)
