"""`make bench`: runs every benchmark and prints one table. Names as arguments choose among them."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from benchmarks.measure import Benchmark, Result

HELPERS = ("run", "measure", "studies")
HERE = Path(__file__).parent


def names() -> list[str]:
    """Every module of this folder that has a `benchmark`."""
    return sorted(path.stem for path in HERE.glob("[a-z]*.py") if path.stem not in HELPERS)


def show(result: Result) -> None:
    """Print one line of the table."""
    verdict = "" if not result.limit else "kept" if result.kept else "MISSED"
    limit = f"{result.limit:.2f}" if result.limit else "-"
    print(
        f"{result.what:<52}{result.milliseconds:>12,.1f}{result.ratio:>9.2f}{limit:>8}"
        f"  {verdict:<7} {result.floor}",
        flush=True,
    )


def main() -> int:
    """Run the chosen benchmarks; exit code 1 where a limit was missed."""
    chosen = sys.argv[1:] or names()
    print(f"{'what':<52}{'ms':>12}{'ratio':>9}{'limit':>8}  {'':<7} to")
    missed = 0
    for name in chosen:
        benchmark: Benchmark = importlib.import_module(f"benchmarks.{name}").benchmark
        for result in benchmark():
            show(result)
            missed += not result.kept
    print(f"{missed} limits missed" if missed else "all limits kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
