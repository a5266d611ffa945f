"""Which files of the folders that were named are read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.cli.article_files import article_files

ENDINGS = {".txt", ".md"}


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_folders_are_searched_in_the_order_people_count(tmp_path: Path) -> None:
    make(tmp_path, "b10.txt", "b9.txt", "A.TXT", "c/2.md", "c/10.md", "c/d/1.txt", "x.pdf")
    found = article_files([tmp_path], ENDINGS)
    names = [str(path.relative_to(tmp_path)) for path in found.chosen]
    assert names == ["A.TXT", "b9.txt", "b10.txt", "c/2.md", "c/10.md", "c/d/1.txt"]
    assert [path.name for path in found.left_out] == ["x.pdf"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, "x.pdf", "a.txt")
    paths = [tmp_path / "x.pdf", tmp_path / "a.txt", tmp_path / "a.txt"]
    assert article_files(paths, ENDINGS) == (paths[:2], [])


def test_hidden_files_and_folders_are_not_searched(tmp_path: Path) -> None:
    make(tmp_path, ".git/a.txt", ".b.txt", "c.txt")
    assert [path.name for path in article_files([tmp_path], ENDINGS).chosen] == ["c.txt"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(article_files([tmp_path], ENDINGS).chosen) == 1


def test_a_name_that_is_too_long_is_left_to_the_reader_to_refuse() -> None:
    path = Path("x" * 5_000)
    assert article_files([path], ENDINGS).chosen == [path]


def test_a_folder_that_cannot_be_listed_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt", "closed/b.txt")
    list_folder = os.scandir  # root may list every folder, so the refusal is made here

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = article_files([tmp_path], ENDINGS)
    assert [path.name for path in found.chosen] == ["a.txt", "closed"]


def test_notes_of_word_and_parts_of_saved_pages_are_not_searched(tmp_path: Path) -> None:
    make(tmp_path, "~$a.txt", "a.html", "a_files/ad.txt", "B.HTM", "B-Dateien/x.txt")
    make(tmp_path, "my_files/c.txt", "d.txt")
    found = article_files([tmp_path], {*ENDINGS, ".html", ".htm"})
    names = [str(path.relative_to(tmp_path)) for path in found.chosen]
    assert names == ["a.html", "B.HTM", "d.txt", "my_files/c.txt"]
    assert found.left_out == []
