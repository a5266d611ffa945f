"""A study as exports read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.context import progress

if TYPE_CHECKING:
    from annotator.exporters.job import About, Source
    from annotator.study import Study


def source_of(
    study: Study,
    study_file: Path,
    *,
    coders: Sequence[str] = (),
    round: str | None = None,
    variables: Sequence[str] = (),
) -> Source:
    """The data of these coders, this round and these variables; left empty, of all."""
    from annotator.cli.export_figures import Agreement

    chosen = coders or None
    agreement = Agreement(study, chosen, round)
    return replace(
        study.source(coders=chosen, round=round, variables=variables or None),
        articles=lambda: progress(study.articles(), "Exporting articles", study.n_articles()),
        about=about_of(study, study_file, chosen),
        figures=agreement.figures,
        matrices=agreement.matrices,
    )


def about_of(study: Study, study_file: Path, coders: Sequence[str] | None = None) -> About:
    """What is known of the study as a whole."""
    from annotator import __version__
    from annotator.exporters.job import About

    described = [c for c in study.described_coders() if not coders or c.name in coders]
    return About(
        study_file.stem, __version__, study.codebook_source(), study.codebook_versions(),
        tuple(coders or study.coders()), tuple(study.rounds()), tuple(described),
        tuple(study.described_rounds()),
    )  # fmt: skip


def metadata_of(study: Study) -> tuple[str, ...]:
    """The names of the fields that any article of the study has beyond title, author and such."""
    return tuple(sorted({name for article in study.articles() for name in article.metadata}))
