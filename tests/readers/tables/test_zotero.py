"""Exports of Zotero with their files."""

from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers import Options, read_file
from tests.readers.made import docx, paragraph
from tests.readers.reading import refused, texts, warnings


def export(folder: Path, *files: str) -> Path:
    """An export whose records name those files, each with a title of its own."""
    records = [
        f"TY  - NEWS\nTI  - Title {n}\nAU  - Doe, Jane\nDA  - 2020/03/0{n}/\nT2  - Daily\n"
        f"UR  - http://a.example/{n}\nKW  - bridges\n"
        + "".join(f"L1  - {name}\n" for name in names.split("|"))
        + "ER  - \n"
        for n, names in enumerate(files, 1)
    ]
    path = folder / "export.ris"
    path.write_text("\n".join(records), encoding="utf-8")
    return path


def attach(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_attachments_take_the_metadata_of_their_record(tmp_path: Path) -> None:
    attach(tmp_path, "files/1/a.docx", docx(paragraph("It rained a lot in the valley.")))
    attach(tmp_path, "files/2/b.txt", b"The bridge was never built.\n\nNobody asked.")
    read = read_file(export(tmp_path, "files/1/a.docx", "files/2/b.txt"))
    rain, bridge = read.articles
    assert read.format == "zotero"
    assert read.announced == 2
    assert texts(rain) == ["It rained a lot in the valley."]
    assert (rain.name, rain.title, rain.author, rain.source, rain.date, rain.url) == (
        "a", "Title 1", "Doe, Jane", "Daily", "2020-03-01", "http://a.example/1",
    )  # fmt: skip
    assert rain.metadata["subject"] == "bridges"
    assert rain.metadata["format"] == "docx"
    assert bridge.title == "Title 2"


def test_a_table_of_zotero(tmp_path: Path) -> None:
    attach(tmp_path, "files/1/a.txt", b"It rained.")
    table = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","Date",'
        '"File Attachments","Date Added"\n'
        '"ABCD","newspaperArticle","2020","Doe, Jane","Rain","Daily","2020-03-04",'
        '"C:\\Users\\x\\Zotero\\storage\\1\\a.txt; /home/x/files/1/a.txt; a.png","2021-01-01"\n'
    )
    (tmp_path / "export.csv").write_text(table, encoding="utf-8")
    read = read_file(tmp_path / "export.csv")
    [article] = read.articles
    assert read.format == "zotero"
    assert (article.title, article.source, article.date) == ("Rain", "Daily", "2020-03-04")
    assert article.metadata["zotero_key"] == "ABCD"


def test_the_first_file_that_can_be_read_counts(tmp_path: Path) -> None:
    attach(tmp_path, "files/1/a.pdf", b"%PDF-1.4 nothing")
    attach(tmp_path, "files/1/a.txt", b"It rained.")
    read = read_file(export(tmp_path, "files/1/a.pdf|files/1/a.txt"))
    assert texts(read.articles[0]) == ["It rained."]
    assert "is a damaged PDF" in warnings(read)[0]
    assert 'the record "Title 1" has 2 files; one of them was read' in warnings(read)


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "/etc/passwd", "files/../../secret.txt", "link.txt", "none.txt", "x" * 5_000],
)
def test_nothing_outside_the_folder_is_opened(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("A secret.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "a.txt").write_text("It rained.", encoding="utf-8")
    read = read_file(export(folder, name, "a.txt"))
    assert [texts(article) for article in read.articles] == [["It rained."]]
    assert "is not in the folder of the export" in refused(read)[0]


def test_an_export_without_files(tmp_path: Path) -> None:
    path = export(tmp_path, "none.pdf")
    with pytest.raises(ReaderError) as caught:
        read_file(path, Options(format="zotero"))
    assert "without a file that can be read" in str(caught.value.problems[0])
    assert "none.pdf" in str(caught.value.problems[1])


def test_references_whose_files_are_not_there_are_references(tmp_path: Path) -> None:
    path = export(tmp_path, "files/1/none.pdf")
    with pytest.raises(ReaderError, match="cannot be read") as caught:
        read_file(path)
    assert "no record in it has a text" in str(caught.value.problems[0])
    path.write_text(path.read_text("utf-8").replace("KW", "AB  - It rained.\nKW"), "utf-8")
    assert read_file(path).format == "ris"
    attach(tmp_path, "files/1/none.pdf", b"no PDF at all")
    with pytest.raises(ReaderError, match="cannot be read"):
        read_file(path)


def test_addresses_are_not_files(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text(
        "TY  - NEWS\nTI  - A\nAB  - It rained.\nL1  - http://a.example/a.pdf\nER  - \n",
        encoding="utf-8",
    )
    assert read_file(path).format == "ris"
    with pytest.raises(ReaderError, match="cannot be read"):
        read_file(path, Options(format="zotero"))
