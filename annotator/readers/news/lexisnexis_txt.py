"""LexisNexis exports as plain text (before Nexis Uni), in English, German, French and others.

A cover page, then documents that a centred counter begins ("1 of 10 DOCUMENTS"): newspaper, date,
edition (centred), headline, lines with a label in capitals, the text cut at 78 characters, more
labels, the copyright (centred). Structure: research/formats.md, LexisNexisTools, AmCAT.
"""

from __future__ import annotations

from annotator.model.problem import Problem
from annotator.readers import source as view
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.lexisnexis_counters import Counter, announced, counter, missing
from annotator.readers.news.lexisnexis_lines import is_labelled, parts_of
from annotator.readers.news.nexis_item import item_of
from annotator.readers.source import Source

NAME = "lexisnexis-txt"
TITLE = "LexisNexis (plain text)"
ENDINGS: tuple[str, ...] = (".txt",)

_IN_COUNTERS = ("DOCUMENT", "Document", "Dokument", "DOKUMENT")
"""What every counter has one of: to look for words is quick, and most texts have none."""


def sniff(source: Source) -> bool:
    """Whether lines count documents as LexisNexis does and others begin with its labels."""
    decoded = source.or_none(view.text)
    if decoded is None or not source.once(view.mentions_documents):
        return False
    if not any(word in decoded.text for word in _IN_COUNTERS):
        return False
    lines = decoded.text.split("\n")
    return any(map(counter, lines)) and any(map(is_labelled, lines))


def read(source: Source) -> Found:
    """The articles; those that are nothing but a picture are named in `refused`."""
    decoded = source.once(view.text)
    lines = decoded.text.split("\n")
    starts = [(at, found) for at, line in enumerate(lines) if (found := counter(line))]
    if not starts:
        raise source.refusal("is a LexisNexis file without an article")
    ends = [at for at, _ in starts[1:]] + [len(lines)]
    articles: list[FoundArticle] = []
    refused: list[Problem] = []
    for (start, number), end in zip(starts, ends, strict=True):
        article = item_of(parts_of(lines[start + 1 : end]))
        if article.has_text:
            articles.append(article)
        else:
            refused.append(_refusal(source, start, number, article))
    if not articles:
        raise source.refusal("is a LexisNexis file without an article: no document in it has text")
    counters = [number for _, number in starts]
    cover = lines[: starts[0][0]]
    return Found(
        articles, announced(cover, counters), missing(cover, counters), refused,
        encoding=decoded.encoding, encoding_reason=decoded.reason,
    )  # fmt: skip


def _refusal(source: Source, start: int, number: Counter, article: FoundArticle) -> Problem:
    title = article.fields.get("title", "")
    which = f"document {number.number:,} of {number.total:,}" + (f', "{title}",' if title else "")
    return Problem(f"{which} has no text", where=str(source.path), line=start + 1)
