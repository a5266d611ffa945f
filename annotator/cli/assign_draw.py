"""A plan of assignments drawn from the study, as it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.cli.coder import everybody
from annotator.cli.context import progress
from annotator.cli.named import refuse_unknown
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND
from annotator.model.team import WHOLE_ARTICLE, Assigned, Purpose, Role

if TYPE_CHECKING:
    from annotator.reports.plan import Block, Plan
    from annotator.study import Study


@dataclass(frozen=True)
class Wish:
    """What was asked for. `sample` is a number of blocks, or a share where it has a point.

    `sample_coders` 0 stands for all; `recode` is None where nothing is coded again.
    """

    round: str
    coders: tuple[str, ...]
    by_paragraph: bool
    sample: int | float
    strata: tuple[str, ...]
    sample_coders: int
    rest_coders: int
    recode: int | None
    again_from: str
    seed: str


@dataclass(frozen=True)
class Drawn:
    """What came of it: each coder's blocks in order, and what is to be written.

    `plan` is None for coding again; `n_taken` blocks were given in the round before. `n_trained`
    of those that several code are in a training round, too.
    """

    given: dict[str, Sequence[Block]]
    assigned: dict[str, list[Assigned]]
    plan: Plan | None = None
    n_taken: int = 0
    n_trained: int = 0


def draw(study: Study, wish: Wish) -> Drawn:
    """The plan; nothing is written."""
    found = _blocks(study, wish)
    given = study.assignments(round=wish.round)
    from annotator.reports.plan_blocks import not_given_yet

    free = not_given_yet(found, given)
    if wish.recode is not None:
        return _again(study, wish, found)
    if not free:
        done = "Everything was given in this round before." if found else "There is nothing to give"
        raise UsageError(done, hint="`annotator assign --list` shows the plans.")
    drawn = _plan(free, wish, len(found) - len(free))
    return replace(drawn, n_trained=_n_trained(study, wish.round, drawn.plan))


def coders_of(study: Study, named: Sequence[str]) -> tuple[str, ...]:
    """Those named, who must be known; else every person and lead that was described."""
    known = everybody(study)
    if named:
        names = tuple(dict.fromkeys(named))
        _refuse_unknown(names, [coder.name for coder in known])
        return names
    described = [c.name for c in study.described_coders() if c.role in (Role.PERSON, Role.LEAD)]
    if not described:
        raise UsageError(
            "Who is to code is not known.",
            hint="`annotator coder add NAME` for each of them, or --coder NAME.",
        )
    return tuple(described)


def _refuse_unknown(names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known and not any(n.casefold() == name.casefold() for n in known):
            near = f" Known: {', '.join(known)}." if known else ""
            hint = f"`annotator coder add {name}` if that is a new coder.{near}"
            raise UsageError(f"There is no coder “{name}”.", hint=hint)
    refuse_unknown("coder", names, known)


def _blocks(study: Study, wish: Wish) -> list[Block]:
    from annotator.reports.plan_blocks import blocks, fields_of

    articles = progress(study.articles(), "Reading articles", study.n_articles())
    if wish.strata:
        read = list(articles)
        refuse_unknown("field of the articles", wish.strata, fields_of(read))
        articles = iter(read)
    return list(
        blocks(study.codebook, articles, by_paragraph=wish.by_paragraph, strata=wish.strata)
    )


def _plan(free: list[Block], wish: Wish, n_taken: int) -> Drawn:
    from annotator.reports.plan import Design, plan

    n = wish.sample if isinstance(wish.sample, int) else round(wish.sample * len(free))
    if n > len(free):
        raise UsageError(f"A sample of {n:,} cannot be drawn from {len(free):,}.")
    if wish.sample and not n:
        raise UsageError(
            f"{wish.sample:.1%} of {len(free):,} is less than one.",
            hint="Name a larger share or a number; --unit paragraph draws from paragraphs.",
        )
    design = Design(
        wish.coders, wish.seed, n, wish.sample_coders or len(wish.coders), wish.rest_coders
    )
    made = plan(free, design)
    return Drawn(dict(made.given), made.assigned, made, n_taken)


def _n_trained(study: Study, round: str, plan: Plan | None) -> int:
    """How many of what several coders get is in a training round as well."""
    training = [r.name for r in study.described_rounds() if r.purpose is Purpose.TRAINING]
    if plan is None or round in training:
        return 0
    trained: set[tuple[str, int]] = set()
    for name in training:
        trained |= {(row.article, row.paragraph) for row in study.assignments(round=name)}
        trained |= {(row.article, row.paragraph) for row in study.units(round=name) if row.done}
    articles = {article for article, _ in trained}
    return sum(
        block.article in articles
        if block.paragraph == WHOLE_ARTICLE
        else (block.article, block.paragraph) in trained
        or (block.article, WHOLE_ARTICLE) in trained
        for block, coders in plan.holders.items()
        if len(coders) > 1
    )


# ------------------------------------------------------------------ coding again


def _again(study: Study, wish: Wish, found: list[Block]) -> Drawn:
    from annotator.model.units import units_of
    from annotator.reports.plan import recoding
    from annotator.reports.plan_blocks import finished_blocks

    if wish.again_from == wish.round:
        raise UsageError(
            "Coding again takes a round of its own, or the first codings would be in sight.",
            hint="`annotator round set again --purpose drift`, then `assign --round again ...`",
        )
    units = {article.id: units_of(study.codebook, article) for article in study.articles()}
    done = _done(study, wish)
    drawn = recoding(finished_blocks(found, units, done), wish.recode or 0, wish.seed)
    if not any(drawn.values()):
        raise UsageError(f"None of them finished anything in round {wish.again_from} to recode.")
    assigned = {
        coder: [Assigned(block.article, block.paragraph) for block in blocks]
        for coder, blocks in drawn.items()
    }
    return Drawn(dict(drawn), assigned)


def _done(study: Study, wish: Wish) -> dict[str, set[tuple[str, int]]]:
    """By coder what they finished in the round before, less what they were given to recode."""
    done: dict[str, set[tuple[str, int]]] = {coder: set() for coder in wish.coders}
    for row in study.units(coders=wish.coders, round=wish.again_from or MAIN_ROUND):
        if row.done:
            done[row.coder].add((row.article, row.paragraph))
    for given in study.assignments(round=wish.round):
        own = done.get(given.coder, set())
        own -= {unit for unit in own if unit[0] == given.article
                and given.paragraph in (-1, unit[1])}  # fmt: skip
    return done
