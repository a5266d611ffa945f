"""Projects of other programs: what is kept, what is decided, what is counted as lost."""

import json

import pytest

from annotator.codebook_file import load
from annotator.importers.project import Memo, Project
from annotator.importers.refi import read_codebook_file
from annotator.model.article import Kind
from annotator.model.coding import Answer
from tests.importers.refi_made import (
    CODES,
    SPACE,
    TEXT,
    USERS,
    answers,
    packed,
    project,
    read,
    selection,
    source,
)
from tests.shared import SHARED, needs_shared

REFI = SHARED / "files" / "refi"


def made(*content: str, before: str = "", after: str = "", text: str | bytes = TEXT) -> Project:
    return read(packed(project(USERS, CODES, before, source(*content), after), T=text))


def test_a_code_stands_on_every_paragraph_that_its_passage_touches() -> None:
    found = made(
        selection(14, 21, "said no", "A", "B"),
        selection(32, 56, "And left.  Nobody signed", "P", "L", by="V"),
    )
    assert answers(found) == {
        ("Ana", 2): {"food": Answer.of("food", "milk")},
        ("Ana (2)", 2): {"places": Answer.of("home"), "Codes": Answer.of("alone")},
        ("Ana (2)", 3): {"places": Answer.of("home"), "Codes": Answer.of("alone")},
    }
    assert all(unit.work.done for unit in found.units.values())
    assert [n for why, n in found.lost.items() if why.startswith("passages that are not")] == [2]
    assert found.lost["colours of codes"] == 3
    assert not (found.problems)
    assert not (found.mismatches)


def test_groups_are_variables_and_their_codes_a_tree() -> None:
    codebook = load(json.dumps(made().codebook))
    assert [(v.id, list(v.paths), v.multiple) for v in codebook.variables] == [
        ("food", ["food", "milk"], True),
        ("places", ["home"], True),
        ("Codes", ["alone"], True),
    ]
    assert codebook.by_id["food"].paths["milk"][-1].guidance.definition == "white"
    assert codebook.title == "Demo project"


def test_a_text_coded_as_a_whole_has_variables_of_its_own() -> None:
    found = made('<Coding guid="W" creatingUser="{U}"><CodeRef targetGUID="{B}"/></Coding>')
    assert answers(found) == {("Ana", 0): {"article_food": Answer.of("milk")}}
    codebook = load(json.dumps(found.codebook))
    assert codebook.by_id["article_food"].code("milk") is not None


def test_memos_of_every_kind() -> None:
    noted = '<Description>in the passage</Description><NoteRef targetGUID="n1"/>'
    notes = (
        '<Notes><Note guid="N1"><PlainTextContent>first</PlainTextContent></Note>'
        '<Note guid="N2" name="Plan" plainTextPath="internal://N2.txt"/></Notes>'
    )
    xml = project(USERS, CODES, source(selection(14, 21, "said no", "A", more=noted)), notes)
    found = read(packed(xml, T=TEXT, N2="\ufeffthe plan"))
    assert [unit.work.memo for unit in found.units.values()] == ["first\n\nin the passage"]
    assert found.memos == [Memo("Plan", "the plan")]


def test_variables_of_sources_and_cases_are_metadata() -> None:
    variables = (
        '<Variables><Variable guid="1" name="Author" typeOfVariable="Text"/>'
        '<Variable guid="2" name="words" typeOfVariable="Integer"/></Variables>'
        '<Cases><Case guid="K"><VariableValue><VariableRef targetGUID="2"/><IntegerValue>7'
        '</IntegerValue></VariableValue><SourceRef targetGUID="T"/></Case></Cases>'
    )
    value = (
        "<VariableValue><VariableRef targetGUID='1'/><TextValue>B. Lee</TextValue></VariableValue>"
    )
    found = made(value, before=variables)
    assert (found.articles[0].author, found.articles[0].metadata["words"]) == ("B. Lee", "7")
    assert found.lost["cases (their names and variables are kept with their texts)"] == 1


def cases(*which: str) -> str:
    """Cases of an age each, tied to the text as these references say."""
    made_of = "".join(
        f'<Case guid="K{n}" name="P{n}"><VariableValue><VariableRef targetGUID="1"/>'
        f"<TextValue>{20 + n}</TextValue></VariableValue>{reference}</Case>"
        for n, reference in enumerate(which)
    )
    variable = '<Variables><Variable guid="1" name="Person:Age" typeOfVariable="Text"/></Variables>'
    return f"{variable}<Cases>{made_of}</Cases>"


@pytest.mark.parametrize(
    ("tied", "case", "age", "kept"),
    [
        (['<SourceRef targetGUID="{t}"/>'], "P0", "20", 1),
        (['<SelectionRef targetGUID="s1421"/>'], "P0", "20", 1),
        (['<CodeRef targetGUID="B"/>'], "P0", "20", 1),
        (['<SourceRef targetGUID="T"/>', '<CodeRef targetGUID="B"/>', ""], "P0; P1", "20; 21", 2),
        ([""], None, None, 0),
    ],
)
def test_variables_of_cases_are_metadata_however_they_are_tied(
    tied: list[str], case: str | None, age: str | None, kept: int
) -> None:
    found = made(selection(14, 21, "said no", "B"), before=cases(*tied))
    assert found.articles[0].metadata.get("Person:Age") == age
    assert found.articles[0].metadata.get("case") == case
    counted = {what: n for what, n in found.lost.items() if what.startswith("cases")}
    words = ("cases (their names and variables are kept with their texts)",
             "cases that no text belongs to, with their variables")  # fmt: skip
    told = dict(zip(words, (kept, len(tied) - kept), strict=True))
    assert counted == {what: n for what, n in told.items() if n}


def test_a_case_may_be_a_code_of_the_same_guid() -> None:
    codes = CODES.replace("</Codes>", '<Code guid="k0" name="Ana L."/></Codes>')
    xml = project(codes, cases(""), source(selection(0, 9, "Talks end", "K0")))
    assert read(packed(xml, T=TEXT)).articles[0].metadata["Person:Age"] == "20"


def test_what_is_said_of_the_project_is_listed() -> None:
    assert made(after="<Description> our aims </Description>").memos == [
        Memo("Demo project", "our aims")
    ]


@pytest.mark.parametrize("space", ["urn:QDA-XML:project:1:0", "", "http://x"])
def test_any_namespace(space: str) -> None:
    xml = project(CODES, source(selection(14, 21, "said no", "A")), space=space)
    assert len(read(packed(xml, T=TEXT)).units) == 1


@pytest.mark.parametrize(
    ("stored", "spans", "reading"),
    [
        (TEXT, [(14, 21), (32, 41)], ""),
        ("\ufeff" + TEXT, [(14, 21), (32, 41)], ""),
        ("\ufeff" + TEXT, [(15, 22), (33, 42)], "the byte-order mark counts"),
        (TEXT.replace("\n", "\r\n"), [(14, 21), (32, 41)], ""),
        (TEXT.replace("\n", "\r\n"), [(16, 23), (34, 43)], "line ends count two"),
        (TEXT, [(16, 23), (35, 44)], "line ends count two, UTF-16 units"),
        (TEXT, [(14, 21), (33, 42)], "UTF-16 units"),
        (TEXT, [(14, 20), (32, 40)], "the end is the last character"),
    ],
)
def test_positions_are_checked_by_the_quotes(
    stored: str, spans: list[tuple[int, int]], reading: str
) -> None:
    names = ["said no", "And left.\n"]
    text = TEXT.replace("\r\n", "\n")
    assert text[14:21] == "said no"
    content = [selection(*at, name.strip(), "A") for at, name in zip(spans, names, strict=True)]
    found = made(*content, text=stored.encode("utf-8"))
    assert not found.mismatches
    assert {key.paragraph for key in found.units} == {2}
    noted = [note for note in found.notes if "positions" in note]
    assert noted == ([f"texts whose positions count otherwise ({reading})"] if reading else [])


def test_a_passage_that_is_not_its_quote_is_listed() -> None:
    found = made(selection(14, 21, "said no", "A"), selection(0, 5, "Nobody signed.", "A"))
    assert [problem.message for problem in found.mismatches] == [
        '"talks": the passage is "Talks", but the file quotes "Nobody signed."'
    ]


def test_quotes_may_be_cut_and_names_may_be_none() -> None:
    found = made(selection(11, 41, "He said…", "A"), selection(11, 13, "line:3", "A"))
    assert not found.mismatches
    assert found.notes == {"passages without a quote to check their position by": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (selection(14, 900, "x", "A"), 'a passage lies outside the text of "talks"'),
        (selection(14, 21, "x", "ZZ"), "a coding names a code that the project does not have"),
        ('<PlainTextSelection startPosition="a"/>', 'a passage lies outside the text of "talks"'),
    ],
)
def test_what_cannot_be_taken_is_named(content: str, message: str) -> None:
    found = made(content)
    assert [problem.message for problem in found.problems] == [message]
    assert not found.units


def test_texts_that_are_elsewhere_or_no_texts() -> None:
    xml = project(CODES, source(path="absolute:///C:/x.txt"))
    assert "its text lies elsewhere" in read(packed(xml)).problems[0].message
    found = read(packed(project(CODES, source())))
    assert found.problems[0].message == (
        '"talks" is left out: its text is not in the file (internal://T.txt)'
    )
    found = read(packed(project(CODES, source()), T=b"\x80\x81"))
    assert found.problems[0].message == 'the text of "talks" is neither UTF-8 nor UTF-16'


def test_names_in_the_archive_may_be_in_capitals() -> None:
    xml = project(CODES, source(selection(14, 21, "said no", "A"), path="INTERNAL://t.TXT"))
    content = packed(xml, T=TEXT).replace(b"project.qde", b"Project.QDE")
    found = read(content.replace(b"sources/", b"Sources/"))
    assert len(found.units) == 1


def test_paragraphs_of_every_kind_are_put_before_coders() -> None:
    assert set(load(json.dumps(made().codebook)).codable) == set(Kind)


def test_names_that_are_positions_are_no_quotes() -> None:
    found = made(selection(14, 21, "14,21", "A"), selection(32, 41, "", "B"))
    assert found.notes == {"passages without a quote to check their position by": 2}
    assert not found.mismatches


def test_the_project_file_may_be_called_as_the_project() -> None:
    xml = project(CODES, source(selection(14, 21, "said no", "A")))
    assert len(read(packed(xml, T=TEXT).replace(b"project.qde", b"Harbour.qde")).units) == 1


def test_codes_may_stand_right_in_the_codebook() -> None:
    xml = project(CODES.replace("<Codes>", "").replace("</Codes>", ""), source())
    assert list(load(json.dumps(read(packed(xml, T=TEXT)).codebook)).by_id) == [
        "food", "places", "Codes",
    ]  # fmt: skip


def test_what_a_codebook_of_another_program_loses_is_counted() -> None:
    sets = '<Sets><Set guid="S" name="Group"><MemberCode targetGUID="A"/></Set></Sets>'
    xml = CODES.replace("</CodeBook>", f"{sets}</CodeBook>")
    found = read_codebook_file(xml.encode(), "c.qdc")
    assert found.lost == {"colours of codes": 3, "sets of texts or codes": 1}


def test_two_texts_of_one_name_stay_two() -> None:
    twice = source() + source(path="internal://U.txt")
    xml = project(CODES, twice.replace("</Sources><Sources>", ""))
    found = read(packed(xml, T=TEXT, U="Another text."))
    assert [one.name for one in found.articles] == ["talks", "talks (2)"]


def test_codes_of_any_name_get_ids_that_are_allowed() -> None:
    names = ["", " ", "not_applicable", "a|b", "a|b", "x" * 99, "article", "Ä ö", "milk", "MILK"]
    codes = "".join(
        f'<Code guid="g{n}" name="{name}"><Code guid="h{n}" name="{name}"/></Code>'
        for n, name in enumerate(names)
    )
    xml = f"<CodeBook><Codes>{codes}</Codes></CodeBook>"
    codebook = load(json.dumps(read_codebook_file(xml.encode(), "c.qdc").codebook))
    assert len(codebook.variables) == len(names)


@needs_shared
def test_a_public_project_with_texts_and_codings() -> None:
    found = read((REFI / "qc_demo.qdpx").read_bytes())
    assert (len(found.articles), found.coders, len(found.units)) == (2, ("cp",), 67)
    assert sum(len(a.values) for u in found.units.values() for a in u.work.answers.values()) == 200
    assert not (found.problems)
    assert not (found.mismatches)
    load(json.dumps(found.codebook))


@needs_shared
@pytest.mark.parametrize("name", ["capitals_in_zip.qdpx", "atlasti_standard_project.qde"])
def test_public_projects_without_their_texts(name: str) -> None:
    found = read((REFI / name).read_bytes())
    assert len(load(json.dumps(found.codebook)).by_id["Codes"].codes) == 14
    assert all("its text is not in the file" in problem.message for problem in found.problems)
    assert [memo.name for memo in found.memos] == ["Research Plan", "My favorite Coke ad"]
    assert found.lost["sets of texts or codes"] == 16


def test_the_namespace_of_ours_is_the_published_one() -> None:
    assert SPACE == "urn:QDA-XML:project:1.0"
