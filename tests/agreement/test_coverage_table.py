"""The tables of coverage in docs/statistics.md are what `benchmarks.coverage` prints."""

from pathlib import Path

import pytest

from benchmarks import coverage

PAGE = (Path(__file__).parents[2] / "docs" / "statistics.md").read_text(encoding="utf-8")


def rows(*head: str) -> dict[tuple[str, ...], list[str]]:
    """The rows of the table with that head, by its first cells (as many as are not a method)."""
    lines = iter(PAGE.splitlines())
    start = "| " + " | ".join(head) + " |"
    assert any(line == start for line in lines), f"no table {start}"
    next(lines)
    found = {}
    for line in lines:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        named = len(cells) - 4
        found[tuple(cells[:named])] = cells[named:]
    return found


OF_UNITS = rows("N", "prevalence", *coverage.METHODS)
OF_ARTICLES = rows("articles", *coverage.BY_ARTICLE)


def test_every_setting_has_its_row_and_the_seed_is_named() -> None:
    settings = [(str(n), str(p)) for n in coverage.UNITS for p in coverage.PREVALENCES]
    assert list(OF_UNITS) == settings
    assert list(OF_ARTICLES) == [(str(n),) for n in coverage.ARTICLES]
    assert f"seed {coverage.SEED}; {coverage.SAMPLES:,} samples per row" in PAGE


@pytest.mark.parametrize(("n", "prevalence"), [(20, 0.5), (50, 0.8)])
def test_rows_are_what_the_simulation_gives(n: int, prevalence: float) -> None:
    """Two rows are simulated anew; the others take a minute and come from the same script."""
    found = [str(tally) for tally in coverage.of_units(n, prevalence).values()]
    assert OF_UNITS[str(n), str(prevalence)] == found
