"""Reasons against a file that verifies by itself: it contradicts this study, or lacks something."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.ids import content_hash
from annotator.model.bodies import STANDS_FOR
from annotator.model.event import ONLY_THE_LEAD
from annotator.store.incoming import Arrival

Cut = tuple[str, tuple[tuple[int, int], ...]]  # hash of the text ("": any), its paragraphs


@dataclass(slots=True)
class References:
    """What the new events name, to be looked up when all of them are known."""

    highest: dict[str, int] = field(default_factory=dict)  # article -> highest paragraph named
    cuts: dict[str, Cut] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)  # content hash -> end of last paragraph
    codebooks: dict[str, None] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def may_bring(arrival: Arrival, package: str, only: str) -> str:
    """Why this event may not come in such a file, in words; "" where it may.

    The package of a coder brings that coder's work, and nothing in the name of anybody else.
    """
    row = arrival.row
    if only and row.coder not in ("", only):
        return f"is in the name of {row.coder}; only {only} was asked for"
    if not package or STANDS_FOR in arrival.body:
        return ""
    if row.coder not in ("", package):
        return f"is in the name of {row.coder}, in a package of {package}"
    return ""


def is_for_the_lead(arrival: Arrival, package: str) -> bool:
    """Whether this decides about the whole study: a package brings its coder's work only."""
    return bool(package) and arrival.row.kind in ONLY_THE_LEAD


def touches_the_study(
    target: sqlite3.Connection, retracted: Sequence[str], retraction: str
) -> bool:
    """Whether an undo of these, or a redo of that, is about more than an import or merge."""
    row = target.execute(
        "SELECT 1 FROM event WHERE kind NOT IN ('imported', 'merged') AND id IN"
        " (SELECT value FROM json_each(?) UNION ALL SELECT event FROM retraction WHERE id = ?)",
        (json.dumps(retracted), retraction),
    ).fetchone()
    return row is not None


def another_content(target: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, str]:
    """Those of the ids that this study uses for another event, and which that is."""
    rows = target.execute(
        "SELECT id, seq, replica, kind, coder FROM event"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    return {
        identifier: f"event {seq} of copy {replica} ({kind}{' by ' + coder if coder else ''})"
        for identifier, seq, replica, kind, coder in rows
    }


def contradiction(
    target: sqlite3.Connection, source: sqlite3.Connection, replica: str, seq: int
) -> str:
    """Two files that have another event under the same number of the same copy, in words."""
    kinds = [
        connection.execute(
            "SELECT kind || iif(coder = '', '', ' by ' || coder) FROM event"
            " WHERE replica = ? AND seq = ?",
            (replica, seq),
        ).fetchone()
        for connection in (target, source)
    ]
    ours, theirs = (row[0] if row else "left out" for row in kinds)
    agreed = "" if seq == 1 else f" Both have the same events 1 to {seq - 1:,} of it."
    return f"event {seq} of copy {replica} is another than here ({theirs}; here {ours}).{agreed}"


# ------------------------------------------------------------------ what events name


def note(references: References, article: str, paragraph: int) -> None:
    """An event is about that paragraph (0, -1: the article as a whole)."""
    known = references.highest.get(article, 0)
    references.highest[article] = max(known, paragraph)


def note_article(
    references: References, article: str, body: Mapping[str, Any], *, stands_in: bool
) -> None:
    """The file brings that article; a stand-in has the same length, but not always the words."""
    cut = _cut(body, stands_in=stands_in)
    if _differ(references.cuts.setdefault(article, cut), cut):
        references.faults.append(f"has two texts for the article {article}")
    end = cut[1][-1][1] if cut[1] else 0
    references.texts[body["text"]] = max(end, references.texts.get(body["text"], 0))


def fault_of_references(target: sqlite3.Connection, references: References) -> Iterator[str]:
    """Articles and paragraphs that are nowhere, and articles that are another here."""
    yield from references.faults
    for article in references.highest.keys() | references.cuts.keys():
        ours = _cut_here(target, article)
        theirs = references.cuts.get(article)
        if ours and theirs and _differ(ours, theirs):
            yield f"has another text under the article {article}, or cuts it otherwise"
        cut = ours or theirs
        if cut is None:
            yield f"has work on an article that is neither here nor in it ({article})"
        elif references.highest.get(article, 0) > len(cut[1]):
            yield f"has work on a paragraph that the article {article} does not have"


def _cut(body: Mapping[str, Any], *, stands_in: bool) -> Cut:
    ranges = tuple((start, end) for start, end, *_ in body["paragraphs"])
    return ("" if stands_in else body["text"]), ranges


def _differ(one: Cut, other: Cut) -> bool:
    return one[1] != other[1] or ("" not in (one[0], other[0]) and one[0] != other[0])


def _cut_here(target: sqlite3.Connection, article: str) -> Cut | None:
    row = target.execute(
        "SELECT body FROM event WHERE article = ? AND kind = 'article_added' LIMIT 1", (article,)
    ).fetchone()
    if row is None:
        return None
    body = json.loads(row[0])
    return _cut(body, stands_in=STANDS_FOR in body)


def fault_of_contents(
    source: sqlite3.Connection, texts: Mapping[str, int], codebooks: Mapping[str, None]
) -> Iterator[str]:
    """Texts that are missing, are not what their hash says, or end before their paragraphs do."""
    for digest in [*texts, *codebooks]:
        row = source.execute("SELECT body FROM content WHERE hash = ?", (digest,)).fetchone()
        if row is None:
            yield f"lacks a text that it names ({digest[:12]})"
        elif type(row[0]) is not str or content_hash(row[0].encode("utf-8")) != digest:
            yield f"has a text that changed after it was added ({digest[:12]})"
        elif len(row[0]) < texts.get(digest, 0):
            yield f"has paragraphs beyond the end of their text ({digest[:12]})"
