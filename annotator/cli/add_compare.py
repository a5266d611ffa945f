"""Likely duplicates of what comes in, among itself and in the study.

The study keeps a sketch of each article, so that one text more need not be compared with all words
of ten thousand; what the sketches propose is compared word for word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from annotator.cli.context import progress

if TYPE_CHECKING:
    from annotator.model.article import Article
    from annotator.readers.duplicates import Duplicate, Fingerprint
    from annotator.study import Study


class Comparison:
    """New articles and those of a study (None: there is none).

    `keep` stores in the study what the next comparison needs of those it has.
    """

    def __init__(self, study: Study | None, new: Collection[Article]) -> None:
        self._study, self._new = study, new
        self._sketches: dict[str, str] = {}

    def duplicates(self) -> list[Duplicate]:
        """Which of the new articles are likely the same as another."""
        from annotator.readers.duplicates import duplicates, fingerprint

        known = list(self._known())
        added = [fingerprint(one) for one in progress(self._new, "Comparing", len(self._new))]
        for one in added:
            self._remember(one)
        return duplicates(known, added, self._whole)

    def keep(self) -> None:
        """Keep the sketches that were made; of articles that were left out, none."""
        if self._study and self._sketches:
            there = set(self._study.article_ids())
            made = {name: text for name, text in self._sketches.items() if name in there}
            self._study.keep_sketches(made)

    def _known(self) -> Iterator[Fingerprint]:
        """The sketches of the study's articles; made where none is kept."""
        if self._study is None:
            return
        from annotator.readers.duplicates import Fingerprint, fingerprint
        from annotator.readers.sketches import from_text, sketch

        kept = self._study.sketches()
        ids = self._study.article_ids()
        for name in progress(ids, "Comparing with the study", len(ids)):
            found = from_text(kept.get(name, "-"))
            if found is None:
                whole = fingerprint(self._study.article(name))
                self._remember(whole)
                found = sketch(whole.shingles)
            yield Fingerprint(name, "", found)

    def _remember(self, one: Fingerprint) -> None:
        from annotator.readers.sketches import sketch, to_text

        self._sketches[one.id] = to_text(sketch(one.shingles))

    def _whole(self, article: str) -> Fingerprint:
        from annotator.readers.duplicates import fingerprint

        assert self._study is not None  # noqa: S101 - what is known comes from it
        return fingerprint(self._study.article(article))
