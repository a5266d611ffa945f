"""`annotator import` of our own tasks for Label Studio, and of what models said there."""

import json
from pathlib import Path

from annotator.model.team import Role
from annotator.study import Study
from tests.cli.run import run
from tests.importers.projects import made
from tests.small import CODEBOOK, FIRST, SECOND


def rows(study: Path) -> list[tuple[str, str, int, str, str, str]]:
    with Study.open(study) as opened:
        return sorted(
            (row.coder, row.article, row.paragraph, row.variable, row.value, row.state)
            for row in opened.codings()
        )


def roles(study: Path) -> dict[str, Role]:
    with Study.open(study) as opened:
        return {coder.name: coder.role for coder in opened.described_coders()}


def test_our_tasks_bring_all_codings_into_a_study_with_the_texts(
    two_coders: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "ls", tmp_path / "other.db"
    assert run("export", "-f", "labelstudio", "-o", out, study=two_coders).exit_code == 0
    with Study.create(other, CODEBOOK) as study:
        study.add_articles([FIRST, SECOND])
    brought = run("import", out / "paragraphs.json", study=other)
    assert brought.exit_code == 0, brought.err
    assert rows(other) == rows(two_coders) != []
    assert roles(other) == {}
    again = run("import", out / "paragraphs.json", "--format", "labelstudio", study=other)
    assert again.err.startswith("Nothing new.\nIn the study already, the same:")


def test_a_round_is_that_of_answers_that_name_none(two_coders: Path, tmp_path: Path) -> None:
    run("export", "-f", "labelstudio", "-o", tmp_path, study=two_coders)
    before = rows(two_coders)
    file = tmp_path / "paragraphs.json"
    for option, value, said in (("--round", "pilot", "main"), ("--coder", "zoe", "ana, ben")):
        refused = run("import", file, option, value, study=two_coders)
        assert refused.exit_code == 3
        assert f"every answer names its {option[2:]} ({said})" in refused.err
        assert f"leave {option} out" in refused.err
        assert "--map" not in refused.err
    assert rows(two_coders) == before
    tasks = json.loads(file.read_text(encoding="utf-8"))
    result = {"from_name": "tone", "type": "choices", "value": {"choices": ["bad"]}}
    tasks[0]["annotations"] = [{"completed_by": {"email": "zoe@x.org"}, "result": [result]}]
    file.write_text(json.dumps(tasks), encoding="utf-8")
    brought = run("import", file, "--round", "pilot", study=two_coders)
    assert brought.exit_code == 0, brought.err
    assert 'answers that name their round keep it (main); the others are of round "pilot"' in (
        brought.err
    )
    with Study.open(two_coders) as study:
        assert {(row.coder, row.round) for row in study.codings()} == {
            ("ana", "main"), ("ben", "main"), ("zoe@x.org", "pilot"),
        }  # fmt: skip


def test_our_tasks_are_no_texts_to_make_a_study_of(two_coders: Path, tmp_path: Path) -> None:
    run("export", "-f", "labelstudio", "-o", tmp_path / "ls", study=two_coders)
    refused = run("import", tmp_path / "ls" / "paragraphs.json", "--into", tmp_path / "new.db")
    assert refused.exit_code == 2
    assert "has no texts to make a study of" in refused.err


def test_models_of_another_project_are_left_out_and_told(tmp_path: Path) -> None:
    file, study = tmp_path / "export.json", tmp_path / "new.db"
    file.write_bytes(made.label_studio())
    told = run("import", file, "--into", study)
    assert "Not kept: predictions of models; --predictions brings them in" in told.err
    assert {row[0] for row in rows(study)} == {"ana@example.org", "coder 2"}


def test_models_are_machines_beside_people(tmp_path: Path) -> None:
    file, study = tmp_path / "export.json", tmp_path / "new.db"
    file.write_bytes(made.label_studio())
    assert run("import", file, "--into", study, "--predictions").exit_code == 0
    assert roles(study) == {"gpt": Role.MACHINE}
    pairs = run("agree", "topic", "--by", "pair", study=study)
    assert "gpt (machine)" in pairs.out


def test_predictions_are_of_label_studio(two_coders: Path, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("coder,article,paragraph,tone\nzoe,first,1,bad\n", encoding="utf-8")
    refused = run("import", file, "--predictions", study=two_coders)
    assert (refused.exit_code, "Label Studio" in refused.err) == (2, True)


def test_a_model_on_our_tasks_is_a_machine_only_when_asked_for(
    two_coders: Path, tmp_path: Path
) -> None:
    run("export", "-f", "labelstudio", "-o", tmp_path, study=two_coders)
    file = tmp_path / "paragraphs.json"
    tasks = json.loads(file.read_text(encoding="utf-8"))
    result = {"from_name": "tone", "type": "choices", "value": {"choices": ["bad"]}}
    tasks[0]["predictions"].append({"model_version": "gpt", "result": [result]})
    file.write_text(json.dumps(tasks), encoding="utf-8")
    left = run("import", file, study=two_coders)
    assert "predictions of models are left out; --predictions brings them in (1)" in left.err
    assert roles(two_coders) == {}
    assert run("import", file, "--predictions", study=two_coders).exit_code == 0
    assert roles(two_coders) == {"gpt": Role.MACHINE}
