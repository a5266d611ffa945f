"""A replication package: everything that a reader needs to check a study, in plain files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from string import Template

from annotator.exporters import datapackage, matrix
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.sealed import SUMS, Sealed, Within
from annotator.terminal import visible

_README = Template("""\
# Replication package: $title

Codings of texts by hand, made and written with annotator $program.

| file | holds |
|---|---|
| `data/` | every coder's codings as tables, with `datapackage.json`, which says what they hold |
| `data/long.csv` | one row for each coding, as it was made: nothing is adjudicated |
| `data/decisions.csv` | what was decided where coders differed, with reasons |
| `data/articles.csv` | the articles$texts; `sha256` is that of the original file |
| `data/codebook.csv` | what columns, variables and codes mean |
| `codebook.yaml` | the codebook, version $version, as coders had it |
| `agreement/` | units by coders, agreement figures, and scripts that recompute the figures |
| `versions.json` | versions of programs and codebooks, and the seeds of what was drawn at random |
| `$sums` | a checksum of every file |

To check that nothing was changed, and that the figures follow from the data:

```sh
sha256sum -c $sums
python3 agreement/agreement.py
Rscript agreement/agreement.R
```
$remark
Licence: to be chosen. Name it here and in `data/datapackage.json`.
""")

_WITHOUT_TEXTS = """
The texts are not in this package. Whoever has them can tell by the column `sha256` that they are
the same, and find every paragraph by the columns `start` and `end` (Unicode code points from 0; the
end is excluded). Memos, and texts that coders typed, are in it.
"""


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the package. Without `choice.text` only hashes and places of the texts are in it."""
    choice = replace(choice, shapes=(), variables=())
    sealed = Sealed(to)
    report = datapackage.write(source, choice, Within(sealed, "data"))
    report.rows = {f"data/{name}": count for name, count in report.rows.items()}
    computed = matrix.write(source, choice, Within(sealed, "agreement"))
    report.rows["agreement/matrices.csv"] = computed.rows["matrices.csv"]
    report.notes += computed.notes
    write_codebook(source, sealed)
    write_versions(source, sealed, {"intervals": _seeds(source)})
    sealed.open("README.md").write(_readme(source, choice))
    report.rows[SUMS] = sealed.write_sums()
    return report


def write_codebook(source: Source, to: Destination) -> None:
    """Write the codebook's file as it was adopted."""
    to.open("codebook.yaml").write(source.about.codebook_source)


def _readme(source: Source, choice: Choice) -> str:
    codebook = source.codebook
    return _README.substitute(
        title=one_line(codebook.title or codebook.id),
        version=one_line(codebook.version),
        program=source.about.program,
        texts=" with their texts" if choice.text else ", without their texts",
        sums=SUMS,
        remark="" if choice.text else _WITHOUT_TEXTS,
    )


def write_versions(source: Source, to: Destination, seeds: Mapping[str, object]) -> None:
    """Write which versions of programs and codebooks were at work, and which seeds."""
    about, codebook = source.about, source.codebook
    told = {
        "study": about.name,
        "annotator": about.program,
        "numpy": _installed("numpy"),
        "codebook": {"id": codebook.id, "version": codebook.version, "sha256": codebook.hash},
        "codebooks_ever_in_force": dict(sorted(about.versions.items())),
        "rounds": list(about.rounds),
        "seeds": dict(seeds),
    }
    to.open("versions.json").write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _installed(name: str) -> str:
    """The version of a package: random numbers may differ between versions."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _seeds(source: Source) -> list[object]:
    """The seeds that intervals were drawn with."""
    found = {figure.get("seed") for figure in source.figures()}
    return sorted((seed for seed in found if seed is not None), key=str)


def one_line(text: str) -> str:
    """A text that others wrote, as one harmless line of Markdown."""
    return visible(" ".join(text.split())).replace("|", "\\|")
