"""The codebook as .qdc: valid, with everything that the codebook says."""

from dataclasses import replace
from pathlib import Path

from lxml import etree

from annotator.exporters.job import Choice
from annotator.model.codebook import Codebook, Guidance, Variable
from tests.exporters.refi.schema import check_published, check_references
from tests.exporters.sample import CODEBOOK, exported, source

HELP = Guidance(
    "Means this.\nAnd\n\nRule: that.",
    ("in",),
    ("out",),
    ("one\ntwo",),
    ('"quoted"',),
    ("not this",),
)


def written(folder: Path, codebook: Codebook = CODEBOOK, choice: Choice | None = None) -> bytes:
    exported(folder, "qdc", choice, source({}, (), codebook))
    xml = (folder / "codebook.qdc").read_bytes()
    root = etree.fromstring(xml)
    check_published(root, "Codebook.xsd")
    for member in root.iter("{*}MemberCode"):
        member.set("targetGUID", member.attrib.pop("guid"))
    check_references(root)
    return xml


def helped(variable: Variable) -> Variable:
    return replace(variable, guidance=HELP)


def test_the_file_is_valid_and_the_same_again(tmp_path: Path) -> None:
    first = written(tmp_path / "one")
    assert first.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<CodeBook xmlns=")
    assert first == written(tmp_path / "two")


def test_help_is_readable_lines(tmp_path: Path) -> None:
    codebook = replace(CODEBOOK, variables=tuple(map(helped, CODEBOOK.variables[:1])))
    root = etree.fromstring(written(tmp_path, codebook))
    assert (root.findtext(".//{*}Code/{*}Description") or "").splitlines()[:9] == [
        "Definition: Means this.",
        "  And",
        "  ",
        "  Rule: that.",
        "Includes: in",
        "Does not include: out",
        "Rule: one",
        "  two",
        'Example: "quoted"',
    ]


def test_only_the_variables_asked_for(tmp_path: Path) -> None:
    root = etree.fromstring(written(tmp_path, choice=Choice(variables=("tone",))))
    assert [code.get("name") for code in root.iter("{*}Code")] == ["Tone", "Bad", "Good"]
