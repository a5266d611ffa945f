"""Whatever is done to a valid file: articles or a ReaderError, and within 512 MB.

`make fuzz` sees to it that 10 s are enough, too.
"""

from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers import FileReading, Options
from annotator.readers.child_limits import Limits
from annotator.readers.children import read_all
from annotator.readers.registry import READERS
from tests.readers.fuzz.campaign import CUT, campaign, fault_in
from tests.readers.fuzz.targets import targets

PATIENT = Limits(seconds=300, megabytes=512)
CRASHERS = sorted(
    path for path in (Path(__file__).parent / "crashers").iterdir() if path.suffix != ".md"
)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FileReading | ReaderError]:
    """What each seed gives, undamaged."""
    folder = tmp_path_factory.mktemp("seeds")
    paths = []
    for target in targets():
        (folder / target.name).mkdir()
        for name, content in target.seeds.items():
            paths.append(folder / target.name / name)
            paths[-1].write_bytes(content)
    with read_all(paths, limits=PATIENT) as readings:
        return {f"{path.parent.name}/{path.name}": outcome for path, outcome in readings}


def test_seeds_are_borne_and_each_reader_has_one(
    outcomes: dict[str, FileReading | ReaderError],
) -> None:
    assert {name: fault for name, one in outcomes.items() if (fault := fault_in(one))} == {}
    formats = {one.format for one in outcomes.values() if isinstance(one, FileReading)}
    assert {reader.NAME for reader in READERS} - formats == set()


@pytest.mark.parametrize(("way", "cases"), [(Options(), 160), (CUT, 40)], ids=["found", "cut"])
def test_damaged_files(way: Options, cases: int) -> None:
    faults = list(campaign(targets(), cases, way, limits=PATIENT))
    assert [(fault.target, fault.name, fault.what) for fault in faults] == []


@pytest.mark.parametrize("way", [Options(), CUT], ids=["found", "cut"])
def test_files_that_were_not_borne_once(way: Options) -> None:
    with read_all(CRASHERS, way, limits=PATIENT) as readings:
        assert {path.name: f for path, one in readings if (f := fault_in(one))} == {}
