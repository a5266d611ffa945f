"""Files that were damaged or forged are refused with the reason, and change nothing."""

import json
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, MergeError, StudyTooNew
from annotator.ids import content_hash
from annotator.model import facts
from annotator.model.coding import Answer, Target
from annotator.model.team import Round
from annotator.store import untrusted
from annotator.study import Study
from tests.small import CODEBOOK, SECOND
from tests.store.fate import Fate, let_decide, let_nobody_decide
from tests.store.forging import change, forge


@pytest.fixture(autouse=True)
def _the_same_files_every_time() -> Iterator[None]:
    let_decide(Fate())
    yield
    let_nobody_decide()


@pytest.fixture
def package(two_coders: Path, tmp_path: Path) -> Path:
    """A package of ana with two new entries, as it comes back."""
    path = tmp_path / "ana.db"
    with Study.open(two_coders) as study:
        study.pack("ana", path)
    with Study.open(path, coder="ana") as study:
        study.assign(Target(SECOND.id, 1), "tone", Answer.of("bad"))
        study.set_memo(Target(SECOND.id, 1), "a memo of ana")
    return path


def refusal(study_file: Path, other: Path, *, only: str = "") -> str:
    """Why merging is refused; asserts that it is, and that no byte changed."""
    before = study_file.read_bytes()
    with Study.open(study_file) as study, pytest.raises(AnnotatorError) as told:
        study.merge([other], only=only)
    assert study_file.read_bytes() == before
    problems = getattr(told.value, "problems", ())
    return " | ".join([str(told.value), *(problem.message for problem in problems)])


NEW = "(SELECT max(n) FROM event)"
VALUE = "kind = 'value_set' AND article = 'id-second'"


@pytest.mark.parametrize(
    ("forgery", "reason"),
    [
        (
            f"UPDATE event SET kind = 'erased' WHERE n = {NEW}",
            "a kind this annotator",
        ),
        (f"UPDATE event SET coder = 'ben' WHERE n = {NEW}", "in the name of ben, in a package"),
        (f"UPDATE event SET coder = printf('%.300c', 'x') WHERE n = {NEW}", "more than 200"),
        (f"UPDATE event SET lamport = 1 << 60 WHERE n = {NEW}", "a place in the order"),
        (f"UPDATE event SET lamport = 2000000 WHERE n = {NEW}", "a place in the order"),
        (f"UPDATE event SET lamport = -1 WHERE n = {NEW}", "a place in the order"),
        (f"UPDATE event SET lamport = 0 WHERE n = {NEW}", "older than the event before"),
        (f"UPDATE event SET id = printf('%.28c', '0') WHERE n = {NEW}", "cannot be"),
        (f"UPDATE event SET id = printf('%.28c', 'f') WHERE n = {NEW}", "an id that annotator"),
        (f"UPDATE event SET at = -5 WHERE n = {NEW}", "a time that cannot be"),
        (f"UPDATE event SET at = 1 << 61 WHERE n = {NEW}", "a time that cannot be"),
        (f"UPDATE event SET batch = id || 'f' WHERE n = {NEW}", "an action that cannot be"),
        (f"UPDATE event SET seq = 1 << 62 WHERE n = {NEW}", "events before it are missing"),
        (f"UPDATE event SET body = '[' WHERE n = {NEW}", "details that annotator did not write"),
        (f"UPDATE event SET body = '[]' WHERE n = {NEW}", "details that annotator did not write"),
        (f"UPDATE event SET body = replace(body, ':', ': ') WHERE n = {NEW}", "did not write"),
        (f"UPDATE event SET body = printf('%.200000c', '[') WHERE n = {NEW}", "did not write"),
        (f"UPDATE event SET body = '{{\"text\":1}}' WHERE n = {NEW}", "a text that cannot be"),
        (f"UPDATE event SET body = '{{}}' WHERE n = {NEW}", "does not say its text"),
        (f"UPDATE event SET paragraph = 99 WHERE n = {NEW}", "does not have"),
        (f"UPDATE event SET paragraph = -3 WHERE n = {NEW}", "about something"),
        (f"UPDATE event SET article = 'elsewhere' WHERE n = {NEW}", "neither here nor in it"),
        (f"UPDATE event SET variable = 'tone' WHERE n = {NEW}", "about something"),
        (f"UPDATE event SET variable = '' WHERE {VALUE}", "about something"),
        (f"UPDATE event SET codebook = 'newest' WHERE n = {NEW}", "names a codebook"),
        ("UPDATE event SET body = replace(body, 'bad', 'good') WHERE seq = 4", "is another"),
        ("UPDATE event SET coder = '' WHERE coder = 'ana'", "is another than here"),
    ],
)
def test_forged_events_are_refused(
    two_coders: Path, package: Path, forgery: str, reason: str
) -> None:
    forge(package, forgery)
    assert reason in refusal(two_coders, package)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (f'UPDATE event SET body = \'{{"text":"other"}}\' WHERE n = {NEW}', "was changed after"),
        (f"UPDATE event SET hash = x'00' WHERE n = {NEW}", "was changed after"),
        ("DELETE FROM event WHERE seq = 1 AND n > 5", "events before it are missing"),
        (f"UPDATE event SET body = CAST(x'7b22ff' AS TEXT) WHERE n = {NEW}", "are no text"),
        ("CREATE TRIGGER evil AFTER INSERT ON coding BEGIN SELECT 1; END", 'the trigger "evil"'),
        ("CREATE VIEW evil AS SELECT 1", 'the view "evil"'),
        ("DROP TABLE omitted", "no table omitted"),
        ("PRAGMA application_id = 7", "not a study"),
    ],
)
def test_damaged_files_are_refused(
    two_coders: Path, package: Path, damage: str, reason: str
) -> None:
    change(package, damage)
    assert reason in refusal(two_coders, package)


def test_events_that_are_left_out_without_a_trace(two_coders: Path) -> None:
    path = two_coders.with_name("ben.db")
    with Study.open(two_coders) as study:
        study.pack("ben", path)
    change(path, "DELETE FROM omitted")
    assert "events before it are missing" in refusal(two_coders, path)


def test_a_file_of_a_newer_program_is_refused(two_coders: Path, package: Path) -> None:
    change(package, "PRAGMA user_version = 99")
    with Study.open(two_coders) as study, pytest.raises(StudyTooNew):
        study.merge([package])


def test_another_event_under_a_known_id_names_both(two_coders: Path, package: Path) -> None:
    raw = sqlite3.connect(two_coders)
    [[known]] = raw.execute("SELECT max(id) FROM event WHERE coder = 'ben'")
    raw.close()
    forge(package, f"UPDATE event SET id = '{known}', batch = '{known}' WHERE {VALUE}")
    told = refusal(two_coders, package)
    assert "(value_set by ana) has the id of another event here" in told
    assert "by ben" in told


def ids(study: Study, kind: str) -> list[str]:
    rows = study._database.execute("SELECT id FROM event WHERE kind = ?", (kind,))
    return [row[0] for row in rows]


def in_nobodys_name(kind: str, **body: object) -> str:
    """SQL that turns the newest event into an undo or redo of what the study holds as a whole."""
    text = json.dumps(body, separators=(",", ":"))
    return (
        f"UPDATE event SET kind = '{kind}', coder = '', article = '', paragraph = 0,"
        f" body = '{text}' WHERE n = {NEW}"
    )


def test_a_package_takes_back_nothing_of_the_whole_study(two_coders: Path, package: Path) -> None:
    with Study.open(two_coders) as study:
        adding = ids(study, "article_added")
    forge(package, in_nobodys_name("retracted", events=adding[:1]))
    assert "takes back what the study holds as a whole" in refusal(two_coders, package)


def test_a_package_brings_back_nothing_of_the_whole_study(two_coders: Path, package: Path) -> None:
    with Study.open(two_coders) as study:
        study.describe_round(Round("main"))
        study._state(facts.retracted(ids(study, "round_set"), ""))
        [retraction] = ids(study, "retracted")
    forge(package, in_nobodys_name("restored", retraction=retraction))
    assert "takes back what the study holds as a whole" in refusal(two_coders, package)


def test_only_the_coder_that_was_asked_for(two_coders: Path, package: Path) -> None:
    change(package, "DELETE FROM local WHERE key = 'package'")  # in disguise
    assert "only ben was asked for" in refusal(two_coders, package, only="ben")
    forge(package, f"UPDATE event SET coder = 'ben' WHERE n = {NEW}")
    assert "only ana was asked for" in refusal(two_coders, package, only="ana")


def copy_with(two_coders: Path, *statements: str) -> Path:
    path = two_coders.with_name("copy.db")
    with Study.open(two_coders) as study:
        study.backup(path)
    with Study.open(path, coder="lena") as study:
        study.adopt_codebook(CODEBOOK.replace("1.0.0", "2.0.0"), name="small.yaml")
        study.add_articles([])
    forge(path, *statements)
    return path


def test_a_codebook_that_cannot_be_read_is_refused(two_coders: Path) -> None:
    text = "codebook: [never ends"
    digest = content_hash(text.encode())
    path = copy_with(
        two_coders,
        f"INSERT INTO content VALUES ('{digest}', '{text}')",
        f"UPDATE event SET body = json_set(body, '$.source', '{digest}') WHERE n = {NEW}",
        f"UPDATE event SET body = (SELECT json_group_object(key, value) FROM (SELECT key, value"
        f" FROM json_each(body) ORDER BY key)) WHERE n = {NEW}",
    )
    assert "a codebook that does not hold" in refusal(two_coders, path)


def test_a_codebook_under_another_version_is_refused(two_coders: Path) -> None:
    path = copy_with(
        two_coders, f"UPDATE event SET body = replace(body, '2.0.0', '3.0.0') WHERE n = {NEW}"
    )
    assert "names a codebook otherwise" in refusal(two_coders, path)


def test_another_text_under_a_known_article_is_refused(two_coders: Path) -> None:
    text = "Talks end\n\nThe harbour fell apart!\n\nNobody had signed 北."
    digest = content_hash(text.encode())
    path = copy_with(
        two_coders,
        f"INSERT INTO content VALUES ('{digest}', '{text}')",
        "UPDATE event SET kind = 'article_added', coder = '', article = 'id-first', body ="
        " replace((SELECT body FROM event WHERE article = 'id-first' AND kind = 'article_added'),"
        f" (SELECT text FROM article WHERE id = 'id-first'), '{digest}') WHERE n = {NEW}",
    )
    assert "another text under the article id-first" in refusal(two_coders, path)


def test_a_text_that_is_not_there_or_was_changed_is_refused(two_coders: Path) -> None:
    path = copy_with(two_coders, "DELETE FROM content WHERE body LIKE '%version: 2.0.0%'")
    assert "lacks a text that it names" in refusal(two_coders, path)
    path.unlink()
    path = copy_with(two_coders, "UPDATE content SET body = body || ' ' WHERE body LIKE '%2.0.0%'")
    assert "changed after it was added" in refusal(two_coders, path)


def test_a_file_of_absurd_size_is_refused(
    two_coders: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(untrusted, "MAX_EVENTS", 10)
    assert "more than 10 rows" in refusal(two_coders, package)
    monkeypatch.setattr(untrusted, "MAX_FILE", 10)
    assert "larger than 10 bytes" in refusal(two_coders, package)


def test_a_file_that_was_left_half_written_is_refused_and_not_touched(
    two_coders: Path, package: Path
) -> None:
    journal = package.with_name("ana.db-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9 a page of somebody")
    before = package.read_bytes()
    assert "in the middle of a change" in refusal(two_coders, package)
    assert (package.read_bytes(), journal.exists()) == (before, True)


@pytest.mark.parametrize("seed", range(6))
def test_damaged_bytes_are_refused_or_do_not_matter(
    two_coders: Path, package: Path, seed: int
) -> None:
    """Whatever comes in after damage is what was in the file before it."""
    chance = random.Random(seed)
    whole = package.read_bytes()
    with sqlite3.connect(package) as raw:
        hashes = {row[0] for row in raw.execute("SELECT hash FROM event")}
    refused = 0
    for _ in range(25):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 20))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        if not chance.randrange(5):
            del damaged[chance.randrange(len(damaged)) :]
        package.write_bytes(damaged)
        before = two_coders.read_bytes()
        with Study.open(two_coders) as study:
            known = {row[0] for row in study._database.execute("SELECT hash FROM event")}
            try:
                study.merge([package])
            except (MergeError, StudyTooNew):
                refused += 1
                assert two_coders.read_bytes() == before
                continue
            rows = study._database.execute("SELECT hash FROM event WHERE kind <> 'merged'")
            assert {row[0] for row in rows} <= known | hashes
    assert refused
