"""The codebook as a tree that opens and closes, and shows only what was filtered. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model.codebook import Code, Codebook, Variable
from annotator.tui.find import CodeIndex, query_words


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: a variable (empty path) or a code with the path that leads to it."""

    variable: Variable
    path: tuple[Code, ...] = ()

    @property
    def code(self) -> Code | None:
        """The code; None for a variable."""
        return self.path[-1] if self.path else None

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes below."""
        return self.path[-1].codes if self.path else self.variable.codes

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from every other node: variable id, and code id or ""."""
        return self.variable.id, self.path[-1].id if self.path else ""


class Outline:
    """Which nodes are to be seen, from top to bottom."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._index = CodeIndex(codebook.variables, every=True)
        self._open: set[tuple[str, str]] = set()
        self._kept: frozenset[tuple[str, str]] | None = None  # None: no filter
        self.matches = 0
        self.nodes: list[Node] = []
        self._refresh()

    def reveal(self, variable: str, code: str) -> int:
        """Open all that stands above a code (or a variable, ""); its line, 0 where unknown."""
        known = self._codebook.by_id.get(variable)
        path = known.paths.get(code, ()) if known else ()
        self._open |= {(variable, above) for above in ["", *(c.id for c in path[:-1])]}
        self._refresh()
        return self.line_of((variable, path[-1].id if path else ""))

    def line_of(self, name: tuple[str, str]) -> int:
        """The line of a node; 0 where it is not to be seen."""
        return next((line for line, node in enumerate(self.nodes) if node.name == name), 0)

    def is_open(self, node: Node) -> bool:
        """Whether the codes below are shown."""
        return self._kept is not None or node.name in self._open

    def set_open(self, node: Node, is_open: bool) -> None:
        """Show or hide the codes below."""
        if is_open and node.codes:
            self._open.add(node.name)
        else:
            self._open.discard(node.name)
        self._refresh()

    def parent_line(self, node: Node) -> int:
        """The line of the node above."""
        above = node.path[-2].id if len(node.path) > 1 else ""
        return self.line_of((node.variable.id, above))

    def filter(self, words: str) -> int:
        """Show only codes that hold every word, with what is above them; the line of the best."""
        if not query_words(words):
            self._kept, self.matches = None, 0
            self._refresh()
            return 0
        found = self._index.find(words)
        self.matches = len(found)
        self._kept = frozenset(
            (match.variable.id, name)
            for match in found
            for name in ["", *(c.id for c in match.path)]
        )
        self._refresh()
        return self.line_of((found[0].variable.id, found[0].code.id)) if found else 0

    def _refresh(self) -> None:
        self.nodes = [
            node
            for variable in self._codebook.variables
            for node in self._below(Node(variable))
            if self._kept is None or node.name in self._kept
        ]

    def _below(self, node: Node) -> Iterator[Node]:
        yield node
        if self.is_open(node):
            for code in node.codes:
                yield from self._below(Node(node.variable, (*node.path, code)))
