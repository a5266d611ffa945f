"""Laws of a plan of assignments, whatever there is to give out and whoever codes."""

import random
from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.article import Article, Paragraph
from annotator.model.sampling import quotas, stratified
from annotator.model.team import WHOLE_ARTICLE, AssignmentRow
from annotator.reports.plan import Block, Design, Plan, plan, recoding
from annotator.reports.plan_blocks import finished_blocks, not_given_yet, value_of

CODERS = ("ana", "ben", "cho", "dia", "eli")


@st.composite
def some_blocks(draw: st.DrawFn) -> list[Block]:
    """Articles, or paragraphs of articles, in a few strata."""
    n = draw(st.integers(0, 60))
    strata = draw(st.lists(st.sampled_from("xyz"), min_size=n, max_size=n))
    per_article = draw(st.integers(1, 5))
    single = draw(st.booleans())
    words = draw(st.lists(st.integers(0, 300), min_size=n, max_size=n))
    return [
        Block(f"id{i // per_article}", i % per_article + 1, 1, words[i], strata[i], i)
        if single
        else Block(f"id{i}", WHOLE_ARTICLE, i % 7 + 1, words[i], strata[i], i)
        for i in range(n)
    ]


@st.composite
def some_designs(draw: st.DrawFn) -> Design:
    """Any design for one to five coders."""
    coders = draw(st.permutations(CODERS))[: draw(st.integers(1, 5))]
    return Design(
        tuple(coders),
        draw(st.text("abc123", max_size=4)),
        draw(st.integers(0, 70)),
        draw(st.integers(1, 5)),
        draw(st.integers(0, 3)),
    )


def n_holders(made: Plan) -> Counter[Block]:
    return Counter(block for blocks in made.given.values() for block in blocks)


@given(some_blocks(), some_designs())
def test_every_block_goes_to_as_many_coders_as_were_wanted(
    blocks: list[Block], design: Design
) -> None:
    made = plan(blocks, design)
    held, sampled = n_holders(made), set(made.sample)
    for block in blocks:
        wanted = design.sample_coders if block in sampled else design.rest_coders
        assert held[block] == min(wanted, len(design.coders))
    assert set(made.left) == {block for block in blocks if not held[block]}
    for blocks_of_one in made.given.values():
        assert len(set(blocks_of_one)) == len(blocks_of_one)


@given(some_blocks(), some_designs())
def test_the_sample_has_its_size_and_each_stratum_its_share(
    blocks: list[Block], design: Design
) -> None:
    sample = plan(blocks, design).sample
    assert len(sample) == min(design.sample, len(blocks))
    sizes, drawn = Counter(b.stratum for b in blocks), Counter(b.stratum for b in sample)
    for stratum, size in sizes.items():
        assert abs(drawn[stratum] - len(sample) * size / len(blocks)) < 1


@given(some_blocks(), some_designs())
def test_coders_get_equally_many_blocks(blocks: list[Block], design: Design) -> None:
    numbers = [len(found) for found in plan(blocks, design).given.values()]
    assert max(numbers) - min(numbers) <= 1


@given(some_blocks(), some_designs())
def test_the_same_seed_gives_the_same_plan_in_whatever_order_things_are_named(
    blocks: list[Block], design: Design
) -> None:
    made = plan(blocks, design)
    others = Design(
        design.coders[::-1], design.seed, design.sample, design.sample_coders, design.rest_coders
    )
    mixed = random.Random(1).sample(blocks, len(blocks))
    again = plan(mixed, others)
    assert (again.sample, again.given, again.holders) == (made.sample, made.given, made.holders)


@given(some_blocks(), some_designs(), st.integers(1, 5))
def test_who_codes_does_not_change_the_sample(
    blocks: list[Block], design: Design, n_coders: int
) -> None:
    other = Design(CODERS[:n_coders], design.seed, design.sample, 1, 1)
    assert plan(blocks, other).sample == plan(blocks, design).sample


@given(some_blocks(), some_designs())
def test_what_others_code_too_is_known_to_the_plan_and_paragraphs_stay_in_reading_order(
    blocks: list[Block], design: Design
) -> None:
    made = plan(blocks, design)
    held = n_holders(made)
    for coder, units in made.assigned.items():
        assert [u.shared for u in units] == [held[b] > 1 for b in made.given[coder]]
        seen: list[str] = []
        for unit in units:
            if unit.article not in seen:
                seen.append(unit.article)
            assert seen[-1] == unit.article  # an article's paragraphs stay together
        for article in seen:
            numbers = [u.paragraph for u in units if u.article == article]
            assert numbers == sorted(numbers)


@given(st.integers(2, 5), st.integers(1, 12), st.text("ab1", max_size=3))
def test_pairs_of_coders_rotate(n_coders: int, rounds: int, seed: str) -> None:
    coders = CODERS[:n_coders]
    pairs = list(combinations(coders, 2))
    blocks = [Block(f"id{i}", WHOLE_ARTICLE) for i in range(rounds * len(pairs))]
    shared = plan(blocks, Design(coders, seed, len(blocks), 2)).shared()
    assert set(shared) == set(pairs)
    assert max(shared.values()) - min(shared.values()) <= 2


@given(st.integers(1, 20), st.integers(1, 200), st.text("ab1", max_size=3))
def test_shared_articles_are_spread_over_the_whole_order(
    shared: int, alone: int, seed: str
) -> None:
    """Between two of them lie at most two stretches, so early and late coding are both measured."""
    blocks = [Block(f"id{i}", WHOLE_ARTICLE) for i in range(shared + 2 * alone)]
    made = plan(blocks, Design(("ana", "ben"), seed, shared, 2))
    for units in made.assigned.values():
        places = [i for i, unit in enumerate(units) if unit.shared]
        gaps = [b - a for a, b in zip([-1, *places], [*places, len(units)], strict=True)]
        assert max(gaps) <= 2 * (len(units) / shared + 2)


@given(some_blocks(), st.integers(0, 70), st.text("ab", max_size=3))
def test_recoding_draws_from_ones_own_blocks_alone(blocks: list[Block], n: int, seed: str) -> None:
    own = {"ana": blocks[::2], "ben": blocks[1::3]}
    drawn = recoding(own, n, seed)
    assert drawn == recoding({name: found[::-1] for name, found in own.items()}, n, seed)
    for coder, found in drawn.items():
        assert len(found) == len(set(found)) == min(n, len(own[coder]))
        assert set(found) <= set(own[coder])


@given(st.dictionaries(st.text("abc", max_size=3), st.integers(0, 50)), st.integers(0, 200))
def test_quotas_add_up_and_are_in_proportion(sizes: dict[str, int], n: int) -> None:
    found = quotas(sizes, n)
    total = sum(sizes.values())
    assert sum(found.values()) == min(n, total)
    for name, size in sizes.items():
        assert 0 <= found.get(name, 0) <= size


def test_every_block_has_the_same_chance() -> None:
    names = [str(i) for i in range(20)]
    drawn: Counter[str] = Counter()
    for seed in range(2_000):
        drawn.update(stratified(names, 5, str(seed), name=str, stratum=lambda _: ""))
    expected = 2_000 * 5 / 20
    assert all(abs(count - expected) < 5 * (expected * 0.75) ** 0.5 for count in drawn.values())


def test_the_draw_is_the_one_that_is_documented() -> None:
    """`printf "42\\0sample\\0a -1" | sha256sum`: any program can repeat it, in any year."""
    names = ["a -1", "b -1", "c -1", "d -1"]
    assert stratified(names, 2, "42", name=str, stratum=lambda _: "") == ["a -1", "d -1"]


def test_what_was_given_is_not_given_again() -> None:
    whole, one, other = Block("a", -1), Block("b", 1), Block("b", 2)
    given_ = [AssignmentRow("ana", "main", 1, "a", 3, False)]
    assert not_given_yet([whole, one], given_) == [one]
    given_ = [AssignmentRow("ana", "main", 1, "b", 1, False)]
    assert not_given_yet([whole, one, other], given_) == [whole, other]
    given_ = [AssignmentRow("ana", "main", 1, "b", WHOLE_ARTICLE, False)]
    assert not_given_yet([whole, one, other], given_) == [whole]


def test_finished_is_an_article_of_which_everything_is() -> None:
    blocks, units = [Block("a", -1), Block("b", -1)], {"a": (1, 2, 0), "b": (1,)}
    done = {"ana": {("a", 1), ("a", 2), ("b", 1)}, "ben": {("a", n) for n in (0, 1, 2)}}
    assert finished_blocks(blocks, units, done) == {"ana": [blocks[1]], "ben": [blocks[0]]}
    assert finished_blocks([Block("a", 2)], units, done)["ana"] == [Block("a", 2)]


def test_strata_are_of_any_field_and_of_periods() -> None:
    article = Article(
        "a", "a", "x", (Paragraph(1, 0, 1),), source="Daily", date="2019-02-28",
        metadata={"desk": "foreign"},
    )  # fmt: skip
    fields = ("source", "year", "month", "desk", "author", "none")
    assert [value_of(article, field) for field in fields] == [
        "Daily", "2019", "2019-02", "foreign", "(none)", "(none)",
    ]  # fmt: skip
