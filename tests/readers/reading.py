"""What the tests of formats ask of a reader: bytes in, what it made of them out."""

from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.model.article import Article, Kind
from annotator.readers import FileReading, Options, read_source
from annotator.readers.source import Source


def reading(content: bytes, name: str = "a.html", options: Options | None = None) -> FileReading:
    return read_source(Source(Path(name), content, options or Options()))


def refusal(content: bytes, name: str = "a.html", options: Options | None = None) -> str:
    with pytest.raises(ReaderError) as caught:
        reading(content, name, options)
    return str(caught.value.problems[0])


def texts(article: Article) -> list[str]:
    return [article.text[one.start : one.end] for one in article.paragraphs]


def of_kind(article: Article, kind: Kind) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind is kind]


def body(article: Article) -> list[str]:
    """The paragraphs below headline and standfirst, whatever kind was proposed for them."""
    return [text for text, p in zip(texts(article), article.paragraphs, strict=True)
            if not p.reason.startswith(("the file", "the page"))]  # fmt: skip


def warnings(read: FileReading) -> list[str]:
    return [problem.message for problem in read.warnings]


def refused(read: FileReading) -> list[str]:
    return [problem.message for problem in read.refused]
