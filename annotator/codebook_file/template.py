"""The codebook that `annotator codebook new` writes."""

from __future__ import annotations

from importlib.resources import files


def template() -> str:
    """A commented codebook that shows every common part of the format."""
    return files(__package__).joinpath("template.yaml").read_text(encoding="utf-8")
