"""`annotator demo`: made whole, printed without a terminal, opened with one, never written over."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import demo
from annotator.demo import material
from annotator.study import Study
from tests.cli.run import run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "here"
    assert run("demo", folder, "--no-open").exit_code == 0
    return folder / "demo.db"


def test_everything_is_in_it(made: Path) -> None:
    with Study.open(made, read_only=True) as study:
        assert study.n_articles() == len(material.articles()) == 4
        assert tuple(study.coders()) == material.CODERS
        assert study.codebook.id == "hanoi"
        assert study.remembered_coder() == demo.VISITOR
        assert not list(study.statements(coders=[demo.VISITOR]))


def test_the_articles_are_called_as_a_reader_would(made: Path) -> None:
    with Study.open(made, read_only=True) as study:
        titles = [header.title for header in study.headers()]
    assert titles == [
        "Trump was right to walk out on Kim",
        "The missiles that Hanoi forgot",
        "Count first, trade later: the useful failure in Hanoi",
        "Hanoi was a stumble. Seoul must keep it from becoming a fall",
    ]


def test_all_three_have_finished_everything(made: Path) -> None:
    figures = run("status", "--json", study=made).json()
    paragraphs = {"ana": 0, "ben": 0, "chris": 0}
    with Study.open(made, read_only=True) as study:
        for unit in study.units():
            paragraphs[unit.coder] += unit.done and unit.paragraph > 0
    assert set(paragraphs.values()) == {figures["paragraphs"]}


def test_the_disagreements_are_real(made: Path) -> None:
    rows = run("agree", "--json", study=made).json()["rows"]
    alphas = [
        coefficient["value"]
        for row in rows
        for coefficient in row["coefficients"]
        if coefficient["name"].startswith("krippendorff_alpha") and coefficient["value"] is not None
    ]
    assert alphas
    assert min(alphas) < 0.9
    assert max(alphas) > 0.6


def test_it_is_sound_and_private(made: Path) -> None:
    assert run("doctor", study=made).exit_code == 0
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert [path.name for path in made.parent.iterdir()] == ["demo.db"]


def test_without_a_terminal_it_prints_and_ends(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "annotator", "demo", str(tmp_path / "d")],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=True,
    )  # fmt: skip
    assert "chris" in finished.stdout
    assert "alpha" in finished.stdout
    assert f" demo {tmp_path / 'd'}" in finished.stderr


def test_a_demo_that_is_there_is_left_as_it_is(made: Path) -> None:
    with Study.open(made, coder=demo.VISITOR) as study:
        first = study.headers(1, 1)[0].id
        study.finish(first, 1)
    before = made.read_bytes()
    assert run("demo", made.parent, "--no-open").exit_code == 0
    assert made.read_bytes() == before
    with Study.open(made, coder=demo.VISITOR) as study:
        assert study.undo() is not None


def test_it_opens_as_a_fourth_coder_at_the_first_paragraph(made: Path) -> None:
    with Study.open(made, coder=demo.VISITOR) as study:
        place = study.place()
        assert place is not None
        assert (study.header(place.article).position, place.paragraph) == (1, 1)


def test_nothing_is_left_of_a_demo_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "ana.csv"
    broken.write_text("coder,article,paragraph\nana,nowhere,1\n", encoding="utf-8")
    monkeypatch.setattr(material, "codings", lambda: [broken])
    finished = run("demo", tmp_path / "d", "--no-open")
    assert finished.exit_code == 3
    assert list((tmp_path / "d").iterdir()) == []


def test_the_codebooks_lie_where_they_are_looked_for() -> None:
    assert material.codebook().is_file()
