"""Whatever the bytes: a project, or one clear refusal; and a project is never half a lie."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import DataError
from annotator.importers.project import Project
from annotator.importers.refi import read_codebook_file
from tests.exporters.sample import exported
from tests.importers.refi_made import CODES, TEXT, packed, project, read, selection, source
from tests.shared import SHARED, needs_shared

WHOLE = project(CODES, source(selection(14, 21, "said no", "A")))


def refusal(content: bytes) -> str:
    with pytest.raises(DataError) as caught:
        read(content)
    (problem,) = caught.value.problems
    return problem.message


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ("<CodeBook/>", "is no REFI-QDA project: its XML begins with <CodeBook>"),
        ("<!DOCTYPE x [<!ENTITY e 'x'>]><Project/>", "a document type declaration"),
        ("<Project><CodeBook/></Project>", "holds no coding of a text"),
        (WHOLE[:-20], "is damaged: its XML (project.qde) does not parse"),
        ("", "is damaged"),
        ("<Project>" + "<a>" * 300 + "</a>" * 300 + "</Project>", "depth in document: 256"),
    ],
    ids=["codebook", "doctype", "no codes", "cut", "empty", "deep"],
)
def test_bad_xml_is_refused(xml: str, told: str) -> None:
    assert told in refusal(packed(xml))


def test_bad_archives_are_refused() -> None:
    whole = packed(WHOLE, T=TEXT)
    assert "ZIP archive" in refusal(whole[:-40])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("other.xml", WHOLE)
    assert "there is no project.qde in the archive" in refusal(stream.getvalue())


def test_what_unpacks_to_far_more_than_its_size_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", WHOLE)
        archive.writestr("sources/T.txt", b"a" * 50_000_000)
    assert "unpacks to far more than its size" in refusal(stream.getvalue())


def test_names_that_lead_out_of_the_archive_lead_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    for path in (f"internal://../..{secret}", f"file://{secret}", str(secret), "internal://"):
        found = read(packed(project(CODES, source(path=path)), T=TEXT))
        assert not found.articles


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (b"<Project/>", "is no REFI-QDA codebook"),
        (b"<CodeBook><Codes/></CodeBook>", "is a codebook without codes"),
        (b"<CodeBook><Codes><Code ", "is damaged"),
        (b"<!DOCTYPE a><CodeBook/>", "document type declaration"),
    ],
)
def test_bad_codebooks_are_refused(xml: bytes, told: str) -> None:
    with pytest.raises(DataError) as caught:
        read_codebook_file(xml, "c.qdc")
    assert told in caught.value.problems[0].message
    assert str(caught.value) == "c.qdc cannot be read."


@needs_shared
def test_a_codebook_that_was_cut_off_is_refused() -> None:
    content = (SHARED / "files" / "refi" / "atlasti23_truncated.qdc").read_bytes()
    with pytest.raises(DataError) as caught:
        read_codebook_file(content, "cut.qdc")
    assert "does not parse" in caught.value.problems[0].message


@given(st.data())
@settings(max_examples=80)
def test_any_damage_gives_a_project_or_a_refusal(data: st.DataObject) -> None:
    xml = project(CODES, source(selection(14, 21, "said no", "A", "P"))).encode()
    at = data.draw(st.integers(0, len(xml)))
    junk = data.draw(st.binary(max_size=6) | st.sampled_from([b"<Coding/>", b'"', b"</Code>"]))
    end = at + data.draw(st.integers(0, 30))
    with suppress(DataError):
        assert isinstance(read(packed(xml[:at] + junk + xml[end:], T=TEXT)), Project)


def test_texts_that_were_changed_are_cut_anew(tmp_path: Path) -> None:
    exported(tmp_path, "qdpx")
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(tmp_path / "project.qdpx") as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"Line one\nline two", b"Line one\n\ntwo"))
    found = read(stream.getvalue())
    assert len(found.articles[0].paragraphs) == 4
    changed = "texts that were changed after annotator wrote them: they are cut anew"
    assert found.notes[changed] == 1


def test_a_manifest_that_lies_does_no_harm(tmp_path: Path) -> None:
    exported(tmp_path, "qdpx")
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(tmp_path / "project.qdpx") as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, b'{"annotator": 1, "codebook": {}, "users": 3}'
                         if content.startswith(b"{") else content)  # fmt: skip
    found = read(stream.getvalue())
    assert [one.name for one in found.articles] == ["harbour", "bridge"]
    assert "actor" in found.codebook["statement"]
    assert any(unit.work.statements for unit in found.units.values())
