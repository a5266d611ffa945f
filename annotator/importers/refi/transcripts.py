"""Transcripts of recordings: their passages lie between points that tie the text to the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.refi.elements import attribute, children
from annotator.refi.guids import same_form

if TYPE_CHECKING:
    from lxml.etree import _Element

RECORDINGS = {"AudioSource": "sound recordings", "VideoSource": "videos"}
"""Elements of recordings, and what they are called."""

_BY_TIME = ("AudioSelection", "VideoSelection")


def transcripts(recording: _Element) -> list[_Element]:
    """The transcripts of a recording."""
    return list(children(recording, "Transcript"))


def passages(transcript: _Element) -> list[tuple[_Element, str, str]]:
    """The selections of a transcript with start and end as the file has them; "" where not told.

    A point may tie a time to nothing in the text, and a selection may name no point.
    """
    points = {
        same_form(attribute(point, "guid")): attribute(point, "position")
        for point in children(transcript, "SyncPoint")
    }
    return [
        (
            found,
            points.get(same_form(attribute(found, "fromSyncPoint")), ""),
            points.get(same_form(attribute(found, "toSyncPoint")), ""),
        )
        for found in children(transcript, "TranscriptSelection")
    ]


def n_by_time(recording: _Element) -> int:
    """How many passages of the recording itself were selected."""
    return sum(1 for _ in children(recording, *_BY_TIME))
