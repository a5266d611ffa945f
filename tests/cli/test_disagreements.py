"""`annotator disagreements` and `adjudicate --plain`: the list, and settling it line by line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from annotator.cli.adjudicate_plain import adjudicate_plainly
from annotator.study import Study
from tests.cli.run import run
from tests.tui.adjudication.study import make_disputed, settled


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_disputed(tmp_path / "study.db")


def typed(study: Path, *lines: str, hidden: bool = False) -> list[str]:
    """What is said while these lines are typed."""
    said: list[str] = []
    waiting: Iterator[str] = iter(lines)

    def read_line(_: str) -> str:
        line = next(waiting, None)
        if line is None:
            raise EOFError
        return line

    with Study.open(study, coder="lea") as opened:
        adjudicate_plainly(
            opened, hidden=hidden, by_cost=False, read_line=read_line, write=said.append
        )
    return said


def test_the_list_says_who_said_what(study: Path) -> None:
    done = run("disagreements", study=study)
    assert done.out.splitlines()[:3] == [
        "1. first, paragraph 1: Tone (open, cost 100.0%)", "   ana: Bad", "   ben: Good"
    ]  # fmt: skip
    assert "   ana: United States, Supports, Talks; North Korea, Opposes, Sanctions" in done.out
    assert "ana, memo: who is ␛[31m silent?" in done.out
    assert "2 disagreements, 2 open" in done.err


def test_by_cost_the_dearest_comes_first_and_variables_limit_the_list(study: Path) -> None:
    found = run("disagreements", "--by-cost", "--json", study=study).json()
    assert [one["cost"] for one in found] == sorted((o["cost"] for o in found), reverse=True)
    (only,) = run("disagreements", "stance", "--json", study=study).json()
    assert (only["variable"], only["differ"]) == ("statement", "stance statement")
    assert run("disagreements", "lever", study=study).err == "No two coders differ here.\n"
    assert run("disagreements", "levr", study=study).exit_code == 2


def test_decided_ones_are_told_and_can_be_left_out(study: Path) -> None:
    typed(study, "b 2", "note the title says so", "rule Ask twice.", "")
    found = run("disagreements", "--json", study=study).json()
    assert [one["state"] for one in found] == ["decided", "open"]
    assert (found[0]["decision"], found[0]["reason"]) == ("Good", "unclear_text")
    assert len(run("disagreements", "--open", "--json", study=study).json()) == 1
    rules = run("disagreements", "--rules", study=study).out
    assert "- Ask twice. Codes: Bad, Good. (first, paragraph 1; unclear text) Note: the" in rules


def test_a_file_for_a_meeting_and_one_for_a_spreadsheet(study: Path, tmp_path: Path) -> None:
    page, table = tmp_path / "meeting.md", tmp_path / "list.csv"
    assert run("disagreements", "-o", page, study=study).exit_code == 0
    assert page.read_text("utf-8").count("Why: [ ] slip") == 2
    assert page.stat().st_mode & 0o777 == 0o600
    assert run("disagreements", "-o", table, "--anonymous", study=study).exit_code == 0
    first = next(csv.DictReader(StringIO(table.read_text("utf-8"))))
    assert {first["said by A"], first["said by B"]} == {"Bad", "Good"}
    assert run("disagreements", "-o", tmp_path / "x.doc", study=study).exit_code == 2
    assert run("disagreements", "-o", study, "--csv", study=study).exit_code == 2
    assert run("disagreements", "--csv", "--json", study=study).exit_code == 2


def test_line_by_line(study: Path) -> None:
    said = typed(study, "", "b", "1", "", "down", "a", "k", "undo", "A", "3", "", hidden=False)
    assert said[1] == "Disagreement 1 of 2, 0 decided, cost 100.0%. first, paragraph 1: Tone."
    assert "A is ana, B is ben." in said
    assert "Nothing is decided yet." in said
    assert "“k” means nothing here; help reads what does." in said
    assert [row[:4] for row in settled(study)] == [
        (1, "tone", "good", "slip"),
        (2, "actor", "us", "codebook_gap"), (2, "lever", "talks", "codebook_gap"),
        (2, "stance", "pro", "codebook_gap"),
        (2, "actor", "dprk", "codebook_gap"), (2, "lever", "sanctions", "codebook_gap"),
        (2, "stance", "con", "codebook_gap"),
    ]  # fmt: skip


def test_line_by_line_what_was_chosen_before_is_read_out(study: Path) -> None:
    said = typed(study, "b 2", "note heard both", "rule say so")
    assert said[-2] == "Chosen but not stored yet: 1 disagreement (kept)."
    said = typed(study, "quit")
    assert said[1] == "Begun before and not stored yet: Enter stores it."
    for line in ("Why: unclear text. Enter stores it.", "Note: heard both", "Rule: say so"):
        assert line in said


def test_line_by_line_hides_names_if_wanted_and_shows_nothing_that_commands(study: Path) -> None:
    said = typed(study, "skip", "text", "help", "0", "keep", "quit", hidden=True)
    assert not [line for line in said if "ana" in line.split() or "\x1b" in line]
    assert "A, memo: who is ␛[31m silent?" in said or "B, memo: who is ␛[31m silent?" in said


def test_who_decides_must_be_said_and_the_screen_needs_a_terminal(study: Path) -> None:
    unnamed = run("adjudicate", study=study)
    assert (unnamed.exit_code, unnamed.err.splitlines()[0]) == (2, "Say who decides.")
    assert run("adjudicate", "--coder", "lea", study=study).exit_code == 2
    assert run("adjudicate", "--coder", "lea", "--round", "pilot", study=study).exit_code == 2


def test_final_data_follow_the_decisions(study: Path, tmp_path: Path) -> None:
    typed(study, "b 1", "")
    out = tmp_path / "out.csv"
    run("export", "--final", "decision", "--shape", "long", "-o", out, study=study)
    rows = list(csv.DictReader(StringIO(out.read_text("utf-8"))))
    assert [(row["coder"], row["variable"], row["value"]) for row in rows] == [
        ("final", "tone", "good")
    ]
    report = run("report", "--round", "main", study=study).out
    assert "records 1 decision on disagreements: 1 was put down to a slip of a coder;" in (
        " ".join(report.split())
    )
