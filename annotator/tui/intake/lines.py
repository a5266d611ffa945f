"""What the preview shows of candidates, as content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textual.content import Content

from annotator.model.article import Article, Kind, Paragraph
from annotator.tui.intake.candidate import FIELDS, Candidate
from annotator.tui.safe import content

_SOURCE_WIDTH = 14
_KIND_WIDTH = 12


def candidate_line(candidate: Candidate, number: int, digits: int) -> Content:
    """`[x]  3  Title   Source, 2019-03-01   842 words  12 paragraphs  !`."""
    article = candidate.article
    box = "[x]" if candidate.accepted else "[ ]"
    mark = Content.styled(" ! ", "bold") if candidate.doubtful else Content("   ")
    source = content(article.source).truncate(_SOURCE_WIDTH, ellipsis=True, pad=True)
    size = f"{candidate.n_words:>6,} words {len(article.paragraphs):>3} ¶"
    line = Content.styled(f"{box} {number:>{digits}}", "bold") + mark
    line += content(f"{article.date:<10} ") + source + content(f"{size}  ", "dim")
    line += content(article.title)
    return line if candidate.accepted else line.stylize("dim strike")


def about(candidate: Candidate) -> Iterator[Content]:
    """The metadata, the kinds of its paragraphs, and what to look at."""
    article = candidate.article
    for field in FIELDS:
        yield _field(field, getattr(article, field) or "(none)")
    others = "   ".join(f"{name}: {value}" for name, value in sorted(article.metadata.items()))
    if others:
        yield _field("also", others)
    yield _field("file", f"{candidate.file}  ({candidate.format})")
    kinds = Counter(str(paragraph.kind) for paragraph in article.paragraphs)
    counted = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    yield _field("paragraphs", counted)
    for remark in candidate.remarks:
        yield content(f"· {remark}")


def paragraph_line(article: Article, paragraph: Paragraph) -> Content:
    """` 3  caption       The beginning of its text`."""
    excerpt = " ".join(article.text[paragraph.start : paragraph.end][:400].split())
    number = Content.styled(f"{paragraph.number:>3}  ", "bold")
    kind = content(
        f"{paragraph.kind:<{_KIND_WIDTH}} ", "" if paragraph.kind is Kind.BODY else "bold"
    )
    return number + kind + content(excerpt)


def paragraph_text(article: Article, number: int) -> Content:
    """The whole paragraph below what it is and why."""
    paragraph = article.paragraph(number)
    reason = content(f"{paragraph.kind}: {paragraph.reason}", "bold")
    return reason + "\n" + content(" ".join(article.paragraph_text(number).split()))


def _field(name: str, value: str) -> Content:
    return Content.styled(f"{name:<11} ", "dim") + content(value)
