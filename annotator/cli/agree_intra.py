"""`annotator agree --intra`: how far a coder agrees with themselves, over two rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.agree_table import wrapped
from annotator.cli.context import progress, show
from annotator.cli.named import refuse_unknown
from annotator.cli.round_named import check_round
from annotator.errors import AnnotatorError, UsageError

if TYPE_CHECKING:
    from annotator.reports.reliability import Reliability
    from annotator.study import Study

option = click.option(
    "--intra", nargs=2, metavar="ROUND ROUND",
    help="Instead: each coder against themselves, in units they finished in both rounds.",
)  # fmt: skip

_NOT_WITH = ("round", "by", "against", "html", "screen")
_EXPLAINED = (
    "The coder is compared with themselves: the two rounds stand in the place of two coders. This "
    "is intra-coder agreement, which tells whether one person codes the same text the same way "
    "again. It cannot take the place of agreement between coders: who misreads a rule will "
    "misread it twice. Units count that were finished in both rounds; the more time lies between, "
    "the less memory stands in for the rules."
)


def check(wanted: dict[str, Any]) -> None:
    """Raise UsageError where options cannot be meant together."""
    for name in _NOT_WITH:
        if wanted[name]:
            raise UsageError(f"--intra takes no --{name}.")
    if wanted["intra"][0] == wanted["intra"][1]:
        raise UsageError("--intra takes two different rounds.", hint="--intra main again")


def reports(
    study: Study, variables: Sequence[str], wanted: dict[str, Any]
) -> Iterator[tuple[str, Reliability]]:
    """Each coder with the report on their two rounds, as they are worked out."""
    for coder in coders(study, wanted):
        yield (
            coder,
            study.intra_reliability(
                coder,
                wanted["intra"],
                variables=variables,
                pairs=wanted["pairs"] or None,
                all_paragraphs=wanted["all_paragraphs"],
                watch=lambda codings: progress(codings, "Reading codings"),
            ),
        )


def coders(study: Study, wanted: dict[str, Any]) -> list[str]:
    """Those named, else all who finished a unit in both rounds."""
    for round_ in wanted["intra"]:
        check_round(study, round_)
    refuse_unknown("coder", wanted["coders"], study.coders())
    first, second = (
        {(row.coder, row.article, row.paragraph) for row in study.units(round=name) if row.done}
        for name in wanted["intra"]
    )
    both = sorted({unit[0] for unit in first & second})
    found = [name for name in wanted["coders"] or both if name in both]
    if not found:
        raise AnnotatorError(
            f"Nobody finished the same unit in rounds {' and '.join(wanted['intra'])}.",
            hint="`annotator assign --recode N` draws units to be coded once more.",
        )
    if len(found) > 1 and (wanted["as_json"] or wanted["as_csv"]):
        raise UsageError("One coder at a time.", hint=f"--coder {found[0]}")
    return found


def say_who(coder: str, rounds: Sequence[str]) -> None:
    """Head the figures of one coder."""
    show(f"{coder}, round {rounds[0]} against round {rounds[1]}")
    for line in wrapped(_EXPLAINED):
        show(line)
    show("")
