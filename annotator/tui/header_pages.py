"""Headers of a coder's articles, read from the study a page at a time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.model.article import ArticleHeader

if TYPE_CHECKING:
    from annotator.study import Study

_PAGE = 100
_PAGES_KEPT = 8


class HeaderPages:
    """A sequence of headers of which only the pages that are looked at are read."""

    def __init__(self, study: Study) -> None:
        self._count = study.n_own_articles()
        # Bound to this object: a study opened later must not be shown old pages.
        self._page = lru_cache(_PAGES_KEPT)(lambda page: study.own_headers(page * _PAGE + 1, _PAGE))

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> ArticleHeader:
        page, line = divmod(index, _PAGE)
        return self._page(page)[line]
