"""A disk that forgets: what may be left of recorded writes when the power fails.

What was synced stays. Of what was not, any part may be there: writes in any selection, torn at 512
bytes; a new or removed file only as far as its folder kept its entries in order.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("<cQQQ")


class Operation(NamedTuple):
    """One thing that was asked of the disk."""

    kind: str
    path: str
    offset: int
    data: bytes


def recorded(log: Path) -> Iterator[Operation]:
    """The operations of a log, in order."""
    content, at = log.read_bytes(), 0
    while at < len(content):
        kind, path, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        # a truncation and a sync carry no data; their length is written as 0
        name = content[at : at + path].decode()
        at += path
        yield Operation(kind.decode(), name, offset, content[at : at + length])
        at += length


@dataclass
class Disk:
    """Files by path: what is certain, and what was asked since the last sync."""

    certain: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[Operation]] = field(default_factory=dict)
    entries: list[tuple[str, bytearray | None]] = field(default_factory=list)  # not yet certain
    existing: set[str] = field(default_factory=set)

    def ask(self, operation: Operation) -> None:
        """Carry out one operation."""
        kind, path, _, _ = operation
        if kind == "U":
            self.entries.append((path, None))
            self.existing.discard(path)
            self.pending.pop(path, None)
        elif kind == "S" and path in self.existing:
            for done in self.pending.pop(path, []):
                _apply(self._file(path), done)
        elif kind == "S":  # a folder: its entries are certain now
            self._keep(len(self.entries))
        else:
            if path not in self.existing:
                self.existing.add(path)
                self.entries.append((path, bytearray()))
            self.pending.setdefault(path, []).append(operation)

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as the next start may find them."""
        left = Disk({path: bytearray(data) for path, data in self.certain.items()})
        left.entries = [(p, None if d is None else bytearray(d)) for p, d in self.entries]
        left._keep(chance.randint(0, len(left.entries)))
        for path, operations in self.pending.items():
            if path in left.certain:
                for operation in operations:
                    if chance.random() < 0.5:
                        _apply(left.certain[path], _torn(operation, chance))
        return {path: bytes(data) for path, data in left.certain.items()}

    def _file(self, path: str) -> bytearray:
        if path in self.certain:
            newest = self.certain[path]
        for name, data in self.entries:
            if name == path and data is not None:
                newest = data
        return newest

    def _keep(self, count: int) -> None:
        for path, data in self.entries[:count]:
            if data is None:
                self.certain.pop(path, None)
            else:
                self.certain[path] = data
        del self.entries[:count]


def _torn(operation: Operation, chance: random.Random) -> Operation:
    if operation.kind != "W" or len(operation.data) <= SECTOR:
        return operation
    sectors = chance.randint(1, -(-len(operation.data) // SECTOR))
    return operation._replace(data=operation.data[: sectors * SECTOR])


def _apply(file: bytearray, operation: Operation) -> None:
    if operation.kind == "T":
        del file[operation.offset :]
        file.extend(bytes(operation.offset - len(file)))
        return
    missing = operation.offset - len(file)
    if missing > 0:
        file.extend(bytes(missing))
    file[operation.offset : operation.offset + len(operation.data)] = operation.data
