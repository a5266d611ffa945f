"""The one article that a person means by a name, a title or an id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.model.article import ArticleHeader
    from annotator.study import Study

_SUGGESTED = 3


def article_named(study: Study, article: str) -> str:
    """Its id; `UsageError` with what is near where none, or more than one, is called so."""
    found = study.find_article(article) or study.find_article(normalize("NFC", article))
    if found is None:
        raise _which(study.headers(), article)
    return found


def _which(headers: Sequence[ArticleHeader], typed: str) -> UsageError:
    """What to say where no article, or more than one, is called so."""
    same = [header.id for header in headers if typed in (header.name, header.title)]
    if same:
        message = f'{len(same)} articles are called "{typed}".'
        return UsageError(message, hint=f"Give the id instead: {', '.join(same[:_SUGGESTED])}")
    wanted = typed.casefold()
    near = [h.name for h in headers if wanted in h.name.casefold() or wanted in h.title.casefold()]
    hint = "An article is called like its file, without the ending."
    if near:
        hint = f"Did you mean {', '.join(near[:_SUGGESTED])}?"
    return UsageError(f'No article is called "{typed}".', hint=hint)
