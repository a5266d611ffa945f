"""The power fails at random moments while somebody codes: what was acknowledged is there.

A recorder under the program notes what it asks of the disk; a disk that forgets (disk.py) says what
may be left of it. The modes that are known to lose work must lose some here: without that control
the test could not fail.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.study import Study
from tests.small import CODEBOOK, FIRST
from tests.store.power.disk import Disk, recorded

CODINGS = 60
HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("cc"), reason="the recorder needs Linux and cc"
)

CODER = """
import os, sys
from pathlib import Path
from annotator.model.coding import Answer
from annotator.study import Study

said = os.open(sys.argv[4], os.O_WRONLY | os.O_CREAT)
with Study.open(Path(sys.argv[1]), coder="ana") as study:
    if sys.argv[5]:
        study._database.execute(f"PRAGMA synchronous = {sys.argv[5]}")
    for number in range(int(sys.argv[3])):
        made = study.add_statement(sys.argv[2], 2, {"actor": Answer.of("us")})
        os.pwrite(said, made.encode(), 28 * number)
    os._exit(0)
"""


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("recorder") / "recorder.so"
    source = str(HERE / "recorder.c")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


class Recording:
    """A coder's session as the disk saw it, from a study that was safely there before."""

    def __init__(self, folder: Path, recorder: Path, synchronous: str = "") -> None:
        self.path, self.said = folder / "study.db", folder / "said"
        with Study.create(self.path, CODEBOOK) as study:
            study.add_articles([FIRST])
        self.before = self.path.read_bytes()
        log = folder / "disk.log"
        subprocess.run(
            [sys.executable, "-c", CODER, str(self.path), FIRST.id, str(CODINGS), str(self.said),
             synchronous],
            check=True,
            env=os.environ | {"LD_PRELOAD": str(recorder), "DISK_LOG": str(log)},
        )  # fmt: skip
        self.operations = list(recorded(log))
        assert sum(operation.path == str(self.said) for operation in self.operations) == CODINGS

    def cut_power(self, at: int, chance: random.Random, folder: Path) -> tuple[set[str], set[str]]:
        """Statements that were acknowledged before operation `at`, and those found afterwards."""
        disk = Disk({str(self.path): bytearray(self.before)}, existing={str(self.path)})
        acknowledged = set()
        for operation in self.operations[:at]:
            if operation.path == str(self.said):
                acknowledged.add(operation.data.decode())
            else:
                disk.ask(operation)
        for path, content in disk.after_power_cut(chance).items():
            (folder / Path(path).name).write_bytes(content)
        with Study.open(folder / "study.db", coder="ana") as study:
            assert not list(study.faults())
            found = {statement.id for statement in study.work(FIRST.id).unit(2).statements}
        return acknowledged, found

    def cuts_that_lost_work(self, times: int, folder: Path, seed: int) -> int:
        """How many of so many power cuts lost what had been acknowledged."""
        chance = random.Random(seed)
        lost = 0
        for number in range(times):
            place = folder / f"cut{number}"
            place.mkdir()
            at = chance.randint(1, len(self.operations))
            acknowledged, found = self.cut_power(at, chance, place)
            lost += bool(acknowledged - found)
            shutil.rmtree(place)
        return lost


def test_nothing_acknowledged_is_lost(tmp_path: Path, recorder: Path) -> None:
    recording = Recording(tmp_path, recorder)
    assert recording.cuts_that_lost_work(60, tmp_path, seed=1) == 0


def test_a_mode_known_to_lose_work_loses_some_here(tmp_path: Path, recorder: Path) -> None:
    recording = Recording(tmp_path, recorder, synchronous="normal")
    try:
        lost = recording.cuts_that_lost_work(400, tmp_path, seed=3)
    except (AssertionError, AnnotatorError, sqlite3.DatabaseError):
        return  # the whole file is lost
    assert lost


@pytest.mark.stress
def test_nothing_acknowledged_is_lost_in_two_thousand_cuts(tmp_path: Path, recorder: Path) -> None:
    recording = Recording(tmp_path, recorder)
    assert recording.cuts_that_lost_work(2_000, tmp_path, seed=2) == 0
