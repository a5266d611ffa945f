"""`annotator agree --html`: what was asked for as one page."""

import stat
from pathlib import Path

import pytest

from annotator.cli import demo
from tests.cli.run import run
from tests.reports.render.page import Page

EVERYTHING = ("--explain", "--confusions", "--by", "pair", "--against")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo: four articles, three coders."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.make(path)
    return path


def page(path: Path) -> Page:
    found = Page(path.read_text(encoding="utf-8"))
    assert not found.open
    assert not [a for a in found.attributes if a[1] in ("src", "href")]
    return found


def test_the_page_holds_the_table_and_what_it_means(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "agree.html"
    finished = run("agree", "actor", "statement", "--html", path, study=study)
    assert (finished.exit_code, finished.out) == (0, "")
    assert f"{path}: written.\n" in finished.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = page(path).text
    for part in ("alpha Jaccard", "statement alpha", "matched statements (F1)", "Actor"):
        assert part in text
    assert text[text.index("alpha MASI") - 3] == "set of codes"  # not “(Jaccard)”
    assert any("clustered bootstrap" in part for part in text)
    assert "Explained" not in text


def test_the_page_holds_all_that_was_asked_for(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "agree.html"
    names = ("outcome_eval", "statement", "stance")
    finished = run("agree", *names, "--html", path, *EVERYTHING, "ana", study=study)
    assert finished.exit_code == 0, finished.err
    found = page(path)
    for head in ("By pair", "Explained", "Confused", "Against ana", "Coincidence matrix"):
        assert any(head in part for part in found.text), head
    assert any("F1 = 2 x 288 / (2 x 288 + 104) = 0.8471." in part for part in found.text)
    labels = [value for _, name, value in found.attributes if name == "aria-label"]
    assert any(label.startswith("Appraisal") and "most often" in label for label in labels)


def test_a_table_needs_no_study(tmp_path: Path) -> None:
    table, path = tmp_path / "ratings.csv", tmp_path / "agree.html"
    table.write_text("unit,ann,<b>\n1,<i>,<i>\n2,b,b\n3,b,<i>\n", encoding="utf-8")
    options = ("--data", table, "--level", "nominal", "--html", path)
    finished = run("agree", *options, *EVERYTHING, "ann")
    assert finished.exit_code == 0, finished.err
    found = page(path)
    assert "Agreement: ratings" in found.text
    assert any("<b> against ann: ratings" in part for part in found.text)
    assert "i" not in found.tags
    assert any("“b” taken for “<i>”: 1 unit." in part for part in found.text)


def test_numbers_are_confused_too(tmp_path: Path) -> None:
    table, path = tmp_path / "ratings.csv", tmp_path / "agree.html"
    table.write_text("a,b,c\n1,1,1\n2,2,3\n3,3,3\n3,1,3\n", encoding="utf-8")
    options = ("--data", table, "--level", "ordinal", "--confusions", "--html", path)
    assert run("agree", *options).exit_code == 0
    assert "What was confused with what, the costliest first" in "".join(page(path).text)


def test_spans_have_a_page_too(tmp_path: Path) -> None:
    table, path = tmp_path / "spans.csv", tmp_path / "agree.html"
    table.write_text(
        "article,coder,start,end,label,length\n1,a,0,9,x,40\n1,b,0,8,x,40\n1,a,20,30,y,40\n",
        encoding="utf-8",
    )
    finished = run("agree", "--data", table, "--spans", "--html", path)
    assert finished.exit_code == 0, finished.err
    assert "stretches of text (alpha U)" in page(path).text


def test_what_cannot_be_meant_is_told(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "agree.html"
    for other in ("--json", "--csv"):
        finished = run("agree", "--html", path, other, study=study)
        assert (finished.exit_code, path.exists()) == (2, False)
    assert "One of --html and --csv at a time." in finished.err
    table = tmp_path / "ratings.csv"
    table.write_text("a,b\nx,x\ny,y\n", encoding="utf-8")
    finished = run("agree", "--data", table, "--level", "nominal", "--html", table)
    assert finished.exit_code == 2
    assert table.read_text(encoding="utf-8") == "a,b\nx,x\ny,y\n"


def test_the_study_is_not_written_over(study: Path) -> None:
    before = study.read_bytes()
    assert run("agree", "--html", study, study=study).exit_code == 2
    assert study.read_bytes() == before


def test_a_threshold_is_held_beside_the_page(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "agree.html"
    assert run("agree", "--html", path, "--fail-under", "0.99", study=study).exit_code == 4
    assert path.exists()
