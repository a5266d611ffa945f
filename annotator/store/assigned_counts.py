"""How much a coder was given and has finished: counts only, for `annotator status` is quick."""

from __future__ import annotations

import sqlite3


def holders(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every coder and round with assignments."""
    return connection.execute("SELECT DISTINCT coder, round FROM assignment").fetchall()


def counts(
    connection: sqlite3.Connection, coder: str, round: str, hidden: str, *, asks_article: bool
) -> tuple[int, int]:
    """Units finished, and all units given that are put before a coder.

    `hidden` are the kinds of paragraphs that are not put before coders, as a JSON list.
    """
    who = {"coder": coder, "round": round, "hidden": hidden}

    def count(sql: str) -> int:
        return int(connection.execute(sql, who).fetchone()[0])

    whole, single = count(_IN_WHOLE_ARTICLES), count(_SINGLE)
    twice = count(_TWICE) if whole and single else 0
    total = whole + single - twice - count(_HIDDEN)
    return count(_DONE), total + (count(_ARTICLES) if asks_article else 0)


# Each goes through the shortest index there is: 150,000 rows in some 20 ms.
_OWN = "assignment.coder = :coder AND assignment.round = :round"
_IN_WHOLE_ARTICLES = f"""SELECT count(*) FROM assignment CROSS JOIN paragraph
  ON paragraph.article = assignment.article WHERE {_OWN} AND assignment.paragraph = -1"""  # noqa: S608
_SINGLE = f"""SELECT count(*) FROM article CROSS JOIN assignment
  ON assignment.article = article.id AND {_OWN} AND paragraph > 0"""  # noqa: S608
_TWICE = f"""SELECT count(*) FROM assignment AS whole CROSS JOIN assignment
  ON assignment.article = whole.article AND {_OWN} AND assignment.paragraph > 0
  WHERE whole.coder = :coder AND whole.round = :round AND whole.paragraph = -1"""  # noqa: S608
_HIDDEN = f"""SELECT count(*) FROM paragraph
  WHERE kind IN (SELECT value FROM json_each(:hidden)) AND EXISTS (SELECT 1 FROM assignment
    WHERE {_OWN} AND assignment.article = paragraph.article
      AND assignment.paragraph IN (-1, paragraph.number))"""  # noqa: S608
_ARTICLES = f"""SELECT count(DISTINCT assignment.article) FROM assignment
  JOIN article ON article.id = assignment.article WHERE {_OWN} AND paragraph <= 0"""  # noqa: S608
_DONE = f"""SELECT count(*) FROM unit WHERE coder = :coder AND round = :round AND done = 1
  AND EXISTS (SELECT 1 FROM assignment WHERE {_OWN} AND assignment.article = unit.article
    AND assignment.paragraph IN (-1, unit.paragraph))"""  # noqa: S608
