"""A folder of brat as a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.errors import CodingsError
from annotator.importers.brat.codes import Codes, codes_of
from annotator.importers.brat.config import read_config
from annotator.importers.brat.lines import Annotations, Bound, read_lines
from annotator.importers.brat.people import FOLDERS, coders_of
from annotator.importers.gather import Gathering, touched
from annotator.importers.offsets import Offsets, Span, Unit, same_words
from annotator.importers.passages import UNKNOWN_CODER, mismatch, outside
from annotator.importers.project import Cutter, Project
from annotator.importers.texts import Texts, head, plain_text, take_codebook
from annotator.model.article import Article
from annotator.model.problem import Problem

CONFIG = "annotation.conf"
UNTIED = "attributes of annotations: they stand on the paragraph, not on their annotation"
IN_PARTS = "annotations in several parts: each part counts"


def recognises(names: Mapping[str, bytes]) -> bool:
    """Whether a folder holds a text with its annotations."""
    return any(name.endswith(".ann") and f"{name[:-4]}.txt" in names for name in names)


def read(files: Mapping[str, bytes], folder: str, cut: Cutter, coder: str = "") -> Project:
    """The project in the files of a folder, by name; `coder`: whose they are. Raises CodingsError.

    Without a coder they are of unknown coders, or of those who have a folder each.
    """
    project = Project(folder)
    if not recognises(files):
        raise _refusal(folder, "holds no .ann file with its .txt beside it")
    documents = list(_documents(project, files))
    config = read_config(_decoded(project, CONFIG, files.get(CONFIG, b"")))
    codes = codes_of(config, [marks for _, _, marks in documents])
    take_codebook(project, [head(folder), *codes.entries])
    coders = frozenset[str]() if coder else coders_of(files)
    if coders:
        project.notes[FOLDERS] += len(coders)
    gathering, texts = Gathering(project), _Coded(project, cut)
    for name, text, marks in documents:
        named, _, bare = name.partition("/")
        document = texts.document(bare if coders else name, text)
        if document is not None:
            who = named if coders else coder or UNKNOWN_CODER
            _take(gathering, document, marks, codes, who)
    gathering.put_into_project()
    return project


Document = tuple[Article, Offsets]


class _Coded:
    """Each text is one article, whoever annotated it."""

    def __init__(self, project: Project, cut: Cutter) -> None:
        self._texts = Texts(project, cut)
        self._known: dict[tuple[str, str], Document | None] = {}

    def document(self, name: str, text: str) -> Document | None:
        """The article with this text; None, with a problem told, where it is none."""
        if (name, text) not in self._known:
            offsets = Offsets(text)
            article = self._texts.add(name, offsets.text, {})
            self._known[name, text] = None if article is None else (article, offsets)
        return self._known[name, text]


def _refusal(folder: str, what: str) -> CodingsError:
    return CodingsError(f"{folder} cannot be read.", [Problem(what, folder)])


def _decoded(project: Project, name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem("is not UTF-8 from here on", name, line)
        raise CodingsError(f"{project.file} cannot be read.", [problem]) from error


def _documents(
    project: Project, files: Mapping[str, bytes]
) -> Iterator[tuple[str, str, Annotations]]:
    """Name, text and annotations of each pair of files, in the order of their names."""
    for name in sorted(files):
        if not name.endswith(".ann"):
            continue
        bare = name[:-4]
        if f"{bare}.txt" not in files:
            project.problems.append(Problem(f"there is no {bare}.txt", name))
            continue
        text = _decoded(project, f"{bare}.txt", files[f"{bare}.txt"])
        if not text.strip():
            project.lost["texts that are empty"] += 1
            continue
        marks = read_lines(_decoded(project, name, files[name]))
        project.lost.update(marks.lost)
        project.problems += (Problem(what, name, line) for line, what in marks.wrong)
        yield bare, text, marks


def _take(
    gathering: Gathering, document: Document, marks: Annotations, codes: Codes, coder: str
) -> None:
    article, project = document[0], gathering.project
    places = {bound.id: _place(project, document, bound) for bound in marks.bounds.values()}
    for bound in marks.bounds.values():
        numbers: set[int] = set()
        for span in places[bound.id]:
            new = set(touched(article, span)) - numbers
            if new or not numbers:
                gathering.code(coder, article, span, codes.types[bound.type])
            numbers |= new
    for one in marks.attributes:
        target = marks.bound_of(one.target)
        if target is None:
            project.lost["attributes of what is not in the text"] += 1
            continue
        project.notes[UNTIED] += 1
        for span in places[target.id][:1]:
            gathering.code(coder, article, span, codes.attributes[one.name, one.value])
    for identifier, note in marks.notes:
        target = marks.bound_of(identifier)
        if target is None:
            project.lost["notes on relations"] += 1
            continue
        for span in places[target.id][:1]:
            quoted = f"{plain_text(target.quote)}: {plain_text(note)}"
            gathering.memo(coder, article, span, quoted)


def _place(project: Project, document: Document, bound: Bound) -> list[Span]:
    """The ranges of an annotation; none, with a problem told, where one is outside."""
    article, offsets = document
    found: list[Span] = []
    for start, end in bound.ranges:
        span = offsets.span(start, end, Unit.POINTS)
        if span is None:
            outside(project, article, start, end)
            return []
        found.append(span)
    if len(found) > 1:
        project.notes[IN_PARTS] += 1
    passage = " ".join(map(offsets.slice, found))
    if bound.quote and not same_words(passage, bound.quote):
        mismatch(project, article, passage, bound.quote)
    return found
