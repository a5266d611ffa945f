"""A study in Python: frames of everything, and figures from them."""

import os
import re
from pathlib import Path

import numpy as np
import polars as pl
import pytest

import annotator
from annotator import agreement
from annotator.cli.demo import make
from annotator.errors import StudyNotFound, UsageError
from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.small import FIRST

PAGE = Path(__file__).parents[1] / "docs" / "notebooks.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_importing_the_package_loads_nothing() -> None:
    import subprocess
    import sys

    code = (
        "import annotator, sys; print(sorted(m for m in sys.modules if m.startswith('annotator')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "['annotator']"


def test_every_example_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "demo.db")
    before = (tmp_path / "demo.db").read_bytes()
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    assert len(EXAMPLES) > 4
    for example in EXAMPLES:
        exec(example, names)
    found = names["alpha"]
    assert isinstance(found, agreement.Coefficient)
    assert found.value is not None
    assert (tmp_path / "demo.db").read_bytes() == before


def test_tables_are_those_of_the_export(two_coders: Path) -> None:
    with annotator.open_study(two_coders) as study, Study.open(two_coders, read_only=True) as raw:
        codings = study.codings()
        assert codings.height == len(list(raw.codings()))
        assert codings["coder"].unique().sort().to_list() == ["ana", "ben"]
        assert study.statements().height == 5
        assert study.articles()["text"].to_list() == [a.text for a in raw.articles()]
        paragraph = study.paragraphs().row(0, named=True)
        assert paragraph["unit"] == f"{paragraph['article_id']}:1"
        assert study.decisions().height == 0


def test_a_coder_sees_their_own_work_only(two_coders: Path) -> None:
    with annotator.open_study(two_coders, coder="ana") as study:
        assert study.coders == ["ana"]
        assert set(study.codings()["coder"]) == {"ana"}
        assert set(study.units()["coder"]) == {"ana"}
        assert set(study.statements()["coder"]) == {"ana"}


def test_figures_are_those_of_agree(two_coders: Path) -> None:
    with annotator.open_study(two_coders) as study:
        figures = study.agreement()
        of_tone = figures.filter(variable="tone", coefficient="krippendorff_alpha")
        data = study.reliability_data("tone")
        assert of_tone["n_pairable"][0] == data.n_pairable
        assert of_tone["value"][0] == agreement.krippendorff_alpha(data, level="nominal").value


def test_from_three_columns() -> None:
    frame = pl.DataFrame(
        {"who": ["a", "b", "a", "b"], "unit": [1, 1, 2, 2], "value": ["x", "x", "y", "x"]}
    )
    data = agreement.ReliabilityData.of_long(frame["who"], frame["unit"], frame["value"])
    same = agreement.ReliabilityData.of([["x", "y"], ["x", "x"]])
    assert np.array_equal(data.codes, same.codes)
    with pytest.raises(ValueError, match="two values"):
        agreement.ReliabilityData.of_long(["a", "a"], [1, 1], ["x", "y"])
    with pytest.raises(ValueError, match="one length"):
        agreement.ReliabilityData.of_long(["a"], [1, 2], ["x", "y"])


def test_what_cannot_be_meant(two_coders: Path, tmp_path: Path) -> None:
    with pytest.raises(StudyNotFound):
        annotator.open_study(tmp_path / "none.db")
    with pytest.raises(UsageError, match='no coder "zoe"'):
        annotator.open_study(os.fspath(two_coders), coder="zoe")
    with pytest.raises(UsageError, match="polars"):
        annotator.open_study(two_coders, frames="excel")
    with annotator.open_study(two_coders) as study:
        with pytest.raises(UsageError, match='no variable "mood"'):
            study.reliability_data("mood")
        with pytest.raises(UsageError, match="variable of statements"):
            study.reliability_data("actor")
    with pytest.raises(AttributeError):
        _ = annotator.nothing


def test_what_was_changed_after_discussion_is_marked_and_does_not_count(two_coders: Path) -> None:
    with annotator.open_study(two_coders) as study:
        before = study.reliability_data("tone")
    unit = Target(FIRST.id, 1)
    with Study.open(two_coders, coder="ana") as raw:
        raw.note_seen(unit, "adjudication")
        raw.assign(unit, "tone", Answer.of("good"))
        raw.finish(FIRST.id, 1)
    with annotator.open_study(two_coders) as study:
        marked = study.codings().filter(variable="tone", coder="ana")
        assert marked["value"].to_list() == ["good"]
        assert marked["after_discussion"].to_list() == [1]
        after = study.reliability_data("tone")
    assert list(after.values) == list(before.values)
    assert np.array_equal(after.codes, before.codes)
