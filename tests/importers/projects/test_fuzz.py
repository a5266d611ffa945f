"""Whatever bytes a file has, it is read or refused with one clear message; nothing else happens."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.cli.import_project import codebook_of
from annotator.errors import DataError
from annotator.importers import brat, dna, doccano, labelstudio, qualcoder, taguette
from annotator.importers.doccano import CoderFile
from annotator.importers.project import Project
from tests.importers.projects import made

N_MUTATIONS = 60
Make = Callable[[Path], bytes]
Read = Callable[[Path], Project]


def of_database(reader: Callable[..., Project]) -> Read:
    return lambda path: made.read(path, reader)


KINDS: dict[str, tuple[Make, Read]] = {
    "taguette": (lambda path: made.taguette(path).read_bytes(), of_database(taguette.read)),
    "qualcoder": (lambda path: made.qualcoder(path).read_bytes(), of_database(qualcoder.read)),
    "dna": (lambda path: made.dna(path).read_bytes(), of_database(dna.read)),
    "labelstudio": (
        lambda path: made.label_studio(),
        lambda path: labelstudio.read(path.read_bytes(), "e.json", made.CUT),
    ),
    "doccano": (
        lambda path: made.doccano([0, 5, "Good"], [3, 9, "Bad"]),
        lambda path: doccano.read([CoderFile("a", "ana", path.read_bytes())], "d", made.CUT),
    ),
    "brat": (
        lambda path: made.BRAT["a.ann"],
        lambda path: brat.read(made.BRAT | {"a.ann": path.read_bytes()}, "b", made.CUT),
    ),
    "brat config": (
        lambda path: made.BRAT["annotation.conf"],
        lambda path: brat.read(made.BRAT | {"annotation.conf": path.read_bytes()}, "b", made.CUT),
    ),
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_mutations_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    make, read = KINDS[kind]
    whole, chance = make(tmp_path / "whole"), random.Random(kind)
    path, told = tmp_path / "mutated", list[str]()
    for _ in range(N_MUTATIONS):
        path.write_bytes(mutated(whole, chance))
        try:
            project = read(path)
            codebook_of(project)  # whatever is read can be made a study of
        except DataError as error:
            told.append(str(error))
    assert all(told)


def mutated(whole: bytes, chance: random.Random) -> bytes:
    content = bytearray(whole)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(content) or 1)
        match chance.randrange(4) if content else 2:
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randrange(20)]
            case 2:
                content[at:at] = bytes(chance.choices(b'"[]{}:,0\\u\t\n\0\xff', k=3))
            case _:
                content = content[: max(at, 1)] if chance.random() < 0.3 else content
    return bytes(content)
