"""DDI-Codebook: valid in its parts, and true of the tables beside it."""

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from annotator.exporters.job import Choice, Values
from annotator.model.codebook import Guidance
from tests.exporters.sample import CODEBOOK, exported, source

SCHEMA = Path(__file__).with_name("ddi.rng")
SPACE = {"d": "ddi:codebook:2_5"}


def described(folder: Path, choice: Choice | None = None) -> etree._Element:
    exported(folder, "ddi", choice)
    root = etree.parse(folder / "ddi.xml").getroot()
    etree.RelaxNG(etree.parse(SCHEMA)).assertValid(root)
    return root


@pytest.mark.parametrize("values", list(Values))
def test_every_value_of_the_tables_is_a_category_counted_right(
    tmp_path: Path, values: Values
) -> None:
    root = described(tmp_path, Choice(values=values))
    for file in root.findall("d:fileDscr", SPACE):
        with (tmp_path / file.get("URI", "")).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert file.findtext(".//d:caseQnty", namespaces=SPACE) == str(len(rows))
        columns = [v for v in root.iter("{*}var") if v.get("files") == file.get("ID")]
        assert [one.get("name") for one in columns] == list(rows[0])
        for column in columns:
            told = {
                one.findtext("d:catValu", namespaces=SPACE):
                int(one.findtext("d:catStat", "", namespaces=SPACE))
                for one in column.findall("d:catgry", SPACE)
            }  # fmt: skip
            if column.get("nature") and column.get("intrvl") == "discrete":
                name = column.get("name", "")
                several = name == "lever"
                cells = (row[name].split("|") if several else [row[name]] for row in rows)
                found = Counter(one for cell in cells for one in cell if one)
                assert found == {value: n for value, n in told.items() if n}


def test_trees_missing_values_and_levels(tmp_path: Path) -> None:
    root = described(tmp_path)
    actor = root.xpath("//d:var[@name='actor']", namespaces=SPACE)[0]
    above, below = actor.findall("d:catgry", SPACE)[:2]
    assert above.get("catgry") == below.get("ID")
    missing = actor.xpath("d:catgry[@missing='Y']/d:labl/text()", namespaces=SPACE)
    assert missing == ["Not applicable", "Cannot tell"]
    natures = {v.get("name"): v.get("nature") for v in root.iter("{*}var") if v.get("nature")}
    assert natures == {"overall": "interval", "tone": "nominal", "actor": "nominal",
                       "stance": "ordinal", "lever": "nominal"}  # fmt: skip
    limits = root.find(".//d:var[@name='overall']/d:valrng/d:range", SPACE)
    assert limits is not None
    assert dict(limits.attrib) == {"UNITS": "REAL", "min": "-5", "max": "5"}


def test_bounds_keep_their_digits(tmp_path: Path) -> None:
    score = replace(CODEBOOK.by_id["overall"], minimum=1_234_567.25, maximum=20_191_231.0)
    codebook = replace(CODEBOOK, variables=(score,))
    exported(tmp_path, "ddi", given=source({}, codebook=codebook))
    limits = etree.parse(tmp_path / "ddi.xml").getroot().find(".//d:range", SPACE)
    assert limits is not None
    assert (limits.get("min"), limits.get("max")) == ("1234567.25", "20191231")
    exported(tmp_path, "labelstudio", given=source({}, codebook=codebook))
    control = etree.parse(tmp_path / "articles.xml").getroot().find(".//Number")
    assert control is not None
    assert (control.get("min"), control.get("max")) == ("1234567.25", "20191231")


def test_rules_and_characters_that_xml_forbids(tmp_path: Path) -> None:
    tone = replace(CODEBOOK.by_id["tone"], question="How?\x07", guidance=Guidance(
        "What it is.", include=("this",), rules=("one", "two")))  # fmt: skip
    codebook = replace(CODEBOOK, variables=(tone,), language="")
    report = exported(tmp_path, "ddi", given=source({}, codebook=codebook))
    root = etree.parse(tmp_path / "ddi.xml").getroot()
    etree.RelaxNG(etree.parse(SCHEMA)).assertValid(root)
    assert [one.text for one in root.iter("{*}codInstr")] == ["Includes: this", "Rule: one",
                                                              "Rule: two"]  # fmt: skip
    assert any("XML" in note for note in report.notes)


def test_the_tables_are_plain_csv_whatever_was_asked(tmp_path: Path) -> None:
    described(tmp_path, Choice(delimiter=";", decimal=",", bom=True))
    assert (tmp_path / "paragraphs.csv").read_bytes().startswith(b"coder,round,")
