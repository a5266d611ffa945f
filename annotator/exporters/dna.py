"""Statements for Discourse Network Analyzer and rDNA: an event list, with the network beside it.

The network is a matrix as DNA writes it (`network.csv`, one for each slice of time), and
`network.md` says what it is.
"""

from __future__ import annotations

from annotator.exporters.coded import chosen_units
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.networks.about import page
from annotator.exporters.networks.events import EventList, plain
from annotator.exporters.networks.made import Made, networks

EVENTS = "events.csv"
_IN_NETWORK = "statements are in the network beside the list, and its page (.md) says which"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the event list, then the network or networks."""
    report = Report()
    made = list(networks(source, choice, report))
    _write_events(source, choice, to, report)
    for network in made:
        to.open_beside(network.file(".csv")).write(_matrix(network))
    to.open_beside("network.md").write(page(made))
    report.notes[_IN_NETWORK] = sum(len(network.window.ties) for network in made)
    return report


def _write_events(source: Source, choice: Choice, to: Destination, report: Report) -> None:
    numbers = {article.id: number for number, article in enumerate(source.articles(), start=1)}
    events = EventList(to.open(EVENTS), source.codebook, choice, report)
    # what unfinished work leaves out was counted when the network was made
    for unit in chosen_units(source, choice, Report()):
        events.write(unit, numbers[unit.article.id])
    report.rows[EVENTS] = events.count


def _matrix(made: Made) -> str:
    """The weights, six digits after the point where any is no whole number."""
    whole = bool((made.weights == made.weights.round()).all())
    lines = [";".join(['""', *(_quoted(node.name) for node in made.columns)])]
    for node, weights in zip(made.rows, made.weights, strict=True):
        cells = (str(int(weight)) if whole else f"{weight:.6f}" for weight in weights)
        lines.append(";".join([_quoted(node.name), *cells]))
    return "\n".join(lines) + "\n"


def _quoted(name: str) -> str:
    """The quote becomes another; a separator may stay between quotes."""
    return '"' + plain(name).replace("\n", " ") + '"'
