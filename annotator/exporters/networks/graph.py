"""A network as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.exporters.networks.made import Made
from annotator.exporters.networks.nodes import Node
from annotator.networks.twomode import combination


class Edge(NamedTuple):
    """A tie that weighs something. `levels` says what the weight of combined levels means."""

    source: str
    target: str
    weight: float
    levels: str = ""


def all_nodes(made: Made) -> tuple[Node, ...]:
    """Every node once."""
    return (*made.rows, *made.columns) if made.is_twomode else made.rows


def edges(made: Made) -> Iterator[Edge]:
    """Every tie whose weight is not 0, once, in the order of the nodes."""
    combined = made.wanted.network.aggregation == "combine"
    for row, source in enumerate(made.rows):
        for column, target in enumerate(made.columns):
            weight = float(made.weights[row, column])
            if weight and (made.is_twomode or column > row):
                levels = "|".join(combination(weight, made.counts)) if combined else ""
                yield Edge(source.id, target.id, weight, levels)
