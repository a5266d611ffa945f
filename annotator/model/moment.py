"""Moments as they are stored: milliseconds since 1970, by whatever clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = 253_402_300_799_999  # the end of 9999: a clock may be set to anything


def utc(milliseconds: float) -> datetime:
    """The moment in UTC. Raises OverflowError beyond the years 1 to 9999.

    `datetime.fromtimestamp` knows nothing before 1970 and after 3000 on Windows.
    """
    return _EPOCH + timedelta(milliseconds=milliseconds)


def utc_since_1970(milliseconds: int) -> datetime:
    """The same, within the years 1970 to 9999."""
    return utc(min(max(milliseconds, 0), _LAST))
