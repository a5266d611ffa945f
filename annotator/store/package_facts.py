"""Facts about a study that its packages hold: as they are, or a stand-in that says less."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from annotator.errors import StudyDamaged
from annotator.model import facts
from annotator.model.article import Kind
from annotator.model.bodies import STANDS_FOR
from annotator.model.event import Draft, EventKind
from annotator.model.masking import mask_article
from annotator.model.team import Assigned, Purpose, Round
from annotator.store import articles, log
from annotator.store.events import load_body
from annotator.store.live import LIVE


class Wanted(NamedTuple):
    """For whom to pack what. `masked` are fields of articles; `articles` None for all."""

    coder: str
    masked: Collection[str] = ()
    articles: Collection[str] | None = None


class _Live(NamedTuple):
    n: int
    id: str
    coder: str
    round: str
    article: str
    paragraph: int
    body: dict[str, Any]


Told = int | Draft  # a row of the study's log, or what stands in for one


def facts_for(
    source: sqlite3.Connection, package: sqlite3.Connection, wanted: Wanted
) -> tuple[list[int], list[Draft]]:
    """Rows of the study that go along, and drafts of events that stand in for others.

    Texts with masked parts are stored in the package on the way.
    """
    told = [
        *_codebooks(source, wanted.coder),
        *_articles(source, package, wanted),
        *_kinds(source, wanted),
        *_rounds(source, wanted.coder),
        *_coder(source, wanted.coder),
        *_assignments(source, wanted),
    ]
    return [t for t in told if isinstance(t, int)], [t for t in told if isinstance(t, Draft)]


def _live(source: sqlite3.Connection, kind: EventKind) -> list[_Live]:
    """The live events of a kind, in the order of the log."""
    rows = source.execute(
        "SELECT n, id, coder, round, article, paragraph, body FROM event"  # noqa: S608
        f" WHERE kind = ? AND {LIVE} ORDER BY lamport, id",
        (str(kind),),
    )
    return [_Live._make((*row[:-1], load_body(row[-1]))) for row in rows]


def _stand_in(draft: Draft, original: _Live) -> Draft:
    return replace(draft, coder="", body={**draft.body, STANDS_FOR: original.id})


def _codebooks(source: sqlite3.Connection, coder: str) -> Iterator[Told]:
    """All versions, for earlier codings name them. Who adopted one is nobody else's business."""
    adopted = _live(source, EventKind.CODEBOOK_ADOPTED)
    if all(each.coder in ("", coder) for each in adopted):
        yield from (each.n for each in adopted)
        return
    for each in adopted:  # all of them: their order says which is in force
        told = (each.body[name] for name in ("source", "id", "version", "name"))
        yield _stand_in(facts.codebook_adopted(*told), each)


def _articles(
    source: sqlite3.Connection, package: sqlite3.Connection, wanted: Wanted
) -> Iterator[Told]:
    first: dict[str, _Live] = {}
    for each in _live(source, EventKind.ARTICLE_ADDED):
        first.setdefault(each.article, each)
    for identifier in articles.article_ids(source):
        if wanted.articles is not None and identifier not in wanted.articles:
            continue
        if wanted.masked:
            yield _masked(source, package, first[identifier], wanted.masked)
        else:
            yield first[identifier].n


def _masked(
    source: sqlite3.Connection, package: sqlite3.Connection, added: _Live, fields: Collection[str]
) -> Draft:
    """The article without these fields, under its id and at its place.

    What could betray them goes, too: the hash of the original file, and the reasons for which
    paragraphs were taken for what they are, for these may quote a name.
    """
    whole = articles.article(source, added.article)
    if whole is None:
        raise StudyDamaged("The study lacks a text.", hint="`annotator doctor` says more.")
    cut = tuple(paragraph._replace(reason="") for paragraph in whole.paragraphs)
    shown = replace(mask_article(whole, fields), paragraphs=cut, sha256="")
    [text] = log.put_content(package, [shown.text])
    place = articles.adding(source, added.article).place
    return _stand_in(facts.article_added(shown, text, place), added)


def _kinds(source: sqlite3.Connection, wanted: Wanted) -> Iterator[Told]:
    """The kinds of paragraphs that stand corrected; their coder only where it is this one."""
    newest = {(e.article, e.paragraph): e for e in _live(source, EventKind.KIND_CORRECTED)}
    for each in newest.values():
        if wanted.articles is not None and each.article not in wanted.articles:
            continue
        if each.coder in ("", wanted.coder):
            yield each.n
        else:
            draft = facts.kind_corrected(each.article, each.paragraph, Kind(each.body["kind"]))
            yield _stand_in(draft, each)


def _rounds(source: sqlite3.Connection, coder: str) -> Iterator[Told]:
    """Rounds as they stand; whose codings are the right ones is not told."""
    newest = {each.round: each for each in _live(source, EventKind.ROUND_SET)}
    for name, each in newest.items():
        body = each.body
        if body["gold"] in ("", coder):
            yield each.n
        else:
            told = Round(name, Purpose(body["purpose"]), body["counts"], tuple(body["masked"]))
            yield _stand_in(facts.round_set(told), each)


def _coder(source: sqlite3.Connection, coder: str) -> Iterator[Told]:
    own = [e for e in _live(source, EventKind.CODER_SET) if e.body["name"] == coder]
    yield from (each.n for each in own[-1:])


def _assignments(source: sqlite3.Connection, wanted: Wanted) -> Iterator[Told]:
    """The coder's units in their order; not which others code as well, nor how they were drawn."""
    for each in _live(source, EventKind.ASSIGNED):
        if each.body["coder"] == wanted.coder:
            units = [Assigned(article, paragraph) for article, paragraph, _ in each.body["units"]]
            draft = facts.assigned(wanted.coder, each.round, units)
            yield _stand_in(replace(draft, round=each.round), each)
