"""What a reader finds in a file, before it becomes articles of a study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.article import Article, Kind
from annotator.model.problem import Problem
from annotator.readers.kinds.shape import Proposal
from annotator.readers.paragraphs import WHITE, Cut

BETWEEN_BLOCKS = "\n\n"


class Block(NamedTuple):
    """A paragraph of a format that sets paragraphs apart; `kind` where the format says what it is.

    `reason` completes "is a headline because ..." ("the file calls it the title").
    """

    text: str
    kind: Kind | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article as the file has it.

    `cuts` are its paragraphs, ranges of `text`; `stated` the kinds that the format itself tells, by
    index in `cuts`: all other kinds are proposed from the text. `fields` are metadata under the
    names in `annotator.readers.fields`; others are kept as they are called. `name` is "" where the
    file's name is good enough. `lines_may_wrap`: line ends within a paragraph may be those of a
    typewriter's fixed width, and not the author's.
    """

    text: str
    cuts: Sequence[Cut]
    fields: Mapping[str, str] = field(default_factory=dict)
    stated: Mapping[int, Proposal] = field(default_factory=dict)
    name: str = ""
    lines_may_wrap: bool = False

    @property
    def has_text(self) -> bool:
        """Whether there is a paragraph beside those that the format states, such as the title."""
        return len(self.cuts) > len(self.stated)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything a reader found in one file.

    `announced` is how many articles the file says it has; None where it says nothing. `refused`
    names what could not be read while the rest could, `warnings` what a person should look at.
    `nested` are articles of files inside this one (an archive), made by their own readers.
    `encoding` is that of the text ("" where the format has none of its own), `encoding_reason` how
    it was chosen.
    """

    articles: Sequence[FoundArticle] = ()
    announced: int | None = None
    warnings: Sequence[str] = ()
    refused: Sequence[Problem] = ()
    nested: Sequence[FileReading] = ()
    encoding: str = ""
    encoding_reason: str = ""


@dataclass(frozen=True, slots=True)
class FileReading:
    """The articles of one file, and what is to be said of it; `format` is the reader's name."""

    articles: Sequence[Article]
    format: str
    announced: int | None = None
    encoding: str = ""
    encoding_reason: str = ""
    warnings: Sequence[Problem] = ()
    refused: Sequence[Problem] = ()


def of_blocks(
    blocks: Iterable[Block], fields: Mapping[str, str] | None = None, name: str = ""
) -> FoundArticle:
    """The article made of these paragraphs, an empty line between them; empty ones are left out."""
    parts: list[str] = []
    cuts: list[Cut] = []
    stated: dict[int, Proposal] = {}
    at = 0
    for block in blocks:
        text = block.text.strip(WHITE)
        if not text:
            continue
        if block.kind is not None:
            stated[len(cuts)] = Proposal(block.kind, block.reason)
        cuts.append((at, at + len(text)))
        parts.append(text)
        at += len(text) + len(BETWEEN_BLOCKS)
    return FoundArticle(BETWEEN_BLOCKS.join(parts), cuts, fields or {}, stated, name)
