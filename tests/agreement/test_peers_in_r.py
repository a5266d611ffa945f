"""The same figures as R: intraclass correlations with their intervals, kappas, quantiles.

psych computes the six forms of Shrout and Fleiss with F intervals, psy the kappas of Cohen and
Light. (irr is not packaged by Debian; what it is known for, and where it is wrong, stands in
docs/statistics.md.) R reads a table of numbers, units in rows, and prints one figure per line.
"""

import random
import shutil
import subprocess
from functools import cache

import pytest

from annotator.agreement import COEFFICIENTS, icc
from annotator.agreement.f_distribution import f_quantile
from annotator.agreement.icc_interval import icc_interval
from annotator.agreement.intervals.student import t_quantile
from tests.agreement.test_icc import JUDGES

Table = tuple[tuple[float, ...], ...]

FIGURES = """
suppressMessages({library(psych); library(psy)})
x <- unname(as.matrix(read.csv(file("stdin"), header = FALSE)))
found <- suppressMessages(ICC(x, lmer = FALSE))$results
show <- function(name, value) cat(name, format(as.numeric(value), digits = 15), "\\n")
forms <- c("1_1", "A_1", "C_1", "1_k", "A_k", "C_k")
for (i in 1:6) {
  show(paste0("icc_", forms[i]), found[i, "ICC"])
  show(paste0("low_", forms[i]), found[i, "lower bound"])
  show(paste0("high_", forms[i]), found[i, "upper bound"])
}
show("light_kappa", lkappa(x))
show("cohen_kappa", ckappa(x[, 1:2])$kappa)
show("cohen_kappa_linear", wkappa(x[, 1:2], weights = "absolute")$kappa)
show("cohen_kappa_quadratic", wkappa(x[, 1:2], weights = "squared")$kappa)
show("qf", qf(0.975, 4, 13.7))
show("qt", qt(0.975, 7))
"""


@cache
def by_r(table: Table) -> dict[str, float]:
    rscript = shutil.which("Rscript")
    assert rscript
    rows = "\n".join(",".join(map(repr, unit)) for unit in zip(*table, strict=True))
    done = subprocess.run(
        [rscript, "-e", FIGURES], input=rows, capture_output=True, text=True, check=True
    )
    return {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}


def random_table(seed: int) -> Table:
    """Four coders near the truth; all five values occur with each, so that ranks are values."""
    chance = random.Random(seed)
    truth = [1, 2, 3, 4, 5, *(chance.randint(1, 5) for _ in range(20))]
    rows = [[chance.choice([t, t, t, max(1, t - 1), chance.randint(1, 5)]) for t in truth]]
    rows += [[chance.choice([t, t, chance.randint(1, 5)]) for t in truth] for _ in range(3)]
    return tuple((1, 2, 3, 4, 5, *row[5:]) for row in rows)


TABLES = {"Shrout and Fleiss 1979": tuple(map(tuple, JUDGES))} | {
    f"random {seed}": random_table(seed) for seed in range(4)
}


@pytest.mark.parametrize("name", TABLES)
def test_intraclass_correlations_and_their_intervals(name: str) -> None:
    table, theirs = TABLES[name], by_r(TABLES[name])
    for form in icc.FORMS:
        kind = form.removeprefix("icc_")
        assert COEFFICIENTS[form].compute(table).value == pytest.approx(theirs[form], abs=1e-9)
        found = icc_interval(table, form)
        bounds = theirs[f"low_{kind}"], theirs[f"high_{kind}"]
        assert (found.low, found.high) == pytest.approx(bounds, abs=1e-9), form


@pytest.mark.parametrize("name", [name for name in TABLES if name.startswith("random")])
def test_kappas(name: str) -> None:
    table, theirs = TABLES[name], by_r(TABLES[name])
    assert COEFFICIENTS["light_kappa"].compute(table).value == pytest.approx(theirs["light_kappa"])
    for kappa in ("cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic"):
        ours = COEFFICIENTS[kappa].compute(table[:2]).value
        assert ours == pytest.approx(theirs[kappa], abs=1e-9), kappa


def test_quantiles() -> None:
    theirs = by_r(TABLES["random 0"])
    assert f_quantile(0.975, 4, 13.7) == pytest.approx(theirs["qf"], rel=1e-12)
    assert t_quantile(0.975, 7) == pytest.approx(theirs["qt"], rel=1e-12)
