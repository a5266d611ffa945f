"""Who codes what: a plan of assignments, drawn from a seed. Pure.

The sample is coded by several coders, the rest is divided; each coder gets their own order, in
which what others code, too, is spread evenly and told by nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from annotator.model.sampling import chance, rank, shuffled, stratified
from annotator.model.team import Assigned


@dataclass(frozen=True, slots=True)
class Block:
    """What is given to a coder as one: a paragraph, or an article (-1).

    `units` and `words` are those put before a coder in it. `stratum` is the class in which samples
    are drawn, "" for all; `place` where it stands in the study.
    """

    article: str
    paragraph: int
    units: int = 1
    words: int = 0
    stratum: str = ""
    place: int = 0

    @property
    def name(self) -> str:
        """What a draw goes by."""
        return f"{self.article} {self.paragraph}"


@dataclass(frozen=True, slots=True)
class Design:
    """What is wanted.

    `sample` blocks are drawn at random, and each is given to `sample_coders` coders; each other
    block to `rest_coders` (0: the rest is given to nobody).
    """

    coders: tuple[str, ...]
    seed: str
    sample: int
    sample_coders: int
    rest_coders: int = 1


@dataclass(frozen=True)
class Plan:
    """The blocks of each coder, in their order; `sample` in the order of drawing.

    `population` are all blocks there were to draw from; `left` those given to nobody.
    """

    design: Design
    population: tuple[Block, ...]
    sample: tuple[Block, ...]
    given: Mapping[str, tuple[Block, ...]]
    holders: Mapping[Block, tuple[str, ...]] = field(repr=False)

    @property
    def left(self) -> list[Block]:
        """What nobody is given."""
        return [block for block in self.population if block not in self.holders]

    @property
    def assigned(self) -> dict[str, list[Assigned]]:
        """What is to be written, by coder."""
        return {
            coder: [Assigned(b.article, b.paragraph, len(self.holders[b]) > 1) for b in blocks]
            for coder, blocks in self.given.items()
        }

    def shared(self) -> Counter[tuple[str, str]]:
        """How many units two coders both get, for every pair that shares any; names in order."""
        found: Counter[tuple[str, str]] = Counter()
        for block, coders in self.holders.items():
            for pair in combinations(sorted(coders), 2):
                found[pair] += block.units
        return found


def plan(blocks: Sequence[Block], design: Design) -> Plan:
    """Draw the sample, give out the blocks, and put each coder's in order."""
    drawn = stratified(
        blocks, design.sample, design.seed, name=lambda b: b.name, stratum=lambda b: b.stratum
    )
    sampled = set(drawn)
    rest = [block for block in blocks if block not in sampled] if design.rest_coders else []
    rest = shuffled(rest, design.seed, "rest", lambda block: block.name)
    hand = _Hand(design)
    holders = hand.out(drawn, design.sample_coders) | hand.out(rest, design.rest_coders)
    return Plan(design, tuple(blocks), tuple(drawn), in_order(holders, design), holders)


class _Hand:
    """Gives blocks out: always to whoever has the fewest, then to those who share the fewest.

    So the numbers of blocks differ by one at most, and pairs of coders rotate.
    """

    def __init__(self, design: Design) -> None:
        self._seed = design.seed
        self._coders = sorted(set(design.coders))
        self._blocks = dict.fromkeys(self._coders, 0)
        self._words = dict.fromkeys(self._coders, 0)
        self._together: Counter[tuple[str, str]] = Counter()

    def out(self, blocks: Iterable[Block], n_coders: int) -> dict[Block, tuple[str, ...]]:
        return {block: self._one(block, n_coders) for block in blocks}

    def _one(self, block: Block, n_coders: int) -> tuple[str, ...]:
        chosen: list[str] = []
        for _ in range(min(n_coders, len(self._coders))):
            others = [coder for coder in self._coders if coder not in chosen]
            chosen.append(min(others, key=lambda coder: self._burden(coder, chosen, block)))
        for coder in chosen:
            self._blocks[coder] += 1
            self._words[coder] += block.words
        self._together.update(combinations(sorted(chosen), 2))
        return tuple(sorted(chosen))

    def _burden(self, coder: str, chosen: Sequence[str], block: Block) -> tuple[int, int, int, int]:
        together = sum(self._together[min(coder, c), max(coder, c)] for c in chosen)
        chosen_by_lot = rank(self._seed, "coder", coder, block.name)
        return self._blocks[coder], together, self._words[coder], chosen_by_lot


# ------------------------------------------------------------------ each coder's order


def in_order(
    holders: Mapping[Block, Sequence[str]], design: Design
) -> dict[str, tuple[Block, ...]]:
    """Each coder's blocks in an order of their own.

    Articles come at random, what is shared spread evenly among them; the paragraphs of an article
    stay together, as they are read.
    """
    own: dict[str, list[Block]] = {coder: [] for coder in sorted(set(design.coders))}
    for block, coders in holders.items():
        for coder in coders:
            own[coder].append(block)
    return {
        coder: _spread(blocks, design.seed, coder, {b for b in blocks if len(holders[b]) > 1})
        for coder, blocks in own.items()
    }


def _spread(
    blocks: Iterable[Block], seed: str, coder: str, shared: set[Block]
) -> tuple[Block, ...]:
    by_article = sorted(blocks, key=lambda block: (block.article, block.paragraph))
    articles = [tuple(found) for _, found in groupby(by_article, lambda block: block.article)]
    both = [a for a in articles if not shared.isdisjoint(a)]
    alone = [a for a in articles if shared.isdisjoint(a)]
    places = {**_places(both, seed, coder), **_places(alone, seed, coder)}
    in_order = sorted(articles, key=lambda article: (places[article], article[0].article))
    return tuple(block for article in in_order for block in article)


def _places(
    articles: list[tuple[Block, ...]], seed: str, coder: str
) -> dict[tuple[Block, ...], float]:
    """A place from 0 to 1 for each: one in every stretch of equal length, at random within it."""
    order = shuffled(articles, seed, f"order {coder}", lambda article: article[0].article)
    return {
        article: (index + chance(seed, "place", coder, article[0].article)) / len(order)
        for index, article in enumerate(order)
    }


# ------------------------------------------------------------------ coding again


def recoding(
    finished: Mapping[str, Sequence[Block]], n: int, seed: str
) -> dict[str, tuple[Block, ...]]:
    """`n` blocks of each coder's own finished ones, at random, in random order."""
    return {
        coder: _spread(_drawn_again(blocks, n, seed, coder), seed, coder, set())
        for coder, blocks in finished.items()
    }


def _drawn_again(blocks: Sequence[Block], n: int, seed: str, coder: str) -> list[Block]:
    return shuffled(blocks, seed, f"again {coder}", lambda block: block.name)[:n]
