"""A preregistration: what is planned, written down before anybody codes. It holds no coding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import Template

from annotator.agreement.sample_size import bloch_kraemer, lacy_riffe
from annotator.exporters.bundle import one_line, write_codebook, write_versions
from annotator.exporters.files import Destination
from annotator.exporters.job import Report, Source
from annotator.exporters.matrix import table
from annotator.exporters.sealed import SUMS, Sealed
from annotator.model.codebook import Codebook, Level, Measurement, Variable
from annotator.model.team import WHOLE_ARTICLE, AssignmentRow

FILE = "PREREGISTRATION.md"
ASSIGNMENT_COLUMNS = ("coder", "round", "position", "article_id", "paragraph", "shared")

_EXPECTED, _ERROR = 0.85, 0.03  # as `annotator sample-size` has them
_SHARES = (0.5, 0.25, 0.1, 0.05)
_SCALES = (Measurement.ORDINAL, Measurement.INTERVAL, Measurement.RATIO)

_NOMINAL, _SETS = "Krippendorff's alpha (nominal)", "alpha of sets (Jaccard, and MASI)"
_KAPPA, _SHARE = "Cohen's kappa with two coders", "shares of agreement"

_PAGE = Template("""\
# Preregistration of the coding: $title

Written with annotator $program. $begun

## Material

$articles articles with $paragraphs paragraphs that are put before coders. Kinds of paragraphs that
are coded: $kinds.

## Codebook

`codebook.yaml`, version $version, SHA-256
`$hash`.
A later version is a deviation; every coding says under which version it was made.

## Coders, rounds and assignment

$team

$rounds

$assignment

## Planned coefficients and thresholds

Only units that a coder finished count; "nothing here" is a result. "Not applicable" and "cannot
tell" count as values of nominal figures and are left out of ordinal, interval and ratio ones.

$coefficients

Intervals of 95 %: bootstrap of whole articles, 10,000 replicates, seed 1. A figure is called
reliable from the first threshold on, and fit for tentative conclusions from the second.

## How many units must be coded twice

$sizes

The last column follows Bloch and Kraemer (1989, p. 276) in the form of Krippendorff (2004, ch.
11): two coders, one code that is there or not, alpha to be told from the threshold at the one-sided
level .05. By Lacy and Riffe (1996), $lacy units drawn at random show a share of agreement of 85 %
with a standard error of .03. `annotator sample-size` computes both for other assumptions, and by
simulation.

Reasons for the number chosen: [to be completed]

## To be completed

- Research question and hypotheses: [ ]
- How the articles were drawn, and from what: [ ]
- How coders are trained, and when training ends: [ ]
- What happens where a variable stays below its threshold: [ ]
- How differences are settled for the analysis (decision, majority, lead coder): [ ]
""")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of a study before it is coded. `n_finished` counts units coded already."""

    n_articles: int
    n_codable: int
    n_finished: int
    assignments: Sequence[AssignmentRow] = ()


def write(source: Source, plan: Plan, to: Destination) -> Report:
    """Write the plan, the codebook and the assignments; codings are not read."""
    sealed = Sealed(to)
    sealed.open(FILE).write(page(source, plan))
    write_codebook(source, sealed)
    rows = [(*row[:5], int(row.shared)) for row in plan.assignments]
    table(sealed.open("assignments.csv"), ASSIGNMENT_COLUMNS, rows)
    write_versions(source, sealed, {"intervals": [1]})
    return Report({"assignments.csv": len(rows), SUMS: sealed.write_sums()})


def page(source: Source, plan: Plan) -> str:
    """The preregistration as a Markdown page."""
    codebook = source.codebook
    return _PAGE.substitute(
        title=one_line(codebook.title or codebook.id),
        program=source.about.program,
        begun=_begun(plan),
        articles=f"{plan.n_articles:,}",
        paragraphs=f"{plan.n_codable:,}",
        kinds=", ".join(codebook.codable),
        version=one_line(codebook.version),
        hash=codebook.hash,
        team=_team(source),
        rounds=_rounds(source),
        assignment=_assignment(plan),
        coefficients=_grid(
            ("variable", "level", "measurement", "coefficients", "thresholds"),
            _coefficients(codebook),
        ),
        sizes=_grid(("alpha to exceed", "share of units with the code", "units"), _sizes(codebook)),
        lacy=f"{lacy_riffe(_EXPECTED, _ERROR, plan.n_codable or None).units:,}",
    )


def _begun(plan: Plan) -> str:
    if not plan.n_finished:
        return "At that time, no unit had been coded."
    return (
        f"**At that time, {plan.n_finished:,} units had been coded already** (a unit counts once "
        "for each coder): say below what was known of them."
    )


def _team(source: Source) -> str:
    described = {coder.name: coder.role for coder in source.about.described_coders}
    names = dict.fromkeys((*described, *source.about.coders))
    if not names:
        return "Coders: [to be completed]"
    return "Coders: " + ", ".join(
        f"{one_line(name)} ({described[name]})" if name in described else one_line(name)
        for name in names
    ) + "."  # fmt: skip


def _rounds(source: Source) -> str:
    rows = [
        (one_line(r.name), r.purpose, "yes" if r.counts else "no", ", ".join(r.masked), r.gold)
        for r in source.about.described_rounds
    ]
    if not rows:
        return "Rounds: one, `main`."
    return _grid(("round", "purpose", "enters the figures", "masked", "right answers of"), rows)


def _assignment(plan: Plan) -> str:
    if not plan.assignments:
        return "Nothing is assigned yet: every coder is put before every article. [to be completed]"
    given = Counter((row.round, row.coder) for row in plan.assignments)
    shared = Counter((row.round, row.coder) for row in plan.assignments if row.shared)
    whole = any(row.paragraph == WHOLE_ARTICLE for row in plan.assignments)
    told = _grid(
        ("round", "coder", "units", "of these coded by others, too"),
        ((one_line(r), one_line(c), f"{n:,}", f"{shared[r, c]:,}")
         for (r, c), n in sorted(given.items())),
    )  # fmt: skip
    more = " A unit is a paragraph, or an article as a whole." if whole else ""
    return f"{told}\n\n`assignments.csv` has every unit, in each coder's order.{more}"


def _coefficients(codebook: Codebook) -> Iterator[tuple[str, ...]]:
    yield from _of_variables(codebook)
    thresholds = f"{codebook.agreement.reliable:g}; {codebook.agreement.tentative:g}"
    if stated := codebook.at(Level.STATEMENT):
        given = f"{_NOMINAL}, {_KAPPA}, {_SHARE}"
        yield "any statement in the paragraph", "paragraph", "binary", given, thresholds
    nominal = [v.id for v in stated if v.tells_apart and _is_nominal(v)]
    if len(nominal) > 1:
        name = f"`{nominal[0]}` and `{nominal[1]}` together"
        yield name, "statement", "pairs", f"{_SETS}, {_SHARE}", thresholds


def _is_nominal(variable: Variable) -> bool:
    return variable.measurement is Measurement.NOMINAL


def _of_variables(codebook: Codebook) -> Iterator[tuple[str, ...]]:
    for variable in codebook.variables:
        demanded = variable.agreement or codebook.agreement
        planned = ", ".join(planned_coefficients(variable))
        thresholds = f"{demanded.reliable:g}; {demanded.tentative:g}" if planned else ""
        yield (
            f"`{variable.id}`", variable.level, variable.measurement,
            planned or f"none: {_why_not_compared(variable)}", thresholds,
        )  # fmt: skip


def _why_not_compared(variable: Variable) -> str:
    is_text = variable.measurement is Measurement.TEXT
    return "free text is not compared" if is_text else "coders may differ, as the codebook says"


def planned_coefficients(variable: Variable) -> Iterator[str]:
    """The figures that `annotator agree` gives for a variable; none where it is not compared."""
    if not variable.is_compared:
        return
    if variable.level is Level.STATEMENT or variable.multiple:
        yield _SETS
        yield "alpha of each code (present or absent)"
    else:
        yield _NOMINAL
        if variable.measurement in _SCALES:
            yield f"Krippendorff's alpha ({variable.measurement})"
        yield _KAPPA
    yield _SHARE


def _sizes(codebook: Codebook) -> Iterator[tuple[str, ...]]:
    demanded = {(v.agreement or codebook.agreement).reliable for v in codebook.variables}
    for threshold in sorted(demanded or {codebook.agreement.reliable}):
        if 0 < threshold < 1:
            for share in _SHARES:
                units = bloch_kraemer(threshold, share).units
                yield f"{threshold:g}", f"{share:.0%}", f"{units:,}"


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
