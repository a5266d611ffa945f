"""CSV: the golden files, byte for byte, and what the options change."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import StudyDamaged
from annotator.exporters import FORMATS, exporter
from annotator.exporters.job import Choice, Shape, Values
from annotator.model.coding import Answer, Statement, UnitWork
from tests.exporters.sample import (
    CODEBOOK,
    FIRST,
    SECOND,
    UNITS,
    codings,
    exported,
    key,
    source,
)

GOLDEN = Path(__file__).parent / "golden"


def read(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, strict=True))


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_golden_bytes(tmp_path: Path, form: str) -> None:
    shapes = tuple(Shape)
    exported(tmp_path, form, Choice(shapes=shapes))
    written = sorted(path.name for path in tmp_path.iterdir())
    suffix = {"csv": ".csv", "jsonl": ".jsonl"}[form]
    assert written == sorted([*(s + suffix for s in shapes), "dictionary.csv", "dictionary.md"])
    for name in written:
        assert (tmp_path / name).read_bytes() == (GOLDEN / name).read_bytes(), name


def test_the_same_again_is_the_same_bytes(tmp_path: Path) -> None:
    exported(tmp_path / "one")
    exported(tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_what_was_written_is_reported(tmp_path: Path) -> None:
    report = exported(tmp_path)
    assert report.rows == {"long.csv": 12, "statements.csv": 6, "paragraphs.csv": 6}
    assert not report.left_out
    for name, count in report.rows.items():
        assert len(read(tmp_path / name)) == count


def test_nothing_here_and_not_finished_are_told_apart(tmp_path: Path) -> None:
    exported(tmp_path)
    rows = read(tmp_path / "statements.csv")
    empty = [(r["coder"], r["article"], r["paragraph"]) for r in rows if not r["statement"]]
    assert empty == [("ana", "harbour", "1"), ("ben", "bridge", "2")]
    unfinished = [r for r in rows if r["done"] == "0"]
    assert [(r["paragraph"], r["statement"], r["actor"]) for r in unfinished] == [("3", "1", "")]


def test_only_finished_says_what_it_leaves_out(tmp_path: Path) -> None:
    units = {**UNITS, key("ben", SECOND, 1): UnitWork({"tone": Answer.of("bad")})}
    report = exported(tmp_path, choice=Choice(only_finished=True), given=source(units))
    assert report.left_out == {"codings in paragraphs that are not finished": 1}
    assert {row["done"] for row in read(tmp_path / "paragraphs.csv")} == {"1"}


def test_without_text(tmp_path: Path) -> None:
    exported(tmp_path, choice=Choice(text=False))
    assert "text" not in read(tmp_path / "long.csv")[0]
    assert b"twice" not in (tmp_path / "paragraphs.csv").read_bytes()


def test_values_as_labels(tmp_path: Path) -> None:
    exported(tmp_path, choice=Choice(values=Values.LABEL))
    rows = read(tmp_path / "statements.csv")
    assert (rows[1]["actor"], rows[1]["lever"]) == ("United States", "Relief|Summits")
    assert rows[2]["lever"] == "not_applicable"


def test_values_as_numbers_never_lose_a_code_without_one(tmp_path: Path) -> None:
    report = exported(tmp_path, choice=Choice(values=Values.NUMBER))
    rows = read(tmp_path / "statements.csv")
    assert [row["stance"] for row in rows] == ["", "1", "neutral", "", "", ""]
    note = "values of stance have no number in the codebook and stand as their code"
    assert report.notes[note] == 1


def test_restricted_to_a_variable(tmp_path: Path) -> None:
    choice = Choice(variables=("stance",), shapes=(Shape.STATEMENTS,))
    exported(tmp_path, choice=choice)
    header = list(read(tmp_path / "statements.csv")[0])
    assert "stance" in header
    assert "actor" not in header
    assert "actor" not in (tmp_path / "dictionary.csv").read_text(encoding="utf-8")


def test_semicolons_commas_and_a_byte_order_mark(tmp_path: Path) -> None:
    exported(tmp_path, choice=Choice(delimiter=";", decimal=",", bom=True))
    assert (tmp_path / "paragraphs.csv").read_bytes().startswith(b"\xef\xbb\xbfcoder;round;")
    assert read(tmp_path / "paragraphs.csv", ";")[0]["overall"] == "-1,5"
    assert read(tmp_path / "long.csv", ";")[0]["number"] == "-1,5"


def test_a_variable_called_like_one_of_our_columns_is_set_apart(tmp_path: Path) -> None:
    exported(tmp_path)
    row = read(tmp_path / "paragraphs.csv")[0]
    assert (row["date"], row["var_date"]) == ("", "2019-02-28")


def test_variables_that_are_gone_or_moved_are_in_the_long_table_only(tmp_path: Path) -> None:
    gone = [v for v in CODEBOOK.variables if v.id not in ("tone", "actor")]
    moved = replace(CODEBOOK.by_id["actor"], level=CODEBOOK.by_id["tone"].level)
    codebook = replace(CODEBOOK, variables=(*gone, moved))
    report = exported(tmp_path, given=source(codebook=codebook))
    assert report.rows["long.csv"] == 12
    assert report.left_out == {
        "codings of tone, which the codebook no longer has: only the long table has them": 2,
        "codings of actor, which is now asked of the paragraph: only the long table has them": 3,
    }


def test_a_codebook_without_statements_gives_no_table_of_them(tmp_path: Path) -> None:
    own = tuple(v for v in CODEBOOK.variables if v.level != "statement")
    units = {key("ana", FIRST, 1): UNITS[key("ana", FIRST, 1)]}
    given = source(units, codebook=replace(CODEBOOK, variables=own))
    assert list(exported(tmp_path, given=given).rows) == ["long.csv", "paragraphs.csv"]


def test_nothing_coded_is_a_header(tmp_path: Path) -> None:
    assert set(exported(tmp_path, given=source({})).rows.values()) == {0}
    assert (tmp_path / "long.csv").read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize("article", ["id-unknown", FIRST])
def test_rows_that_fit_no_article_are_refused(tmp_path: Path, article: str) -> None:
    units = {**UNITS}
    stray = codings(key("zoe", article, 99), UnitWork({"tone": Answer.of("bad")}))
    rows = [*stray, *source(units).codings()]
    with pytest.raises(StudyDamaged, match="Nothing was written"):
        exported(tmp_path, given=replace(source(units), codings=lambda: iter(rows)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shape", [Shape.LONG, Shape.STATEMENTS])
def test_a_coding_of_no_statement_is_refused(tmp_path: Path, shape: Shape) -> None:
    torn = replace(source(), statements=lambda: iter(()))
    with pytest.raises(StudyDamaged):
        exported(tmp_path, choice=Choice(shapes=(shape,)), given=torn)


def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    memo = '\x1b]52;c;aGk=\x07 \u202e\u200b\x9b \r lone, \r\n both;\t"q" 北 🙂 \U000e0041 \' =1'
    coder = "=HYPERLINK(1)\r"
    work = UnitWork({}, (Statement("1", {"actor": Answer.of("us")}, memo=memo),), done=True)
    exported(tmp_path, given=source({key(coder, FIRST, 1): work}))
    (row,) = read(tmp_path / "statements.csv")
    assert (row["memo"], row["coder"]) == (memo, coder)
    exported(tmp_path, "jsonl", given=source({key(coder, FIRST, 1): work}))
    (line,) = (tmp_path / "long.jsonl").read_bytes().split(b"\n")[:-1]
    assert json.loads(line)["memo"] == memo


def test_every_format_can_be_loaded() -> None:
    assert all(callable(exporter(name).write) for name in FORMATS)


def test_answers_given_after_discussion_are_marked(tmp_path: Path) -> None:
    row = next(iter(source().codings()))
    unit = (row.article, row.paragraph, row.coder, row.round)
    seen = replace(source(), after_discussion=lambda: {unit: {(row.statement, row.variable)}})
    exported(tmp_path, given=seen)
    rows = read(tmp_path / "long.csv")
    marked = [r for r in rows if r["after_discussion"] == "1"]
    assert [(r["coder"], r["variable"]) for r in marked] == [(row.coder, row.variable)]
    assert {r["after_discussion"] for r in rows} == {"0", "1"}
