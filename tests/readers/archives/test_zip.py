"""ZIP archives: members read by their own readers, and members that nobody should write."""

import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers import Options, read_source
from annotator.readers.source import Source
from tests.readers.made import docx, package, paragraph
from tests.readers.reading import reading, refusal, refused, texts, warnings

TEXT = "The bridge was never built.\n\nNobody asked."


def test_every_member_is_read_by_its_own_reader() -> None:
    file = package(
        {
            "10.txt": "Ten.",
            "2.txt": TEXT,
            "folder/a.docx": docx(paragraph("It rained.")),
            "table.csv": "title,text\nA,One.\nB,Two.\n",
        }
    )
    read = reading(file, "a.zip")
    assert read.format == "zip"
    assert [article.name for article in read.articles] == ["2", "10", "a", "table-1", "table-2"]
    assert [article.metadata["format"] for article in read.articles][1:4] == ["text", "docx", "csv"]
    assert texts(read.articles[2]) == ["It rained."]


def test_a_bad_member_does_not_block_the_others() -> None:
    file = package({"a.txt": TEXT, "b.pdf": "%PDF-1.4 x", "c.txt": b"\x00\x01\x02", "d.txt": ""})
    read = reading(file, "a.zip")
    assert len(read.articles) == 1
    assert [Path(problem.where).name for problem in read.refused] == ["b.pdf", "c.txt", "d.txt"]
    assert read.refused[0].where == str(Path("a.zip", "b.pdf"))


def test_what_programs_leave_in_archives_is_passed_over() -> None:
    file = package(
        {
            "a.txt": TEXT, "__MACOSX/._a.txt": b"\x00", ".hidden.txt": "x", "x/.y/z.txt": "x",
            "Thumbs.db": b"\x00", "photo.jpg": b"\xff\xd8", "b.py": "x",
        }
    )  # fmt: skip
    read = reading(file, "a.zip")
    assert len(read.articles) == 1
    assert not read.refused
    assert warnings(read) == ["2 files of other kinds left out: b.py, photo.jpg"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:a.txt", "..\\a.txt"]
)
def test_names_that_lead_out_of_the_archive(name: str) -> None:
    read = reading(package({"good.txt": TEXT, name: "Bad."}), "a.zip")
    assert len(read.articles) == 1
    assert "leads out of it" in refused(read)[0]


def test_links_are_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("good.txt", TEXT)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "a link to a file elsewhere" in refused(reading(file.getvalue(), "a.zip"))[0]


def test_an_archive_inside_an_archive() -> None:
    inner = package({"a.txt": TEXT})
    read = reading(package({"good.txt": TEXT, "inner.zip": inner}), "a.zip")
    assert refused(read) == ["is an archive inside an archive"]


def test_the_same_name_twice() -> None:
    file = package({"a.txt": TEXT, "b.txt": TEXT}).replace(b"b.txt", b"a.txt")
    assert 'holds two files called "a.txt"' in refusal(file, "a.zip")


def test_a_member_without_a_name() -> None:
    read = reading(package({"good.txt": TEXT, "": "What is this?"}), "a.zip")
    assert len(read.articles) == 1
    assert refused(read) == ["holds a file without a name"]


def test_a_bomb_is_left_alone() -> None:
    file = package({"good.txt": TEXT, "bomb.txt": b"0" * 20_000_000})
    read = reading(file, "a.zip")
    assert len(read.articles) == 1
    assert "unpacks to far more than its size (bomb.txt)" in refused(read)[0]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (package({}), "without an article that can be read: it is empty"),
        (package({"a.jpg": "x"}), "it holds a.jpg"),
        (package({"a.txt": TEXT})[:40], "is a damaged or cut-off ZIP archive"),
        (package({"a.txt": TEXT}).replace(b"\x14\x00\x00\x00", b"\x14\x00\x01\x00"), "password"),
    ],
    ids=["empty", "others", "cut", "locked"],
)
def test_refused(file: bytes, message: str) -> None:
    with pytest.raises(ReaderError) as caught:
        reading(file, "a.zip")
    assert any(message in str(problem) for problem in caught.value.problems)


def test_options_reach_the_members() -> None:
    file = package({"a.txt": "Café".encode("cp1252"), "b.md": b"# One"})
    options = Options(format="zip", encoding="cp1252")
    read = read_source(Source(Path("a.bin"), file, options))
    assert texts(read.articles[0]) == ["Café"]
    assert read.articles[1].metadata["format"] == "markdown"
