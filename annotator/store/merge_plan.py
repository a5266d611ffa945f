"""What of another study file this one lacks, and whether it may come in. Writes nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from annotator.model.bodies import STANDS_FOR
from annotator.model.event import EventKind
from annotator.model.merging import Merging
from annotator.model.watch import Watch, unwatched
from annotator.store import log, merge_told, settings, untrusted
from annotator.store.incoming import Arrival, arrivals, limits
from annotator.store.merge_checks import (
    another_content,
    contradiction,
    fault_of_contents,
    fault_of_references,
    is_for_the_lead,
    may_bring,
    touches_the_study,
)

_CHUNK = 2_000
_MOST_PROBLEMS = 20
_APART = "They were one file once, copied together with its identity, and both went on. Keep one,"
_APART_HINT = (
    f"{_APART} and bring the codings of the other in as a table: `annotator -s OTHER.db export`,"
    " then `annotator import`; what is the same in both is not doubled."
)
_Item = TypeVar("_Item")
Place = tuple[str, int]  # copy, number there


@dataclass(slots=True)
class Plan:
    """What to write: rows of the source, and hashes that keep chains whole around what is not."""

    told: Merging
    newest: int  # row of this study's log when the plan was made
    kept: set[int] = field(default_factory=set)
    arrived: list[Place] = field(default_factory=list)
    stubs: list[tuple[str, int, bytes]] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)


def newest_row(target: sqlite3.Connection) -> int:
    """The newest row of the log; 0 for an empty one."""
    (n,) = target.execute("SELECT ifnull(max(n), 0) FROM event").fetchone()
    return int(n)


def plan(
    target: sqlite3.Connection, source: sqlite3.Connection, path: Path, name: str, *,
    only: str = "", watch: Watch = unwatched,
) -> Plan:  # fmt: skip
    """Compare the file with this study. Raises MergeError with every reason against it.

    `name` is how the file is called in the log; events of another coder than `only` are refused.
    """
    planner = _Planner(target, source, path, name, only)
    with untrusted.told_of(path):
        planner.read(watch)
        planner.finish()
    return planner.plan


class _Planner:
    """One comparison, event by event."""

    def __init__(
        self, target: sqlite3.Connection, source: sqlite3.Connection, path: Path, name: str,
        only: str,
    ) -> None:  # fmt: skip
        self._target, self._source, self._path = target, source, path
        self._ours = settings.local(target, settings.PACKAGE)  # "" unless this is a package
        package = settings.local(source, settings.PACKAGE)
        self._only = only
        self.plan = Plan(Merging(name, package), newest_row(target))
        self._told = merge_told.Told(target, source, self.plan.told)
        self._problems: list[str] = []
        self._apart: dict[str, int] = {}  # copy -> first event that both have and that differs
        self._before: list[tuple[str, int, bytes]] = []
        self._last_kept: dict[str, int] = {}  # copy -> number

    def read(self, watch: Watch) -> None:
        """Look at every event of the file."""
        if self._ours and self._ours != self.plan.told.package:
            raise untrusted.refused(
                self._path, "this study is a package: it takes in copies of the same package only",
                hint="Send it back; whoever packed it merges it.",
            )  # fmt: skip
        allowed = limits(self._source, log.lamport(self._target))
        (count,) = self._source.execute("SELECT count(*) FROM event").fetchone()
        found = watch(arrivals(self._source, allowed), f"Checking {self.plan.told.file}", count)
        for chunk in _chunks(found):
            for fault in (one for one in chunk if isinstance(one, str)):
                self._refuse(fault)
            self._take([one for one in chunk if not isinstance(one, str)])

    def finish(self) -> None:
        """What can be said only when all events are known."""
        for replica, seq in self._apart.items():
            self._problems.append(contradiction(self._target, self._source, replica, seq))
        if self._problems:
            raise untrusted.refused(
                self._path, *self._problems, hint=_APART_HINT if self._apart else ""
            )
        for fault in fault_of_references(self._target, self._told.references):
            self._refuse(fault)
        told = self._told.references
        for fault in fault_of_contents(self._source, told.texts, told.codebooks):
            self._refuse(fault)
        if self._problems:
            raise untrusted.refused(self._path, *self._problems)
        self._complete()

    def _complete(self) -> None:
        if set(self.plan.told.by_kind) <= {EventKind.MERGED}:
            # that others merged is no news: two studies that merge each other would never be done
            self.plan.kept.clear()
            self.plan.arrived.clear()
            self.plan.told.by_kind.clear()
            self.plan.told.events = 0
            return
        known = _known(self._target, [(replica, seq) for replica, seq, _ in self._before])
        self.plan.stubs = [stub for stub in self._before if stub[:2] not in known]
        self.plan.contents = [*self._told.references.texts, *self._told.references.codebooks]
        self._told.finish()

    def _refuse(self, problem: str) -> None:
        self._problems.append(problem)
        if len(self._problems) >= _MOST_PROBLEMS:
            raise untrusted.refused(self._path, *self._problems, "and maybe more")

    def _take(self, found: Sequence[Arrival]) -> None:
        known = _known(self._target, [(a.row.replica, a.row.seq) for a in found])
        new = []
        for arrival in found:
            place = (arrival.row.replica, arrival.row.seq)
            digest, is_stub = known.get(place, (arrival.hash, None))
            if digest != arrival.hash:
                self._apart.setdefault(arrival.row.replica, arrival.row.seq)
            elif is_stub is None or is_stub:
                new.append(arrival)
            else:
                self.plan.told.known += 1
        self._take_new(new, known)

    def _take_new(self, new: Sequence[Arrival], known: dict[Place, tuple[bytes, bool]]) -> None:
        ours = another_content(self._target, [a.row.id for a in new])
        originals = self._known_ids(a.body[STANDS_FOR] for a in new if STANDS_FOR in a.body)
        for arrival in new:
            if arrival.row.id in ours:
                other = ours[arrival.row.id]
                self._refuse(f"{_told(arrival)} has the id of another event here: {other}")
            elif fault := may_bring(arrival, self.plan.told.package, self._only):
                self._refuse(f"{_told(arrival)} {fault}")
            elif self._takes_back_ours(arrival):
                self._refuse(f"{_told(arrival)} takes back what the study holds as a whole")
            elif STANDS_FOR in arrival.body and not self._ours:
                self._leave_out(arrival, originals)
            elif not self._ours and is_for_the_lead(arrival, self.plan.told.package):
                self.plan.told.not_taken[arrival.row.kind] += 1
            else:
                self._keep(arrival, known)

    def _takes_back_ours(self, arrival: Arrival) -> bool:
        """In nobody's name, as only whoever leads a study may: articles, rounds, assignments."""
        row, body = arrival.row, arrival.body
        if not self.plan.told.package or row.coder:
            return False
        return touches_the_study(self._target, body.get("events", ()), body.get("retraction", ""))

    def _known_ids(self, wanted: Iterable[str]) -> set[str]:
        rows = self._target.execute(
            "SELECT id FROM event WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(wanted)),),
        )
        return {row[0] for row in rows}

    def _leave_out(self, arrival: Arrival, originals: set[str]) -> None:
        self.plan.told.left_out += 1
        self.plan.told.not_here += arrival.body[STANDS_FOR] not in originals

    def _keep(self, arrival: Arrival, known: dict[Place, tuple[bytes, bool]]) -> None:
        row = arrival.row
        before, place = (row.replica, row.seq - 1), (row.replica, row.seq)
        if self._last_kept.get(row.replica, 0) != row.seq - 1 and before not in known:
            self._before.append((*before, arrival.before))
        self._last_kept[row.replica] = row.seq
        self.plan.kept.add(arrival.n)
        if place in known:  # so far only its hash was here
            self.plan.arrived.append(place)
        self._told.add(row, arrival.body)


def _told(arrival: Arrival) -> str:
    row = arrival.row
    who = f" by {row.coder}" if row.coder else ""
    return f"event {row.seq} of copy {row.replica[:40]} ({row.kind}{who})"


def _known(target: sqlite3.Connection, wanted: Sequence[Place]) -> dict[Place, tuple[bytes, bool]]:
    """Those that this study has: their hash, and whether it is all that is here of them."""
    found: dict[Place, tuple[bytes, bool]] = {}
    for table, is_stub in (("omitted", True), ("event", False)):
        rows: Iterator[tuple[Any, ...]] = target.execute(
            f"SELECT known.replica, known.seq, known.hash FROM json_each(?) AS wanted"  # noqa: S608
            f" CROSS JOIN {table} AS known ON known.replica = wanted.value ->> 0"
            " AND known.seq = wanted.value ->> 1",
            (json.dumps(wanted),),
        )
        found |= {(replica, seq): (digest, is_stub) for replica, seq, digest in rows}
    return found


def _chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    remaining = iter(items)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk
