"""R's haven reads the files for SPSS and Stata."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exporters.sample import exported

RSCRIPT = shutil.which("Rscript")


def has_haven() -> bool:
    if not RSCRIPT:
        return False
    asked = [
        RSCRIPT,
        "--vanilla",
        "-e",
        'quit(status = !requireNamespace("haven", quietly = TRUE))',
    ]
    return subprocess.run(asked, check=False, capture_output=True, timeout=600).returncode == 0


pytestmark = pytest.mark.skipif(not has_haven(), reason="R and haven are not on every machine")


def r(expression: str) -> list[str]:
    done = subprocess.run(
        [str(RSCRIPT), "--vanilla", "-e", f"library(haven); {expression}"],
        capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_sav(tmp_path: Path) -> None:
    exported(tmp_path, "sav")
    load = f"x <- read_sav('{tmp_path / 'statements.sav'}', user_na = TRUE)"
    assert r(f"{load}; cat(as.numeric(x$actor))") == ["NA 1 3 1 -99 NA"]
    assert r(f"{load}; cat(is.na(x$actor))") == ["TRUE FALSE FALSE FALSE TRUE TRUE"]
    assert r(f"{load}; cat(attr(x$stance, 'label'), names(attr(x$stance, 'labels'))[1])") == [
        "Stance Opposes"
    ]
    assert r(f"{load}; cat(levels(as_factor(x$actor))[5])") == ["United States > Congress"]
    assert r(f"{load}; cat(x$memo[2])") == ["two", "lines"]


def test_dta(tmp_path: Path) -> None:
    exported(tmp_path, "dta")
    load = f"x <- read_dta('{tmp_path / 'statements.dta'}')"
    assert r(f"{load}; cat(na_tag(x$lever_relief))") == ["NA NA a c c NA"]
    assert r(f"{load}; cat(as.character(as_factor(x$stance))[2:3], sep='; ')") == [
        "Supports; Neutral | unclear"
    ]
    assert r(f"{load}; cat(attr(x$lever_relief, 'label'))") == ["Lever: Sanctions > Relief"]
