"""The small tables of the worked examples in `published`, transcribed as numbers by us."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product


def crossed(cells: Sequence[Sequence[int]]) -> list[list[int]]:
    """Two coders' values from their table of frequencies."""
    size = range(len(cells))
    pairs = [pair for pair in product(size, size) for _ in range(cells[pair[0]][pair[1]])]
    return [[pair[coder] for pair in pairs] for coder in (0, 1)]


def counted(units: Sequence[Sequence[int]]) -> list[list[int]]:
    """Coders by units, from how many coders gave each category to each unit."""
    values = [[category for category, n in enumerate(u) for _ in range(n)] for u in units]
    return [list(coder) for coder in zip(*values, strict=True)]


BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NOMINAL = [list("aabbdcccedda"), list("babbbccceddd")]
MISSING = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
ALIKE = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]
SKEWED = [[12, 18, 18], [0, 14, 18], [0, 0, 20]]
JUDGES = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]
DIAGNOSES = (  # depression, personality disorder, schizophrenia, neurosis, other
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 "
    "10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 "
    "00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
)
VIDEO = [list("aabbbbbccccc"), list("abbbbbcccccc")]
NINE = [[1, 1, 2, 4, 1, 2, 1, 3, 2], [1, 2, 2, 4, 4, 2, 2, 3, 2], [1, 2, 2, 4, 4, 2, 3, 3, 2]]
DIALOGUE = [[46, 0, 0], [6, 32, 6], [0, 0, 10]]
CATEGORIES = [[50, 0, 0], [10, 10, 10], [20, 0, 0]]
PERSONS = [list("YYNN"), list("YYNN"), list("YNYN")]
SKEWED_BINARY = [list("yyyyyyyyny"), list("yyyyyyyynn")]
LIKERT = [[20, 5, 1, 0], [4, 15, 6, 1], [0, 5, 18, 4], [0, 1, 3, 12]]
METHODS = [
    [
        -1.207, 0.277, 1.084, -2.346, 0.429, 0.506, -0.575, -0.547, -0.564, -0.890, -0.477, -0.998,
        -0.776, 0.064, 0.959, -0.110, -0.511, -0.911, -0.837, 2.416, 0.134, -0.491, -0.441, 0.460,
        -0.694,
    ],
    [
        -1.633, 0.087, 1.302, -2.341, 0.082, 0.510, -0.581, -0.295, -0.890, -0.542, -0.112, -1.457,
        -0.959, -0.422, 0.699, 0.096, -0.703, -0.903, -1.286, 2.480, -0.244, -0.098, -0.926, 0.743,
        -1.104,
    ],
]  # fmt: skip
ORDERED = (  # five coders, forty units, a scale from 0 to 3; a dot is missing
    "112.001122.01311211000201001111223222221",
    "1130000.21102311121000302102111122222221",
    "203000222100221123001.30.1012202.2232.21",
    ".13....0.10022...31.103021122..122...12.",
    "2..0001.2....3112..0.0..2.0..20.2.2222.1",
)
ONE_TEXT = (  # one character after the other, 300 in all: start, end, code
    ((75, 145, "c"), (220, 250, "c"), (30, 90, "k"), (150, 200, "k")),
    ((70, 150, "c"), (205, 225, "c"), (250, 270, "c"), (30, 90, "k"), (150, 200, "k")),
)
TEXT_LENGTH = 300
OBSERVERS = {  # a row per observer, a word per unit; "-" is the empty set, "?" is missing
    "3": ("bd abd - a", "d b a ?", "? bd a ?"),
    "8a": ("a abd d", "a abd d", "a abde d"),
    "8b": ("a ab d", "a ab d", "a abd d"),
    "8c": ("a b d", "a b d", "a bd d"),
    "9a": ("a ab d", "a ad d", "a bd d"),
    "9b": ("a ab d", "a de d", "a f d"),
    "9c": ("a ab bd", "b de d", "ab f be"),
}
SETS = (  # nine units of two coders, in the same way
    "- a a a ab ab abc c c",
    "- - a b a ac abc ac ac",
)


def sets(rows: Sequence[str]) -> list[list[frozenset[str] | None]]:
    """A table of sets, each written as the letters of its codes."""
    return [[_set(word) for word in row.split()] for row in rows]


def _set(word: str) -> frozenset[str] | None:
    return None if word == "?" else frozenset(word.replace("-", ""))


def scale(rows: Sequence[str]) -> list[list[int | None]]:
    """A table of digits, a row of them for each coder; a dot is missing."""
    return [[None if cell == "." else int(cell) for cell in row] for row in rows]


def agreement_from(*distances: Sequence[float]) -> list[list[float]]:
    """Weights from 1 for the same value to 0 for the most distant ones."""
    most = max(map(max, distances))
    return [[1 - apart / most for apart in row] for row in distances]
