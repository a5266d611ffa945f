"""Which reader a file gets, and what is said of a file that none reads."""

from itertools import islice
from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers import Options
from annotator.readers.registry import READERS, formats, reader_of
from annotator.readers.source import Source
from tests.readers.fuzz.targets import Target, targets
from tests.readers.made import docx, package, paragraph
from tests.readers.reading import reading, refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_every_format_has_a_name_of_its_own() -> None:
    assert len(set(formats())) == len(READERS)
    assert all(reader.TITLE and reader.read.__doc__ for reader in READERS)


def test_content_goes_before_the_ending() -> None:
    document = docx(paragraph("It rained."))
    for name in ("a.docx", "a.txt", "a.pdf", "a.csv", "a.zip", "a"):
        assert reading(document, name).format == "docx"
    assert reading(b"{\\rtf1 It rained.\\par}", "a.doc").format == "rtf"


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.name)
def test_bare_text_gets_the_reader_that_asking_all_would_give(target: Target) -> None:
    for name, content in [*target.seeds.items(), *islice(target.cases(1), 40)]:
        for ending in (Path(name).suffix, ".txt"):
            path = Path(name).with_suffix(ending)
            asked = (reader for reader in READERS if reader.sniff(Source(path, content)))
            try:
                found = reader_of(Source(path, content))
            except ReaderError:
                found = None
            assert found is next(asked, None)


def test_the_format_that_is_named_is_that_of_the_members_of_an_archive() -> None:
    file = package({"a.txt": "# One\n\nTwo.", "b.md": "Three."})
    read = reading(file, "a.zip", Options(format="text"))
    assert read.format == "zip"
    assert [article.metadata["format"] for article in read.articles] == ["text", "text"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (OLE + b"\x00" * 600, "save it as .docx (texts) or .xlsx (tables)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"Rar!\x1a\x07\x00", "unpack it"),
        (b"\x89PNG\r\n\x1a\n\x00", "OCR"),
        (package({"[Content_Types].xml": "", "ppt/a.xml": ""}), "a PowerPoint presentation"),
        (b"\x00\x01\x02", "to read it as it is: --format text"),
    ],
)
def test_the_way_out_of_what_is_not_read(content: bytes, message: str) -> None:
    assert message in refusal(content, "a.bin")


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".odt"])
def test_a_file_that_is_not_what_its_name_says_is_told_so(ending: str) -> None:
    assert f'ends in "{ending}", but holds no format that is called so' in refusal(
        b"It rained.", f"a{ending}"
    )
