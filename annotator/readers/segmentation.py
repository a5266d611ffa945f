"""What becomes a paragraph: as the file sets them apart, each line, each sentence, or the whole."""

from __future__ import annotations

from dataclasses import replace

from annotator.readers.found import FoundArticle
from annotator.readers.options import Segmentation
from annotator.readers.paragraphs import Cut, trimmed


def segmented(found: FoundArticle, segmentation: Segmentation) -> FoundArticle:
    """The article, cut as asked. Only the paragraph cut keeps the kinds that the format stated."""
    if segmentation is Segmentation.PARAGRAPH or not found.cuts:
        return found
    if segmentation is Segmentation.ARTICLE:
        return replace(found, cuts=[(found.cuts[0][0], found.cuts[-1][1])], stated={})
    return replace(found, cuts=[line for cut in found.cuts for line in _lines(found.text, cut)])


def _lines(text: str, cut: Cut) -> list[Cut]:
    lines: list[Cut] = []
    at, end = cut
    for line in text[at:end].split("\n"):
        lines += trimmed(text, at, at + len(line))
        at += len(line) + 1
    return lines
