"""Projects of QualCoder: data.qda in the folder of the project.

Its tables grew with its versions: columns are asked for, versions are not. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.importers.database import Database, Reader
from annotator.importers.gather import Gathering, Place
from annotator.importers.offsets import Offsets, Unit, same_words, unit_that_fits
from annotator.importers.passages import UNKNOWN_CODER, mismatch, outside, whole_number
from annotator.importers.project import Cutter, Memo, Project
from annotator.importers.texts import (
    Texts,
    head,
    no_codes,
    one_line,
    plain_text,
    take_codebook,
)
from annotator.model.article import Article
from annotator.refi.nodes import CodeNode
from annotator.refi.read_nodes import entries_from

_ENDING = ".qda"
_HIGHEST = 50  # levels of categories
_UNITS = (Unit.POINTS, Unit.UTF16)
_NOT_KEPT = {
    "code_image": "codes on parts of pictures and PDF pages",
    "code_av": "codes on sound and video",
}


class _Coded(NamedTuple):
    """A row of code_text, or of annotation (without a code)."""

    code: str
    file: str
    start: str
    end: str
    quote: str
    owner: str
    memo: str
    important: str


class _Text(NamedTuple):
    article: Article
    offsets: Offsets


def recognises(database: Database) -> bool:
    """Whether the database is one of QualCoder's."""
    reader = Reader(database)
    return reader.has("code_text", "seltext", "pos0") and reader.has("code_name", "cid")


def read(database: Database, cut: Cutter, name: str = "") -> Project:
    """The project in the database; `name` is that of its folder."""
    reader = Reader(database)
    reader.need("source", "id", "fulltext")
    reader.need("code_text", "cid", "fid", "pos1", "owner")
    project = Project(name or database.name)
    places = _codes(reader, project)
    texts = dict(_texts(reader, project, cut))
    gathering = Gathering(project)
    coded = [_Coded(*row) for row in _rows_of_codes(reader)]
    unit = unit_that_fits(
        (
            (texts[one.file].offsets, whole_number(one.start), whole_number(one.end), one.quote)
            for one in coded
            if one.file in texts
        ),
        _UNITS,
    )
    for one in [*coded, *_annotations(reader)]:
        if one.file in texts:
            _take(gathering, one, texts[one.file], places.get(one.code), unit)
    _memos_of_texts(reader, gathering, texts)
    gathering.put_into_project()
    _tell(reader, project)
    return project


def _codes(reader: Reader, project: Project) -> Mapping[str, Place]:
    columns = ("catid", "name", "memo", "supercatid")
    categories = {
        row[0]: (CodeNode(f"cat {row[0]}", one_line(row[1]), False, "", plain_text(row[2])), row[3])
        for row in reader.texts("code_cat", *columns)
    }
    codes = {
        cid: (CodeNode(cid, one_line(name), True, color, plain_text(memo)), category, parent)
        for cid, name, memo, category, parent, color in reader.texts(
            "code_name", "cid", "name", "memo", "catid", "supercid", "color"
        )
    }
    if not codes:
        raise no_codes(project.file)
    roots: list[CodeNode] = []
    above = {identifier: upper for identifier, (_, upper) in categories.items()}
    for identifier, (node, upper) in categories.items():
        may_hang = upper in categories and not _is_ring(identifier, above)
        (categories[upper][0].codes if may_hang else roots).append(node)
    above = {identifier: parent for identifier, (_, _, parent) in codes.items()}
    for identifier, (node, category, parent) in codes.items():
        if parent in codes and not _is_ring(identifier, above):
            codes[parent][0].codes.append(node)
        elif category in categories:
            categories[category][0].codes.append(node)
        else:
            roots.append(node)
    found = entries_from(
        [node for node in roots if _holds_code(node)],
        head(project.file.removesuffix(_ENDING)).fields,
    )
    take_codebook(project, found.entries)
    if found.n_colours:
        project.lost["colours of codes"] += found.n_colours
    return found.places


def _is_ring(start: str, above: Mapping[str, str]) -> bool:
    """Whether what is above leads round, or higher than any tree: no program would write that."""
    seen = {start}
    here = above.get(start, "")
    while here in above and here not in seen and len(seen) < _HIGHEST:
        seen.add(here)
        here = above[here]
    return here in seen or len(seen) == _HIGHEST


def _holds_code(node: CodeNode) -> bool:
    return any(one.is_codable for one in node.walk())


def _texts(reader: Reader, project: Project, cut: Cutter) -> Iterator[tuple[str, _Text]]:
    attributes, added = _attributes(reader), Texts(project, cut)
    for identifier, name, text in reader.texts("source", "id", "name", "fulltext"):
        if not text.strip():
            project.lost["files without text: pictures, sound, video"] += 1
            continue
        offsets = Offsets(text)
        fields = attributes.get(identifier, {})
        article = added.add(name, offsets.text, fields)
        if article is not None:
            yield identifier, _Text(article, offsets)


def _attributes(reader: Reader) -> Mapping[str, dict[str, str]]:
    """Attributes of files and of the cases that they belong to, by file."""
    found: dict[str, dict[str, str]] = {}
    of_cases: dict[str, dict[str, str]] = {}
    for name, kind, value, identifier in reader.texts(
        "attribute", "name", "attr_type", "value", "id"
    ):
        target = of_cases if kind == "case" else found
        target.setdefault(identifier, {})[name] = value
    names = reader.pairs("cases", "caseid", "name")
    for case, file in reader.texts("case_text", "caseid", "fid"):
        fields = {"case": names.get(case, ""), **of_cases.get(case, {})}
        found[file] = {**fields, **found.get(file, {})}
    return found


def _rows_of_codes(reader: Reader) -> Iterator[tuple[str, ...]]:
    columns = ("cid", "fid", "pos0", "pos1", "seltext", "owner", "memo", "important")
    return reader.texts("code_text", *columns)


def _annotations(reader: Reader) -> Iterator[_Coded]:
    """Notes on passages that carry no code."""
    columns = ("fid", "pos0", "pos1", "owner", "memo")
    for file, start, end, owner, memo in reader.texts("annotation", *columns):
        yield _Coded("", file, start, end, "", owner, memo, "")


def _take(gathering: Gathering, one: _Coded, text: _Text, place: Place | None, unit: Unit) -> None:
    project = gathering.project
    span = text.offsets.span(whole_number(one.start), whole_number(one.end), unit)
    if span is None:
        outside(project, text.article, one.start, one.end)
        return
    passage = text.offsets.slice(span)
    if one.quote and not same_words(passage, one.quote):
        mismatch(project, text.article, passage, one.quote)
    coder = one_line(one.owner) or UNKNOWN_CODER
    if place is not None:
        gathering.code(coder, text.article, span, place)
    elif one.code:
        project.lost["passages whose code is not in the file"] += 1
    gathering.memo(coder, text.article, span, plain_text(one.memo))
    if one.important == "1":
        project.lost["marks of importance on passages"] += 1


def _memos_of_texts(reader: Reader, gathering: Gathering, texts: Mapping[str, _Text]) -> None:
    for identifier, memo, owner in reader.texts("source", "id", "memo", "owner"):
        if identifier in texts and memo.strip():
            coder = one_line(owner) or UNKNOWN_CODER
            gathering.memo(coder, texts[identifier].article, None, plain_text(memo))


def _tell(reader: Reader, project: Project) -> None:
    for table, what in _NOT_KEPT.items():
        if count := reader.count(table):
            project.lost[what] += count
    for name, entry in reader.texts("journal", "name", "jentry"):
        project.memos.append(Memo(one_line(name), plain_text(entry)))
    for (memo,) in reader.texts("project", "memo"):
        if memo.strip():
            project.memos.append(Memo("project", plain_text(memo)))
