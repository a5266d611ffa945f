"""`annotator coder` and `annotator round`."""

from pathlib import Path

import pytest

from annotator.model.team import Coder, Purpose, Role, Round
from annotator.study import Study
from tests.cli.run import run


def described(path: Path) -> list[Round]:
    with Study.open(path, read_only=True) as study:
        return study.described_rounds()


def test_a_coder_is_described_and_changed_where_something_is_said(two_coders: Path) -> None:
    added = run("coder", "add", "gpt", "--role", "machine", "--note", "v1", study=two_coders)
    assert added.out == "gpt: machine, a program or model that coded\n"
    run("coder", "add", "gpt", "--note", "v2", study=two_coders)
    with Study.open(two_coders, read_only=True) as study:
        assert study.described_coders() == [Coder("gpt", Role.MACHINE, "v2")]


def test_the_list_names_those_who_coded_too(two_coders: Path) -> None:
    run("coder", "add", "lea", "--role", "lead", study=two_coders)
    lines = run("coder", study=two_coders).out.splitlines()
    assert [line.split()[:4] for line in lines[1:]] == [
        ["ana", "person", "yes"],
        ["ben", "person", "yes"],
        ["lea", "lead", "not", "yet"],
    ]
    found = run("coder", "list", "--json", study=two_coders).json()
    assert found[2] == {"coder": "lea", "role": "lead", "note": "", "coded": False}


def test_a_second_spelling_of_a_name_is_pointed_at(two_coders: Path) -> None:
    assert "There is a coder ana already" in run("coder", "add", "Ana", study=two_coders).err
    run("coder", "add", "Zo\u00eb", study=two_coders)  # ë, then e and two dots
    assert "already" in run("coder", "add", "Zoe\u0308", study=two_coders).err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("coder", "add", " "), "A coder has a name."),
        (("coder", "add", "ana", "--role", "boss"), "boss"),
        (("round", "set", ""), "A round has a name."),
        (("round", "set", "x", "--mask", "autor"), "author"),
        (("round", "set", "x", "--gold", "anna", "--purpose", "training"), "Known: ana"),
        (("round", "set", "x", "--gold", "ana"), "Only a training round gives feedback."),
        (("round", "set", "x", "--purpose", "training", "--figures"), "never enter the figures"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(
    two_coders: Path, arguments: tuple[str, ...], said: str
) -> None:
    finished = run(*arguments, study=two_coders)
    assert finished.exit_code == 2
    assert said in finished.err
    assert described(two_coders) == []


def test_a_round_is_described_and_changed_where_something_is_said(two_coders: Path) -> None:
    run("round", "set", "pilot", "--purpose", "pilot", "--mask", "author,source", study=two_coders)
    run("round", "set", "pilot", "--no-figures", study=two_coders)
    pilot = Round("pilot", Purpose.PILOT, counts=False, masked=("author", "source"))
    assert described(two_coders) == [pilot]
    run("round", "set", "pilot", "--mask", "none", study=two_coders)
    assert described(two_coders)[0].masked == ()
    assert not described(two_coders)[0].counts


def test_a_training_round_never_counts_and_names_its_gold(two_coders: Path) -> None:
    told = run("round", "set", "t1", "--purpose", "training", study=two_coders)
    assert "never enter the figures" in told.out
    assert "--gold CODER" in told.err
    told = run("round", "set", "t1", "--gold", "ana", study=two_coders)
    assert "Feedback: the answers of ana" in told.out
    assert described(two_coders) == [Round("t1", Purpose.TRAINING, counts=False, gold="ana")]
    run("round", "set", "t1", "--purpose", "main", "--gold", "none", study=two_coders)
    assert described(two_coders) == [Round("t1")]


def test_rounds_are_listed(two_coders: Path) -> None:
    run("round", "set", "t1", "--purpose", "training", "--gold", "ana", study=two_coders)
    found = run("round", "--help", study=two_coders)
    assert "set" in found.out
    rounds = run("round", "list", "--json", study=two_coders).json()
    assert [told["round"] for told in rounds] == ["main", "t1"]
    assert rounds[1] == {
        "round": "t1", "purpose": "training", "counts": False, "masked": [], "gold": "ana",
    }  # fmt: skip
    assert "t1     training  no" in run("round", study=two_coders).out


@pytest.mark.parametrize("command", [("coder", "add"), ("round", "set")])
def test_a_name_that_is_no_text_is_refused(two_coders: Path, command: tuple[str, str]) -> None:
    finished = run(*command, "a\udcff", study=two_coders)
    assert finished.exit_code == 2
    assert "is not UTF-8" in finished.err
