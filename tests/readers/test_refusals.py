"""Files that are no articles: what is said of each."""

import contextlib
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import ReaderError, UsageError
from annotator.readers import bytesource, formats, read


def refusal(path: Path, **options: str) -> str:
    with pytest.raises(ReaderError) as caught:
        read(path, **options)  # type: ignore[arg-type]
    [problem] = caught.value.problems
    assert problem.where == os.fspath(path)
    return str(problem)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n\xc2\xa0\n", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a damaged PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00 [Content_Types].xml word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00 xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04 mimetypeapplication/epub+zip", "an e-book"),
        (b"PK\x03\x04 photo.jpg", "a damaged or cut-off ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word"),
        (b"{\\rtf1\\ansi \\par}", "an RTF document without text"),
        (b"\x89PNG\r\n\x1a\n\x00", "an image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "an image"),
        (b"\x00\x00\x00\x18ftypheic", "an image"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"MZ\x90\x00\x03", "a Windows program"),
        (b"\xef\xbb\xbf <html lang='en'>", "a web page"),
        (b"<?xml version='1.0'?><a/>", "an XML file"),
        (random.Random(1).randbytes(64) + b"\x00\x01\x00", "binary"),
    ],
)
def test_content(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert message in refusal(path)


def test_prose_that_begins_like_a_binary_file_is_prose(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("MZ is how the file of an old program begins.", encoding="utf-8")
    assert len(read(path)) == 1


def test_mark_up_can_be_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("<html><p>Hello</p></html>", encoding="utf-8")
    assert read(path)[0].text == "Hello"
    assert read(path, format="text")[0].text == "<html><p>Hello</p></html>"


def test_missing(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.txt")


def test_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_pipe_does_not_wait(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "not a regular file" in refusal(path)


def test_a_name_no_file_can_have(tmp_path: Path) -> None:
    assert "name that no file can have" in refusal(tmp_path / "a\0b.txt")


@pytest.fixture
def nobody() -> Iterator[None]:
    """Root may read everything, so for this test it is somebody else."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


def test_not_permitted(tmp_path: Path, nobody: None) -> None:
    path = tmp_path / "a.txt"
    with contextlib.suppress(PermissionError):  # nobody cannot even write here
        path.write_text("text", encoding="utf-8")
        path.chmod(0)
    assert "permission denied" in refusal(path)


def test_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to(path)
    assert "cannot be opened" in refusal(path)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(bytesource.MAX_BYTES + 1)  # sparse: takes no room
    assert "too large: 50 MB" in refusal(path)
    with path.open("r+b") as file:
        file.write(b"PK\x03\x04")  # an archive may be larger
    assert "too large" not in refusal(path)
    with path.open("r+b") as file:
        file.truncate(bytesource.MAX_ARCHIVE + 1)
    assert "the limit is 500 MB" in refusal(path)


def test_too_many_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a\n\n" * 100_001, encoding="utf-8")
    assert "100,001 paragraphs" in refusal(path)


def test_an_unknown_ending_names_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xyz"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert 'ends in ".xyz"' in refusal(path)
    assert "--format text" in refusal(path)


def test_an_unknown_format(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text", encoding="utf-8")
    with pytest.raises(UsageError, match='no format "papyrus"'):
        read(path, format="papyrus")
    assert formats()[-2:] == ("markdown", "text")  # they take what no other format knows
