"""From a decoded text and its cuts to an `Article`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from annotator.ids import content_hash
from annotator.model.article import Article, Kind, Paragraph
from annotator.readers.bytesource import refusal
from annotator.readers.encoding import Decoded
from annotator.readers.kinds import propose
from annotator.readers.kinds.dates import date_in
from annotator.readers.kinds.phrases import author_of
from annotator.readers.kinds.shape import DECORATION, Proposal
from annotator.readers.paragraphs import Cut

MAX_PARAGRAPHS = 100_000
"""More are refused: such a file is a table or a log."""

_ID_VERSION = "annotator article 1"
_ID_LENGTH = 16
_YEAR = re.compile(r"\d{4}")
_FIELDS = ("title", "author", "source", "date", "url")
_UPDATED = ("updated", "last updated", "last modified", "modified", "aktualisiert", "mis à jour")


def assemble(
    path: Path,
    content: bytes,
    decoded: Decoded,
    cuts: Sequence[Cut],
    fields: Mapping[str, str] | None = None,
) -> Article:
    """The article that a file holds; `fields` is what its own header says of it, by name."""
    if not cuts:
        raise refusal(path, "is empty: it holds nothing but white space")
    if len(cuts) > MAX_PARAGRAPHS:
        raise refusal(path, f"has {len(cuts):,} paragraphs; an article may have {MAX_PARAGRAPHS:,}")
    text = decoded.text
    proposals = propose(text, cuts)
    file_hash, written = content_hash(content), text.encode()
    text_hash = file_hash if written == content else content_hash(written)
    name = _printable_name(path)
    found = {**_found_fields(text, cuts, proposals), **(fields or {})}
    return Article(
        id=_article_id(text_hash, cuts),
        name=name,
        text=text,
        paragraphs=tuple(
            Paragraph(number, start, end, proposal.kind, proposal.reason)
            for number, ((start, end), proposal) in enumerate(zip(cuts, proposals, strict=True), 1)
        ),
        title=found.get("title") or name,
        author=found.get("author", ""),
        source=found.get("source", ""),
        date=found.get("date", ""),
        url=found.get("url", ""),
        sha256=file_hash,
        encoding=decoded.encoding,
        metadata={key: value for key, value in (fields or {}).items() if key not in _FIELDS},
    )


def article_id(text: str, cuts: Sequence[Cut]) -> str:
    """16 hexadecimal digits made of text and segmentation: the same article has the same id."""
    return _article_id(content_hash(text.encode()), cuts)


def _article_id(text_hash: str, cuts: Sequence[Cut]) -> str:
    segmentation = ",".join(map(str, chain.from_iterable(cuts)))
    return content_hash(f"{_ID_VERSION}\n{text_hash}\n{segmentation}".encode())[:_ID_LENGTH]


def _printable_name(path: Path) -> str:
    # A file name may hold bytes that are no text; Python hands them out as lone surrogates.
    return path.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _found_fields(text: str, cuts: Sequence[Cut], proposals: Sequence[Proposal]) -> dict[str, str]:
    """Title, author and date, each from the first block that gives it for certain."""
    found: dict[str, str] = {}
    for (start, end), proposal in zip(cuts, proposals, strict=True):
        if proposal.kind is Kind.BODY:
            break
        block = text[start:end]
        if proposal.kind is Kind.HEADLINE:
            found.setdefault("title", " ".join(block.strip("# \t\n*_=").split()))
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
