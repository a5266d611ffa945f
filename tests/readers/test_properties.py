"""Whatever the bytes: articles or a ReaderError, the same each time, and every range valid."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ReaderError
from annotator.model.article import Article
from annotator.readers import read
from annotator.readers.paragraphs import WHITE

CONTENT = st.one_of(
    st.binary(max_size=2_000),
    st.text(max_size=1_000).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=300).map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.text(st.characters(codec="cp1252"), max_size=500).map(lambda text: text.encode("cp1252")),
    st.lists(
        st.sampled_from(
            [
                *("By Jane Doe", "Opinion", "March 1, 2019", "Advertisement", "# Heading", "---"),
                *("“Yes.”", "Photo: X/AFP", "[sic] [/ [@click=app.quit]x[/]", "Read more"),
                *("- item", "\x1b]52;c;x\x07", "word " * 80, "漢字かな。" * 40, "\u202e\u200b"),
                *("title: x", "Jane Doe is a professor.", "Nobody knew why. They met in spring."),
            ]
        ),
        max_size=14,
    ).map(lambda blocks: "\n\n".join(blocks).encode()),
)


def outcome(path: Path) -> list[Article] | str:
    try:
        return read(path)
    except ReaderError as error:
        return "; ".join(map(str, error.problems))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("articles")


@given(content=CONTENT, ending=st.sampled_from([".txt", ".md"]))
def test_any_bytes(folder: Path, content: bytes, ending: str) -> None:
    path = folder / f"a{ending}"
    path.write_bytes(content)
    found = outcome(path)
    assert found == outcome(path)
    if isinstance(found, str):
        assert found
        return
    [article] = found
    assert article.text.encode()  # can be stored: no lone surrogate
    assert "\x00" not in article.text
    assert "\r" not in article.text
    assert_ranges(article, whole=ending == ".txt")


def assert_ranges(article: Article, *, whole: bool) -> None:
    end, outside = 0, ""
    for number, paragraph in enumerate(article.paragraphs, 1):
        assert paragraph.number == number
        assert end <= paragraph.start < paragraph.end <= len(article.text)
        assert paragraph.reason
        outside += article.text[end : paragraph.start]
        end = paragraph.end
    if whole:  # front matter of Markdown is outside
        assert not (outside + article.text[end:]).strip(WHITE)
