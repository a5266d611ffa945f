"""Whether XML is valid: by a schema of our own, and by the published ones where they lie."""

from pathlib import Path

from lxml import etree

from tests.shared import SHARED

HERE = Path(__file__).parent
PUBLISHED = SHARED / "files" / "refi"


def check_project(xml: bytes) -> etree._Element:
    """The project, valid in every way that can be tried here; every reference leads somewhere."""
    root = etree.fromstring(xml)
    etree.RelaxNG(etree.parse(HERE / "project.rng")).assertValid(root)
    check_published(root, "Project.xsd")
    check_references(root)
    return root


def check_published(root: etree._Element, schema: str) -> None:
    if (PUBLISHED / schema).is_file():
        etree.XMLSchema(etree.parse(PUBLISHED / schema)).assertValid(root)


def check_references(root: etree._Element) -> None:
    guids = [found.get("guid") for found in root.iter("{*}*") if found.get("guid")]
    assert len(guids) == len(set(guids))
    for found in root.iter("{*}*"):
        for name in ("targetGUID", "creatingUser"):
            assert found.get(name) in (None, *guids)
