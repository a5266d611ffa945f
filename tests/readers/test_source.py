"""One file that is to be read: views are made once, and nothing of it outlives its reading."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers import read_source
from annotator.readers.source import Source
from annotator.safe.package import package

PAGE = b"<html><body><article><p>The ferry sank off the island.</p></article></body></html>"


def test_a_view_that_cannot_be_made_is_tried_once() -> None:
    tried = []

    def view(source: Source) -> str:
        tried.append(source)
        raise source.refusal("is no harbour")

    source = Source(Path("a.txt"), b"words")
    assert source.or_none(view) is None
    for _ in range(2):
        with pytest.raises(ReaderError, match="cannot be read"):
            source.once(view)
    assert len(tried) == 1


@pytest.mark.parametrize("look", [lambda source: source.or_none(package), read_source])
def test_a_source_is_let_go_of_at_once(look: object) -> None:
    """A refusal knows the calls that it came through, and they know the source: a circle."""
    source = Source(Path("a.html"), PAGE)
    assert callable(look)
    gc.disable()
    try:
        look(source)
        known = weakref.ref(source)
        del source
        assert known() is None
    finally:
        gc.enable()
