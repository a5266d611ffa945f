"""What a reader must know of a study before any figure: material, coders, codebook, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.model.moment import utc_since_1970
from annotator.reports.units import Kinds


@dataclass(frozen=True)
class CoderFacts:
    """How many units one coder finished, and how many statements stand in finished paragraphs.

    `role` is that of one who is no person: machine, crowd.
    """

    name: str
    n_paragraphs: int
    n_articles: int
    n_statements: int
    role: str = ""


@dataclass(frozen=True)
class StudyFacts:
    """A study and one round of it.

    `kinds` counts the paragraphs by kind, as they stand; `overlap` says how many paragraphs were
    finished by so many coders. `versions` are those of the codebook under which the codings were
    made; `first` and `last` are days (UTC, ISO) on which codings were recorded, "" if none was.
    `n_decisions` counts decisions on disagreements, `reasons` by why coders differed; `alike` are
    versions that several codebooks with different content have.
    """

    study: str
    software: str
    round: str
    codebook: Codebook
    kinds: Mapping[Kind, int]
    n_articles: int
    coders: tuple[CoderFacts, ...]
    overlap: Mapping[int, int]
    versions: tuple[str, ...]
    first: str
    last: str
    n_decisions: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)
    alike: tuple[str, ...] = ()

    @property
    def n_paragraphs(self) -> int:
        """All paragraphs of the study."""
        return sum(self.kinds.values())

    @property
    def n_codable(self) -> int:
        """Paragraphs of the kinds that the codebook has coded."""
        return sum(count for kind, count in self.kinds.items() if kind in self.codebook.codable)

    @property
    def n_finished(self) -> int:
        """Paragraphs that anybody finished."""
        return sum(self.overlap.values())

    @property
    def n_shared(self) -> int:
        """Paragraphs that two or more coders finished."""
        return sum(count for coders, count in self.overlap.items() if coders > 1)


@dataclass
class Seen:
    """What passes by while codings are read: the versions they were made under, and when."""

    versions: set[str] = field(default_factory=set)
    first: int = 0
    last: int = 0

    def watch(self, codings: Iterable[CodingRow]) -> Iterator[CodingRow]:
        """Hand the codings on unchanged."""
        for coding in codings:
            self.versions.add(coding.codebook)
            self.first = min(self.first or coding.at, coding.at)
            self.last = max(self.last, coding.at)
            yield coding


def study_facts(
    codebook: Codebook,
    kinds: Kinds,
    units: Iterable[UnitRow],
    statements: Iterable[StatementRow],
    seen: Seen,
    *,
    study: str,
    software: str,
    round: str,
    reasons: Mapping[str, int] | None = None,
    codebooks: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
) -> StudyFacts:
    """The facts, from the rows of one round and from what was seen of its codings.

    `codebooks` are all that were ever in force: content hash -> version. `roles` are those of
    coders who are no persons.
    """
    finished = {(row.coder, row.article, row.paragraph) for row in units if row.done}
    stated = Counter(
        row.coder for row in statements if (row.coder, row.article, row.paragraph) in finished
    )
    by_unit = Counter((article, number) for _, article, number in finished if number)
    return StudyFacts(
        study=study,
        software=software,
        round=round,
        codebook=codebook,
        kinds=_by_kind(kinds),
        n_articles=len(kinds),
        coders=tuple(
            _coder(name, finished, stated[name], (roles or {}).get(name, ""))
            for name in sorted({who for who, _, _ in finished})
        ),
        overlap=dict(sorted(Counter(by_unit.values()).items())),
        versions=tuple(sorted(seen.versions)),
        first=_day(seen.first),
        last=_day(seen.last),
        n_decisions=sum((reasons or {}).values()),
        reasons=reasons or {},
        alike=_alike(codebooks or {}, seen.versions),
    )


def _by_kind(kinds: Kinds) -> dict[Kind, int]:
    counts = Counter(kind for of_article in kinds.values() for kind in of_article)
    return {kind: counts[kind] for kind in Kind if counts[kind]}


def _alike(codebooks: Mapping[str, str], used: set[str]) -> tuple[str, ...]:
    """Versions under which codings were made, and which several codebooks call themselves."""
    times = Counter(codebooks.values())
    return tuple(sorted(version for version in used if times[version] > 1))


def _coder(
    name: str, finished: set[tuple[str, str, int]], n_statements: int, role: str
) -> CoderFacts:
    own = [paragraph for coder, _, paragraph in finished if coder == name]
    n_paragraphs = sum(paragraph > 0 for paragraph in own)
    return CoderFacts(name, n_paragraphs, len(own) - n_paragraphs, n_statements, role)


def _day(milliseconds: int) -> str:
    if not milliseconds:
        return ""
    return utc_since_1970(milliseconds).date().isoformat()
