"""Texts of a project as articles, each with the passages that were selected in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.ids import content_hash
from annotator.importers.project import Cutter, Project
from annotator.importers.refi.archive import Archive
from annotator.importers.refi.metadata import Metadata
from annotator.importers.refi.quotes import AS_THE_STANDARD, Located, Span, locate
from annotator.importers.refi.texts import decoded, with_line_feeds
from annotator.importers.refi.transcripts import RECORDINGS, n_by_time, passages, transcripts
from annotator.model.article import Article
from annotator.model.problem import Problem
from annotator.refi.elements import attribute, child, children, line_of, local, text_of
from annotator.refi.guids import same_form
from annotator.refi.manifest import Manifest

if TYPE_CHECKING:
    from lxml.etree import _Element

_PICTURES = "pictures with what was coded in them"
_BY_TIME = "passages of recordings, which have a time but no place in the text"
_NO_PLACE = "passages of transcripts that are tied to the time but not to the text"
_TWICE = "texts that are the same as another, word for word: they are one article"
_CHANGED = "texts that were changed after annotator wrote them: they are cut anew"
_UNCHECKED = "passages without a quote to check their position by"
_MARK = "\ufeff".encode()
_SHOWN = 60  # characters of a passage in a message
_LONG = 200  # characters of a path


@dataclass(frozen=True, slots=True)
class CodedText:
    """An article, the element that stands for it, and its selections with their places."""

    article: Article
    element: _Element
    selections: list[tuple[_Element, tuple[int, int]]]


class Texts:
    """Reads the sources one after the other; what is wrong goes into the project."""

    def __init__(
        self, archive: Archive, cut: Cutter, manifest: Manifest | None, project: Project
    ) -> None:
        self._archive, self._cut, self._project = archive, cut, project
        self._own = manifest.articles if manifest is not None else {}
        self.metadata = Metadata(archive.root)
        self._seen: set[str] = set()
        self._names: set[str] = set()

    def __iter__(self) -> Iterator[CodedText]:
        kinds = (*RECORDINGS, "PictureSource", "PDFSource", "TextSource")
        for source in children(child(self._archive.root, "Sources"), *kinds):
            kind = local(source)
            if kind == "PictureSource":
                self._project.lost[_PICTURES] += 1
            elif kind in RECORDINGS:
                yield from self._recording(source, RECORDINGS[kind])
            elif kind == "PDFSource":
                yield from self._pdf(source)
            else:
                yield from self._text(source, source)

    def _recording(self, source: _Element, words: str) -> Iterator[CodedText]:
        """The transcripts of a recording are texts; it itself is none."""
        found = transcripts(source)
        kept = "of which only the transcripts are kept" if found else "with what was coded in them"
        self._project.lost[f"{words} {kept}"] += 1
        if found and (n_passages := n_by_time(source)):
            self._project.lost[_BY_TIME] += n_passages
        for transcript in found:
            yield from self._text(transcript, source)

    def _pdf(self, source: _Element) -> Iterator[CodedText]:
        """The text of a PDF, where the program stored it beside."""
        regions = sum(1 for _ in children(source, "PDFSelection"))
        if regions:
            self._project.lost["regions of PDF pages that were selected"] += regions
        text = child(source, "Representation")
        if text is None:
            self._project.lost["PDF files without their text"] += 1
        else:
            yield from self._text(text, source)

    def _text(self, source: _Element, whole: _Element) -> Iterator[CodedText]:
        """The text of a source, which stands for the whole: a PDF, say, of which it is the text."""
        is_transcript = local(source) == "Transcript"
        name = (is_transcript and attribute(source, "name")) or attribute(whole, "name")
        content = self._content(source, name)
        if content is None:
            return
        raw = decoded(content)
        if raw is None:
            self._problem(source, f'the text of "{name}" is neither UTF-8 nor UTF-16')
            return
        text = with_line_feeds(raw)
        article = self._article(whole, name, text)
        if article is None:
            return
        found, spans = self._transcribed(source) if is_transcript else _selected(source)
        has_mark = content.startswith(_MARK)
        located = locate(text, spans, has_crlf=text != raw, has_mark=has_mark)
        self._tell(article, text, found, located)
        places = zip(found, located.places, strict=True)
        yield CodedText(article, whole, [(one, at) for one, at in places if at is not None])

    def _transcribed(self, transcript: _Element) -> tuple[list[_Element], list[Span]]:
        """The passages of a transcript that have a place in its text."""
        every = passages(transcript)
        placed = [(found, start, end) for found, start, end in every if start and end]
        self._project.lost[_NO_PLACE] += len(every) - len(placed)
        spans = [
            Span(_position(start), _position(end), attribute(found, "name"))
            for found, start, end in placed
        ]
        return [found for found, *_ in placed], spans

    def _content(self, source: _Element, name: str) -> bytes | None:
        path = attribute(source, "plainTextPath")
        inline = child(source, "PlainTextContent")
        if inline is not None and not path:
            return text_of(inline).encode("utf-8", "surrogatepass")
        content = self._archive.text(path)
        if content is None:
            self._problem(source, f'"{name}" is left out: {self._why_no_text(path)}')
        return content

    def _why_no_text(self, path: str) -> str:
        if not path:
            return "it has no plain text"
        if self._archive.names_own(path):
            return f"its text is not in the file ({path[:_LONG]})"
        return f"its text lies elsewhere ({path[:_LONG]})"

    def _article(self, source: _Element, name: str, text: str) -> Article | None:
        own = self._own.get(same_form(attribute(source, "guid")))
        if own is not None and own.text == content_hash(text.encode("utf-8", "surrogatepass")):
            return self._first(replace(own, text=text))
        if own is not None:
            self._project.notes[_CHANGED] += 1
        if not text.strip():
            self._project.lost["texts that are empty"] += 1
            return None
        fields = self.metadata.of(source)
        return self._first(self._cut(self._free_name(name), text, fields))

    def _free_name(self, name: str) -> str:
        """Two texts may have one name; articles are found by theirs."""
        plain = " ".join(name.split()) or "text"
        found, number = plain, 2
        while found in self._names:
            found, number = f"{plain} ({number})", number + 1
        self._names.add(found)
        return found

    def _first(self, article: Article) -> Article:
        if article.id in self._seen:
            self._project.notes[_TWICE] += 1
        else:
            self._seen.add(article.id)
            self._project.articles.append(article)
        return article

    def _tell(self, article: Article, text: str, found: list[_Element], located: Located) -> None:
        project = self._project
        if located.reading != AS_THE_STANDARD:
            project.notes[f"texts whose positions count otherwise ({located.reading})"] += 1
        if located.unchecked:
            project.notes[_UNCHECKED] += located.unchecked
        for element, place in zip(found, located.places, strict=True):
            if place is None:
                self._problem(element, f'a passage lies outside the text of "{article.name}"')
        for index in located.wrong:
            place = located.places[index]
            here = text[slice(*place)][:_SHOWN] if place else ""
            quoted = attribute(found[index], "name")[:_SHOWN]
            message = f'"{article.name}": the passage is "{here}", but the file quotes "{quoted}"'
            line = line_of(found[index])
            project.mismatches.append(Problem(message, project.file, line))

    def _problem(self, element: _Element, message: str) -> None:
        self._project.problems.append(Problem(message, self._project.file, line_of(element)))


def _selected(source: _Element) -> tuple[list[_Element], list[Span]]:
    """The passages of a text, and where they are."""
    found = list(children(source, "PlainTextSelection"))
    return found, [_span(one) for one in found]


def _span(selection: _Element) -> Span:
    start, end, name = (
        attribute(selection, key) for key in ("startPosition", "endPosition", "name")
    )
    return Span(_position(start), _position(end), name)


def _position(text: str) -> int:
    """A position; -1, which lies in no text, where it is no number."""
    written = text.strip()
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else -1
