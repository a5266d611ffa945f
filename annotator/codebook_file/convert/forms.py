"""The formats by name: what each is, and by what its files are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from annotator.codebook_file.convert.hub import Found, normal
from annotator.entries.entry import Entry
from annotator.errors import CodebookError, DataError, UsageError
from annotator.model.problem import Problem

_MOST_LEVELS = 24
_HEAD = 4096


class Form(NamedTuple):
    """A format: its module, what it is, the endings of its files, and what such a file holds."""

    module: str
    about: str
    endings: tuple[str, ...]
    mark: bytes = b""


class Converter(Protocol):
    """What the module of a format offers."""

    def read(self, content: bytes, name: str) -> Found:
        """The entries of a file; raises DataError."""

    def write(self, entries: Sequence[Entry]) -> bytes:
        """The file for entries in one form."""


_HERE = __name__.rpartition(".")[0]
_YAML = (".yaml", ".yml")

FORMS: Mapping[str, Form] = {
    "potato": Form("potato_form", "configuration of Potato", _YAML, b"annotation_schemes"),
    "yaml": Form("yaml_form", "codebook of annotator", _YAML),
    "qdc": Form("qdc_form", "REFI-QDA: ATLAS.ti, MAXQDA, NVivo, QualCoder", (".qdc",)),
    "csv": Form("csv_form", "table, one row for each variable and code", (".csv", ".tsv", ".txt")),
    "xlsx": Form("xlsx_form", "the same table as an Excel workbook", (".xlsx",)),
    "skos": Form("skos_form", "SKOS in RDF/XML", (".rdf", ".skos", ".xml"), b"22-rdf-syntax-ns#"),
    "labelstudio": Form("labelstudio_form", "interface of Label Studio", (".xml",)),
}
"""Every format by its name, those that a mark tells from others of their ending first."""


def converter(name: str) -> Converter:
    """The module of a format."""
    return cast("Converter", import_module(f"{_HERE}.{FORMS[name].module}"))


def form_of_file(name: str, content: bytes) -> str:
    """The format of a file by its ending and its beginning. Raises UsageError if it has none."""
    fitting = [form for form in _by_ending(name) if FORMS[form].mark in content[:_HEAD]]
    return fitting[0] if fitting else _unknown(name)


def form_to_write(name: str) -> str:
    """The format that a file of that name is to have. Raises UsageError if it has none."""
    fitting = _by_ending(name)
    plain = [form for form in fitting if form in ("yaml", "labelstudio")]
    return (plain or fitting or [_unknown(name)])[0]


def _by_ending(name: str) -> list[str]:
    ending = PurePath(name).suffix.casefold()
    return [form for form, told in FORMS.items() if ending in told.endings]


def _unknown(name: str) -> str:
    endings = ", ".join(dict.fromkeys(end for form in FORMS.values() for end in form.endings))
    raise UsageError(
        f"{name}: its ending tells no format of codebooks.",
        hint=f"Use one of {endings}, or name the format with --from or --to.",
    )


def read(content: bytes, name: str, form: str) -> Found:
    """The codebook in a file, in one form. Raises DataError with every problem of it."""
    found = converter(form).read(content, name)
    return Found(checked(found.entries, name), found.passed_over)


def checked(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The entries in one form. Raises CodebookError where they are no codebook."""
    from annotator.codebook_file import load_file
    from annotator.codebook_file.convert.yaml_form import yaml_text

    _check_depth(entries, name)
    made = normal(entries)
    try:
        load_file(yaml_text(made), name=name)
    except CodebookError as error:
        problems = [Problem(p.message, name, 0, p.path, p.hint) for p in error.problems]
        raise CodebookError(f"What {name} holds is no codebook yet.", problems) from error
    return made


def _check_depth(entries: Sequence[Entry], name: str) -> None:
    depths: dict[tuple[str, str], int] = {}
    for entry in entries:
        if entry.code:
            depth = depths.get((entry.variable, entry.under), 0) + 1
            depths[entry.variable, entry.code] = depth
            if depth > _MOST_LEVELS:
                message = f"codes are nested more than {_MOST_LEVELS} levels deep"
                raise CodebookError(f"{name} cannot be read.", [Problem(message, name)])


def write(entries: Sequence[Entry], form: str) -> tuple[bytes, list[str]]:
    """The file for the entries, and in words what of them it does not hold."""
    from annotator.codebook_file.convert.held import not_held

    module = converter(form)
    content = module.write(entries)
    try:
        back = module.read(content, "written")
    except DataError:
        return content, ["so much that it cannot be read back as a codebook"]
    return content, list(not_held(entries, back.entries))
