"""An article before it is stored."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.article import Article

FIELDS = ("title", "author", "source", "date", "url")
"""What a person may correct, in the order of the screen."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that was read, where it came from, and what to look at.

    `file` is as the user typed it, `format` what the file was taken for; `remarks` are sentences:
    the encoding and why, warnings, likely duplicates. `accepted`: it will be stored.
    """

    article: Article
    file: str = ""
    format: str = ""
    remarks: tuple[str, ...] = ()
    accepted: bool = True
    doubtful: bool = False

    @property
    def n_words(self) -> int:
        """Words in its paragraphs, as white space separates them."""
        article = self.article
        return sum(len(article.text[p.start : p.end].split()) for p in article.paragraphs)
