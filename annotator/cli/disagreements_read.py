"""The disagreements of a study's round, with their texts, costs and decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from annotator.cli.context import progress
from annotator.model.article import Article
from annotator.reports.costs import costs
from annotator.reports.dispute_list import Listed
from annotator.reports.disputes import (
    Comparing,
    Dispute,
    costly_first,
    decided_parts,
    shared_units,
)
from annotator.study import Study

_ARTICLES_KEPT = 200


def listed(
    study: Study, variables: Collection[str], *, only_open: bool, by_cost: bool
) -> list[Listed]:
    """Those about these variables (none named: all), in the order of the articles or by cost."""
    decisions = decided_parts(study.decisions(round=study.round))
    found = [
        dispute
        for dispute in _disputes(study)
        if dispute.is_about(variables) and not (only_open and dispute.part in decisions)
    ]
    cost = costs(study.reliability()) if found else {}
    article = lru_cache(_ARTICLES_KEPT)(study.article)
    return [
        Listed(
            study.round,
            dispute,
            article(dispute.article).name,
            _text(article(dispute.article), dispute.paragraph),
            cost.get(dispute.part),
            decisions.get(dispute.part, ()),
        )
        for dispute in (costly_first(found, cost) if by_cost else found)
    ]


def _disputes(study: Study) -> Iterator[Dispute]:
    comparing = Comparing(study.codebook)
    codings = progress(study.codings(round=study.round), "Comparing codings")
    units, statements = study.units(round=study.round), study.statements(round=study.round)
    for unit in shared_units(study.article_ids(), codings, units, statements):
        yield from comparing.disputes(unit)


def _text(article: Article, paragraph: int) -> str:
    """The text of a paragraph; of an article as a whole its title."""
    if not paragraph:
        return article.title or article.name
    found = article.paragraph(paragraph)
    return article.text[found.start : found.end]
