"""From what a reader found to articles."""

from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers.assemble import assemble
from annotator.readers.found import Block, Found, of_blocks
from annotator.readers.source import Source


@pytest.mark.parametrize(
    ("text", "field", "what"),
    [
        ("a\0b", "", "a NUL character"),
        ("a", "b\0", "a NUL character"),
        ("\ud800", "", "half a surrogate pair"),
        ("a", "\udfff", "half a surrogate pair"),
    ],
)
def test_what_no_study_can_keep_is_refused(text: str, field: str, what: str) -> None:
    found = of_blocks([Block(text)], {"section": field})
    with pytest.raises(ReaderError) as raised:
        assemble(Source(Path("a.rtf"), b"x"), "rtf", Found([found]))
    assert raised.value.problems[0].message == f"is damaged: it contains {what}"
