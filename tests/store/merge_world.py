"""Several copies of one study, their packages and old copies on the way, each with its own clock.

Everything is done through the facade and the store, in memory: thousands of histories must fit
into a test run. What a history does is decided by whoever drives the world: Hypothesis, or a seed.
"""

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from annotator import codebook_file
from annotator.errors import ArticleCoded, StudyDamaged, UsageError
from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.event import Draft, EventKind
from annotator.model.team import Assigned, Coder, Purpose, Role, Round
from annotator.store import connection, merge, merge_plan, package, schema, state, verify
from annotator.store.package_facts import Wanted
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND, make_article
from tests.store.fate import Fate, let_decide, let_nobody_decide

CODERS = ("ana", "ben")
LEAD = "lena"
COPIES = 4
YEARS_25 = 25 * 31_557_600_000_000_000  # nanoseconds
THIRD = make_article("third", "Late news", "One more.")
CUT_ANEW = make_article("anew", "A week later", "Trucks waited", "at the bridge.")
_FOLDER = Path(tempfile.mkdtemp())
_STATEMENTS = 512  # kept ready: a history says the same few hundred again and again


def in_memory(content: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None, cached_statements=_STATEMENTS)
    database.deserialize(content)
    return database


@cache
def _beginning() -> tuple[bytes, bytes]:
    """A file with the schema alone, and a study of two articles."""
    empty = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(empty)
    path = _FOLDER / "beginning.db"
    with Study.create(path, CODEBOOK) as study:
        study.add_articles([FIRST, SECOND])
    study_file = sqlite3.connect(path)
    try:
        study_file.execute("PRAGMA journal_mode = DELETE")
        return empty.serialize(), study_file.serialize()
    finally:
        study_file.close()
        empty.close()


class Copy:
    """One file that somebody works in."""

    def __init__(self, content: bytes, offset: int, name: str) -> None:
        self.database = in_memory(content)
        self.offset = offset
        self.path = _FOLDER / name  # its inode is what the copy knows itself by
        self.path.touch()

    def opened(self, coder: str) -> Study:
        return Study(self.path, self.database, coder, "main", read_only=False)

    def fingerprint(self) -> dict[str, str]:
        return {t: verify._fingerprint(self.database, t) for t in state.DERIVED}

    def events(self) -> set[tuple[str, bytes]]:
        """All but the records of merges, which each file makes for itself."""
        rows = self.database.execute("SELECT id, hash FROM event WHERE kind <> 'merged'")
        return set(rows.fetchall())


class World:
    """The files, and what is on the way between them."""

    def __init__(self) -> None:
        let_decide(Fate())
        _beginning()  # the first world makes it for all others
        self.fate = Fate()
        let_decide(self.fate)
        offsets = (0, -YEARS_25, YEARS_25, 0)
        self.copies = [
            Copy(_beginning()[1], offset, f"copy{n}") for n, offset in enumerate(offsets)
        ]
        self.packages: list[tuple[str, Copy]] = []
        self.on_the_way: list[sqlite3.Connection] = []

    def close(self) -> None:
        let_nobody_decide()
        for copy in [*self.copies, *(copy for _, copy in self.packages)]:
            copy.database.close()
        for kept in self.on_the_way:
            kept.close()

    # ------------------------------------------------------------------ what people do

    def work(self, copy: Copy, coder: str, verb: str, n: int) -> None:
        """One action of a coder or a lead; `n` decides on what."""
        self.fate.offset = copy.offset
        with contextlib.suppress(ArticleCoded, StudyDamaged, UsageError):
            VERBS[verb](copy.opened(coder), n)

    def merge(self, target: Copy, source: sqlite3.Connection) -> int:
        """Merge another file, which is only read; returns how many events came in."""
        self.fate.offset = target.offset
        with connection.transaction(target.database):
            plan = merge_plan.plan(target.database, source, target.path, "other.db")
            merge.write(target.database, source, plan, target.opened("")._author)
        return len(plan.kept)

    def undo_merge(self, copy: Copy) -> None:
        self.fate.offset = copy.offset
        copy.opened("").undo_merge()

    def keep(self, copy: Copy) -> None:
        """A copy of the file as it is now, to be merged anywhere, any time, any number of times."""
        self.on_the_way.append(in_memory(copy.database.serialize()))

    def pack(self, copy: Copy, coder: str) -> None:
        self.fate.offset = copy.offset
        packed = Copy(_beginning()[0], -copy.offset, f"package{len(self.packages)}")
        study = copy.opened("")
        masked = study.masked_for(coder)
        with connection.transaction(packed.database):
            package.fill(copy.database, packed.database, Wanted(coder, masked))
            study._set_up(packed.database, coder)
        self.packages.append((coder, packed))

    # ------------------------------------------------------------------ what must hold

    def everything_is_merged(self, order: Random) -> None:
        """What is on the way arrives somewhere; all copies reach one of them, and it all others."""
        for kept in order.sample(self.on_the_way, len(self.on_the_way)):
            self.merge(order.choice(self.copies), kept)
        for _, packed in order.sample(self.packages, len(self.packages)):
            self.merge(order.choice(self.copies), packed.database)
        hub, *others = order.sample(self.copies, len(self.copies))
        for copy in others:
            self.merge(hub, copy.database)
        for copy in others:
            self.merge(copy, hub.database)

    def check_convergence(self) -> None:
        """All copies hold the same and show the same, which is what the log says."""
        first, *others = self.copies
        for copy in others:
            assert copy.events() == first.events()
            assert copy.fingerprint() == first.fingerprint()
        for copy in [first, *(copy for _, copy in self.packages)]:
            assert list(verify.faults(copy.database)) == []
        assert self.merge(others[0], first.database) == 0

    def check_algebra(self, order: Random) -> None:
        """Merging any two files into a third: in both orders, one through the other, and twice."""
        base, one, other = (order.choice(self.copies).database for _ in range(3))
        with (
            self._merged(base, one, other) as first,
            self._merged(base, other, one) as turned,
            self._merged(one, other) as between,
            self._merged(base, between.database) as through,
            self._merged(base, one, other, one, other) as twice,
        ):
            assert all(c.fingerprint() == first.fingerprint() for c in (turned, through, twice))

    @contextlib.contextmanager
    def _merged(self, base: sqlite3.Connection, *files: sqlite3.Connection) -> Iterator[Copy]:
        copy = Copy(base.serialize(), 0, "scratch")
        try:
            for other in files:
                self.merge(copy, other)
            yield copy
        finally:
            copy.database.close()


# ------------------------------------------------------------------ verbs


def _target(n: int) -> Target:
    return Target((FIRST.id, SECOND.id)[n % 2], 1 + n // 2 % 2)


def _statements(study: Study, n: int) -> Iterator[Target]:
    unit = _target(n)
    for statement in study.work(unit.article).unit(unit.paragraph).statements:
        yield Target(unit.article, unit.paragraph, statement.id)


def _tag(study: Study, n: int) -> None:
    for target in _statements(study, n):
        study.assign(target, "lever", Answer.of(*("talks", "sanctions")[: 1 + n % 2]))


def _remove(study: Study, n: int) -> None:
    for target in _statements(study, n):
        study.remove_statement(target)
        return


def _import(study: Study, n: int) -> None:
    unit = _target(n)
    body = {"value": "bad", "state": "coded"}
    study.add_codings(
        Draft(EventKind.VALUE_SET, unit.article, unit.paragraph, "", "tone", body, coder, "main")
        for coder in (*CODERS, study.coder)
    )


def _round(study: Study, n: int) -> None:
    masked = (("author",), ())[n % 2]
    gold = ("", "ben")[n // 2 % 2]
    study.describe_round(Round(("main", "pilot")[n % 3 % 2], Purpose.MAIN, True, masked, gold))


def _assign(study: Study, n: int) -> None:
    unit = _target(n)
    given = [Assigned(unit.article, unit.paragraph, bool(n % 3)), Assigned(SECOND.id, -1)]
    study.assign_units("main", {CODERS[n % 2]: given, CODERS[0]: given[:1]}, str(n))


def _adopt(study: Study, n: int) -> None:
    source = CODEBOOK.replace("version: 1.0.0", f"version: 1.{n % 3}.0")
    study._put_in_force(_compiled(source), source, "small.yaml")


@cache
def _compiled(source: str) -> Codebook:
    return codebook_file.load(source, name="small.yaml")


def _decide_statements(study: Study, n: int) -> None:
    found = [{"actor": Answer.of("us")}, {"actor": Answer.of("dprk")}][: n % 3]
    study.decide_statements(_target(n), found, reason=Reason.SLIP)


def _describe(study: Study, n: int) -> None:
    study.describe_coder(Coder(CODERS[n % 2], Role.PERSON, str(n)))


OWN_VERBS: dict[str, Callable[[Study, int], object]] = {
    "assign": lambda s, n: s.assign(_target(n), "tone", Answer.of(("bad", "good")[n % 3 % 2])),
    "clear": lambda s, n: s.clear(_target(n), "tone"),
    "state": lambda s, n: s.add_statement(*_unit(n), {"actor": Answer.of("us")}),
    "tag": _tag,
    "remove": _remove,
    "finish": lambda s, n: s.finish(*_unit(n)),
    "reopen": lambda s, n: s.reopen(*_unit(n)),
    "memo": lambda s, n: s.set_memo(_target(n), ("", "why?", "北")[n % 3]),
    "flag": lambda s, n: s.set_flag(_target(n), bool(n % 3)),
    "undo": lambda s, n: s.undo(),
    "redo": lambda s, n: s.redo(),
    "kind": lambda s, n: s.correct_kind(*_unit(n), (Kind.CAPTION, Kind.BODY)[n % 3 % 2]),
}
LEAD_VERBS: dict[str, Callable[[Study, int], object]] = {
    "round": _round,
    "give": _assign,
    "adopt": _adopt,
    "describe": _describe,
    "decide": lambda s, n: s.decide(
        _target(n), "tone", Answer.of(("bad", "good")[n % 3 % 2]), reason=Reason.SLIP
    ),
    "decide statements": _decide_statements,
    "see": lambda s, n: s.note_seen(_target(n), "adjudication"),
    "import": _import,
    "undo import": lambda s, n: s.undo_import(),
    "add": lambda s, n: s.add_articles([THIRD]),
    "cut anew": lambda s, n: s.replace_article(SECOND.id, CUT_ANEW),
}
VERBS = OWN_VERBS | LEAD_VERBS


def _unit(n: int) -> tuple[str, int]:
    target = _target(n)
    return target.article, target.paragraph
