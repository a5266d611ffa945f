"""Spans of text that coders marked with codes, and which coder finished which article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.spans.coincidences import Coincidences, coincidences
from annotator.agreement.spans.continuum import Continuum, concatenated, distinct


class Span(NamedTuple):
    """A stretch of an article that a coder marked with a code: from `start` up to before `end`."""

    coder: str
    article: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, eq=False)
class SpanData:
    """Marked spans as one integer per field, with the names that the integers stand for.

    `lengths` are in characters, in the order in which the articles are laid end to end.
    `finished` says which articles each coder finished: one without spans there found nothing.
    """

    columns: NDArray[np.int64]
    labels: tuple[str, ...]
    lengths: Mapping[str, int]
    finished: Mapping[str, frozenset[str]]

    @classmethod
    def of(
        cls,
        spans: Iterable[Span | tuple[str, str, int, int, str]],
        lengths: Mapping[str, int],
        finished: Mapping[str, Collection[str]],
    ) -> SpanData:
        """From (coder, article, start, end, label); offsets count characters of the article from 0.

        The same span with the same label twice by one coder is one span. Raises ValueError, naming
        the span, where one is empty, does not lie in its article, or has an unknown coder or
        article.
        """
        who = {coder: number for number, coder in enumerate(finished)}
        where = {article: number for number, article in enumerate(lengths)}
        met: dict[str, int] = {}
        rows = []
        for number, (coder, article, start, end, label) in enumerate(spans, 1):
            if coder not in who or article not in where or not 0 <= start < end <= lengths[article]:
                span = Span(coder, article, start, end, label)
                raise ValueError(f"span {number}: {_why_refused(span, finished, lengths)}")
            rows.append((who[coder], where[article], start, end, met.setdefault(label, len(met))))
        labels = sorted(met, key=str)
        columns = np.array(rows, np.int64).reshape(-1, 5)
        columns[:, 4] = np.argsort([met[label] for label in labels])[columns[:, 4]]
        done = {coder: frozenset(articles) for coder, articles in finished.items()}
        return cls(distinct(columns), tuple(labels), dict(lengths), done)

    @property
    def coders(self) -> tuple[str, ...]:
        """The coders who finished at least one article."""
        return tuple(coder for coder, articles in self.finished.items() if articles)

    @cached_property
    def continuum(self) -> Continuum:
        """The articles that all coders finished, end to end."""
        return self.between(*self.coders)

    @cached_property
    def coincidences(self) -> Coincidences:
        """Where segments of different coders meet. Only for spans that do not overlap."""
        return coincidences(self.continuum)

    def between(self, *coders: str) -> Continuum:
        """The articles that all these coders finished, end to end, with their spans."""
        shared = [a for a in self.lengths if coders and all(a in self.finished[c] for c in coders)]
        who = {coder: number for number, coder in enumerate(self.finished)}
        where = {article: number for number, article in enumerate(self.lengths)}
        return concatenated(
            self.columns,
            coders={who[coder]: coder for coder in coders},
            articles={where[article]: (article, self.lengths[article]) for article in shared},
            labels=self.labels,
        )

    def with_label(self, label: str) -> SpanData:
        """The spans of one code alone; everything else is then unmarked text."""
        kept = self.columns[:, 4] == (self.labels.index(label) if label in self.labels else -1)
        return replace(self, columns=self.columns[kept])


def _why_refused(
    span: Span, finished: Mapping[str, Collection[str]], lengths: Mapping[str, int]
) -> str:
    where = f"{span.start}-{span.end} “{span.label}” by {span.coder} in article {span.article}"
    if span.coder not in finished:
        return f"{where}: it is not said what this coder finished"
    if span.article not in lengths:
        return f"{where}: the length of this article is not given"
    if span.start >= span.end:
        return f"{where}: it must end after its start"
    return f"{where}: the article has the characters 0 to {lengths[span.article]}"
