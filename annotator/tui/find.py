"""Find a code by any word a coder may have in mind. Pure: knows the codebook, no screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model.codebook import Code, Variable
from annotator.model.folding import fold

_WORD = re.compile(r"\w+")
_AROUND_A_WORD = ".,;:!?\"'()[]{}“”‘’«»"

_EXACT, _LABEL_START, _LABEL, _ID, _GROUP, _DEFINITION, _INCLUDE = 64, 32, 16, 8, 4, 2, 1


@dataclass(frozen=True, slots=True)
class Found:
    """A code that matches, with the variable it belongs to and the path that leads to it."""

    variable: Variable
    path: tuple[Code, ...]

    @property
    def code(self) -> Code:
        """The code itself: the last of the path."""
        return self.path[-1]

    @property
    def group(self) -> str:
        """The labels above the code, from the top: `Sanctions`; empty at the first level."""
        return " > ".join(code.label for code in self.path[:-1])


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one code can be found by: texts in which every word stands after a space."""

    found: Found
    names: frozenset[str]
    texts: tuple[tuple[int, str], ...]


class CodeIndex:
    """The codes of some variables, ready to be searched at every keystroke.

    Codes that cannot be given (see `can_be_given`) are left out unless `every` is set.
    """

    def __init__(self, variables: Iterable[Variable], *, every: bool = False) -> None:
        self._entries = [
            _entry(Found(variable, path))
            for variable in variables
            for path in variable.paths.values()
            if every or can_be_given(variable, path[-1])
        ]

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, query: str) -> list[Found]:
        """The codes in which every word of `query` begins some word, best first.

        Best is a code that is named exactly (id or number), then by where the words stand: label,
        id, group, definition, include list. An empty query finds all, in the order of the file.
        """
        words = query_words(query)
        scored = ((_score(entry, words), entry.found) for entry in self._entries)
        matches = [(score, found) for score, found in scored if score is not None]
        matches.sort(key=lambda match: -match[0])
        return [found for _, found in matches]


def can_be_given(variable: Variable, code: Code) -> bool:
    """Whether the code can be an answer: no deprecated one, no group where only leaves are."""
    return variable.may_stop_at(code) and not code.deprecated


def query_words(query: str) -> list[str]:
    """The words of what was typed, folded; punctuation around a word is left out."""
    stripped = (word.strip(_AROUND_A_WORD) for word in fold(query).split())
    return [word for word in stripped if word]


def number_name(value: float) -> str:
    """A numeric value as people write it: `-1`, `2.5`."""
    return str(int(value)) if value.is_integer() else str(value)


def _entry(found: Found) -> _Entry:
    code, guidance = found.code, found.code.guidance
    value = "" if code.value is None else number_name(code.value)
    texts = (
        (_LABEL, _searchable([code.label])),
        (_ID, _searchable([code.id, value])),
        (_GROUP, _searchable([above.label for above in found.path[:-1]])),
        (_DEFINITION, _searchable([guidance.definition])),
        (_INCLUDE, _searchable(guidance.include)),
    )
    return _Entry(found, frozenset(filter(None, (fold(code.id), value))), texts)


def _searchable(texts: Sequence[str]) -> str:
    """Every word, and every run without spaces (`us.president`, `end-of-war`), after a space."""
    words: list[str] = []
    for run in fold(" ".join(texts)).split():
        run_words = _WORD.findall(run)
        words += run_words if run_words == [run] else [run.strip(_AROUND_A_WORD), *run_words]
    return " ".join(["", *words])


def _score(entry: _Entry, words: Sequence[str]) -> int | None:
    """How well the words fit; None where one of them is nowhere."""
    total = 0
    for word in words:
        best = _weight(entry, word)
        if not best:
            return None
        total += best
    return total


def _weight(entry: _Entry, word: str) -> int:
    if word in entry.names:
        return _EXACT
    sought = word if _is_written_without_spaces(word) else f" {word}"
    for weight, text in entry.texts:
        if sought in text:
            return _LABEL_START if weight is _LABEL and text.startswith(sought) else weight
    return 0


def _is_written_without_spaces(word: str) -> bool:
    """Han, kana, Thai: words that stand in the middle of a run must be found as well."""
    return word.isalpha() and not word.isascii() and word.lower() == word.upper()
