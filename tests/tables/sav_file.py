"""A writer of small .sav files, by the published layout: only what the tests need.

PSPP developers: System File Format, https://www.gnu.org/software/pspp/pspp-dev/
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SYSTEM_MISSING = -1.7976931348623157e308


@dataclass(frozen=True)
class Column:
    """A variable: numbers (None is missing), or texts of up to eight letters."""

    name: str
    values: Sequence[float | str | None]
    labels: Mapping[float, str] = field(default_factory=dict)
    missing: Sequence[float | str] = ()

    @property
    def is_text(self) -> bool:
        return any(isinstance(value, str) for value in self.values)


def sav_bytes(*columns: Column) -> bytes:
    """The file, uncompressed; names are upper case in the format itself."""
    n_cases = len(columns[0].values)
    head = struct.pack(
        "<4s60siiiiid9s8s64s3x", b"$FL2", b"@(#) SPSS DATA FILE".ljust(60), 2, len(columns),
        0, 0, n_cases, 100.0, b"21 Nov 26", b"20:00:00", b"".ljust(64),
    )  # fmt: skip
    rows = zip(*(column.values for column in columns), strict=True)
    return b"".join([
        head,
        *map(_variable, columns),
        *(_labels(number, column) for number, column in enumerate(columns, 1) if column.labels),
        struct.pack("<ii", 999, 0),
        *(_value(value) for row in rows for value in row),
    ])  # fmt: skip


def _variable(column: Column) -> bytes:
    width = 8 if column.is_text else 0
    form = (1 if width else 5) << 16 | 8 << 8 | (0 if width else 2)
    name = column.name.upper().encode("ascii").ljust(8)
    entry = struct.pack("<iiiiii8s", 2, width, 0, len(column.missing), form, form, name)
    return entry + b"".join(map(_value, column.missing))


def _labels(number: int, column: Column) -> bytes:
    found = struct.pack("<ii", 3, len(column.labels))
    for value, label in column.labels.items():
        text = label.encode("ascii")
        length = (len(text) + 1 + 7) // 8 * 8 - 1
        found += _value(value) + bytes([len(text)]) + text.ljust(length)
    return found + struct.pack("<iii", 4, 1, number)


def _value(value: float | str | None) -> bytes:
    if isinstance(value, str):
        return value.encode("ascii").ljust(8)
    return struct.pack("<d", SYSTEM_MISSING if value is None else value)
