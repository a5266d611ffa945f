"""Codings on articles that one copy took out or cut anew while the other coded them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.model.merging import Hidden
from annotator.store.merge_undos import Undos


class Added(NamedTuple):
    """An event that adds an article, and its coder."""

    id: str
    coder: str


def hidden(
    target: sqlite3.Connection,
    undos: Undos,
    added: Mapping[str, Sequence[Added]],
    coded: Mapping[tuple[str, str], int],
) -> list[Hidden]:
    """Articles that no copy shows once both are one, with the codings on them (decision 008).

    `added` are articles and `coded` the number of codings, by article and coder, that come in.
    """
    touched = {article for article, _ in coded} | _taken_out(target, undos)
    found = []
    for article in sorted(touched):
        adding = [*_added_here(target, article), *added.get(article, ())]
        if any(_is_live(target, undos, each) for each in adding):
            continue
        counts = {coder: n for (there, coder), n in coded.items() if there == article}
        for coder, n in _codings_here(target, article).items():
            counts[coder] = counts.get(coder, 0) + n
        name = _name(target, article)
        found += [Hidden(name, coder, n) for coder, n in sorted(counts.items())]
    return found


def _taken_out(target: sqlite3.Connection, undos: Undos) -> set[str]:
    """Articles here whose adding the file retracts."""
    rows = target.execute(
        "SELECT DISTINCT article FROM event WHERE kind = 'article_added'"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(undos.retractions)),),
    )
    return {article for (article,) in rows}


def _added_here(target: sqlite3.Connection, article: str) -> list[Added]:
    rows = target.execute(
        "SELECT id, coder FROM event WHERE article = ? AND kind = 'article_added'", (article,)
    )
    return [Added(*row) for row in rows]


def _is_live(target: sqlite3.Connection, undos: Undos, added: Added) -> bool:
    """Whether the event stands in the union of both logs."""
    open_here = target.execute(
        "SELECT id FROM retraction WHERE event = ?1 AND coder = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM restoration WHERE retraction = retraction.id AND coder = ?2)",
        added,
    )
    if any(not undos.is_restored(row[0], added.coder) for row in open_here.fetchall()):
        return False
    return not any(
        not _is_restored_here(target, retraction, added.coder)
        for retraction in undos.open_retractions(*added)
    )


def _is_restored_here(target: sqlite3.Connection, retraction: str, coder: str) -> bool:
    row = target.execute(
        "SELECT 1 FROM restoration WHERE retraction = ? AND coder = ?", (retraction, coder)
    ).fetchone()
    return row is not None


def _codings_here(target: sqlite3.Connection, article: str) -> dict[str, int]:
    rows = target.execute(
        "SELECT coder, count(*) FROM coding WHERE article = ? GROUP BY coder", (article,)
    )
    return dict(rows.fetchall())


def _name(target: sqlite3.Connection, article: str) -> str:
    row = target.execute(
        "SELECT body ->> '$.name' FROM event WHERE article = ? AND kind = 'article_added' LIMIT 1",
        (article,),
    ).fetchone()
    return str(row[0]) if row else article
