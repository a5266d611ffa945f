"""A target for each module of `tests.readers.seeds`: valid files, and damaged ones made of them."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.readers.fuzz.packed import damaged

_SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True)
class Target:
    """A format with its seeds: name of a file -> its bytes."""

    name: str
    seeds: dict[str, bytes]

    def cases(self, seed: int) -> Iterator[tuple[str, bytes]]:
        """Names and contents of damaged files without end; the same for the same `seed`."""
        random = Random(f"{self.name} {seed}")
        names = sorted(self.seeds)
        contents = [self.seeds[name] for name in names]
        number = 0
        while True:
            index = random.randrange(len(names))
            yield f"{number:06}-{names[index]}", damaged(contents[index], contents, random)
            number += 1


def targets() -> list[Target]:
    """Every target, by name."""
    found = []
    for path in sorted(_SEEDS.glob("[a-z]*.py")):
        module = importlib.import_module(f"tests.readers.seeds.{path.stem}")
        seeds = getattr(module, "SEEDS", None)
        if seeds:
            found.append(Target(path.stem, dict(seeds)))
    return found
