"""The real study beside the checkout, cut at its blank lines as its README says."""

from pathlib import Path

from annotator.model.article import Article, Paragraph
from annotator.study import Study
from tests.shared import SHARED

CODEBOOK = Path(__file__).resolve().parents[2] / "codebooks" / "hanoi.yaml"


def real_study(path: Path) -> Path:
    """A study with the two op-eds and nothing coded."""
    with Study.create(path, CODEBOOK.read_text(encoding="utf-8")) as study:
        study.add_articles(map(_article, sorted((SHARED / "study" / "articles").glob("*.txt"))))
    return path


def _article(path: Path) -> Article:
    text = path.read_text(encoding="utf-8").rstrip("\n")
    cut, start = [], 0
    for number, block in enumerate(text.split("\n\n"), start=1):
        cut.append(Paragraph(number, start, start + len(block)))
        start += len(block) + 2
    return Article(path.stem, path.stem, text, tuple(cut))
