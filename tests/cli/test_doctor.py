"""`annotator doctor` and `annotator backup`."""

import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store import verify
from annotator.store.connection import connect
from tests.cli.run import run


def levels(path: Path, *options: str) -> list[str]:
    return [finding["level"] for finding in run("doctor", "--json", *options, study=path).json()]


def damage(path: Path, *statements: str) -> None:
    """Change a study behind the program's back, as a careless or hostile editor would."""
    with sqlite3.connect(path) as connection:
        for name in (
            "event_is_append_only_1",
            "event_is_append_only_2",
            "content_is_append_only_1",
        ):
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_sound_study(two_coders: Path) -> None:
    before = two_coders.read_bytes()
    finished = run("doctor", study=two_coders)
    assert finished.exit_code == 0
    assert "is whole" in finished.out
    assert set(levels(two_coders)) == {"ok"}
    assert two_coders.read_bytes() == before


@pytest.mark.parametrize("fault", ["", "UPDATE coding SET value = 'dprk'", "DELETE FROM unit"])
def test_a_study_that_cannot_be_written_is_compared_all_the_same(
    two_coders: Path, fault: str
) -> None:
    if fault:
        damage(two_coders, fault)
    with closing(connect(two_coders, read_only=True)) as connection:
        found = list(verify.faults(connection))
    assert len(found) == bool(fault)
    assert all("differs from the log" in told for told in found)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = replace(body, 'us', 'dprk') WHERE kind = 'value_set'",
        "DELETE FROM event WHERE n = 5",
        "UPDATE content SET body = body || '.'",
        "UPDATE coding SET value = 'dprk'",
        "DELETE FROM unit",
    ],
)
def test_what_was_changed_behind_our_back_is_found(two_coders: Path, statement: str) -> None:
    damage(two_coders, statement)
    finished = run("doctor", study=two_coders)
    assert finished.exit_code == 1
    assert "problem" in finished.out


def test_a_file_with_unreadable_pages_is_told_by_every_command(two_coders: Path) -> None:
    with two_coders.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (two_coders.stat().st_size - 3 * 4096))
    found = run("doctor", study=two_coders)
    assert found.exit_code == 1
    assert "problem  The study file is damaged" in found.out
    assert "go on with a copy" in found.out
    for command in ("status", "agree", "log", "export"):
        finished = run(command, study=two_coders)
        assert finished.exit_code == 1
        assert finished.err.startswith("The study file is damaged"), command


def test_a_wrong_state_is_made_again_from_the_log(two_coders: Path) -> None:
    damage(two_coders, "UPDATE coding SET value = 'dprk'", "DELETE FROM statement")
    assert run("doctor", "--repair", study=two_coders).exit_code == 0
    assert run("doctor", study=two_coders).exit_code == 0


def test_a_file_that_is_no_study(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear Sir")
    finished = run("doctor", study=path)
    assert finished.exit_code == 1
    assert "problem" in finished.out


def test_without_a_study_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)
    finished = run("doctor")
    assert finished.exit_code == 0
    assert "no study" in finished.out


def test_a_backup_is_the_same_study(two_coders: Path) -> None:
    copy = two_coders.parent / "copy.db"
    finished = run("backup", copy, study=two_coders)
    assert finished.exit_code == 0
    assert finished.out == f"{copy}\n"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert run("log", "--json", study=copy).out == run("log", "--json", study=two_coders).out
    assert run("doctor", study=copy).exit_code == 0


def test_a_backup_is_never_written_over(two_coders: Path) -> None:
    copy = two_coders.parent / "copy.db"
    copy.write_text("precious", encoding="utf-8")
    finished = run("backup", copy, study=two_coders)
    assert finished.exit_code == 1
    assert copy.read_text(encoding="utf-8") == "precious"


def test_a_backup_without_a_name_does_not_hide_the_study(
    two_coders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two_coders.parent)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)
    assert run("backup").exit_code == 0
    (copy,) = (two_coders.parent / "backups").iterdir()
    assert copy.name.startswith("study-")
    assert run("status").exit_code == 0


def test_a_damaged_study_is_not_backed_up_as_if_it_were_whole(two_coders: Path) -> None:
    cut = two_coders.parent / "cut.db"
    shutil.copyfile(two_coders, cut)
    with cut.open("r+b") as file:
        file.truncate(cut.stat().st_size // 2)
    finished = run("backup", cut.with_name("copy.db"), study=cut)
    assert finished.exit_code == 1
    assert "Traceback" not in finished.err
    assert not cut.with_name("copy.db").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = 'no JSON' WHERE kind = 'value_set'",
        "UPDATE event SET body = '[]'",
        "UPDATE event SET body = '{}' WHERE kind = 'article_added'",
        "UPDATE paragraph SET kind = 'sermon'",
        "UPDATE article SET metadata = 'no JSON'",
    ],
)
def test_what_annotator_cannot_have_written_is_damage_and_no_fault_of_the_program(
    two_coders: Path, statement: str
) -> None:
    raw = sqlite3.connect(two_coders)
    raw.executescript(f"DROP TRIGGER event_is_append_only_1; {statement}")
    raw.close()
    assert run("doctor", study=two_coders).out.count("problem") > 0
    for command in (("log",), ("export", "-o", "-"), ("agree",), ("kind", "first")):
        finished = run(*command, study=two_coders)
        assert "fault of the program" not in finished.err
        assert finished.exit_code == 0 or "annotator doctor" in finished.err


def test_a_study_without_its_log_or_at_the_end_of_time_is_damaged(two_coders: Path) -> None:
    raw = sqlite3.connect(two_coders)
    raw.executescript("DROP TRIGGER event_is_append_only_1; DROP TRIGGER event_is_append_only_2")
    raw.executescript("UPDATE event SET lamport = 9223372036854775807")
    finished = run("kind", "first", "2", "caption", study=two_coders)
    assert "is damaged" in finished.err
    raw.executescript("DELETE FROM event")
    raw.close()
    assert run("status", study=two_coders).exit_code == 0
    assert "differs from the log" in run("doctor", study=two_coders).out


def test_a_schema_of_no_text_is_damage(two_coders: Path) -> None:
    two_coders.write_bytes(two_coders.read_bytes().replace(b"TABLE coding", b"TABLE c\xffding"))
    assert "is damaged" in run("status", study=two_coders).err
