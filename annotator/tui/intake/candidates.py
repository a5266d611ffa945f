"""All candidates, and the changes a person makes to them: pure, undone one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.errors import UsageError
from annotator.model.article import Article, Kind
from annotator.readers import recut
from annotator.readers.dates import iso_date
from annotator.tui.intake.candidate import Candidate

Change = Callable[[Article], Article]


class Candidates(Sequence[Candidate]):
    """The candidates in their order."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._all = list(candidates)
        self._done: list[list[tuple[int, Candidate]]] = []

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, index: int) -> Candidate:  # type: ignore[override]
        return self._all[index]

    @property
    def n_changes(self) -> int:
        """How many changes were made and not taken back."""
        return len(self._done)

    @property
    def accepted(self) -> list[Article]:
        """The articles that are to be stored."""
        return [candidate.article for candidate in self._all if candidate.accepted]

    def toggle(self, index: int) -> None:
        """Leave one out, or take it in again."""
        candidate = self._all[index]
        self._change({index: replace(candidate, accepted=not candidate.accepted)})

    def leave_out_doubtful(self) -> int:
        """Leave out all that are marked as doubtful; returns how many that are."""
        out = {
            index: replace(candidate, accepted=False)
            for index, candidate in enumerate(self._all)
            if candidate.doubtful and candidate.accepted
        }
        self._change(out)
        return len(out)

    def set_fields(
        self, index: int, *, title: str, author: str, source: str, date: str, url: str
    ) -> None:
        """Correct what is known of an article; `UsageError` without a title, or with no date."""
        day = iso_date(date)
        if not title.strip():
            raise UsageError("An article has a title.")
        if date.strip() and not day:
            raise UsageError("Type the date as 2019-03-01, or leave it empty.")
        self._article(
            index,
            lambda article: replace(
                article, title=title.strip(), author=author.strip(), source=source.strip(),
                date=day, url=url.strip(),
            ),
        )  # fmt: skip

    def set_kind(self, index: int, number: int, kind: Kind) -> None:
        """Correct the kind of a paragraph (from 1)."""
        self._article(index, lambda article: recut.of_kind(article, number, kind))

    def join(self, index: int, number: int) -> None:
        """Make a paragraph and the next one one; `UsageError` at the last."""
        self._article(index, lambda article: recut.merged(article, number, number + 1))

    def split(self, index: int, number: int, at: int) -> None:
        """Make two of a paragraph, before its character `at`; `UsageError` where it has no two."""
        self._article(index, lambda article: recut.split(article, number, at))

    def undo(self) -> int | None:
        """Take back the newest change; the index of (the first of) what it changed, or None."""
        if not self._done:
            return None
        for index, before in self._done[-1]:
            self._all[index] = before
        return self._done.pop()[0][0]

    def _article(self, index: int, change: Change) -> None:
        candidate = self._all[index]
        self._change({index: replace(candidate, article=change(candidate.article))})

    def _change(self, new: dict[int, Candidate]) -> None:
        changed = [(index, self._all[index]) for index, c in new.items() if c != self._all[index]]
        if changed:
            self._done.append(changed)
        for index, candidate in new.items():
            self._all[index] = candidate
