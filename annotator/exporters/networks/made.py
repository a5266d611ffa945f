"""The networks of an export: one, or one for each slice of time, all with the same nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.networks.gathered import Gathered, gathered
from annotator.exporters.networks.nodes import Node, nodes
from annotator.exporters.networks.nothing import why_empty
from annotator.exporters.networks.wanted import CONCEPTS, TWOMODE, Wanted, wanted
from annotator.networks.counts import Counts, Weights, counts
from annotator.networks.onemode import onemode
from annotator.networks.twomode import twomode
from annotator.networks.windows import Window, windows


@dataclass(frozen=True, slots=True)
class Made:
    """A network: weights between rows and columns (the same nodes in a one-mode network)."""

    source: Source
    wanted: Wanted
    gathered: Gathered
    window: Window
    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    counts: Counts
    weights: Weights

    @property
    def is_twomode(self) -> bool:
        """Whether rows and columns are different nodes."""
        return self.wanted.network.mode == TWOMODE

    def file(self, ending: str) -> str:
        """The name of its file: `network.csv`, or `network-2019-03-01.csv` for a slice of time."""
        name = self.window.name
        return f"network-{name}{ending}" if name else f"network{ending}"

    def frequencies(self) -> Counter[str]:
        """How many of its statements each node is in."""
        ties = self.window.ties
        found = Counter(f"{self.wanted.actor.id}:{tie.actor}" for tie in ties)
        return found + Counter(f"{self.wanted.concept.id}:{tie.concept}" for tie in ties)


def networks(source: Source, choice: Choice, report: Report) -> Iterator[Made]:
    """Gather the statements in one pass, then make each network. Raises UsageError.

    Where no network has a tie, the report says why, once the last of them was made.
    """
    asked = wanted(source.codebook, choice)
    found = gathered(source, choice, asked, report)
    empty = True
    for made in _each(source, choice, asked, found):
        empty = empty and not made.weights.any()
        yield made
    if empty:
        report.nothing = why_empty(found, asked)


def _each(source: Source, choice: Choice, asked: Wanted, found: Gathered) -> Iterator[Made]:
    actors = nodes(source.codebook, asked.actor, (t.actor for t in found.ties), choice.values)
    concepts = nodes(source.codebook, asked.concept, (t.concept for t in found.ties), choice.values)
    for window in windows(found.ties, asked.network.window):
        array = counts(window.ties, [node.code for node in actors],
                       [node.code for node in concepts], found.qualifier)  # fmt: skip
        aggregation, normalization = asked.network.aggregation, asked.network.normalization
        if asked.network.mode == TWOMODE:
            weights = twomode(array, aggregation, normalization)
            yield Made(source, asked, found, window, actors, concepts, array, weights)
            continue
        rows = concepts if asked.network.mode == CONCEPTS else actors
        array = array.turned() if rows is concepts else array
        weights = onemode(array, aggregation, normalization)
        yield Made(source, asked, found, window, rows, rows, array, weights)
