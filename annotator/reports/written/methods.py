"""The methods paragraphs that Lombard et al. (2002) and Riffe et al. (2019) ask for.

What the study file knows is written out; what it cannot know is a gap for the author. Nothing is
taken for granted: that a file holds three coders' codings does not show that they worked alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.decision import Reason
from annotator.model.wording import counted
from annotator.reports.document import Gap, Paragraph
from annotator.reports.reliability import Reliability
from annotator.reports.row import Row
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.results import measures, results
from annotator.reports.written.tables import CODERS, MATERIAL
from annotator.reports.written.words import listed, plain, small

_WHY = (
    (Reason.SLIP, "a slip of a coder"),
    (Reason.UNCLEAR_TEXT, "an unclear text"),
    (Reason.CODEBOOK_GAP, "a gap in the codebook"),
    (Reason.REAL_DIFFERENCE, "a real difference, where both readings can be held"),
)


def methods(facts: StudyFacts, found: Reliability, rows: Sequence[Row]) -> Iterator[Paragraph]:
    """The paragraphs, in the order in which a methods section has them."""
    yield _paragraph(*_material(facts))
    yield _paragraph(*_coders(facts))
    yield _paragraph(*_reliability_sample(facts, found))
    yield _paragraph(*measures(facts, rows))
    yield _paragraph(*results(facts, rows))
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
            " and the figures of this report take them together, unless a table says otherwise."
        )
    if facts.alike:
        yield (
            f"Codebooks with different content were in force under the same version "
            f"({listed([plain(version) for version in facts.alike])}); the figures cannot tell "
            "them apart."
        )
    if len(facts.versions) == 1 and facts.versions[0] != codebook.version:
        yield f"All codings were made under its version {plain(facts.versions[0])}."


def _reliability_sample(facts: StudyFacts, found: Reliability) -> Iterator[str | Gap]:
    yield (
        f"Of {counted(facts.n_finished, 'paragraph')} that anybody finished, two or more coders "
        f"finished {facts.n_shared:,}, which is {_of(facts.n_shared, facts.n_paragraphs)} of the "
        f"{counted(facts.n_paragraphs, 'paragraph')} of the study."
    )
    yield Gap(
        "State how the paragraphs coded by more than one coder were chosen (at random, and by "
        "which procedure; or all of them), why so many, and when in the course of coding"
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


def _settling(facts: StudyFacts) -> Iterator[str | Gap]:
    if facts.n_decisions:
        yield (
            f"The study file records {counted(facts.n_decisions, 'decision')} on disagreements"
            f"{_reasons(facts)}; no figure of this report rests on them."
        )
    else:
        yield (
            "The study file records no decision on a disagreement: disagreements are not settled "
            "yet, or were settled outside it."
        )
    yield Gap(
        "State how disagreements were settled after reliability had been computed (discussion, "
        "a third coder, majority, none), and whose codings the analysis uses"
    )
    yield f"Reliability was computed with annotator {facts.software}."
    yield Gap("State where codings and codebook can be had for replication")


def _reasons(facts: StudyFacts) -> str:
    """`: 2 were put down to a slip of a coder, 1 to an unclear text`; "" where none is recorded."""
    told = [(facts.reasons[reason], words) for reason, words in _WHY if facts.reasons.get(reason)]
    if not told:
        return ""
    (first, words), *others = told
    were = "was" if first == 1 else "were"
    rest = [f"{number:,} to {why}" for number, why in others]
    return ": " + listed([f"{first:,} {were} put down to {words}", *rest])


def _of(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"
