"""Reading a file that a test holds as bytes."""

from pathlib import Path

from annotator.model.article import Article, Kind
from annotator.readers import FileReading, Options, read_source
from annotator.readers.source import Source


def reading(name: str, content: bytes, options: Options | None = None) -> FileReading:
    return read_source(Source(Path(name), content, options or Options()))


def paragraphs(article: Article) -> list[str]:
    """The paragraphs that no heading is."""
    return [article.text[one.start : one.end] for one in article.paragraphs]


def body(article: Article) -> list[str]:
    """The paragraphs below title and standfirst."""
    return [
        article.text[one.start : one.end]
        for one in article.paragraphs
        if "the file" not in one.reason or one.kind not in {Kind.HEADLINE, Kind.STANDFIRST}
    ]
