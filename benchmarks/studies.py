"""Studies of any size for benchmarks, made through the facade from words that mean nothing."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.coding import MAIN_ROUND
from annotator.model.event import Draft, EventKind
from annotator.study import Study

CODEBOOK = """\
codebook: bench
version: 1.0.0
title: Who says what
paragraph:
  tone: {label: Tone, required: false, codes: {bad: Bad, good: Good}}
statement:
  actor: {label: Actor, codes: {us: United States, dprk: North Korea, china: China}}
  stance: {label: Stance, codes: {pro: Supports, con: Opposes}}
  lever: {label: Lever, codes: {sanctions: Sanctions, talks: Talks, aid: Aid}}
"""
_WORDS = [
    "harbour",
    "bridge",
    "talks",
    "paper",
    "signed",
    "nobody",
    "delegation",
    "morning",
    "station",
    "letters",
]
_ANSWERS = {"actor": ("us", "dprk", "china"), "stance": ("pro", "con"), "lever": ("talks", "aid")}


def make(path: Path, articles: int, *, paragraphs: int = 15, coded: int = 0) -> Path:
    """A study of that many articles of ~6 kB; two coders have coded the first `coded` of them."""
    with Study.create(path, CODEBOOK) as study:
        study.add_articles(article(number, paragraphs) for number in range(articles))
    with Study.open(path) as study:
        names = [header.id for header in study.headers(1, coded)] if coded else []
        for coder in ("ana", "ben"):
            study.add_codings(codings(coder, names, paragraphs))
    return path


def article(number: int, paragraphs: int) -> Article:
    """One article; the same number gives the same article."""
    chance = random.Random(number)
    blocks = [" ".join(chance.choices(_WORDS, k=60)).capitalize() + "." for _ in range(paragraphs)]
    text = "\n\n".join(blocks)
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block) + 2)
    cut = tuple(
        Paragraph(n, start, start + len(block), Kind.BODY)
        for n, (start, block) in enumerate(zip(starts, blocks, strict=False), 1)
    )
    digest = hashlib.sha256(f"{number} {text}".encode()).hexdigest()[:16]
    return Article(digest, f"article-{number:06}", text, cut, title=blocks[0][:60], sha256=digest)


def codings(coder: str, articles: list[str], paragraphs: int) -> Iterator[Draft]:
    """What a coder says about these articles; the same coder says the same."""
    chance = random.Random(coder)
    for name in articles:
        for paragraph in range(1, paragraphs + 1):
            yield from _unit(coder, name, paragraph, chance)


def _unit(coder: str, article: str, paragraph: int, chance: random.Random) -> Iterator[Draft]:
    place = {"article": article, "paragraph": paragraph, "coder": coder, "round": MAIN_ROUND}
    for number in range(chance.choice((0, 1, 1, 2))):
        key = hashlib.sha256(f"{coder} {article} {paragraph} {number}".encode()).hexdigest()
        statement = f"{number:06}{key[:20].upper()}"
        yield Draft(EventKind.STATEMENT_ADDED, **place, statement=statement)
        for variable, codes in _ANSWERS.items():
            body = {"value": chance.choice(codes), "state": "coded"}
            yield Draft(
                EventKind.VALUE_SET, **place, statement=statement, variable=variable, body=body
            )
    yield Draft(EventKind.UNIT_FINISHED, **place)
