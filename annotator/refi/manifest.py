"""What a project of ours says of itself, so that it can be read back whole.

REFI-QDA knows no rounds, no paragraphs, no ids of codes. A note of the project, which other
programs keep or ignore, holds them as JSON: the codebook as plain data, who each user is, and how
each article is cut.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.entries.plain import Plain
from annotator.model.article import Article, Kind, Paragraph
from annotator.refi.guids import guid
from annotator.refi.names import MANIFEST, MANIFEST_FORM

MANIFEST_GUID = guid("manifest")
_TEXTS = ("id", "name", "title", "author", "source", "date", "url", "sha256", "encoding")


class NoManifest(ValueError):
    """The text is no manifest that this version can read."""


@dataclass(slots=True)
class Manifest:
    """Codebook, users (coder and round) and articles by GUID.

    In place of its text an article holds the content hash of it: other programs may change texts.
    """

    codebook: Plain
    users: dict[str, tuple[str, str]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)

    def to_json(self) -> str:
        """ASCII, so that no program on the way can break it."""
        told = {
            MANIFEST: MANIFEST_FORM,
            "codebook": self.codebook,
            "users": self.users,
            "articles": {key: _plain(article) for key, article in self.articles.items()},
        }
        return json.dumps(told)

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """The manifest that `to_json` wrote. Raises NoManifest for anything else."""
        try:
            told = json.loads(text)
            if told[MANIFEST] != MANIFEST_FORM or not isinstance(told["codebook"], dict):
                raise NoManifest("another form")
            users = {str(key): (str(coder), str(round_))
                     for key, (coder, round_) in told["users"].items()}  # fmt: skip
            articles = {str(key): _article(one) for key, one in told["articles"].items()}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise NoManifest(str(error)) from error
        return cls(told["codebook"], users, articles)


def _plain(article: Article) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(article, name) for name in _TEXTS}
    found["text_sha256"] = article.text
    found["metadata"] = dict(article.metadata)
    found["paragraphs"] = [[p.start, p.end, str(p.kind), p.reason] for p in article.paragraphs]
    return found


def _article(plain: Mapping[str, Any]) -> Article:
    paragraphs = tuple(
        Paragraph(number, int(start), int(end), Kind(kind), str(reason))
        for number, (start, end, kind, reason) in enumerate(plain["paragraphs"], start=1)
    )
    texts = {name: str(plain[name]) for name in _TEXTS}
    metadata = {str(name): str(value) for name, value in plain["metadata"].items()}
    text = str(plain["text_sha256"])
    return Article(text=text, paragraphs=paragraphs, metadata=metadata, **texts)
