"""Where the demo's articles and codings and the ready-made codebooks lie."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
CODERS = ("ana", "ben", "chris")
"""Who coded the demo's articles, blind to each other: language models that read them."""


def articles() -> list[Path]:
    """The demo's articles, in the order in which they are added."""
    return sorted((_HERE / "articles").glob("*.txt"))


def codings() -> list[Path]:
    """One table for each coder, one row for each statement."""
    return [_HERE / "codings" / f"{coder}.csv" for coder in CODERS]


def codebook(name: str = "hanoi") -> Path:
    """A codebook that comes with the program.

    A wheel carries the codebooks inside the package; in a checkout they stand beside it.
    """
    package = _HERE.parent
    inside = package / "codebooks"
    return (inside if inside.is_dir() else package.parent / "codebooks") / f"{name}.yaml"
