"""From what a reader found to the articles of a study."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from annotator.errors import ReaderError
from annotator.ids import content_hash
from annotator.model.article import Article, Kind, Paragraph
from annotator.model.file_name import name_as_text
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.found import FileReading, Found, FoundArticle
from annotator.readers.kinds import BODY, propose
from annotator.readers.kinds.dates import date_in
from annotator.readers.kinds.phrases import author_of
from annotator.readers.kinds.shape import DECORATION, Proposal
from annotator.readers.options import Segmentation
from annotator.readers.paragraphs import Cut
from annotator.readers.segmentation import segmented
from annotator.readers.source import Source

MAX_PARAGRAPHS = 100_000
"""More are refused: such a file is a table or a log."""

_ABOVE_BODY = (Kind.HEADLINE, Kind.STANDFIRST, Kind.BYLINE)
"""Kinds that tell what follows them: below a headline stand names and dates, and no other one."""

_ID_VERSION = "annotator article 1"
_ID_LENGTH = 16
_NUMBERED = re.compile(r"paragraph \d+")
_YEAR = re.compile(r"\d{4}")
_UPDATED = ("updated", "last updated", "last modified", "modified", "aktualisiert", "mis à jour")


def assemble(source: Source, format_: str, found: Found) -> FileReading:
    """The articles of a file that a reader of that name found, with all that is to be said."""
    whole = [*found.nested]
    names = _names(source.path, found.articles)
    articles = [
        _article(source, one, name=name, format_=format_, encoding=found.encoding)
        for name, one in zip(names, found.articles, strict=True)
    ]
    if not articles and not whole:
        raise _without_article(source, found.refused)
    return FileReading(
        [*articles, *chain.from_iterable(reading.articles for reading in whole)],
        format_, found.announced, found.encoding, found.encoding_reason,
        [*_problems(source, found.warnings), *chain.from_iterable(r.warnings for r in whole)],
        [*found.refused, *chain.from_iterable(reading.refused for reading in whole)],
    )  # fmt: skip


def _without_article(source: Source, refused: Sequence[Problem]) -> ReaderError:
    error = source.refusal("holds no article")
    return ReaderError(str(error), refused) if refused else error


def _problems(source: Source, warnings: Sequence[str]) -> list[Problem]:
    return [Problem(warning, where=str(source.path)) for warning in warnings]


def _names(path: Path, articles: Sequence[FoundArticle]) -> list[str]:
    """What each article is called: as the reader says, else as the file, numbered if need be."""
    name = name_as_text(path.stem)
    if len(articles) == 1:
        return [articles[0].name or name]
    width = len(str(len(articles)))
    return [one.name or f"{name}-{n:0{width}}" for n, one in enumerate(articles, 1)]


def _article(
    source: Source, found: FoundArticle, *, name: str, format_: str, encoding: str
) -> Article:
    written = _with_kinds_of_paragraphs(found, source.options.segmentation)
    found = segmented(written, source.options)
    text, cuts = found.text, found.cuts
    if not cuts:
        raise source.refusal("is empty: it holds nothing but white space")
    if len(cuts) > MAX_PARAGRAPHS:
        raise source.refusal(
            f"has {len(cuts):,} paragraphs; an article may have {MAX_PARAGRAPHS:,}"
        )
    _refuse_unstorable(source, (text, name, *found.fields, *found.fields.values()))
    proposals = _proposals(found)
    encoded, file_hash = text.encode(), source.once(_hash)
    text_hash = file_hash if encoded == source.content else content_hash(encoded)
    told = {**_told_by_paragraphs(written, found, proposals), **found.fields}
    kept = {key: value for key, value in found.fields.items() if key not in fields.COLUMNS}
    kept |= _treatment(source, joined=text != written.text)
    return Article(
        id=_article_id(text_hash, cuts),
        name=name,
        text=text,
        paragraphs=_paragraphs(cuts, proposals),
        title=told.get(fields.TITLE) or name,
        author=told.get(fields.AUTHOR, ""),
        source=told.get(fields.SOURCE, ""),
        date=told.get(fields.DATE, ""),
        url=told.get(fields.URL, ""),
        sha256=file_hash,
        encoding=encoding,
        metadata={**kept, fields.FORMAT: format_},
    )


def _paragraphs(cuts: Sequence[Cut], proposals: Sequence[Proposal]) -> tuple[Paragraph, ...]:
    starts, ends = zip(*cuts, strict=True)
    kinds, reasons = zip(*proposals, strict=True)
    return tuple(map(Paragraph, count(1), starts, ends, kinds, reasons))


def _with_kinds_of_paragraphs(found: FoundArticle, unit: Segmentation) -> FoundArticle:
    """Kinds for what is to be cut into sentences: a sentence is of the kind of its paragraph."""
    if unit is not Segmentation.SENTENCE or not found.cuts:
        return found
    kinds = (
        kind._replace(reason=_NUMBERED.sub("another paragraph", kind.reason))
        for kind in _proposals(found)
    )
    return replace(found, stated=dict(enumerate(kinds)))


def _told_by_paragraphs(
    written: FoundArticle, found: FoundArticle, proposals: Sequence[Proposal]
) -> dict[str, str]:
    """Title, author and date; of an article that is one unit, from the paragraphs it was."""
    if len(found.cuts) == 1 < len(written.cuts):
        return _found_fields(written.text, written.cuts, _proposals(written))
    return _found_fields(found.text, found.cuts, proposals)


def _treatment(source: Source, *, joined: bool) -> dict[str, str]:
    segmentation = source.options.segmentation
    as_it_stands = segmentation is Segmentation.PARAGRAPH
    return ({} if as_it_stands else {fields.SEGMENTATION: str(segmentation)}) | (
        {fields.LINES: fields.JOINED} if joined else {}
    )


def _refuse_unstorable(source: Source, told: Iterable[str]) -> None:
    """What a format's own escapes may make of a damaged file: no study can keep it."""
    for text in told:
        if "\0" in text:
            raise source.refusal("is damaged: it contains a NUL character")
        try:
            text.isascii() or text.encode()
        except UnicodeEncodeError as error:
            raise source.refusal("is damaged: it contains half a surrogate pair") from error


def _hash(source: Source) -> str:
    return content_hash(source.content)


def _proposals(found: FoundArticle) -> list[Proposal]:
    """A kind for each paragraph: as the format states it, else as the text looks."""
    if not found.stated:
        return propose(found.text, found.cuts)
    stated = found.stated
    seen = [i for i in range(len(found.cuts)) if i not in stated or stated[i].kind in _ABOVE_BODY]
    proposed = dict(zip(seen, propose(found.text, [found.cuts[i] for i in seen]), strict=True))
    if any(proposal.kind is Kind.STANDFIRST for proposal in stated.values()):
        # A format that sets a standfirst apart has set apart all of it.
        proposed = {i: _no_standfirst(proposal) for i, proposal in proposed.items()}
    return [stated.get(i) or proposed[i] for i in range(len(found.cuts))]


def _no_standfirst(proposal: Proposal) -> Proposal:
    return BODY if proposal.kind is Kind.STANDFIRST else proposal


def article_id(text: str, cuts: Sequence[Cut]) -> str:
    """16 hexadecimal digits made of text and segmentation: the same article has the same id."""
    return _article_id(content_hash(text.encode()), cuts)


def _article_id(text_hash: str, cuts: Sequence[Cut]) -> str:
    segmentation = ",".join(map(str, chain.from_iterable(cuts)))
    return content_hash(f"{_ID_VERSION}\n{text_hash}\n{segmentation}".encode())[:_ID_LENGTH]


def _found_fields(text: str, cuts: Sequence[Cut], proposals: Sequence[Proposal]) -> dict[str, str]:
    """Title, author and date, each from the first block that gives it for certain."""
    found: dict[str, str] = {}
    for (start, end), proposal in zip(cuts, proposals, strict=True):
        if proposal.kind is Kind.BODY:
            break
        block = text[start:end]
        if proposal.kind is Kind.HEADLINE:
            found.setdefault(fields.TITLE, " ".join(block.strip("# \t\n*_=").split()))
        elif proposal.kind is Kind.BYLINE:
            _read_byline(block, found)
    return found


def _read_byline(block: str, found: dict[str, str]) -> None:
    author = "" if "author" in found else author_of(block)
    if author:
        found["author"] = author
    if "date" not in found and not block.lstrip(DECORATION).lower().startswith(_UPDATED):
        date = date_in(block) if _YEAR.search(block) else ""
        if date:
            found["date"] = date
