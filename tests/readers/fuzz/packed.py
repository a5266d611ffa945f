"""Damage inside packed files: taken out, damaged, packed again, so that it gets past the checks."""

from __future__ import annotations

import gzip
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from random import Random

from tests.readers.fuzz.mutations import mutated

_NAMES = (
    "../../evil.txt",
    "/abs.txt",
    "C:\\x.txt",
    "a\0b.txt",
    "mimetype",
    "word/document.xml",
    "",
)
_DAY = (2020, 1, 1, 0, 0, 0)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def damaged(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The content with faults: one time in four in its bytes, else within what is packed in it."""
    if random.random() < 0.25:
        return mutated(content, others, random)
    if content.startswith(b"PK"):
        return _in_archive(content, random)
    if content.startswith(b"\x1f\x8b"):
        return gzip.compress(mutated(gzip.decompress(content), others, random), 1, mtime=0)
    if content.startswith(b"%PDF"):
        return _in_streams(content, random)
    return mutated(content, others, random)


def _in_archive(content: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    contents = [member for _, member in members]
    for _ in range(random.choice((1, 1, 2))):
        index = random.randrange(len(members))
        name, member = members[index]
        draw = random.random()
        if draw < 0.85:
            members[index] = (name, mutated(member, contents, random))
        elif draw < 0.9:
            members[index] = (random.choice((*_NAMES, *archive.namelist())), member)
        elif draw < 0.95:
            members.append((name, random.choice(contents)))
        else:
            members[index] = (name, member + b" " * 3_000_000)  # packs to next to nothing
    packed = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand there twice
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, member in members:
                archive.writestr(zipfile.ZipInfo(name or "x", _DAY), member, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _in_streams(content: bytes, random: Random) -> bytes:
    """A PDF with one of its streams damaged; its length is then wrong, as readers must bear."""
    streams = list(_STREAM.finditer(content))
    if not streams:
        return mutated(content, (), random)
    stream = random.choice(streams)
    try:
        inner = zlib.compress(mutated(zlib.decompress(stream[1]), (), random))
    except zlib.error:
        inner = mutated(stream[1], (), random)
    return content[: stream.start(1)] + inner + content[stream.end(1) :]
