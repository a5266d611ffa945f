"""Metadata that the person gives with the files: a pattern of file names, a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from annotator.model.article import Article
from annotator.model.problem import Problem
from annotator.readers import FileReading
from annotator.readers.filename_pattern import FilenamePattern
from annotator.readers.metadata import MetadataTable, overridden


class Supplied:
    """What is known of articles besides what their files say; the table overrides the name."""

    def __init__(self, pattern: str | None, table: Path | None) -> None:
        self._text = pattern or ""
        self._pattern = FilenamePattern(pattern) if pattern else None
        self._table = MetadataTable.of_file(table) if table else None
        self._unmatched: list[Problem] = []

    def given_to(self, path: Path, reading: FileReading) -> FileReading:
        """The reading, its articles with the metadata that was given for them."""
        if not self._pattern and not self._table:
            return reading
        articles = [
            overridden(article, {**self._of_name(path, article), **self._of_row(path, article)})
            for article in reading.articles
        ]
        return replace(reading, articles=articles)

    def problems(self) -> list[Problem]:
        """Names that do not match, rows that are faulty or about nothing; after all were given."""
        table = self._table
        return [
            *self._unmatched,
            *(table.warnings if table else ()),
            *(table.unused() if table else ()),
        ]

    def _of_name(self, path: Path, article: Article) -> Mapping[str, str]:
        """What the file's name tells; of a file in an archive, the article's own."""
        if not self._pattern:
            return {}
        whole = PurePath(path.absolute())
        found = self._pattern.fields(whole) or self._pattern.fields(PurePath(article.name))
        if found is None:
            message = f'the name of {article.name} does not match "{self._text}"'
            self._unmatched.append(Problem(message, str(path)))
        return found or {}

    def _of_row(self, path: Path, article: Article) -> Mapping[str, str]:
        return self._table.fields(path, article) if self._table else {}
