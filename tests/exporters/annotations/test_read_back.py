"""What our importers find in folders of brat and files of doccano that we wrote."""

from collections.abc import Mapping
from pathlib import Path

from annotator.importers import brat, doccano
from annotator.model.article import Article, Paragraph
from tests.exporters.sample import ARTICLES, exported


def cut(name: str, text: str, fields: Mapping[str, str]) -> Article:
    """An article with a paragraph for each block, as the sample has them."""
    paragraphs, start = [], 0
    for number, block in enumerate(text.split("\n\n"), start=1):
        paragraphs.append(Paragraph(number, start, start + len(block)))
        start += len(block) + 2
    return Article(f"read-{name}", name, text, tuple(paragraphs), title=fields.get("title", ""))


def test_brat(tmp_path: Path) -> None:
    exported(tmp_path, "brat")
    files = {path.name: path.read_bytes() for path in (tmp_path / "ana").iterdir()}
    files["annotation.conf"] = (tmp_path / "annotation.conf").read_bytes()
    project = brat.read(files, "ana", cut, "ana")
    assert not project.problems
    assert not project.mismatches
    assert [one.text for one in project.articles] == [ARTICLES[0].text]
    assert {key.paragraph for key in project.units} == {1, 2, 3}


def test_doccano(tmp_path: Path) -> None:
    exported(tmp_path, "doccano")
    files = [doccano.CoderFile(path.name, path.stem, path.read_bytes())
             for path in sorted((tmp_path / "spans").iterdir())]  # fmt: skip
    project = doccano.read(files, "spans", cut)
    assert not project.problems
    assert project.coders == ("ana", "ben")
    told = {(key.coder, key.paragraph): unit.work.answers for key, unit in project.units.items()}
    assert told.keys() >= {("ana", 1), ("ana", 2), ("ben", 2)}
