"""`annotator import`: codings, and whole projects, that were made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import open_study, say, show_json
from annotator.cli.files_named import FilesNamed
from annotator.cli.import_told import as_json, tell, tell_left_out, tell_project
from annotator.errors import CodingsError, UsageError
from annotator.importers import FORMATS, TABLE
from annotator.model.wording import counted

if TYPE_CHECKING:
    from annotator.cli.import_write import Brought
    from annotator.importers.parsed import Parsed
    from annotator.importers.project import Project
    from annotator.model.team import Role
    from annotator.study import Study

_TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".sav", ".parquet", ".json", ".jsonl"})


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", cls=FilesNamed,
    type=click.Path(exists=True, path_type=Path),
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(list(FORMATS)),
              help="What the file is. [default: found by its content]")  # fmt: skip
@click.option("--into", type=click.Path(path_type=Path), metavar="NEW.db",
              help="Make this study of a whole project: its texts, codebook, coders.")  # fmt: skip
@click.option("--coder", default="", help="Who coded, where the file does not say.")
@click.option("--round", default="", help="The round, where the file does not say. [default: main]")
@click.option("--machine", is_flag=True, help="The coders of the file are programs.")
@click.option("--crowd", is_flag=True, help="The coders of the file are crowd workers.")
@click.option(
    "--map", "mapped", multiple=True, metavar="FIELD=COLUMN",
    help="Read a field (coder, article, paragraph, statement, memo ...) or a variable from this "
    "column, or from this variable of a project; may be repeated. FIELD= passes over its column.",
)  # fmt: skip
@click.option(
    "--shape", type=click.Choice(("statements", "long")),
    help="A row is a statement, or a coding. If not given: long if there are columns "
    "for variable and value.",
)  # fmt: skip
@click.option("--sheet", default="", help="The sheet of a workbook. [default: the first]")
@click.option("--skip-invalid", is_flag=True, help="Import what is right and say what is left out.")
@click.option("--all-read", is_flag=True,
              help="Of a project: whoever coded any of an article has read it all.")  # fmt: skip
@click.option("--predictions", is_flag=True,
              help="Of Label Studio: models' predictions, each model as a machine.")  # fmt: skip
@click.option("--not-finished", is_flag=True, help="Do not mark the paragraphs as finished.")
@click.option(
    "--decimal", type=click.Choice((".", ",")), default=".", show_default=True,
    help="The decimal mark of numbers in the file.",
)  # fmt: skip
@click.option(
    "--neutralized", is_flag=True, help="Take off the ' that --neutralize-formulas put on."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--json", "as_data", is_flag=True, help="Print what was done as JSON.")
@click.pass_context
def command(context: click.Context, /, files: tuple[Path, ...], **wanted: Any) -> None:
    """Bring in codings from a table or another program.

    A table (CSV, XLSX, SPSS, Parquet, JSONL) has one row for each statement or for each coding of
    the study's articles; a paragraph that appears in it counts as finished by its coder. A project
    of another program (REFI-QDA, QualCoder, Taguette, DNA, Label Studio, doccano, brat) becomes a
    study with --into, or its codings come into a study that has its texts. Nothing is imported if
    anything in the file does not fit, and importing a file twice changes nothing.
    """
    from annotator.cli.import_files import kind_of
    from annotator.cli.import_write import bring

    mapped = dict(map(_pair, wanted["mapped"]))
    role = _role(wanted)
    kind = kind_of(files, wanted["form"] or "", predictions=wanted["predictions"])
    wanted["file"] = files[0]
    if wanted["into"] is not None:
        _into_new(files, kind, wanted, role)
        return
    with open_study(context, read_only=wanted["dry_run"]) as study:
        parsed, project = _read(study, kind, files, wanted, mapped)
        brought = bring(study, parsed, wanted, role=role)
    _report(brought, project, wanted)


def _pair(typed: str) -> tuple[str, str]:
    name, sign, column = typed.partition("=")
    if not sign:
        raise UsageError(f"--map {typed} names no column.", hint="--map coder=Annotator")
    return name.strip(), column.strip()


def _role(wanted: Mapping[str, Any]) -> Role | None:
    from annotator.model.team import Role

    if wanted["machine"] and wanted["crowd"]:
        raise UsageError("A coder is a program or a crowd, not both: --machine or --crowd.")
    return Role.MACHINE if wanted["machine"] else Role.CROWD if wanted["crowd"] else None


def _read(
    study: Study, kind: str, files: Sequence[Path], wanted: Mapping[str, Any],
    mapped: Mapping[str, str],
) -> tuple[Parsed, Project | None]:  # fmt: skip
    from annotator.cli import import_project, import_table

    if kind != TABLE:
        project, parsed = import_project.into_study(study, kind, files, wanted, mapped)
        return parsed, project
    if len(files) > 1:
        raise UsageError("One table at a time.", hint="Import the others after it.")
    return import_table.parse(study, files[0], wanted, mapped), None


def _into_new(
    files: Sequence[Path], kind: str, wanted: Mapping[str, Any], role: Role | None
) -> None:
    from annotator.cli import import_project
    from annotator.cli.import_write import bring, new_study, scratch_study

    if kind == TABLE:
        hint = "`annotator init` makes the study, `annotator add` adds its articles."
        what = f"{files[0].name} is no project of another program"
        raise UsageError(
            f"{what}, and a table of codings has no texts to make a study of.", hint=hint
        )
    project, parsed, codebook = import_project.as_study(kind, files, wanted)
    into: Path = wanted["into"]
    making: AbstractContextManager[Study] = (
        scratch_study(codebook, project)
        if wanted["dry_run"]
        else new_study(into, codebook, project)
    )
    with making as study:
        brought = bring(study, parsed, wanted, role=role)
        if brought.refused:
            _report(brought, project, wanted)  # raises, and so leaves no study behind
    _report(brought, project, wanted)
    if not wanted["dry_run"] and not wanted["as_data"]:
        say(f"{into}: a new study with {counted(len(project.articles), 'article')}.")
        say(f"Look at it: `annotator -s {into} status`, `annotator -s {into} agree`")


def _report(brought: Brought, project: Project | None, wanted: Mapping[str, Any]) -> None:
    """Say what was done, once it is. Raises CodingsError where nothing was, because of problems."""
    parsed, problems = brought.parsed, brought.problems
    if wanted["as_data"]:
        show_json(
            as_json(parsed, brought.compared, problems, project, imported=not brought.refused)
        )
    else:
        if project is not None:
            tell_project(project)
        done = "would be imported" if wanted["dry_run"] else "imported"
        tell(parsed, brought.compared, "" if brought.refused else done)
    if brought.refused:
        raise CodingsError(
            f"{parsed.file}: {counted(len(problems), 'problem')}; nothing was imported.",
            problems,
            hint=_advice(wanted["file"], parsed, is_project=project is not None),
        )
    if not wanted["as_data"]:
        tell_left_out(parsed, problems)


def _advice(file: Path, parsed: Parsed, *, is_project: bool) -> str:
    """What to do after a refusal. Who wants to bring in texts may well try `import`."""
    if parsed.units:
        return "--skip-invalid imports the rest."
    if is_project or file.suffix.casefold() in _TABLES:
        return ""
    return f"A text to be coded is added with `annotator add {file}`."
