"""What a network is: facts by name, for programs, and as a page for people."""

from __future__ import annotations

from annotator.exporters.networks.made import Made
from annotator.networks.ties import level_text
from annotator.networks.twomode import combination
from annotator.terminal import visible

_JOINED = ", "


def facts(made: Made) -> dict[str, str]:
    """Everything that must be known to make the same network again."""
    network, window = made.wanted.network, made.window
    qualifier = made.wanted.qualifier
    return {
        "study": made.source.about.name,
        "codebook": f"{made.source.codebook.id} {made.source.codebook.version}",
        "coders": _JOINED.join(made.gathered.coders),
        "rounds": _JOINED.join(made.gathered.rounds),
        "mode": network.mode,
        "actor": made.wanted.actor.id,
        "concept": made.wanted.concept.id,
        "qualifier": qualifier.id if qualifier else "",
        "levels": _JOINED.join(map(level_text, made.gathered.qualifier.levels)),
        "aggregation": network.aggregation,
        "normalization": network.normalization,
        "duplicates": network.duplicates,
        "first_day": window.first.isoformat() if window.first else "",
        "last_day": window.last.isoformat() if window.last else "",
        "statements": str(len(window.ties)),
    }


def page(made: list[Made]) -> str:
    """A Markdown page on all networks of an export."""
    lines = ["# Networks", ""]
    for network in made:
        lines += [f"## {network.file('')}", ""]
        lines += [f"- {name}: {visible(text)}" for name, text in facts(network).items() if text]
        lines += [*_combinations(network), ""]
    return "\n".join(lines)


def _combinations(made: Made) -> list[str]:
    """What the numbers mean that stand for combined levels."""
    if made.wanted.network.aggregation != "combine":
        return []
    weights = sorted({float(weight) for weight in made.weights.flat if weight})
    return [f"- weight {weight:g}: {visible(_JOINED.join(combination(weight, made.counts)))}"
            for weight in weights]  # fmt: skip
