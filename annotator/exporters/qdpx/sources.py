"""Articles as sources: their selections, codings, notes and metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.exporters.cells import iso_time
from annotator.exporters.coded import CodedUnit
from annotator.exporters.qdpx.answers import Answers, CodedWith
from annotator.exporters.qdpx.overview import Overview, mark_guid
from annotator.exporters.qdpx.passages import Passage, passages
from annotator.model.article import Article
from annotator.refi.elements import element
from annotator.refi.names import INTERNAL, PROJECT_SPACE
from annotator.refi.text import fitted

if TYPE_CHECKING:
    from lxml.etree import _Element

DESCRIBED = ("title", "author", "source", "date", "url")
"""The fields of every article that are variables of its source."""

_QUOTED = 100  # characters of a passage in its name


class Sources:
    """Makes one source after the other; counts what it made."""

    def __init__(self, told: Overview, answers: Answers, *, with_text: bool) -> None:
        self.n_codings = self.n_statements = self.n_discussed = 0
        self._told, self._answers, self._with_text = told, answers, with_text
        self._metadata = told.metadata()

    def source(self, article: Article, units: Sequence[CodedUnit]) -> _Element:
        """The source of an article."""
        found = self._told.article_guid(article)
        given = {"guid": found, "name": article.name}
        if self._with_text:
            given["plainTextPath"] = f"{INTERNAL}{found}.txt"
        made = project_element("TextSource", given)
        whole: list[_Element] = []
        for unit in units:
            for passage in passages(unit):
                content = self._content(passage)
                if unit.paragraph:
                    made.append(self._selection(passage, content))
                else:
                    whole += content
        made.extend(sorted(whole, key=_codings_first))
        made.extend(self._values(article))
        return made

    def _selection(self, passage: Passage, content: list[_Element]) -> _Element:
        article = passage.unit.article
        paragraph = article.paragraph(passage.unit.paragraph)
        given = {"guid": self._told.guid("selection", *passage.key)}
        if self._with_text:
            given["name"] = _quoted(article.text[paragraph.start : paragraph.end])
        given |= {"startPosition": str(paragraph.start), "endPosition": str(paragraph.end)}
        made = project_element("PlainTextSelection", given | self._by(passage, passage.at))
        made.extend(content)
        self.n_statements += bool(passage.statement)
        return made

    def _content(self, passage: Passage) -> list[_Element]:
        """The codings of a passage, then the reference to its memo."""
        made = [self._mark(passage, mark) for mark in passage.marks]
        made += [self._coding(passage, one) for one in self._answers.of(passage.codings)]
        if passage.memo:
            made.append(note_ref(self._told.guid("memo", *passage.key)))
        return made

    def _mark(self, passage: Passage, mark: str) -> _Element:
        found = self._told.guid("mark", *passage.key, mark)
        made = project_element("Coding", {"guid": found} | self._by(passage, passage.at))
        made.append(project_element("CodeRef", {"targetGUID": mark_guid(mark)}))
        return made

    def _coding(self, passage: Passage, one: CodedWith) -> _Element:
        variable = one.coding.variable
        answer = (passage.statement, variable)
        self.n_discussed += answer in passage.unit.after_discussion
        found = self._told.guid("coding", *passage.key, variable, one.code)
        made = project_element("Coding", {"guid": found} | self._by(passage, one.coding.at))
        made.append(project_element("CodeRef", {"targetGUID": one.guid}))
        if one.typed:
            made.append(note_ref(self._told.guid("value", *passage.key, variable)))
        self.n_codings += 1
        return made

    def _by(self, passage: Passage, at: int) -> dict[str, str]:
        return {"creatingUser": self._told.users[passage.who], "creationDateTime": iso_time(at)}

    def _values(self, article: Article) -> Iterator[_Element]:
        own = {name: str(getattr(article, name)) for name in DESCRIBED}
        for name, value in [
            *own.items(),
            *((n, article.metadata.get(n, "")) for n in self._metadata),
        ]:
            if value:
                made = project_element("VariableValue")
                target = self._told.guid("variable", *variable_key(name, own=name in own))
                made.append(project_element("VariableRef", {"targetGUID": target}))
                made.append(project_element("TextValue", text=value))
                yield made


def variable_key(name: str, *, own: bool) -> tuple[str, str]:
    """What tells a variable on sources from others: metadata may be called like a field."""
    return "field" if own else "metadata", name


def project_element(name: str, attributes: Mapping[str, str] = {}, text: str = "") -> _Element:
    """An element of a project."""
    return element(PROJECT_SPACE, name, attributes, text)


def note_ref(target: str) -> _Element:
    """A reference to a note."""
    return project_element("NoteRef", {"targetGUID": target})


def _codings_first(made: _Element) -> bool:
    return made.tag != f"{{{PROJECT_SPACE}}}Coding"


def _quoted(text: str) -> str:
    line = " ".join(fitted(text[: 2 * _QUOTED]).split())
    return line if len(line) <= _QUOTED and len(text) <= 2 * _QUOTED else f"{line[:_QUOTED]}…"
