"""The data package, validated by frictionless."""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.exporters.job import About, Choice, Source, Values
from annotator.model.decision import DecisionRow
from annotator.model.team import Coder, Role
from tests.exporters.hostile import hostile
from tests.exporters.sample import AT, FIRST, exported, source

DECISION = DecisionRow(
    "lead", "main", FIRST, 1, "", "tone", "good", "coded", "slip", "=note", "", AT, "1.2"
)


def validated(folder: Path) -> dict[str, Any]:
    """What frictionless says of the package."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "--json",
         "datapackage.json"],
        cwd=folder, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def descriptor(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return told


def fields(folder: Path, resource: str) -> dict[str, dict[str, Any]]:
    (found,) = [one for one in descriptor(folder)["resources"] if one["name"] == resource]
    return {field["name"]: field for field in found["schema"]["fields"]}


@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        Choice(values=Values.LABEL, text=False),
        Choice(values=Values.NUMBER, delimiter=";", decimal=",", bom=True, neutralize=True),
    ],
)
@pytest.mark.parametrize("given", [source(), source({})])
def test_frictionless_accepts_it(tmp_path: Path, choice: Choice, given: Source) -> None:
    exported(tmp_path, "datapackage", choice, replace(given, decisions=lambda: [DECISION]))
    report = validated(tmp_path)
    assert report["valid"], report
    assert [task["name"] for task in report["tasks"]] == [
        "long", "statements", "paragraphs", "articles", "codebook", "coders", "decisions"
    ]  # fmt: skip


def test_hostile_values_are_accepted(tmp_path: Path) -> None:
    units = hostile()
    exported(tmp_path, "datapackage", given=units)
    assert validated(tmp_path)["valid"]


def test_frictionless_finds_what_was_changed_afterwards(tmp_path: Path) -> None:
    exported(tmp_path, "datapackage")
    with (tmp_path / "coders.csv").open("a", encoding="utf-8") as file:
        file.write("ana,,0,,\n")
    assert not validated(tmp_path)["valid"]


def test_bytes_and_hashes(tmp_path: Path) -> None:
    exported(tmp_path, "datapackage")
    for resource in descriptor(tmp_path)["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_keys_join_the_tables(tmp_path: Path) -> None:
    exported(tmp_path, "datapackage")
    long = descriptor(tmp_path)["resources"][0]["schema"]
    assert long["primaryKey"] == [
        "coder", "round", "article_id", "paragraph", "statement", "variable"
    ]  # fmt: skip
    assert [key["reference"]["resource"] for key in long["foreignKeys"]] == ["articles", "coders"]
    assert long["missingValues"] == [""]


def test_codes_are_categories(tmp_path: Path) -> None:
    exported(tmp_path, "datapackage")
    stance = fields(tmp_path, "statements")["stance"]
    assert stance["categories"][0] == {"value": "oppose", "label": "Opposes"}
    assert stance["categories"][-1] == {"value": "cannot_tell", "label": "Cannot tell"}
    assert stance["categoriesOrdered"]
    assert (stance["level"], stance["measurement"]) == ("statement", "ordinal")
    assert "categories" not in fields(tmp_path, "statements")["lever"]


def test_typed_answers_declare_their_states_missing(tmp_path: Path) -> None:
    exported(tmp_path, "datapackage", Choice(delimiter=";", decimal=","))
    overall = fields(tmp_path, "paragraphs")["overall"]
    assert (overall["type"], overall["decimalChar"]) == ("number", ",")
    assert overall["missingValues"] == ["", "not_applicable", "cannot_tell"]
    assert fields(tmp_path, "paragraphs")["var_date"]["type"] == "date"


def test_what_is_known_of_the_study(tmp_path: Path) -> None:
    lead = Coder("lead", Role.LEAD, "adjudicates")
    about = About("My Study (2)", "0.9", coders=("ana", "ben", "lead"), described_coders=(lead,))
    exported(tmp_path, "datapackage", given=replace(source(), about=about))
    told = descriptor(tmp_path)
    assert told["name"] == "my-study-2"
    assert told["written_by"] == "annotator 0.9"
    assert told["licenses"][0]["name"] == "to-be-chosen"
    assert "lead,lead,0,,adjudicates\n" in (tmp_path / "coders.csv").read_text(encoding="utf-8")


def test_without_texts(tmp_path: Path) -> None:
    exported(tmp_path, "datapackage", Choice(text=False))
    assert "text" not in fields(tmp_path, "articles")
    assert "text" not in fields(tmp_path, "long")
    assert not any(b"twice" in path.read_bytes() for path in tmp_path.iterdir())


def test_the_same_bytes_again(tmp_path: Path) -> None:
    exported(tmp_path / "one", "datapackage")
    exported(tmp_path / "two", "datapackage")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
