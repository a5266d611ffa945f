"""A plan of assignments in words: what each coder gets, what they share, what to expect of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any

from annotator.cli.sample_size_words import percent
from annotator.cli.table import table
from annotator.model.team import WHOLE_ARTICLE

if TYPE_CHECKING:
    from annotator.reports.plan import Block, Plan

_EXPECTED = 0.85  # agreement; as `annotator sample-size` assumes by default
_ALPHA = 0.8
_PREVALENCES = (0.5, 0.25, 0.1, 0.05)
_Z = 1.96  # of a 95 % interval


def coder_table(given: dict[str, Sequence[Block]]) -> Iterator[str]:
    """What each coder gets."""
    rows = [
        [coder, f"{_n_articles(blocks):,}", f"{sum(b.units for b in blocks):,}",
         f"{sum(b.words for b in blocks):,}"]
        for coder, blocks in given.items()
    ]  # fmt: skip
    yield from table([["Coder", "Articles", "Units", "Words"], *rows], right=(1, 2, 3))


def overlap_table(plan: Plan) -> Iterator[str]:
    """How many units every two coders share."""
    coders, shared = list(plan.given), plan.shared()
    rows = [
        [one, *("" if one == two else f"{shared[min(one, two), max(one, two)]:,}"
                for two in coders)]
        for one in coders
    ]  # fmt: skip
    yield from table([["Both code", *coders], *rows], right=range(1, len(coders) + 1))


def sample_sentence(plan: Plan) -> str:
    """How the sample was drawn."""
    n, total = len(plan.sample), len(plan.population)
    if not n:
        what = _what(plan.population)
        return f"No sample is drawn: each of the {what} goes to as many coders as every other."
    what = _what(plan.population)
    coders = min(plan.design.sample_coders, len(plan.design.coders))
    return (
        f"Sample: {n:,} of {total:,} {what} ({percent(n / total)}), drawn at random, for "
        f"{coders} coder{'s' if coders > 1 else ''} each."
    )


def strata_lines(plan: Plan) -> Iterator[str]:
    """How many were drawn of each stratum."""
    names = sorted({block.stratum for block in plan.population})
    if names == [""] or not plan.sample:
        return
    for name in names:
        drawn = sum(block.stratum == name for block in plan.sample)
        total = sum(block.stratum == name for block in plan.population)
        yield f"  {name}: {drawn:,} of {total:,}"


def expectations(plan: Plan) -> Iterator[str]:
    """What the number of units coded by several coders means for the figures."""
    n = sum(block.units for block, coders in plan.holders.items() if len(coders) > 1)
    total = sum(block.units for block in plan.population)
    if n < 2:
        yield "No two coders share anything: no agreement can be computed from this plan."
        return
    yield (
        f"What to expect: {n:,} units are coded by two coders or more. If coders agree on "
        f"{percent(_EXPECTED)} of all units, the 95 % interval of that share will be about "
        f"{100 * _EXPECTED:.0f} ± {100 * half_width(n, total):.1f} points (Lacy and Riffe 1996)."
    )
    yield _enough_for(n)
    if any(block.paragraph == WHOLE_ARTICLE for block in plan.population):
        yield (
            "Paragraphs of one article resemble each other, so where whole articles are drawn the "
            "true interval is wider: --unit paragraph makes it as narrow as it can be."
        )


def half_width(n: int, population: int) -> float:
    """Half of the 95 % interval of a share of .85 in `n` of `population` units drawn at random.

    Lacy and Riffe's formula turned round: SE^2 = P Q (N - n) / ((N - 1) (n - 1)).
    """
    if n >= population:
        return 0.0
    spread = _EXPECTED * (1 - _EXPECTED)
    return _Z * sqrt(spread * (population - n) / ((population - 1) * (n - 1)))


def _enough_for(n: int) -> str:
    from annotator.agreement.sample_size import bloch_kraemer

    needed = {share: bloch_kraemer(_ALPHA, share).units or 0 for share in _PREVALENCES}
    enough = [share for share, units in needed.items() if units <= n]
    asks = "; ".join(f"{percent(share)}: {units:,}" for share, units in needed.items())
    told = (
        f"enough to tell alpha from .80 for codes in {percent(min(enough))} of the units or more"
        if enough
        else "not enough to tell alpha from .80 for any code"
    )
    return (
        f"It is {told} (Bloch and Kraemer 1989; units needed for a code in {asks}). "
        "`annotator sample-size` says more."
    )


def trained(plan: Plan, number: int) -> Iterator[str]:
    """What of the plan was, or is, for training."""
    if number:
        yield (
            f"{number:,} of the {_what(plan.population)} that several code are in a training round,"
            " too. Whoever was told the right answers there no longer codes them alone: train on"
            " others, or take the figures with care."
        )


def gaps(plan: Plan, n_taken: int) -> Iterator[str]:
    """What the plan does not cover."""
    what = _what(plan.population)
    if plan.left:
        yield f"Given to nobody: {len(plan.left):,} of {len(plan.population):,} {what}."
    if n_taken:
        yield f"Left out, since they were given in this round before: {n_taken:,}."
    shared, coders = plan.shared(), list(plan.given)
    apart = [
        f"{one} and {two}"
        for i, one in enumerate(coders)
        for two in coders[i + 1 :]
        if not shared[one, two]
    ]
    if apart and shared:
        yield f"They share nothing, so cannot be compared: {'; '.join(apart)}."


def as_json(given: dict[str, Sequence[Block]], plan: Plan | None) -> dict[str, Any]:
    """The plan for programs, every block of it."""
    told: dict[str, Any] = {
        "coders": {
            coder: {
                "articles": _n_articles(blocks),
                "units": sum(b.units for b in blocks),
                "words": sum(b.words for b in blocks),
                "order": [[b.article, b.paragraph] for b in blocks],
            }
            for coder, blocks in given.items()
        }
    }
    if plan:
        told["sample"] = [[b.article, b.paragraph] for b in plan.sample]
        told["left"] = len(plan.left)
        told["shared"] = [[*pair, n] for pair, n in sorted(plan.shared().items())]
    return told


def _n_articles(blocks: Sequence[Block]) -> int:
    return len({block.article for block in blocks})


def _what(blocks: Sequence[Block]) -> str:
    whole = any(block.paragraph == WHOLE_ARTICLE for block in blocks)
    return "articles" if whole else "paragraphs"
