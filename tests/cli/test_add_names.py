"""Articles from files of the same name in several folders are told apart."""

import json
from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    Study.create(path, CODEBOOK).close()
    return path


def write(folder: Path, *files: str) -> Path:
    for number, name in enumerate(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Story {number} of {folder.name} is about the harbour.", encoding="utf-8")
    return folder


def names(study: Path) -> list[str]:
    with Study.open(study, read_only=True) as opened:
        return [header.name for header in opened.headers()]


def test_files_of_one_name_get_that_of_their_folder(study: Path, tmp_path: Path) -> None:
    run("add", write(tmp_path / "a", "2019/01.txt", "2020/01.txt", "2020/02.txt"), study=study)
    assert names(study) == ["2019/01", "2020/01", "02"]
    assert run("kind", "2020/01", study=study).exit_code == 0


def test_in_one_folder_the_ending_tells_them_apart(study: Path, tmp_path: Path) -> None:
    run("add", write(tmp_path / "a", "talks.md", "talks.txt"), study=study)
    assert names(study) == ["talks.md", "talks.txt"]


def test_those_in_the_study_keep_theirs(study: Path, tmp_path: Path) -> None:
    run("add", write(tmp_path / "2019", "01.txt"), study=study)
    run("add", write(tmp_path / "2020", "01.txt"), tmp_path / "2019", study=study)
    assert names(study) == ["01", "2020/01"]


def test_the_same_text_twice_is_one_article_of_one_name(study: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "a", "01.txt")
    (tmp_path / "b" / "01.txt").write_bytes((tmp_path / "a" / "01.txt").read_bytes())
    run("add", tmp_path / "a", tmp_path / "b", study=study)
    assert names(study) == ["01"]


def test_articles_come_in_the_order_of_the_files_though_one_comes_twice(
    study: Path, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", "1.txt", "2.txt", "3.txt")
    (folder / "4.txt").write_bytes((folder / "1.txt").read_bytes())
    assert "1 article twice in these files: 4" in run("add", folder, study=study).out
    assert names(study) == ["1", "2", "3"]
    again = json.loads(run("add", folder, "--dry-run", "--json").out)
    assert [one["name"] for one in again["added"]] == ["1", "2", "3"]


def test_what_to_do_with_other_kinds_that_may_hold_articles(study: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", "a.txt", "b.doc", "c.DOC", "d.ods", "e.rar", "f.xyz")
    out = run("add", folder, study=study).out
    assert "5 files of other kinds left out: b.doc, c.DOC, d.ods, e.rar, f.xyz\n" in out
    assert "Save .doc as .docx to add them." in out
    assert "Save .ods as .xlsx or .csv to add them." in out
    assert "Unpack .rar, and add the files." in out


def test_a_name_that_a_mac_took_apart_is_put_together(study: Path, tmp_path: Path) -> None:
    run("add", write(tmp_path / "a", "Zu\u0308rich.txt"), study=study)  # u and two dots
    assert names(study) == ["Z\u00fcrich"]
    for typed in ("Z\u00fcrich", "Zu\u0308rich"):
        assert run("kind", typed, study=study).exit_code == 0
