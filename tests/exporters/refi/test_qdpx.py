"""A project as .qdpx: valid, deterministic, complete; texts that XML cannot hold; what is lost."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from annotator.exporters.job import About, Choice, Report, Source
from annotator.model.coding import Answer, Statement, UnitWork
from annotator.model.decision import DecisionRow
from tests.exporters.refi.schema import check_project
from tests.exporters.sample import (
    ARTICLES,
    AT,
    CODEBOOK,
    FIRST,
    UNITS,
    article,
    exported,
    key,
    source,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "refi"
HOSTILE = "a\x00b\x1b[31m\ufffe \"<&>'\r\n\t=1+1 \u202e🙂 ]]>"


def written(
    folder: Path, given: Source | None = None, choice: Choice | None = None
) -> tuple[etree._Element, dict[str, bytes], Report]:
    """The project, checked; every file of the archive; what was reported."""
    report = exported(folder, "qdpx", choice, given)
    with zipfile.ZipFile(folder / "project.qdpx") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return check_project(files["project.qde"]), files, report


def found(root: etree._Element, name: str) -> list[etree._Element]:
    return list(root.iter("{*}" + name))


def named(root: etree._Element, selection: etree._Element) -> list[str]:
    """The names of the codes that a selection is coded with."""
    codes = {code.get("guid"): code.get("name", "") for code in found(root, "Code")}
    return [codes[ref.get("targetGUID")] for ref in selection.iter("{*}CodeRef")]


def test_the_project_is_valid_and_every_text_is_a_file(tmp_path: Path) -> None:
    root, files, report = written(tmp_path)
    sources = found(root, "TextSource")
    assert [one.get("name") for one in sources] == ["harbour", "bridge"]
    for one, told in zip(sources, ARTICLES, strict=True):
        name = one.get("plainTextPath", "").replace("internal://", "sources/")
        assert re.fullmatch(r"sources/[0-9A-F-]{36}\.txt", name)
        assert files[name] == told.text.encode("utf-8")
    assert report.rows == {"project.qdpx": 13}


def test_a_statement_is_a_selection_of_its_own(tmp_path: Path) -> None:
    root, _, _ = written(tmp_path)
    text = ARTICLES[0].text
    second = ARTICLES[0].paragraph(2)
    ana = next(user.get("guid") for user in found(root, "User") if user.get("name") == "ana")
    selections = [
        one
        for one in found(root, "PlainTextSelection")
        if one.get("creatingUser") == ana and one.get("startPosition") == str(second.start)
    ]
    assert [named(root, one) for one in selections] == [
        ["Finished", "Flagged", "Cannot tell", "Remark"],
        ["Statement", "United States", "Supports", "Relief", "Summits"],
        ["Statement", "Flagged", "North Korea", "Neutral | unclear", "Not applicable"],
    ]
    for one in selections:
        start, end = int(one.get("startPosition", "")), int(one.get("endPosition", ""))
        assert text[start:end] == one.get("name") == 'He said "no", twice.'


def test_memos_and_typed_values_are_notes(tmp_path: Path) -> None:
    root, _, _ = written(tmp_path)
    notes = {note.get("name"): note.findtext("{*}PlainTextContent") for note in found(root, "Note")}
    assert notes["Remark"] == 'a, "b"\nc'
    assert notes["Overall tone"] == "-1.5"
    assert notes["Memo"] == "two\nlines"


def test_codes_are_nested_and_coloured_by_group(tmp_path: Path) -> None:
    root, _, _ = written(tmp_path)
    codes = {code.get("name"): code for code in found(root, "Code")}
    assert codes["Congress"].getparent() is codes["United States"]
    assert codes["United States"].getparent() is codes["Actor"]
    assert codes["Congress"].get("color") == codes["United States"].get("color")
    assert codes["North Korea"].get("color") != codes["United States"].get("color")
    assert codes["Actor"].get("isCodable") == codes["Sanctions"].get("isCodable") == "false"
    assert (codes["North Korea"].findtext("{*}Description") or "").startswith(
        "The state, not its people."
    )


def test_metadata_are_variables_of_the_source(tmp_path: Path) -> None:
    told = replace(ARTICLES[0], author="B. \x07 Lee", metadata={"title": "x", "wörter": "12"})
    root, _, report = written(tmp_path, source({}, (told,)))
    names = {one.get("guid"): one.get("name") for one in found(root, "Variable")}
    values = [
        (names[value[0].get("targetGUID")], value.findtext("{*}TextValue"))
        for value in found(root, "VariableValue")
    ]
    assert values == [
        ("title", "Talks end"), ("author", "B. \ufffd Lee"), ("title", "x"), ("wörter", "12"),
    ]  # fmt: skip
    assert [n for note, n in report.notes.items() if "XML" in note] == [1]


def test_the_same_again_is_the_same_bytes(tmp_path: Path) -> None:
    exported(tmp_path / "one", "qdpx")
    exported(tmp_path / "two", "qdpx")
    first, second = (tmp_path / name / "project.qdpx" for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_texts_that_xml_cannot_hold_are_files(tmp_path: Path) -> None:
    work = UnitWork(
        {"remark": Answer.of(HOSTILE)}, (Statement("01", {}, memo=HOSTILE),), memo="x" * 33_000
    )
    root, files, _ = written(tmp_path, source({key(HOSTILE, FIRST, 2): work}))
    assert list(files.values()).count(HOSTILE.encode("utf-8", "surrogatepass")) == 2
    assert "\ufffd" in (found(root, "User")[0].get("name") or "")


def test_rounds_are_users_of_their_own(tmp_path: Path) -> None:
    units = {
        key("ana", FIRST, 2): UnitWork(done=True),
        key("ana", FIRST, 2)._replace(round="pilot"): UnitWork(done=True),
    }
    root, _, _ = written(tmp_path, source(units))
    assert [(u.get("name"), u.get("id")) for u in found(root, "User")] == [
        ("ana", "ana"), ("ana (pilot)", "ana"),
    ]  # fmt: skip


@pytest.mark.parametrize("units", [{}, UNITS])
def test_without_texts(tmp_path: Path, units: dict) -> None:
    root, files, _ = written(tmp_path, source(units), Choice(text=False))
    assert all(one.get("plainTextPath") is None for one in found(root, "TextSource"))
    assert all(one.get("name") is None for one in found(root, "PlainTextSelection"))
    everything = b"".join(files.values()).decode("utf-8")
    assert "He said" not in everything
    assert "北京" not in everything


def test_only_finished(tmp_path: Path) -> None:
    root, _, _ = written(tmp_path, choice=Choice(only_finished=True))
    starts = {one.get("startPosition") for one in found(root, "PlainTextSelection")}
    assert str(ARTICLES[0].paragraph(3).start) not in starts


def test_a_study_without_articles_is_a_valid_project(tmp_path: Path) -> None:
    root, _, _ = written(tmp_path, source({}, ()))
    assert found(root, "Sources") == found(root, "Users") == []


def test_what_is_lost_is_counted(tmp_path: Path) -> None:
    decided = DecisionRow(
        "lea", "main", FIRST, 2, "", "tone", "bad", "coded", "slip", "", "", AT, "1.2"
    )
    units = {key("ana", FIRST, 2): UnitWork({"gone": Answer.of("x"), "tone": Answer.of("gone")})}
    given = replace(source(units), decisions=lambda: [decided], about=About("lost"))
    _, _, report = written(tmp_path, given)
    lost = {reason.split(":")[0]: count for reason, count in report.left_out.items() if count}
    assert lost == {
        "decisions": 1,
        "codings of gone, which the codebook no longer has": 1,
        "codings of tone with a code that it no longer has": 1,
    }


def test_codings_of_an_older_codebook_are_counted(tmp_path: Path) -> None:
    newer = replace(CODEBOOK, version="2.0")
    _, _, report = written(tmp_path, source(UNITS, ARTICLES, newer))
    assert [n for why, n in report.notes.items() if "another version" in why] == [12]


def test_answers_given_after_discussion_are_counted(tmp_path: Path) -> None:
    told = {(FIRST, 2, "ana", "main"): {("", "tone"), ("01A", "lever")}}
    _, _, report = written(tmp_path, replace(source(), after_discussion=lambda: told))
    assert [n for why, n in report.notes.items() if "after discussion" in why] == [3]


def test_long_and_astral_paragraphs_are_quoted_in_part(tmp_path: Path) -> None:
    told = article("long", "Head", "🙂" * 300)
    units = {key("ana", told.id, 2): UnitWork(done=True)}
    root, _, _ = written(tmp_path, source(units, (told,)))
    selection = found(root, "PlainTextSelection")[0]
    assert selection.get("name") == "🙂" * 100 + "…"
    assert (selection.get("startPosition"), selection.get("endPosition")) == ("6", "306")


def test_golden_bytes(tmp_path: Path) -> None:
    _, files, _ = written(tmp_path)
    assert files["project.qde"] == (GOLDEN / "project.qde").read_bytes()
    exported(tmp_path, "qdc")
    assert (tmp_path / "codebook.qdc").read_bytes() == (GOLDEN / "codebook.qdc").read_bytes()
