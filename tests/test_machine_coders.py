"""The example of a language model that codes, as the documentation gives it, with a fake model."""

import re
from pathlib import Path

import pytest

from annotator.model.team import Role
from annotator.study import Study
from tests.cli.run import run
from tests.small import make_study

PAGE = Path(__file__).resolve().parents[1] / "docs" / "machine-coders.md"


def example() -> str:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(code)


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_study(tmp_path / "study.db")


def code_by_machine(study: Path, *options: str) -> str:
    """The commands of the page, one after the other."""
    units = run("units", "--jsonl", "--coder", "gpt", study=study).out
    Path("units.jsonl").write_text(units, encoding="utf-8")
    questions = run("units", "--questions", study=study).out
    Path("questions.json").write_text(questions, encoding="utf-8")
    exec(compile(example(), "code_units.py", "exec"), {"__name__": "__main__"})
    finished = run("import", "answers.jsonl", "--coder", "gpt", "--machine", *options, study=study)
    assert finished.exit_code == 0, finished.err
    return finished.err


def test_the_example_codes_every_unit_once(study: Path) -> None:
    told = code_by_machine(study)
    assert "gpt: 5 paragraphs, 1 statement, 6 codings imported.\n" in told
    with Study.open(study) as opened:
        found = [
            (r.article, r.paragraph, r.variable, r.value) for r in opened.codings(coders=["gpt"])
        ]
        assert ("id-first", 3, "actor", "dprk") in found
        assert [(one.name, one.role) for one in opened.described_coders()] == [
            ("gpt", Role.MACHINE)
        ]
    assert run("units", "--jsonl", "--coder", "gpt", study=study).out == ""


def test_the_same_answers_twice_change_nothing(study: Path) -> None:
    code_by_machine(study)
    before = study.read_bytes()
    again = run("import", "answers.jsonl", "--coder", "gpt", "--machine", study=study)
    assert "Nothing new." in again.err
    assert study.read_bytes() == before


def test_a_machine_is_marked_where_coders_are_named(study: Path) -> None:
    code_by_machine(study)
    told = run("agree", "--by", "pair", study=study).out
    assert "coders: ana, ben, gpt (machine)" in told
    assert "ana and gpt (machine)" in told
    assert "The figures count gpt (machine);" in told
    assert "ana and ben" in told
    assert run("agree", "--json", study=study).json()["roles"] == {"gpt": "machine"}
    page = run("report", "--format", "md", study=study)
    assert page.exit_code == 0, page.err
    assert "gpt (machine)" in page.out


def test_people_are_not_marked_and_a_crowd_is(study: Path) -> None:
    code_by_machine(study)
    assert "(machine)" not in run("agree", "--coder", "ana", "--coder", "ben", study=study).out
    finished = run("import", "answers.jsonl", "--coder", "workers", "--crowd", study=study)
    assert finished.exit_code == 0
    assert "workers (crowd)" in run("agree", study=study).out
    both = run("import", "answers.jsonl", "--coder", "x", "--crowd", "--machine", study=study)
    assert both.exit_code == 2


def test_a_coder_who_turns_out_to_be_a_machine_is_marked(study: Path) -> None:
    code_by_machine(study)
    run("import", "answers.jsonl", "--coder", "gpt", "--crowd", study=study)
    with Study.open(study) as opened:
        assert [one.role for one in opened.described_coders()] == [Role.CROWD]
