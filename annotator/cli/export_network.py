"""The options of `annotator export` that choose a network of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli.options import together

if TYPE_CHECKING:
    from annotator.exporters.job import Network

_OPTIONS = (
    click.option("--actor", default="", metavar="VARIABLE", help="Networks: who speaks."),
    click.option("--concept", default="", metavar="VARIABLE", help="Networks: what about."),
    click.option(
        "--qualifier", default="", metavar="VARIABLE", help="Networks: for or against it."
    ),
    click.option(
        "--mode",
        type=click.Choice(("twomode", "onemode", "onemode-concepts")),
        default="twomode",
        show_default=True,
        help="Networks: actors and concepts, actors alone, or concepts alone.",
    ),
    click.option(
        "--aggregation",
        type=click.Choice(("ignore", "combine", "congruence", "conflict", "subtract")),
        default="ignore",
        show_default=True,
        help="Networks: what the qualifier does.",
    ),
    click.option(
        "--normalization",
        type=click.Choice(
            ("no", "average", "jaccard", "cosine", "true-cosine", "activity", "prominence")
        ),
        default="no",
        show_default=True,
        help="Networks: how the weights are scaled; cosine is as DNA defines it, which is none.",
    ),
    click.option(
        "--duplicates",
        type=click.Choice(("include", "document", "week", "month", "year", "acrossrange")),
        default="include",
        show_default=True,
        help="Networks: within what a repeated statement counts once.",
    ),
    click.option(
        "--window",
        type=click.IntRange(0),
        default=0,
        metavar="DAYS",
        help="Networks: one for each so many days, by the dates of the articles.",
    ),
)


network_options = together(_OPTIONS)
"""The options for networks."""


def network(wanted: dict[str, Any]) -> Network:
    """The network that was asked for."""
    from annotator.exporters.job import Network

    return Network(
        wanted["actor"], wanted["concept"], wanted["qualifier"], wanted["mode"],
        wanted["aggregation"], wanted["normalization"], wanted["duplicates"], wanted["window"],
    )  # fmt: skip
