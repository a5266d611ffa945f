"""Formats of several files: the sample gives the golden folder, byte for byte."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exporters.job import About, Choice
from tests.exporters.sample import exported, source

GOLDEN = Path(__file__).parent / "golden"
ABOUT = About("sample", "0.0", "", {}, ("ana", "ben"), ("main",))
FORMS = ["dna", "graphml", "gexf", "labelstudio", "doccano", "brat", "hf", "webannotation", "ddi",
         "codebook-md", "codebook-html"]  # fmt: skip
LIBRARYS_OWN = ".parquet"  # pyarrow writes its version into its files


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != LIBRARYS_OWN
    }


@pytest.mark.parametrize("form", FORMS)
def test_golden_bytes(tmp_path: Path, form: str) -> None:
    exported(tmp_path, form, given=replace(source(), about=ABOUT))
    written, golden = files(tmp_path), files(GOLDEN / form)
    assert written.keys() == golden.keys()
    for name, content in golden.items():
        assert written[name] == content, name


@pytest.mark.parametrize("form", FORMS)
def test_the_same_again_is_the_same_bytes(tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        exported(tmp_path / name, form)
    for path in (found for found in (tmp_path / "one").rglob("*") if found.is_file()):
        again = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == again.read_bytes(), path.name


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_study_can_be_written(tmp_path: Path, form: str) -> None:
    report = exported(tmp_path, form, given=source({}))
    assert not [reason for reason, count in report.left_out.items() if count]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "brat"])
def test_without_text_no_text_is_written(tmp_path: Path, form: str) -> None:
    exported(tmp_path, form, Choice(text=False))
    for path in (found for found in tmp_path.rglob("*") if found.is_file()):
        content = path.read_bytes()
        assert b"twice" not in content
        assert "北京".encode() not in content
