"""Text files of formats that write several of them."""

from __future__ import annotations

from io import TextIOWrapper

from annotator.exporters.files import Destination


def text_file(to: Destination, name: str) -> TextIOWrapper:
    """A UTF-8 text file; closed as soon as it is written, since there may be thousands.

    Raises UsageError where the export goes to standard output: several files cannot.
    """
    return TextIOWrapper(to.open_binary(name), encoding="utf-8", newline="")
