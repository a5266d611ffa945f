"""A file that was given to be read: its bytes, and how to say that it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from annotator.errors import CodingsError, DataError
from annotator.model.problem import Problem


class Given(Protocol):
    """What reading needs to know of a file."""

    @property
    def content(self) -> bytes:
        """All its bytes."""

    def refusal(self, what: str, *, line: int = 0, hint: str = "") -> DataError:
        """The error that says one thing about the file; `what` completes "the file ..."."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file of codings or of a codebook, by the name that people know."""

    name: str
    content: bytes

    def refusal(self, what: str, *, line: int = 0, hint: str = "") -> CodingsError:
        """A CodingsError that names the file."""
        return CodingsError(
            f"{self.name} cannot be read.", [Problem(what, self.name, line, "", hint)]
        )
