"""`annotator bundle`: where it goes, what is refused."""

import stat
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.exporters.sealed import SUMS
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, make_article


def test_a_folder_beside_the_study(two_coders: Path) -> None:
    finished = run("bundle", study=two_coders)
    assert finished.exit_code == 0, finished.err
    folder = two_coders.parent / "exports" / "bundle"
    assert (folder / "data" / "long.csv").exists()
    assert stat.S_IMODE((folder / SUMS).stat().st_mode) == 0o600
    assert f"{folder}, data/long.csv: 7 rows" in finished.err
    assert "Name a licence" in finished.err


def test_a_zip_file_has_the_same_files(two_coders: Path, tmp_path: Path) -> None:
    run("bundle", "-o", tmp_path / "folder", study=two_coders)
    assert run("bundle", "-o", tmp_path / "b.zip", study=two_coders).exit_code == 0
    with ZipFile(tmp_path / "b.zip") as archive:
        sums = archive.read(f"b/{SUMS}")
    assert sums == (tmp_path / "folder" / SUMS).read_bytes()
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600


def test_without_texts(two_coders: Path, tmp_path: Path) -> None:
    run("bundle", "--no-text", "-o", tmp_path / "b", study=two_coders)
    header = (tmp_path / "b" / "data" / "articles.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.endswith("sha256,encoding")


def test_the_further_fields_of_articles(tmp_path: Path) -> None:
    study, article = tmp_path / "study.db", make_article("first", "Talks end", "Nobody signed.")
    with Study.create(study, CODEBOOK) as made:
        made.add_articles([replace(article, metadata={"section": "Sport, p. 3"})])
    for name, option in (("plain", []), ("more", ["--metadata"])):
        assert run("bundle", *option, "-o", tmp_path / name, study=study).exit_code == 0
    told = (tmp_path / "more" / "data" / "articles.csv").read_text(encoding="utf-8")
    assert "meta_section" in told.splitlines()[0]
    assert "Sport, p. 3" in told
    described = (tmp_path / "more" / "data" / "datapackage.json").read_text(encoding="utf-8")
    assert "meta_section" in described
    plain = (tmp_path / "plain" / "data" / "articles.csv").read_text(encoding="utf-8")
    assert "section" not in plain


def test_a_preregistration(two_coders: Path) -> None:
    assert run("bundle", "--prereg", study=two_coders).exit_code == 0
    page = two_coders.parent / "exports" / "preregistration" / "PREREGISTRATION.md"
    assert "had been coded already" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("earlier", ["file", "folder"])
def test_what_is_there_stays(two_coders: Path, tmp_path: Path, earlier: str) -> None:
    target = tmp_path / "b"
    if earlier == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "mine").write_text("mine")
    assert run("bundle", "-o", target, study=two_coders).exit_code == 2
    assert "mine" in [p.read_text() for p in (target, target / "mine") if p.is_file()]


def test_options_that_cannot_be_meant_together(two_coders: Path) -> None:
    for option, said in (("--no-text", "holds no texts anyway"), ("--metadata", "no articles")):
        finished = run("bundle", "--prereg", option, study=two_coders)
        assert finished.exit_code == 2
        assert said in finished.err
