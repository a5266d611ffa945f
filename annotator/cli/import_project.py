"""A whole project of another program: as a new study, or into one that has its texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.cli.import_files import read_project
from annotator.ids import content_hash

if TYPE_CHECKING:
    from annotator.importers.parsed import Parsed
    from annotator.importers.project import Cutter, Project
    from annotator.model.article import Article
    from annotator.model.codebook import Codebook
    from annotator.study import Study


def cutter(kind: str) -> Cutter:
    """Makes articles of texts as `annotator add` would; blank lines part paragraphs."""
    from annotator.readers.assemble import assemble
    from annotator.readers.found import Found, FoundArticle
    from annotator.readers.paragraphs import cut
    from annotator.readers.source import Source

    def article(name: str, text: str, fields: Mapping[str, str], /) -> Article:
        source = Source(Path(name), text.encode("utf-8"))
        found = FoundArticle(text, cut(text), fields, name=name)
        return assemble(source, kind, Found([found])).articles[0]

    return article


def cutter_of_study(study: Study, kind: str) -> Cutter:
    """Gives the study's own article where it has the text, however it was cut there."""
    known = {content_hash(one.text.encode("utf-8")): one.id for one in study.articles()}
    cut = cutter(kind)

    def article(name: str, text: str, fields: Mapping[str, str], /) -> Article:
        identifier = known.get(content_hash(text.encode("utf-8")))
        return study.article(identifier) if identifier else cut(name, text, fields)

    return article


def into_study(
    study: Study,
    kind: str,
    files: Sequence[Path],
    wanted: Mapping[str, Any],
    mapped: Mapping[str, str],
) -> tuple[Project, Parsed]:
    """The project, and its codings in the study's codebook."""
    from annotator.importers.mapping import in_codebook

    project = _read(kind, files, cutter_of_study(study, kind), wanted)
    known = {header.id: header.name for header in study.headers()}
    _, own = codebook_of(project)
    return project, in_codebook(project, own, study.codebook, mapped, known)


def as_study(
    kind: str, files: Sequence[Path], wanted: Mapping[str, Any]
) -> tuple[Project, Parsed, str]:
    """The project, its codings in its own codebook, and this as YAML.

    Raises CodingsError for a project without any text: nobody could code in the study.
    """
    from annotator.importers.mapping import in_codebook
    from annotator.importers.texts import no_texts

    project = _read(kind, files, cutter(kind), wanted)
    if not project.articles:
        raise no_texts(project)
    source, own = codebook_of(project)
    known = {article.id: article.name for article in project.articles}
    return project, in_codebook(project, own, own, {}, known), source


def _read(kind: str, files: Sequence[Path], cut: Cutter, wanted: Mapping[str, Any]) -> Project:
    from annotator.importers.gather import finish_articles

    project = read_project(
        kind, files, cut, wanted["coder"].strip(), predictions=wanted["predictions"]
    )
    if wanted["all_read"]:
        finish_articles(project)
    _name(project, wanted["coder"].strip(), wanted["round"].strip())
    return project


def _name(project: Project, coder: str, round_: str) -> None:
    """Put coder and round in where the file does not say."""
    from annotator.importers.passages import UNKNOWN_CODER
    from annotator.model.coding import MAIN_ROUND

    names = {UNKNOWN_CODER: coder} if coder and coder not in project.coders else {}
    rounds = {MAIN_ROUND: round_} if round_ and round_ not in project.rounds else {}
    if names or rounds:
        project.units = {
            key._replace(
                coder=names.get(key.coder, key.coder), round=rounds.get(key.round, key.round)
            ): unit
            for key, unit in project.units.items()
        }


def codebook_of(project: Project) -> tuple[str, Codebook]:
    """The project's codebook as YAML, and compiled. Raises CodebookError."""
    from annotator.codebook_file import load
    from annotator.codebook_file.convert.yaml_form import yaml_text
    from annotator.entries.flat import entries_of

    source = yaml_text(list(entries_of(project.codebook)))
    return source, load(source, name=f"{project.file}.yaml")
