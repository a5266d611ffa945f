"""What becomes a paragraph: as the file sets them apart, each line, each sentence, or the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from annotator.readers.found import FoundArticle
from annotator.readers.join_lines import joined
from annotator.readers.kinds.shape import Proposal
from annotator.readers.options import Options, Segmentation
from annotator.readers.paragraphs import Cut, lines
from annotator.readers.sentences import sentences


def segmented(found: FoundArticle, options: Options) -> FoundArticle:
    """The article, cut as asked.

    Lines and sentences have the kind stated for the paragraph they are cut from; the whole article
    as one unit is body.
    """
    match options.segmentation:
        case Segmentation.LINE:
            return _recut(found, lines)
        case Segmentation.ARTICLE:
            return _whole(joined(found, options.join_lines))
        case Segmentation.SENTENCE:
            return _recut(joined(found, options.join_lines), sentences)
        case Segmentation.PARAGRAPH:
            return joined(found, options.join_lines)


def _whole(found: FoundArticle) -> FoundArticle:
    whole = [(found.cuts[0][0], found.cuts[-1][1])] if found.cuts else []
    return replace(found, cuts=whole, stated={})


def _recut(found: FoundArticle, parts_of: Callable[[str, Cut], list[Cut]]) -> FoundArticle:
    cuts: list[Cut] = []
    stated: dict[int, Proposal] = {}
    for index, cut in enumerate(found.cuts):
        for part in parts_of(found.text, cut):
            if index in found.stated:
                stated[len(cuts)] = found.stated[index]
            cuts.append(part)
    return replace(found, cuts=cuts, stated=stated)
