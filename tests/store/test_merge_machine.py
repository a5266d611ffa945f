"""Whatever is done in several copies of a study, and however they are merged: they become one.

Hypothesis drives a world of four copies and looks for the shortest history that breaks a law;
seeded histories of 40 steps are cheaper, so that there can be many.
"""

from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.store.merge_world import CODERS, COPIES, LEAD, LEAD_VERBS, OWN_VERBS, World

copies = st.integers(0, COPIES - 1)
details = st.integers(0, 11)


class Merging(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    def teardown(self) -> None:
        try:
            self.world.check_algebra(Random(1))
            self.world.everything_is_merged(Random(2))
            self.world.check_convergence()
        finally:
            self.world.close()

    @rule(copy=copies, coder=st.sampled_from(CODERS), verb=st.sampled_from([*OWN_VERBS]), n=details)
    def code(self, copy: int, coder: str, verb: str, n: int) -> None:
        self.world.work(self.world.copies[copy], coder, verb, n)

    @rule(copy=copies, verb=st.sampled_from([*LEAD_VERBS, "undo", "redo"]), n=details)
    def lead(self, copy: int, verb: str, n: int) -> None:
        self.world.work(self.world.copies[copy], LEAD, verb, n)

    @rule(into=copies, other=copies)
    def merge(self, into: int, other: int) -> None:
        came_in = self.world.merge(self.world.copies[into], self.world.copies[other].database)
        assert into != other or came_in == 0

    @rule(copy=copies)
    def keep_a_copy(self, copy: int) -> None:
        self.world.keep(self.world.copies[copy])

    @precondition(lambda self: self.world.on_the_way)
    @rule(into=copies, n=details)
    def deliver_an_older_copy(self, into: int, n: int) -> None:
        kept = self.world.on_the_way[n % len(self.world.on_the_way)]
        self.world.merge(self.world.copies[into], kept)
        assert self.world.merge(self.world.copies[into], kept) == 0

    @rule(copy=copies, coder=st.sampled_from(CODERS))
    def pack(self, copy: int, coder: str) -> None:
        self.world.pack(self.world.copies[copy], coder)

    @precondition(lambda self: self.world.packages)
    @rule(n=details, verb=st.sampled_from([*OWN_VERBS]), detail=details)
    def code_elsewhere(self, n: int, verb: str, detail: int) -> None:
        coder, packed = self.world.packages[n % len(self.world.packages)]
        self.world.work(packed, coder, verb, detail)

    @rule(copy=copies)
    def take_the_newest_merge_back(self, copy: int) -> None:
        self.world.undo_merge(self.world.copies[copy])


TestMerging = Merging.TestCase
TestMerging.settings = settings(max_examples=40, stateful_step_count=40)


def run_history(seed: int, steps: int = 40) -> None:
    """One history, told by its seed alone."""
    chance = Random(seed)
    world = World()
    try:
        for _ in range(steps):
            _step(world, chance)
        if seed % 4 == 0:
            world.check_algebra(chance)
        world.everything_is_merged(chance)
        world.check_convergence()
    finally:
        world.close()


def _step(world: World, chance: Random) -> None:
    copy, n = chance.choice(world.copies), chance.randrange(12)
    match chance.choices(range(8), (45, 12, 12, 4, 6, 4, 12, 3))[0]:
        case 0:
            world.work(copy, chance.choice(CODERS), chance.choice([*OWN_VERBS]), n)
        case 1:
            world.work(copy, LEAD, chance.choice([*LEAD_VERBS, "undo", "redo"]), n)
        case 2:
            world.merge(copy, chance.choice(world.copies).database)
        case 3:
            world.keep(copy)
        case 4 if world.on_the_way:
            world.merge(copy, chance.choice(world.on_the_way))
        case 5:
            world.pack(copy, chance.choice(CODERS))
        case 6 if world.packages:
            coder, packed = chance.choice(world.packages)
            world.work(packed, coder, chance.choice([*OWN_VERBS]), n)
        case 7:
            world.undo_merge(copy)


@pytest.mark.parametrize("block", range(20))
def test_histories(block: int) -> None:
    for seed in range(block * 100, block * 100 + 100):
        run_history(seed)


@pytest.mark.stress
@pytest.mark.parametrize("block", range(1, 101))
def test_a_hundred_thousand_histories(block: int) -> None:
    for seed in range(block * 1_000, block * 1_000 + 1_000):
        run_history(seed)
