"""The codebooks that come with the program load, read well, and are what the study needs."""

import csv
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from annotator.codebook_file import decode, json_schema, load
from annotator.model.article import CODABLE_KINDS, Kind
from annotator.model.codebook import Codebook, Level, Stop
from tests.codebook_file.json_schema import fits
from tests.shared import SHARED, needs_shared

FOLDER = Path(__file__).resolve().parents[1] / "codebooks"
FILES = sorted(FOLDER.glob("*.yaml"))


def codebook(name: str) -> Codebook:
    return load(decode((FOLDER / name).read_bytes(), name=name), name=name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_codebook_loads_in_editors_too(path: Path) -> None:
    assert codebook(path.name).id == path.stem
    schema = json_schema()
    assert fits(YAML(typ="safe", pure=True).load(path), schema, schema)
    assert path.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=codebook.schema.json\n"
    )


def test_the_schema_is_up_to_date() -> None:
    from tests.cli.run import run

    written = (FOLDER / "codebook.schema.json").read_text(encoding="utf-8")
    assert run("codebook", "schema").out == written, (
        "type: annotator codebook schema > codebooks/codebook.schema.json"
    )


def test_minimal_is_understood_at_a_glance() -> None:
    lines = (FOLDER / "minimal.yaml").read_text(encoding="utf-8").splitlines()

    assert len(lines) < 30
    assert max(map(len, lines)) <= 100
    assert [v.id for v in codebook("minimal.yaml").variables] == ["tone", "actor", "stance"]


def test_hanoi_asks_in_the_right_order() -> None:
    hanoi = codebook("hanoi.yaml")

    assert hanoi.codable == CODABLE_KINDS
    assert hanoi.max_statements == 12
    assert hanoi.at(Level.PARAGRAPH)[0].id == "unit_type"
    assert [v.id for v in hanoi.at(Level.STATEMENT)] == [
        "actor", "stance", "lever", "attribution", "addressee", "confidence",
    ]  # fmt: skip
    assert [v.id for v in hanoi.at(Level.STATEMENT) if v.required] == ["actor", "stance", "lever"]


def test_hanoi_confirms_every_kind() -> None:
    variable = codebook("hanoi.yaml").kind_variable

    assert variable is not None
    assert set(variable.paths) == set(Kind)


def test_a_hanoi_statement_takes_at_most_six_keys() -> None:
    variables = codebook("hanoi.yaml").by_id
    keys = [
        max(len(variables[name].key_path(code_id)) for code_id in variables[name].paths)
        for name in ("actor", "stance", "lever")
    ]
    assert sum(keys) + len(["Enter"]) <= 6


def test_stance_keys_close_an_actor_path() -> None:
    variables = codebook("hanoi.yaml").by_id
    stances = {code.key for code in variables["stance"].codes}

    assert variables["actor"].stop is Stop.ANY
    for path in variables["actor"].paths.values():
        assert not stances & {code.key for code in path[-1].codes}


@needs_shared
def test_every_code_of_the_three_codings_is_in_hanoi() -> None:
    variables = codebook("hanoi.yaml").by_id
    for path in sorted((SHARED / "study").glob("codings_*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in variables.keys() & row.keys():
                    value = row[name]
                    variable = variables[name]
                    assert not value or variable.may_stop_at(variable.paths[value][-1]), (path, row)


@needs_shared
def test_hanoi_keeps_the_keys_and_values_of_the_draft() -> None:
    draft = YAML(typ="safe", pure=True).load(SHARED / "study" / "hanoi.yaml")
    variables = codebook("hanoi.yaml").by_id
    for question in draft["variables"]:
        expected = list(_flat(question.get("codes", [])))
        if expected:
            paths = variables[question["id"]].paths
            assert [(i, p[-1].key, p[-1].value) for i, p in paths.items()] == expected


def _flat(codes: list[dict[str, object]]) -> list[tuple[object, object, object]]:
    flat: list[tuple[object, object, object]] = []
    for code in codes:
        flat.append((code["id"], code["key"], code.get("value")))
        below = code.get("codes", [])
        assert isinstance(below, list)
        flat += _flat(below)
    return flat
