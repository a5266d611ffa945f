"""Units of an article in the order in which a coder meets them."""

import pytest

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.codebook import Code, Codebook, Level, Measurement, Variable
from annotator.model.units import split_place, units_of

ARTICLE = Article(
    "a", "a", "H\nT\nAd", (Paragraph(1, 0, 1), Paragraph(2, 2, 3), Paragraph(3, 4, 6, Kind.CAPTION))
)


def codebook(*variables: Variable) -> Codebook:
    return Codebook("c", "C", "1", "en", variables)


def test_only_codable_paragraphs_are_met() -> None:
    assert units_of(codebook(), ARTICLE) == (1, 2)


def test_all_are_met_where_the_kind_is_asked_and_the_article_comes_last() -> None:
    kind = Variable("k", Level.PARAGRAPH, "K", Measurement.NOMINAL, prefill="kind")
    tone = Variable("t", Level.ARTICLE, "T", Measurement.NOMINAL, codes=(Code("a", "A", "a"),))
    assert units_of(codebook(kind, tone), ARTICLE) == (1, 2, 3, 0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", ("3", None)),
        (" 3 12 ", ("3", 12)),
        ("3:12", ("3", 12)),
        ("jt_bosack", ("jt_bosack", None)),
        ("jt bosack 7", ("jt bosack", 7)),
        ("a: b", ("a: b", None)),
        ("", ("", None)),
    ],
)
def test_a_place_is_named_by_article_and_paragraph(
    typed: str, meant: tuple[str, int | None]
) -> None:
    assert split_place(typed) == meant
