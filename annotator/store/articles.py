"""Articles as screens, exports and commands read them. Every function is one or two SELECTs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from annotator.errors import StudyDamaged
from annotator.model.article import Article, ArticleHeader, Kind, Paragraph
from annotator.store.article_state import PLACE
from annotator.store.events import load_body
from annotator.store.live import LIVE

_HEADER = """SELECT id, position, name, title, author, source, date, url,
  (SELECT count(*) FROM paragraph WHERE paragraph.article = article.id),
  (SELECT count(*) FROM paragraph WHERE paragraph.article = article.id AND kind IN ({kinds}))
FROM article"""


def n_articles(connection: sqlite3.Connection) -> int:
    """How many articles the study has."""
    return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


def headers(
    connection: sqlite3.Connection, codable: Sequence[str], start: int, count: int
) -> list[ArticleHeader]:
    """Headers of `count` articles (-1: all) from position `start` (from 1)."""
    rows = connection.execute(
        f"{_header(codable)} WHERE position >= ? ORDER BY position LIMIT ?",
        (*codable, start, count),
    )
    return [ArticleHeader(*row) for row in rows]


def header(
    connection: sqlite3.Connection, codable: Sequence[str], article: str
) -> ArticleHeader | None:
    """The header of one article, by id."""
    row = connection.execute(f"{_header(codable)} WHERE id = ?", (*codable, article)).fetchone()
    return ArticleHeader(*row) if row else None


def headers_of(
    connection: sqlite3.Connection, codable: Sequence[str], wanted: Sequence[str]
) -> dict[str, ArticleHeader]:
    """Headers of these articles, by id."""
    rows = connection.execute(
        f"{_header(codable)} WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
        (*codable, json.dumps(wanted)),
    )
    return {row[0]: ArticleHeader(*row) for row in rows}


def search_headers(
    connection: sqlite3.Connection,
    codable: Sequence[str],
    words: str,
    limit: int,
    *,
    hidden: Collection[str] = (),
    given_to: tuple[str, str] | None = None,
    also: Iterable[str] = (),
) -> list[ArticleHeader]:
    """Headers of articles whose name, title, author or source holds every word.

    `hidden` fields are not looked into; `given_to` (coder, round) leaves out what they were not
    given, but for the articles in `also`.
    """
    sought = " || ' ' || ".join(f for f in ("name", "title", "author", "source") if f not in hidden)
    clauses = [f"instr(lower({sought or repr('')}), lower(?)) > 0" for _ in words.split()]
    if given_to:
        clauses.append(
            "(EXISTS (SELECT 1 FROM assignment"
            " WHERE coder = ? AND round = ? AND assignment.article = article.id)"
            " OR article.id IN (SELECT value FROM json_each(?)))"
        )
    who = (*given_to, json.dumps(list(also))) if given_to else ()
    rows = connection.execute(
        f"{_header(codable)} WHERE {' AND '.join(clauses) or '1'} ORDER BY position LIMIT ?",
        (*codable, *words.split(), *who, limit),
    )
    return [ArticleHeader(*row) for row in rows]


def find_article(connection: sqlite3.Connection, wanted: str) -> str | None:
    """The id of the one article with that id, else name, else title; None if none or several."""
    for column in ("id", "name", "title"):
        found = connection.execute(
            f"SELECT id FROM article WHERE {column} = ? LIMIT 2",  # noqa: S608 - constants
            (wanted,),
        ).fetchall()
        if found:
            return found[0][0] if len(found) == 1 else None
    return None


_TOLD = ("id", "name", "text", "title", "author", "source", "date", "url", "sha256", "encoding",
         "metadata")  # fmt: skip


def article(connection: sqlite3.Connection, identifier: str) -> Article | None:
    """One article with its text and paragraphs."""
    row = connection.execute(
        "SELECT article.id, name, body, title, author, source, date, url, sha256, encoding,"
        " metadata FROM article JOIN content ON content.hash = article.text WHERE article.id = ?",
        (identifier,),
    ).fetchone()
    if row is None:
        return None
    cut = connection.execute(
        'SELECT number, start, "end", kind, reason FROM paragraph'
        " WHERE article = ? ORDER BY number",
        (identifier,),
    )
    paragraphs = tuple(
        Paragraph(n, start, end, _kind(kind), why) for n, start, end, kind, why in cut
    )
    told = dict(zip(_TOLD, row, strict=True))
    told["metadata"] = load_body(told["metadata"])
    return Article(paragraphs=paragraphs, **told)


def text(connection: sqlite3.Connection, article: str) -> str:
    """The text of one article alone: all a search needs of most; "" for one that is not there."""
    row = connection.execute(
        "SELECT body FROM article JOIN content ON content.hash = article.text WHERE id = ?",
        (article,),
    ).fetchone()
    return str(row[0]) if row else ""


def position(connection: sqlite3.Connection, article: str) -> int:
    """Where an article stands in the order of adding, from 1; 0 for one that is not there."""
    row = connection.execute("SELECT position FROM article WHERE id = ?", (article,)).fetchone()
    return int(row[0]) if row else 0


def at_position(connection: sqlite3.Connection, position: int) -> str | None:
    """The id of the article at that position."""
    row = connection.execute("SELECT id FROM article WHERE position = ?", (position,)).fetchone()
    return row[0] if row else None


def article_ids(connection: sqlite3.Connection) -> list[str]:
    """Ids of all articles, in the order of adding."""
    return [row[0] for row in connection.execute("SELECT id FROM article ORDER BY position")]


def known_articles(connection: sqlite3.Connection, wanted: Iterable[str]) -> set[str]:
    """Which of these ids the study has."""
    rows = connection.execute(
        "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    return {row[0] for row in rows}


class Adding(NamedTuple):
    """The live events that added an article, and its place among all."""

    events: list[str]
    place: str


def adding(connection: sqlite3.Connection, article: str) -> Adding:
    """How an article came into the study."""
    rows = connection.execute(
        f"SELECT id, {PLACE} FROM event"  # noqa: S608 - constants
        f" WHERE article = ? AND kind = 'article_added' AND {LIVE} ORDER BY 2",
        (article,),
    ).fetchall()
    return Adding([row[0] for row in rows], rows[0][1])


def is_worked_on(connection: sqlite3.Connection, article: str) -> bool:
    """Whether any coder left a trace on the article, in any round."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM coding WHERE article = ?1)"
        " OR EXISTS (SELECT 1 FROM statement WHERE article = ?1)"
        " OR EXISTS (SELECT 1 FROM unit WHERE article = ?1)",
        (article,),
    ).fetchone()
    return bool(row[0])


def kinds(connection: sqlite3.Connection) -> dict[str, list[Kind]]:
    """The kinds of each article's paragraphs, in their order, by the article's id."""
    found: dict[str, list[Kind]] = {}
    for article, kind in connection.execute(
        "SELECT article, kind FROM paragraph ORDER BY article, number"
    ):
        found.setdefault(article, []).append(_kind(kind))
    return found


def n_paragraphs(connection: sqlite3.Connection, kinds: Sequence[str]) -> int:
    """How many paragraphs of these kinds the study has.

    Counted as all less the others: SQLite counts all from the pages of an index, and the kinds
    that are not asked for are the rare ones.
    """
    others = [kind for kind in Kind if kind not in kinds]
    row = connection.execute(
        "SELECT (SELECT count(*) FROM paragraph)"  # noqa: S608 - constants
        f" - (SELECT count(*) FROM paragraph WHERE kind IN ({placeholders(others)}))",
        others,
    ).fetchone()
    return int(row[0])


def placeholders(values: Sequence[str]) -> str:
    """SQL: as many question marks as there are values."""
    return ", ".join("?" * len(values))


_KINDS = {str(kind): kind for kind in Kind}


def _kind(name: str) -> Kind:
    try:
        return _KINDS[name]
    except KeyError:
        message = f'The study holds a paragraph of an unknown kind, "{name}".'
        raise StudyDamaged(message, hint="`annotator doctor` says more.") from None


def _header(codable: Sequence[str]) -> str:
    return _HEADER.format(kinds=placeholders(codable))
