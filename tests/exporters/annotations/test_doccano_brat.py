"""doccano and brat: spans that match their text, names that are safe, ties that can be found."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UsageError
from annotator.exporters.annotations.names import Names
from annotator.exporters.files import Stream
from annotator.exporters.job import Choice
from annotator.model.coding import Answer, Statement, UnitWork
from tests.exporters.sample import ARTICLES, FIRST, UNITS, article, exported, key, source

HOSTILE = "../../etc/passwd\x00\n\u202e=1+1 🙂 " + "x" * 300


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_spans_of_doccano_are_paragraphs(tmp_path: Path) -> None:
    exported(tmp_path, "doccano")
    (line,) = lines(tmp_path / "spans" / "ana.jsonl")
    found = [(line["text"][start:end], label) for start, end, label in line["label"]]
    assert found[:2] == [("Talks end", "tone:bad"), ('He said "no", twice.', "tone:cannot_tell")]


def test_ties_stay_in_doccanos_metadata(tmp_path: Path) -> None:
    report = exported(tmp_path, "doccano")
    line = lines(tmp_path / "classification" / "ana.jsonl")[2]
    assert line["statements"][0] == {
        "actor": "us", "stance": "support", "lever": "relief|summit", ":memo": "two\nlines",
    }  # fmt: skip
    assert [count for note, count in report.notes.items() if "belong together" in note] == [4]


@pytest.mark.parametrize("form", ["doccano", "brat"])
def test_names_of_coders_and_articles_are_made_safe(tmp_path: Path, form: str) -> None:
    twins = tuple(article(name, "One", "Two") for name in (HOSTILE, "a", "A", "con"))
    units = {key(who, one.id, 2): UnitWork({"tone": Answer.of("bad")})
             for one in twins for who in (HOSTILE, "ANA", "ana", "")}  # fmt: skip
    exported(tmp_path / "out", form, given=source(units, twins))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    names = [path.relative_to(tmp_path / "out").as_posix() for path in tmp_path.rglob("*.*")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[\w() .,+/-]+", name) and len(name) < 250 for name in names)


@pytest.mark.parametrize("form", ["doccano", "brat"])
def test_a_coder_called_like_another_in_a_round_has_files_of_their_own(
    tmp_path: Path, form: str
) -> None:
    where, work = key("ana", FIRST, 2), UnitWork({"tone": Answer.of("bad")})
    twins = (where._replace(round="pilot"), where._replace(coder="ana (pilot)"))
    report = exported(tmp_path, form, given=source(dict.fromkeys(twins, work)))
    named = {name.removesuffix(".jsonl").removesuffix("/harbour.ann") for name in report.rows}
    assert {name.rpartition("/")[2] for name in named} == {"ana (pilot)", "ana (pilot)_2"}


def entities(text: str, ann: str) -> dict[str, tuple[str, list[str]]]:
    """Type and fragments of every entity; each is compared with the text that brat keeps of it."""
    found = {}
    for line in ann.splitlines():
        if line.startswith("T"):
            name, place, quote = line.split("\t")
            kind, _, spans = place.partition(" ")
            pieces = [text[int(s.split()[0]) : int(s.split()[1])] for s in spans.split(";")]
            assert " ".join(pieces) == quote
            found[name] = (kind, pieces)
    return found


def test_brat_fits_its_text_and_its_configuration(tmp_path: Path) -> None:
    exported(tmp_path, "brat")
    conf = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    attributes = {line.split("\t")[0] for line in conf.partition("[attributes]")[2].splitlines()}
    text = (tmp_path / "ana" / "harbour.txt").read_text(encoding="utf-8")
    assert text == ARTICLES[0].text
    ann = (tmp_path / "ana" / "harbour.ann").read_text(encoding="utf-8")
    found = entities(text, ann)
    assert found["T6"] == ("Statement", ["Line one", "line two"])
    for line in ann.splitlines():
        number, told, *_ = line.split("\t")
        if number.startswith("A"):
            name, target, *value = told.split(" ")
            assert name in attributes
            assert target in found
            assert len(value) <= 1


def test_notes_of_brat_are_one_line(tmp_path: Path) -> None:
    work = UnitWork({"remark": Answer.of("a\tb\r\nc")}, (Statement("1", memo="d\ne"),), memo="f g")
    report = exported(tmp_path, "brat", given=source({key("ana", FIRST, 2): work}))
    ann = (tmp_path / "ana" / "harbour.ann").read_bytes().decode("utf-8")
    assert re.findall(r"^#\d+\t\S+ T\d+\t(.*)$", ann, re.MULTILINE) == ["a b c", "f g", "d e"]
    assert [count for note, count in report.notes.items() if "line ends" in note] == [2]


def test_codes_with_other_names_are_counted(tmp_path: Path) -> None:
    report = exported(tmp_path, "brat")
    assert [count for note, count in report.notes.items() if "other names" in note] == [1]


def test_brat_needs_the_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="needs the text"):
        exported(tmp_path, "brat", Choice(text=False))


def test_a_thousand_articles_do_not_keep_a_thousand_files_open(tmp_path: Path) -> None:
    many = tuple(article(f"a{n}", "One", "Two") for n in range(1_100))
    units = {key("ana", one.id, 2): UnitWork(done=True) for one in many}
    report = exported(tmp_path, "brat", given=source(units, many))
    assert len(report.rows) == 1_100


def test_several_files_do_not_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    from annotator.exporters import exporter

    for form in ("brat", "doccano", "labelstudio"):
        with pytest.raises(UsageError, match="needs a file"):
            exporter(form).write(source(UNITS), Choice(), Stream(sys.stdout))
    assert not capsys.readouterr().out


def test_types_are_ascii_and_unique() -> None:
    names = Names()
    names.reserve("Statement")
    assert [names.type(name) for name in ("Größe 1", "Groe_1", "🙂", "北", "statement", "🙂")] == [
        "Groe_1", "Groe_1_2", "unnamed", "unnamed_2", "statement_2", "unnamed",
    ]  # fmt: skip
