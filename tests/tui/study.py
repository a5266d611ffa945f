"""A study on the codebook of the worked example, for tests that code."""

from pathlib import Path

from annotator.model.article import Article, Kind, Paragraph
from annotator.study import Study
from tests.tui.keyboard import CODEBOOKS

HOSTILE = (
    "Mr. Kim [sic] said [/ and [@click=app.quit]leave[/] [b +\x1b]52;c;ZXZpbA==\x1b\\ "
    "\x1b[2J \x9b31m \x9d0;x\x9c \u202eevil\u2066 zero\u200bwidth\ufeff nul\0 end"
)
WIDE = "북한과 미국은 하노이에서 合意に至らなかった 🇰🇵🤝🏽 end. " * 8


def long_paragraph(words: int = 5000) -> str:
    """A paragraph of that many words, each of which tells its number."""
    return " ".join(f"word{number}" for number in range(1, words + 1))


TEXTS = (
    (Kind.BYLINE, "By Our Own Staff"),
    (Kind.HEADLINE, "After the summit, what now?"),
    (Kind.BODY, "Beijing and Moscow both want sanctions eased. Washington holds the line."),
    (Kind.BODY, HOSTILE),
    (Kind.BODY, WIDE),
    (Kind.BODY, long_paragraph()),
)


def make_article(name: str, texts: tuple[tuple[Kind, str], ...] = TEXTS) -> Article:
    """An article of these paragraphs."""
    cut, start = [], 0
    for number, (kind, text) in enumerate(texts, 1):
        cut.append(Paragraph(number, start, start + len(text), kind))
        start += len(text) + 2
    whole = "\n\n".join(text for _, text in texts)
    return Article(f"id-{name}", name, whole, tuple(cut), title=f"The title of {name} [sic]")


def make_study(path: Path, *articles: Article, codebook: str = "hanoi.yaml") -> Path:
    """Write a study to `path`: two articles unless others are given."""
    source = (CODEBOOKS / codebook).read_text("utf-8")
    with Study.create(path, source, name=codebook) as study:
        study.add_articles(articles or (make_article("first"), make_article("second")))
    return path
