"""Every block of every layout gets the kind a careful reader would give it."""

from pathlib import Path

import pytest

from annotator.model.article import CODABLE_KINDS
from annotator.readers import read
from tests.readers.layout import LAYOUTS, blocks_of, text_of


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_layout(layout: Path, tmp_path: Path) -> None:
    blocks = blocks_of(layout)
    file = tmp_path / layout.name
    file.write_text(text_of(blocks), encoding="utf-8")
    [article] = read(file)
    cut = [article.paragraph_text(p.number) for p in article.paragraphs]
    # hard-wrapped lines are joined
    assert [text.split() for text in cut] == [block.text.split() for block in blocks]
    wrong = [
        f"{block.text[:50]!r} is {block.kind}, not {paragraph.kind}: {paragraph.reason}"
        for block, paragraph in zip(blocks, article.paragraphs, strict=True)
        if paragraph.kind != block.kind and not (block.lenient and paragraph.kind in CODABLE_KINDS)
    ]
    assert not wrong, "\n".join(wrong)


def test_there_are_layouts() -> None:
    assert len(LAYOUTS) >= 40
