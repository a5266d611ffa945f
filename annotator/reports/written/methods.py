"""The methods paragraphs that Lombard et al. (2002) and Riffe et al. (2019) ask for.

What the study file knows is written out; what it cannot know is a gap for the author. Nothing is
taken for granted: that a file holds three coders' codings does not show that they worked alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.reports.document import Gap, Paragraph
from annotator.reports.reliability import Reliability
from annotator.reports.row import SET_VIEWS, Row
from annotator.reports.verdict import (
    FEW_UNITS,
    RELIABLE,
    TENTATIVE,
    UNDEFINED,
    UNRELIABLE,
    Thresholds,
)
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.figures import interval_cell, interval_of, leading
from annotator.reports.written.tables import CODERS, MATERIAL, RELIABILITY
from annotator.reports.written.words import (
    Reasons,
    counted,
    figure,
    listed,
    plain,
    row_label,
    small,
)

_RELIABLE = ".800, from which on Krippendorff (2004, p. 241) calls data reliable"


def methods(facts: StudyFacts, found: Reliability, rows: Sequence[Row]) -> Iterator[Paragraph]:
    """The paragraphs, in the order in which a methods section has them."""
    yield _paragraph(*_material(facts))
    yield _paragraph(*_coders(facts))
    yield _paragraph(*_reliability_sample(facts, found))
    yield _paragraph(*_measures(rows))
    yield _paragraph(*_results(facts, rows))
    yield _paragraph(*_settling(facts))


def _paragraph(*parts: str | Gap) -> Paragraph:
    """Sentences one after the other, with a space between."""
    return Paragraph(parts)


def _material(facts: StudyFacts) -> Iterator[str | Gap]:
    kinds = [str(kind).replace("_", " ") for kind in facts.codebook.codable if kind in facts.kinds]
    yield (
        f"The material consists of {counted(facts.n_articles, 'article')} with "
        f"{counted(facts.n_paragraphs, 'paragraph')}; {facts.n_codable:,} of the paragraphs are of "
        f"a kind that is coded ({listed(kinds) or 'none'}; Table {MATERIAL})."
    )
    yield Gap(
        "State the population, the period and the sources, how the articles were sampled from it, "
        "and how many there were to sample from; the study file does not record it"
    )


def _coders(facts: StudyFacts) -> Iterator[str | Gap]:
    names = listed([plain(coder.name) for coder in facts.coders])
    n_coders = len(facts.coders)
    noun = "coder" if n_coders == 1 else "coders"
    yield (
        f"{small(n_coders).capitalize()} {noun} ({names}) coded in the round "
        f"“{plain(facts.round)}” (Table {CODERS})."
    )
    yield from _dates(facts)
    yield Gap(
        "State who the coders were, whether an author was among them, how and for how many hours "
        "they were trained, and whether they worked independently of each other"
    )
    yield from _codebook(facts)
    yield Gap("State where the codebook can be read")


def _dates(facts: StudyFacts) -> Iterator[str | Gap]:
    if not facts.first:
        return
    once = facts.first == facts.last
    when = f"on {facts.first}" if once else f"between {facts.first} and {facts.last}"
    yield f"These codings were recorded {when} (UTC)."
    yield Gap(
        "If they were imported, or changed later, that is when it was done: state when the coding "
        "took place"
    )


def _codebook(facts: StudyFacts) -> Iterator[str]:
    codebook = facts.codebook
    yield (
        f"The codebook was {plain(codebook.id)}, version {plain(codebook.version)} "
        f"(SHA-256 {codebook.hash})."
    )
    if len(facts.versions) > 1:
        versions = listed([plain(version) for version in facts.versions])
        yield (
            f"The codings were made under {small(len(facts.versions))} versions of it ({versions}),"
            " and the figures take them together."
        )
    elif facts.versions and facts.versions[0] != codebook.version:
        yield f"All codings were made under its version {plain(facts.versions[0])}."


def _reliability_sample(facts: StudyFacts, found: Reliability) -> Iterator[str | Gap]:
    yield (
        f"{facts.n_shared:,} of {counted(facts.n_finished, 'finished paragraph')} were finished by "
        f"two or more coders, which is {_of(facts.n_shared, facts.n_paragraphs)} of all paragraphs."
    )
    yield Gap(
        "State how the paragraphs coded by more than one coder were chosen (at random, and by "
        "which procedure; or all of them), and when in the course of coding"
    )
    yield _frame(facts, found)
    yield (
        "The figures rest on each coder's own codings of finished units as they stand in the study "
        "file, not on values agreed upon afterwards."
    )
    yield Gap("If coders changed codings after they had discussed them, say so")


def _frame(facts: StudyFacts, found: Reliability) -> str:
    left_out = found.n_finished - found.n_paragraphs
    if not left_out:
        return "Reliability was computed over all finished paragraphs."
    own = "by the coder's own answer on its kind" if facts.codebook.kind_variable else "by its kind"
    others = "1 other was" if left_out == 1 else f"{left_out:,} others were"
    return (
        f"Reliability was computed over the {counted(found.n_paragraphs, 'finished paragraph')} "
        f"that at least one coder held codable ({own}); {others} left out (captions, bylines and "
        "the like), because easy agreement would raise every figure."
    )


def _measures(rows: Sequence[Row]) -> Iterator[str]:
    yield (
        "Agreement was measured with Krippendorff's alpha, which takes any number of coders, "
        "missing values, and the level of measurement of each variable into account "
        "(Krippendorff 2011)."
    )
    if any(row.heading.view in SET_VIEWS for row in rows):
        yield (
            "Where a unit holds a set of codes, alpha was computed with Jaccard's distance between "
            "sets, and with the MASI distance beside it (Passonneau 2006)."
        )
    beside = _beside(rows)
    yield (
        f"The share of agreeing pairs of coders{beside} stand{'s' if not beside else ''} beside "
        "alpha; the share is not corrected for chance (Lombard, Snyder-Duch and Bracken 2002)."
    )
    yield from _interval_methods(rows)


def _beside(rows: Sequence[Row]) -> str:
    names = {c.name for row in rows for c in row.coefficients}
    known = {"cohen_kappa": "Cohen's kappa", "gwet_ac1": "Gwet's AC1 (Gwet 2008)"}
    found = [text for name, text in known.items() if name in names]
    return (", " + ", ".join(found[:-1]) if found[:-1] else "") + f" and {found[-1]}" * bool(found)


def _interval_methods(rows: Sequence[Row]) -> Iterator[str]:
    intervals = [found for row in rows if (found := interval_of(row, leading(row)))]
    for method in dict.fromkeys(found.method for found in intervals):
        yield f"Intervals: {plain(method)}."
    drawn = {(found.replicates, found.seed) for found in intervals if found.replicates}
    for replicates, seed in sorted(drawn, key=str):
        yield f"They rest on {replicates:,} replicates, drawn with the seed {seed}."


def _results(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str | Gap]:
    if not rows:
        yield "Nothing was coded that could be compared."
        return
    yield f"Table {RELIABILITY} gives every figure."
    alphas = [f"{row_label(facts.codebook, row)} {_value(row)}" for row in rows]
    yield f"Krippendorff's alpha: {'; '.join(alphas)}."
    yield _verdicts(rows)
    yield from _few_units(rows)
    if any(Thresholds().verdict(leading(row)) != RELIABLE for row in rows):
        yield Gap("State what follows for variables below the threshold that you hold to")


def _verdicts(rows: Sequence[Row]) -> str:
    verdicts = [Thresholds().verdict(leading(row)) for row in rows]
    clauses = {
        RELIABLE: ("reaches", "reach", _RELIABLE),
        TENTATIVE: ("lies", "lie", "between .667 and .800, where he allows tentative conclusions"),
        UNRELIABLE: ("lies", "lie", "below .667"),
        UNDEFINED: ("is", "are", "undefined"),
    }
    told = [
        f"{small(count) if count else 'none'} {many if count > 1 else one} {what}"
        for verdict, (one, many, what) in clauses.items()
        if (count := verdicts.count(verdict)) or verdict == RELIABLE
    ]
    noun = "alpha" if len(rows) == 1 else "alphas"
    return f"Of {small(len(rows))} {noun}, {'; '.join(told)}."


def _few_units(rows: Sequence[Row]) -> Iterator[str]:
    few = sum(row.n_units < FEW_UNITS for row in rows)
    if few:
        which = "all of them" if few == len(rows) else f"{small(few)} of them"
        yield (
            f"Fewer than {FEW_UNITS} units, which say little (Lombard, Snyder-Duch and Bracken "
            f"2002), underlie {which}."
        )


def _value(row: Row) -> str:
    alpha = leading(row)
    if alpha.value is None:
        return f"undefined ({plain(alpha.reason)})"
    return f"{figure(alpha.value)} {interval_cell(interval_of(row, alpha), Reasons())}".rstrip()


def _settling(facts: StudyFacts) -> Iterator[str | Gap]:
    yield Gap(
        "State how disagreements were settled after reliability had been computed (discussion, "
        "a third coder, majority, none), and whose codings the analysis uses"
    )
    yield f"Reliability was computed with annotator {facts.software}."
    yield Gap("State where codings and codebook can be had for replication")


def _of(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"
