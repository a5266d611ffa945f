"""The replication package and the preregistration, from the sample."""

import csv
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.exporters import bundle, bundle_prereg
from annotator.exporters.bundle_prereg import Plan
from annotator.exporters.files import Files
from annotator.exporters.job import About, Choice, Report
from annotator.exporters.sealed import SUMS
from annotator.exporters.zipped import zip_folder
from annotator.model.codebook import Agreement
from annotator.model.team import AssignmentRow, Coder, Purpose, Role, Round
from tests.exporters.sample import CODEBOOK, FIRST
from tests.exporters.test_datapackage import validated
from tests.exporters.test_matrix import study

ABOUT = About(
    "sample", "0.9", "id: sample\n", {CODEBOOK.hash: "1.2", "cd" * 32: "1.1"}, ("ana", "ben"),
    ("main",), (Coder("eve", Role.LEAD),), (Round("pilot", Purpose.PILOT, counts=False),),
)  # fmt: skip
SOURCE = replace(study(), about=ABOUT)
ASSIGNED = (
    AssignmentRow("ana", "main", 1, FIRST, 2, True),
    AssignmentRow("ana", "main", 2, FIRST, 3, False),
)


def bundled(folder: Path, choice: Choice | None = None) -> Report:
    with Files(folder) as files:
        return bundle.write(SOURCE, choice or Choice(), files)


def registered(folder: Path, plan: Plan) -> str:
    with Files(folder) as files:
        bundle_prereg.write(SOURCE, plan, files)
    return (folder / "PREREGISTRATION.md").read_text(encoding="utf-8")


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


def sums_hold(folder: Path) -> bool:
    told = dict(reversed(line.split("  ", 1)) for line in (folder / SUMS).read_text().splitlines())
    found = files_in(folder)
    found.pop(SUMS)
    return told == {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}


def test_every_file_has_its_checksum(tmp_path: Path) -> None:
    report = bundled(tmp_path)
    assert sums_hold(tmp_path)
    assert report.rows[SUMS] == len(files_in(tmp_path)) - 1


def test_what_is_in_it(tmp_path: Path) -> None:
    bundled(tmp_path)
    names = set(files_in(tmp_path))
    assert names >= {
        "README.md", SUMS, "codebook.yaml", "versions.json", "data/long.csv", "data/decisions.csv",
        "data/articles.csv", "data/datapackage.json", "agreement/agreement.R",
        "agreement/agreement.py", "agreement/figures.csv",
    }  # fmt: skip
    assert (tmp_path / "codebook.yaml").read_text(encoding="utf-8") == "id: sample\n"
    assert validated(tmp_path / "data")["valid"]
    done = subprocess.run(
        [sys.executable, str(tmp_path / "agreement" / "agreement.py")], check=False
    )
    assert done.returncode == 0


def test_versions_and_seeds(tmp_path: Path) -> None:
    seeded = replace(SOURCE, figures=lambda: [{"coefficient": "x", "seed": s} for s in (7, None)])
    with Files(tmp_path) as files:
        bundle.write(replace(seeded, matrices=tuple), Choice(), files)
    told = json.loads((tmp_path / "versions.json").read_text(encoding="utf-8"))
    assert told["annotator"] == "0.9"
    assert told["codebooks_ever_in_force"] == {CODEBOOK.hash: "1.2", "cd" * 32: "1.1"}
    assert told["seeds"] == {"intervals": [7]}


def test_without_texts_their_hashes_stay(tmp_path: Path) -> None:
    bundled(tmp_path, Choice(text=False))
    assert not any(b"twice" in content for content in files_in(tmp_path).values())
    with (tmp_path / "data" / "articles.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert "sha256" in header
    assert "The texts are not in this package" in (tmp_path / "README.md").read_text()


def test_the_same_study_gives_the_same_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archives = []
    for name, system in (("one", "linux"), ("two", "win32")):
        bundled(tmp_path / name)
        monkeypatch.setattr("zipfile.sys.platform", system)
        stream = BytesIO()
        zip_folder(tmp_path / name, "sample", stream)
        archives.append(stream.getvalue())
    assert archives[0] == archives[1]
    with ZipFile(BytesIO(archives[0])) as archive:
        assert archive.testzip() is None
        assert "sample/data/long.csv" in archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_preregistration_holds_no_coding(tmp_path: Path) -> None:
    def nothing() -> None:
        raise AssertionError("codings were read")

    closed = replace(SOURCE, codings=nothing, statements=nothing, figures=nothing, matrices=nothing)
    with Files(tmp_path) as files:
        bundle_prereg.write(closed, Plan(2, 5, 0), files)
    assert set(files_in(tmp_path)) == {
        "PREREGISTRATION.md", "codebook.yaml", "assignments.csv", "versions.json", SUMS
    }  # fmt: skip
    assert sums_hold(tmp_path)


def test_what_is_planned(tmp_path: Path) -> None:
    page = registered(tmp_path, Plan(2, 5, 0, ASSIGNED))
    assert "no unit had been coded" in page
    assert "2 articles with 5 paragraphs" in page
    assert "eve (lead), ana, ben" in page
    assert "| pilot | pilot | no |" in page
    assert "| main | ana | 2 | 1 |" in page
    assert "| `remark` | paragraph | text | none: free text is not compared |" in page
    assert "Krippendorff's alpha (interval)" in page
    assert "| `actor` and `lever` together |" in page
    assert "| 0.8 | 50% | 103 |" in page
    assert (tmp_path / "assignments.csv").read_text().splitlines()[1:] == [
        f"ana,main,1,{FIRST},2,1", f"ana,main,2,{FIRST},3,0"
    ]  # fmt: skip


def test_thresholds_are_those_of_the_codebook(tmp_path: Path) -> None:
    stricter = replace(CODEBOOK, agreement=Agreement(0.9, 0.7))
    with Files(tmp_path) as files:
        bundle_prereg.write(replace(SOURCE, codebook=stricter), Plan(2, 5, 0), files)
    page = (tmp_path / "PREREGISTRATION.md").read_text(encoding="utf-8")
    assert "0.9; 0.7 |" in page
    assert "| 0.9 | 50% |" in page


def test_coding_that_has_begun_is_said(tmp_path: Path) -> None:
    assert "3 units had been coded already" in registered(tmp_path, Plan(2, 5, 3))


@pytest.mark.parametrize("text", ["a | b", "two\nlines", "\x1b[31mred"])
def test_titles_are_one_harmless_line(text: str) -> None:
    line = bundle.one_line(text)
    assert "\n" not in line
    assert "\x1b" not in line
    assert "| " not in line.replace("\\| ", "")
