"""`load.R`, run by R."""

import shutil
import subprocess
from pathlib import Path

import pytest

from annotator.exporters.job import Choice, Shape, Source
from annotator.exporters.r_script import quoted
from annotator.model.codebook import Code, Codebook, Level, Measurement, Variable
from tests.exporters.hostile import hostile
from tests.exporters.sample import exported, source

GOLDEN = Path(__file__).parent / "golden"
RSCRIPT = shutil.which("Rscript")
needs_r = pytest.mark.skipif(not RSCRIPT, reason="R is not on every machine")


def r(folder: Path, expression: str) -> list[str]:
    """What R prints after it has loaded the tables."""
    script = folder / "test.R"
    script.write_text(f"source({quoted(str(folder / 'load.R'))})\n{expression}\n", encoding="ascii")
    done = subprocess.run(
        [str(RSCRIPT), "--vanilla", str(script)], capture_output=True, text=True, check=False,
        timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_golden_script(tmp_path: Path) -> None:
    exported(tmp_path, "r")
    assert (tmp_path / "load.R").read_bytes() == (GOLDEN / "load.R").read_bytes()


@needs_r
def test_factors_with_labels(tmp_path: Path) -> None:
    exported(tmp_path, "r")
    assert r(tmp_path, "cat(levels(statements$actor), sep='\\n')") == [
        "United States", "United States > Congress", "North Korea"
    ]  # fmt: skip
    assert r(tmp_path, "cat(attr(statements$actor, 'label'))") == ["Actor"]
    assert r(tmp_path, "cat(format(statements$actor[2]), is.ordered(statements$actor))") == [
        "United States FALSE"
    ]


@needs_r
def test_ordered_factors(tmp_path: Path) -> None:
    exported(tmp_path, "r")
    assert r(tmp_path, 'cat(levels(statements$stance), statements$stance[2] > "Mixed")') == [
        "Opposes Mixed Supports TRUE"
    ]
    off_the_scale = r(tmp_path, "cat(is.na(statements$stance[3]), statements$stance_id[3])")
    assert off_the_scale == ["TRUE neutral"]


@needs_r
def test_states_numbers_dates_and_times(tmp_path: Path) -> None:
    exported(tmp_path, "r")
    assert r(tmp_path, "cat(paragraphs$tone_state)") == ["NA coded cannot_tell NA NA NA"]
    assert r(tmp_path, "cat(paragraphs$overall[1] * 2, format(paragraphs$var_date[1] + 1))") == [
        "-3 2019-03-01"
    ]
    assert r(tmp_path, 'cat(format(long$time[1] + 1, tz = "UTC"), long$done[1])') == [
        "2019-03-05 14:03:23 TRUE"
    ]


@needs_r
def test_selections(tmp_path: Path) -> None:
    exported(tmp_path, "r")
    assert r(tmp_path, "cat(statements$lever_relief, statements$lever_old)") == [
        "NA TRUE NA NA NA NA NA FALSE NA NA NA NA"
    ]


@needs_r
def test_texts_are_whole(tmp_path: Path) -> None:
    exported(tmp_path, "r")
    assert r(tmp_path, "cat(statements$memo[2], paragraphs$remark[3], sep='\\n')") == [
        "two", "lines", 'a, "b"', "c"
    ]  # fmt: skip


@needs_r
@pytest.mark.parametrize(("given", "rows"), [(source({}), "0"), (hostile(nul=False), "3")])
def test_whatever_the_study(tmp_path: Path, given: Source, rows: str) -> None:
    exported(tmp_path, "r", Choice(shapes=(Shape.STATEMENTS,)), given)
    assert r(tmp_path, "cat(nrow(statements))") == [rows]


@needs_r
def test_labels_are_data(tmp_path: Path) -> None:
    """A label can neither end its text nor be run, and two that are alike stay two levels."""
    labels = (
        '"); stop("run',
        "back\\slash",
        "new\nline",
        "北京 \N{SLIGHTLY SMILING FACE}",
        "same",
        "same",
    )
    codes = tuple(Code(f"c{n}", label, str(n)) for n, label in enumerate(labels))
    variable = Variable("tone", Level.PARAGRAPH, labels[0], Measurement.NOMINAL, codes=codes)
    exported(
        tmp_path, "r", given=source({}, codebook=Codebook("c", labels[0], "1", "en", (variable,)))
    )
    assert (tmp_path / "load.R").read_text(encoding="ascii")
    shown = r(tmp_path, "cat(enc2utf8(levels(paragraphs$tone)), sep='|')")
    assert "\n".join(shown) == "|".join([*labels[:4], "same (c4)", "same (c5)"])
