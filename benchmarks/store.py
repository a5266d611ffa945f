"""The study file: a durable coding, a million events read back, 10,000 articles added."""

from __future__ import annotations

import hashlib
import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator import readers
from annotator.model.coding import Answer, CodingRow, Target
from annotator.store import connection
from annotator.study import Study
from benchmarks import studies
from benchmarks.measure import Result, paired, took

ARTICLES = 10_000
CODED = 8_000  # articles: makes 1,000,000 events and a bit
CODINGS = 300
ROUNDS = 3
_PLAIN = f"CREATE TABLE plain ({', '.join(CodingRow._fields)})"


def benchmark() -> Iterator[Result]:
    """Each against the least that SQLite and Python could do."""
    with tempfile.TemporaryDirectory() as folder:
        yield from adding(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        path = studies.make(Path(folder) / "study.db", ARTICLES, coded=CODED)
        yield durable_coding(path)
        yield from reading(path)


# ------------------------------------------------------------------ one coding, durable


def durable_coding(path: Path) -> Result:
    """The median of codings and raw transactions in the same modes, taken alternately."""
    study = Study.open(path, coder="zoe")
    raw = _raw_table(path.with_name("raw.db"))
    ours, floor = [], []
    for number, coding in zip(range(CODINGS), _codings(study), strict=False):
        ours.append(took(coding))
        floor.append(took(lambda number=number: _raw_coding(raw, number)))
    study.close()
    raw.close()
    milliseconds = statistics.median(ours)
    ratio = milliseconds / statistics.median(floor)
    return Result("one coding, durable", milliseconds, "raw transaction, same modes", ratio, 2)


def _codings(study: Study) -> Iterator[Callable[[], None]]:
    """A coder's actions, one after another: an actor, a stance, a lever; paragraph by paragraph."""
    for header in study.headers(1, CODINGS):
        for paragraph in range(1, header.n_paragraphs + 1):
            target = Target(
                header.id,
                paragraph,
                study.add_statement(header.id, paragraph, {"actor": Answer.of("us")}),
            )
            for variable, code in (("stance", "pro"), ("lever", "talks")):
                yield lambda t=target, v=variable, c=code: study.assign(t, v, Answer.of(c))


def _raw_table(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    journal, synchronous = connection.safe_modes()
    raw.execute(f"PRAGMA journal_mode = {journal}")
    raw.execute(f"PRAGMA synchronous = {synchronous}")
    raw.execute("CREATE TABLE coding (id INTEGER PRIMARY KEY, paragraph, variable, value, at)")
    raw.execute("CREATE INDEX coding_paragraph ON coding (paragraph)")
    return raw


def _raw_coding(raw: sqlite3.Connection, number: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "INSERT INTO coding (paragraph, variable, value, at) VALUES (?, 'stance', 'pro', 0)",
        (number // 3,),
    )
    raw.execute("COMMIT")


# ------------------------------------------------------------------ reading everything


def reading(path: Path) -> Iterator[Result]:
    """The state of a million events, against the same rows in a plain table."""
    plain = sqlite3.connect(path.with_name("plain.db"))
    plain.execute(_PLAIN)
    with Study.open(path, read_only=True) as study:
        marks = ", ".join("?" * len(CodingRow._fields))
        plain.executemany(f"INSERT INTO plain VALUES ({marks})", study.codings())
        plain.commit()
        codings = plain.execute("SELECT count(*) FROM plain").fetchone()[0]
        events = _count_events(path)
        ours, ratio = paired(
            lambda: took(lambda: _exhaust(study.codings())),
            lambda: took(lambda: _exhaust(plain.execute("SELECT * FROM plain"))),
            ROUNDS,
        )
        yield Result(f"read {codings:,} codings ({events:,} events)", ours, "plain table", ratio, 3)
        yield Result("agreement of the same", took(study.reliability), "", 0)
    plain.close()


def _count_events(path: Path) -> int:
    raw = sqlite3.connect(path)
    (count,) = raw.execute("SELECT count(*) FROM event").fetchone()
    raw.close()
    return int(count)


def _exhaust(rows: Iterator[object]) -> None:
    for _ in rows:
        pass


# ------------------------------------------------------------------ adding articles


def adding(folder: Path) -> Iterator[Result]:
    """10,000 files of 6 kB: read, decoded, cut, their kinds proposed, stored."""
    files = []
    for number in range(ARTICLES):
        files.append(folder / f"{number:05}.txt")
        files[-1].write_text(studies.article(number, 15).text, encoding="utf-8")
    rounds = iter(range(100))
    ours, ratio = paired(
        lambda: took(lambda: _add(folder / f"study{next(rounds)}.db", files)),
        lambda: took(lambda: _raw_add(folder / f"raw{next(rounds)}.db", files)),
        ROUNDS,
    )
    yield Result(f"add {ARTICLES:,} articles of 6 kB", ours, "read, split, executemany", ratio, 3)


def _add(path: Path, files: list[Path]) -> None:
    with Study.create(path, studies.CODEBOOK) as study:
        study.add_articles(article for file in files for article in readers.read(file))


def _raw_add(path: Path, files: list[Path]) -> None:
    """The floor: what any program must do to have the paragraphs in a table."""
    raw = _raw_table(path)
    raw.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, name, sha256, text)")
    raw.execute("CREATE TABLE paragraph (article, number, text, PRIMARY KEY (article, number))")
    raw.execute("BEGIN IMMEDIATE")
    for number, file in enumerate(files):
        content = file.read_bytes()
        text = content.decode("utf-8")
        raw.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?)",
            (number, file.stem, hashlib.sha256(content).hexdigest(), text),
        )
        raw.executemany(
            "INSERT INTO paragraph VALUES (?, ?, ?)",
            [(number, place, block) for place, block in enumerate(text.split("\n\n"), 1)],
        )
    raw.execute("COMMIT")
    raw.close()
