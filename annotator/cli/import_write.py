"""Writing what was imported: new units, texts, and what the coders are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from annotator.cli.context import progress
from annotator.model.file_name import name_as_text

if TYPE_CHECKING:
    from annotator.importers.compare import Compared
    from annotator.importers.parsed import Existing, Parsed
    from annotator.importers.project import Project
    from annotator.model.event import Draft
    from annotator.model.problem import Problem
    from annotator.model.team import Role
    from annotator.study import Study


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a file. `refused`: nothing was written because of the problems."""

    parsed: Parsed
    compared: Compared
    problems: list[Problem]
    refused: bool


def bring(study: Study, parsed: Parsed, wanted: Mapping[str, Any], *, role: Role | None) -> Brought:
    """Compare with what is there and write what is new, all or nothing."""
    from annotator.importers.compare import compare

    if wanted["not_finished"]:
        _unfinished(parsed)
    before = _existing(study, parsed)
    compared = compare(parsed, before)
    problems = list(dict.fromkeys([*parsed.problems, *compared.problems]))
    refused = bool(problems) and not wanted["skip_invalid"]
    if not refused and not wanted["dry_run"]:
        source = name_as_text(Path(parsed.file).name)
        _write(study, parsed, compared, before, source=source, role=role)
    return Brought(parsed, compared, problems, refused)


def _existing(study: Study, parsed: Parsed) -> Existing:
    """What the coders of the file have in the study, as far as the file speaks of it."""
    from annotator.importers.existing import existing_work

    coders = sorted({key.coder for key in parsed.units})
    return existing_work(
        parsed.units,
        study.codings(coders=coders),
        study.units(coders=coders),
        study.statements(coders=coders),
        {variable.id for variable in study.codebook.variables if variable.multiple},
    )


def _unfinished(parsed: Parsed) -> None:
    """Leave it to the coders to finish what the file brings."""
    parsed.units = {
        key: unit._replace(work=replace(unit.work, done=False))
        for key, unit in parsed.units.items()
    }


def _write(
    study: Study, parsed: Parsed, compared: Compared, before: Existing,
    *, source: str, role: Role | None,
) -> None:  # fmt: skip
    """Write what is new and mark the coders, in one action; nothing if there is nothing new."""
    from annotator.model.team import Role

    with study.action():
        if compared.new:
            study.add_codings(_drafts(compared, before), source=source)
        if role is not None:
            people = {key.coder for key in parsed.units} - parsed.machines
            _mark(study, sorted(people), role, source)
        _mark(study, sorted(parsed.machines), Role.MACHINE, source)


def _drafts(compared: Compared, before: Existing) -> Iterator[Draft]:
    from annotator.importers.drafts import drafts
    from annotator.model.coding import UNTOUCHED

    units = progress(compared.new.items(), "Importing paragraphs", len(compared.new))
    for key, unit in units:
        yield from drafts(key, unit.work, before.get(key, UNTOUCHED))


def _mark(study: Study, coders: list[str], role: Role, source: str) -> None:
    """Say what the coders are, where the study does not know yet."""
    from annotator.model.team import Coder

    known = {coder.name: coder for coder in study.described_coders()}
    for name in coders:
        if name not in known:
            study.describe_coder(Coder(name, role, f"imported from {source}"))
        elif known[name].role is not role:
            study.describe_coder(replace(known[name], role=role))


@contextmanager
def new_study(into: Path, codebook: str, project: Project) -> Iterator[Study]:
    """A study made of a project's codebook and texts; no file is left where anything fails."""
    from annotator.study import Study

    with Study.create(into, codebook, name=f"{project.file}.yaml") as study:
        try:
            with study.action():
                found = progress(project.articles, "Adding articles", len(project.articles))
                study.add_articles(found)
                yield study
        except BaseException:
            study.close()
            into.unlink(missing_ok=True)
            raise


@contextmanager
def scratch_study(codebook: str, project: Project) -> Iterator[Study]:
    """The same in a folder that is removed again, to say what would be done."""
    with (
        TemporaryDirectory() as folder,
        new_study(Path(folder) / "scratch.db", codebook, project) as study,
    ):
        yield study
