"""`make fuzz`: damaged files for FUZZ_SECONDS, new ones each time; faults are kept as crashers.

FUZZ_SEED makes a run repeat.

Arguments are names of targets (modules of tests/readers/seeds); by default all.
"""

from __future__ import annotations

import os
import sys
import time
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePath

from annotator.readers import Options
from tests.readers.fuzz.campaign import CUT, Fault, campaign, named
from tests.readers.fuzz.targets import targets

CRASHERS = Path(__file__).parent.parent / "crashers"
ROUND = 200


def keep(fault: Fault) -> Path:
    """The file, stored among the crashers, which `test_fuzz` reads from then on."""
    digest = sha256(fault.content).hexdigest()[:8]
    stem, ending = PurePath(fault.name).stem, PurePath(fault.name).suffix
    path = CRASHERS / f"{stem.partition('-')[2]}-{digest}{ending}"
    path.write_bytes(fault.content)
    return path


def main() -> int:
    """Exit code 1 where a fault was found."""
    end = time.monotonic() + float(os.environ.get("FUZZ_SECONDS", "600"))
    chosen = [one for one in targets() if not sys.argv[1:] or one.name in sys.argv[1:]]
    ways = [(target, way) for target in chosen for way in (Options(), named(target), CUT)]
    seed = int(os.environ.get("FUZZ_SEED", time.time_ns()))
    n_faults = n_cases = 0
    for round_ in count():
        for target, way in ways:
            if time.monotonic() > end:
                print(f"{n_cases:,} damaged files, {n_faults} faults")
                return 1 if n_faults else 0
            for fault in campaign([target], ROUND, way, seed=seed + round_):
                n_faults += 1
                print(f"{target.name}: {keep(fault).name} {_told(way)}: {fault.what}", flush=True)
            n_cases += ROUND
    return 0


def _told(way: Options) -> str:
    return f"(--format {way.format})" if way.format else "(cut)" if way == CUT else ""


if __name__ == "__main__":
    sys.exit(main())
