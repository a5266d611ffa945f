"""Everybody's work, as exports, reports and statistics read it; and codings made elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model import facts
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.model.event import Draft
from annotator.model.team import Purpose
from annotator.store import before, history, rows, team, timeline
from annotator.store.history import HistoryRow
from annotator.study.texts import Texts

if TYPE_CHECKING:
    from annotator.exporters.job import Source
    from annotator.reports.pace import CoderPace
    from annotator.reports.reliability import Reliability


class Everybody(Texts):
    """A study as its lead sees it."""

    def coders(self) -> list[str]:
        """Everybody who ever wrote to the study."""
        return rows.coders(self._database)

    def rounds(self) -> list[str]:
        """Every round that anything was coded in."""
        return rows.rounds(self._database)

    def rounds_without_figures(self) -> frozenset[str]:
        """Rounds whose units never enter the figures of agreement: training, or as was said."""
        described = team.rounds(self._database)
        return frozenset(r.name for r in described if not r.counts or r.purpose is Purpose.TRAINING)

    def codings(
        self,
        *,
        coders: Sequence[str] | None = None,
        round: str | None = None,
        variables: Sequence[str] | None = None,
        articles: Sequence[str] | None = None,
    ) -> Iterator[CodingRow]:
        """Codings of all coders, by article, paragraph, coder, round, statement, variable."""
        return rows.codings(
            self._database, coders=coders, round=round, variables=variables, articles=articles
        )

    def units(
        self,
        *,
        coders: Sequence[str] | None = None,
        round: str | None = None,
        articles: Sequence[str] | None = None,
    ) -> Iterator[UnitRow]:
        """Units that coders finished, flagged or wrote a memo on, in the order of codings."""
        return rows.units(self._database, coders=coders, round=round, articles=articles)

    def statements(
        self,
        *,
        coders: Sequence[str] | None = None,
        round: str | None = None,
        articles: Sequence[str] | None = None,
    ) -> Iterator[StatementRow]:
        """Statements of all coders, in the order of codings."""
        return rows.statements(self._database, coders=coders, round=round, articles=articles)

    def source(
        self,
        *,
        coders: Sequence[str] | None = None,
        round: str | None = None,
        variables: Sequence[str] | None = None,
    ) -> Source:
        """Everything in the study as exports read it; nothing is known of its file."""
        from annotator.exporters.job import Source

        return Source(
            self.codebook,
            self.articles,
            lambda: self.codings(coders=coders, round=round, variables=variables),
            lambda: self.units(coders=coders, round=round),
            lambda: self.statements(coders=coders, round=round),
            lambda: team.decisions(self._database, round),
            after_discussion=self.after_discussion,
        )

    def reliability(
        self,
        *,
        variables: Collection[str] = (),
        coders: Sequence[str] | None = None,
        pairs: Sequence[tuple[str, ...]] | None = None,
        all_paragraphs: bool = False,
        round: str | None = None,
        watch: Callable[[Iterator[CodingRow]], Iterable[CodingRow]] = iter,
    ) -> Reliability:
        """How far the coders agree in a round (None: this one); see `reports.reliability`.

        Of units on which a coder has seen others' codings, what they had said before counts.
        `watch` is handed the codings on their way, to show progress.
        """
        from annotator.reports.reliability import reliability

        alone = self.before_discussion(coders=coders, round=round or self.round)
        found = reliability(
            self.codebook,
            self.kinds(),
            watch(alone.codings()),
            alone.units(),
            alone.statements(),
            variables=variables,
            pairs=pairs,
            all_paragraphs=all_paragraphs,
        )
        return replace(found, remarks=(*found.remarks, *alone.remarks()))

    def intra_reliability(
        self,
        coder: str,
        rounds: Sequence[str],
        *,
        variables: Collection[str] = (),
        pairs: Sequence[tuple[str, ...]] | None = None,
        all_paragraphs: bool = False,
        watch: Callable[[Iterator[CodingRow]], Iterable[CodingRow]] = iter,
    ) -> Reliability:
        """How far one coder agrees with themselves: two rounds in the place of two coders.

        Only units that they finished in both rounds count.
        """
        from annotator.reports.intra import over_rounds
        from annotator.reports.reliability import reliability

        alone = [self.before_discussion(coders=[coder], round=round_) for round_ in rounds]
        both = over_rounds(alone)
        return reliability(
            self.codebook, self.kinds(), watch(both.codings()), both.units(), both.statements(),
            variables=variables, pairs=pairs, all_paragraphs=all_paragraphs,
        )  # fmt: skip

    def before_discussion(
        self, *, coders: Sequence[str] | None = None, round: str | None = None
    ) -> before.Before:
        """Everybody's work in a round as it was before they saw that of others."""
        return before.before(self._database, coders=coders, round=round)

    def after_discussion(self) -> Mapping[tuple[str, int, str, str], Collection[tuple[str, str]]]:
        """Answers (statement, variable) given after their coder saw others' codings of the unit.

        By article, paragraph, coder and round.
        """
        return before.after_discussion(self._database)

    def paces(self, *, coder: str | None = None, idle: float) -> Iterator[CoderPace]:
        """How fast coders work, by coder and round; `idle` seconds and more were no coding."""
        from annotator.reports.pace import paces

        words: dict[tuple[str, int], int] = {}
        for article in self.articles():
            counts = [len(article.text[p.start : p.end].split()) for p in article.paragraphs]
            words[article.id, 0] = sum(counts)
            words |= {(article.id, number): n for number, n in enumerate(counts, start=1)}
        return paces(timeline.marks(self._database, coder), words, idle=idle)

    def add_codings(self, drafts: Iterable[Draft], *, source: str = "") -> None:
        """Write codings made elsewhere: one action, everything or nothing."""
        with self.action():
            self._state(facts.imported(source))
            self._append(drafts)

    def history(self, *, coder: str | None = None, limit: int = 50) -> list[HistoryRow]:
        """The newest actions, of one coder or of all."""
        return list(history.history(self._database, coder=coder, limit=limit))
