"""Networks as files of a format for graphs: one, or one for each slice of time."""

from __future__ import annotations

from collections.abc import Callable

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.networks.made import Made, networks
from annotator.exporters.xml_tree import Tree

Draw = Callable[[Made, Report], tuple[Tree, int]]
"""The document of a network, and how many edges it has."""


def write_graphs(
    source: Source, choice: Choice, to: Destination, *, ending: str, draw: Draw
) -> Report:
    """Write each network; the edges are counted under the name of its file."""
    report = Report()
    for made in networks(source, choice, report):
        name = made.file(ending)
        tree, count = draw(made, report)
        to.open_binary(name).write(tree.bytes())
        report.rows[name] = count
    return report
