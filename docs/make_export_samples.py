"""`make samples`: exports/sample, a small export in every format, made from a part of the demo.

The part is a paragraph of each of two articles, with what two coders said there on a few variables
(of one they agree, of the other not), and a codebook with just the codes they used and without
rules. Times are fixed, since the demo is coded when it is made.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from annotator.cli.export_source import source_of
from annotator.demo import material
from annotator.exporters import FORMATS, exporter
from annotator.exporters.files import Files
from annotator.exporters.job import Choice, Shape, Source
from annotator.importers.codings_table import read_table
from annotator.importers.drafts import drafts
from annotator.model.event import Draft
from annotator.readers import read
from annotator.study import Study

SAMPLES = Path(__file__).parents[1] / "exports" / "sample"
KEPT = {"harbour_courier": (6,), "scheldt_observer": (2,)}  # paragraphs of the articles
MOST_STATEMENTS = 1  # of a coder in a paragraph
CODERS = ("ana", "ben")
VARIABLES = ("overall", "actor", "stance", "lever")
PLACES = ("coder", "article", "paragraph", "statement", "memo")
AT = 1_551_794_602_000  # 2019-03-05T14:03:22Z


def write_samples(folder: Path) -> None:
    """Write every format into a folder of its name below this one."""
    with tempfile.TemporaryDirectory() as working:
        path = Path(working) / "sample.db"
        _make(path)
        with Study.open(path) as study:
            source = _timeless(source_of(study, path))
            for name in FORMATS:
                shapes = () if name == "csv" else (Shape.STATEMENTS,)
                with Files(folder / name) as files:
                    exporter(name).write(source, Choice(shapes=shapes), files)


def _make(path: Path) -> None:
    """The study: the paragraphs kept, and the codings of them."""
    codebook = _codebook()
    texts = path.parent / "articles"
    texts.mkdir()
    for file in material.articles():
        if file.stem in KEPT:
            blocks = file.read_text(encoding="utf-8").split("\n\n")
            text = "\n\n".join(blocks[number - 1] for number in KEPT[file.stem]) + "\n"
            (texts / file.name).write_text(text, encoding="utf-8", newline="")
    with Study.create(path, codebook, name="hanoi.yaml") as study:
        study.add_articles(one for file in sorted(texts.iterdir()) for one in read(file))
        for file in _tables():
            study.add_codings(_codings(study, file), source=file.name)


def _codings(study: Study, file: Path) -> Iterator[Draft]:
    parsed = read_table(_shortened(file), file.name, study.codebook, study.headers())
    if parsed.problems:
        raise ValueError(parsed.problems)
    for key, unit in parsed.units.items():
        yield from drafts(key, unit.work)


def _tables() -> list[Path]:
    return [file for file in material.codings() if file.stem in CODERS]


def _shortened(file: Path) -> bytes:
    """What a coder's table says of the paragraphs there are, by the variables there are."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, (*PLACES, *VARIABLES), extrasaction="ignore")
    table.writeheader()
    table.writerows(_rows(file))
    return text.getvalue().encode("utf-8")


def _rows(file: Path) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
    places = {
        (article, str(old)): str(new)
        for article, numbers in KEPT.items()
        for new, old in enumerate((0, *numbers))
    }
    return [
        row | {"paragraph": places[place]}
        for row in rows
        if (place := (row["article"], row["paragraph"])) in places
        and int(row["statement"] or 0) <= MOST_STATEMENTS
    ]


def _codebook() -> str:
    """The demo's codebook without what the sample does not use. JSON is YAML, too."""
    plain = YAML(typ="safe").load(material.codebook().read_text(encoding="utf-8"))
    used = {row[name] for file in _tables() for row in _rows(file) for name in VARIABLES}
    for level in ("article", "paragraph", "statement"):
        plain[level] = {name: data for name, data in plain[level].items() if name in VARIABLES}
        for data in plain[level].values():
            data.pop("rules", None)
            if data.get("measurement") != "ordinal":
                data["codes"] = _pruned(data["codes"], used)
    return json.dumps(plain)


def _pruned(codes: dict[str, Any], used: set[str]) -> dict[str, Any]:
    """The codes that are used, and those above them."""
    found: dict[str, Any] = {}
    for name, data in codes.items():
        below = _pruned(data.get("codes", {}), used)
        if below or name in used or name == data.get("default"):
            found[name] = {key: value for key, value in data.items() if key != "codes"}
            found[name] |= {"codes": below} if below else {}
    return found


def _timeless(source: Source) -> Source:
    """The same data, coded at a fixed time by no version of the program."""
    return replace(
        source,
        codings=lambda: (row._replace(at=AT) for row in source.codings()),
        units=lambda: (row._replace(at=AT) for row in source.units()),
        statements=lambda: (row._replace(at=AT) for row in source.statements()),
        about=replace(source.about, program=""),
    )


if __name__ == "__main__":
    shutil.rmtree(SAMPLES, ignore_errors=True)
    write_samples(SAMPLES)
