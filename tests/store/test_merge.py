"""What merging brings, what it tells of, and how it is taken back."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import MergeError, UsageError
from annotator.model.article import Article
from annotator.model.coding import Answer, Target
from annotator.model.merging import Conflict, Drift, Hidden
from annotator.store import state, verify
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND, make_article
from tests.store.older import as_of_version_1

ONE, TWO = Target(FIRST.id, 1), Target(FIRST.id, 2)


@pytest.fixture
def laptop(two_coders: Path, tmp_path: Path) -> Path:
    """A copy of the study on another computer."""
    with Study.open(two_coders) as study:
        study.backup(tmp_path / "laptop.db")
    return tmp_path / "laptop.db"


def do(path: Path, coder: str, verb: Callable[[Study], object]) -> Any:
    with Study.open(path, coder=coder) as study:
        return verb(study)


def merge(path: Path, *others: Path) -> Any:
    with Study.open(path) as study:
        told = study.merge(others)
        assert list(study.faults()) == []
    return told[-1]


def fingerprint(path: Path) -> dict[str, str]:
    raw = sqlite3.connect(path)
    try:
        undo = {"retraction", "restoration"}
        return {t: verify._fingerprint(raw, t) for t in state.DERIVED if t not in undo}
    finally:
        raw.close()


def test_what_is_new_is_counted_by_coder_and_variable(two_coders: Path, laptop: Path) -> None:
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    do(laptop, "ben", lambda s: s.add_statement(SECOND.id, 1, {"actor": Answer.of("us")}))
    do(laptop, "ben", lambda s: s.finish(SECOND.id, 1))
    do(laptop, "ben", lambda s: s.set_memo(TWO, "undone"))
    do(laptop, "ben", lambda s: s.undo())
    told = merge(two_coders, laptop)
    assert told.codings == {("ben", "tone"): 1, ("ben", "actor"): 1}
    assert (told.finished, told.statements) == ({"ben": 1}, {"ben": 1})
    assert told.by_kind["retracted"] == 1
    assert do(two_coders, "ben", lambda s: s.work(FIRST.id).unit(2).memo) == ""


def test_nothing_new_changes_no_byte(two_coders: Path, laptop: Path) -> None:
    before = two_coders.read_bytes()
    assert merge(two_coders, laptop).events == 0
    assert two_coders.read_bytes() == before
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    merge(two_coders, laptop)
    before = two_coders.read_bytes()
    assert merge(two_coders, laptop).events == 0
    assert two_coders.read_bytes() == before


def test_a_plan_tells_the_same_and_changes_nothing(two_coders: Path, laptop: Path) -> None:
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    before = two_coders.read_bytes()
    with Study.open(two_coders, read_only=True) as study:
        planned = study.plan_merge(laptop)
    assert two_coders.read_bytes() == before
    assert merge(two_coders, laptop) == planned


def test_that_others_merged_is_no_news(two_coders: Path, laptop: Path) -> None:
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    merge(two_coders, laptop)
    assert merge(laptop, two_coders).events == 0


def test_one_coder_in_two_copies_is_told_with_both_values(two_coders: Path, laptop: Path) -> None:
    do(two_coders, "ana", lambda s: s.assign(ONE, "tone", Answer.of("good")))
    do(two_coders, "ana", lambda s: s.set_memo(ONE, "mine"))
    do(laptop, "ana", lambda s: s.clear(ONE, "tone"))
    do(laptop, "ana", lambda s: s.set_memo(ONE, "mine"))  # the same is no conflict
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    do(laptop, "ana", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    with Study.open(laptop) as study:
        assert [c.theirs_stands for c in study.plan_merge(two_coders).conflicts] == [False]
    told = merge(two_coders, laptop)
    assert told.conflicts == [
        Conflict("ana", "main", FIRST.id, 1, "", "tone", "good", "bad", theirs_stands=True)
    ]
    assert do(two_coders, "ana", lambda s: s.work(FIRST.id).unit(1).answers) == {
        "tone": Answer.of("bad")
    }
    assert merge(laptop, two_coders).conflicts == [], "by now both are known"


def test_what_one_copy_knew_is_no_conflict(two_coders: Path, laptop: Path) -> None:
    do(laptop, "ana", lambda s: s.assign(ONE, "tone", Answer.of("good")))
    merge(two_coders, laptop)
    do(two_coders, "ana", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    do(laptop, "ana", lambda s: s.assign(TWO, "tone", Answer.of("bad")))
    assert merge(two_coders, laptop).conflicts == []


def cut_otherwise(article: Article, identifier: str) -> Article:
    other = make_article("x", "A week", "later and more.")
    return Article(identifier, article.name, article.text, other.paragraphs)


def test_the_same_name_with_another_text_or_cut_is_told(two_coders: Path, laptop: Path) -> None:
    drifted = make_article("first", "Talks end", "The harbour fell silent again.")
    other = Article("id-drifted", "first", drifted.text, drifted.paragraphs)
    recut = cut_otherwise(SECOND, "id-recut")
    do(laptop, "", lambda s: s.add_articles([other, recut, make_article("new", "Head", "Body")]))
    told = merge(two_coders, laptop)
    assert told.articles == ["first", "second", "new"]
    assert told.drift == [Drift("first", False), Drift("second", True)]


def test_codings_on_an_article_that_was_cut_anew_are_told_and_kept(
    two_coders: Path, laptop: Path
) -> None:
    do(two_coders, "", lambda s: s.replace_article(SECOND.id, cut_otherwise(SECOND, "id-recut")))
    do(laptop, "ben", lambda s: s.assign(Target(SECOND.id, 1), "tone", Answer.of("bad")))
    expected = [Hidden("second", "ben", 1)]
    with Study.open(laptop, read_only=True) as study:
        assert study.plan_merge(two_coders).hidden == expected
    assert merge(two_coders, laptop).hidden == expected
    assert "article_added" in {
        event.kind for row in do(two_coders, "", lambda s: s.history()) for event in row.events
    }


def test_codebooks_that_are_not_known_here(two_coders: Path, laptop: Path) -> None:
    newer = CODEBOOK.replace("version: 1.0.0", "version: 2.0.0")
    do(laptop, "lena", lambda s: s.adopt_codebook(newer, name="small.yaml"))
    [version] = merge(two_coders, laptop).codebooks
    assert (version.id, version.version) == ("small", "2.0.0")
    assert do(two_coders, "", lambda s: s.codebook.version) == "2.0.0"
    assert do(two_coders, "", lambda s: s.undo_merge()).events == 1
    assert do(two_coders, "", lambda s: s.codebook.version) == "1.0.0"


def test_a_merge_is_taken_back_and_brought_back_as_a_whole(two_coders: Path, laptop: Path) -> None:
    before = fingerprint(two_coders)
    do(laptop, "ana", lambda s: s.undo())
    do(laptop, "ana", lambda s: s.assign(ONE, "tone", Answer.of("good")))
    do(laptop, "ben", lambda s: s.undo())
    do(laptop, "ben", lambda s: s.redo())
    do(laptop, "ben", lambda s: s.add_statement(SECOND.id, 1, {"actor": Answer.of("us")}))
    do(laptop, "", lambda s: s.add_articles([make_article("new", "Head", "Body")]))
    merge(two_coders, laptop)
    merged = fingerprint(two_coders)
    assert merged != before
    with Study.open(two_coders) as study:
        assert study.undo_merge() == ("laptop.db", 7)
        assert list(study.faults()) == []
        assert study.undo_merge() is None
    assert fingerprint(two_coders) == before
    assert merge(two_coders, laptop).taken_back == 7
    with Study.open(two_coders) as study:
        assert study.merge_again(laptop) == [("laptop.db", 7)]
        assert study.merge_again(laptop) == []
        assert list(study.faults()) == []
    assert fingerprint(two_coders) == merged


def test_only_the_newest_merge_is_taken_back(two_coders: Path, laptop: Path) -> None:
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    merge(two_coders, laptop)
    first = fingerprint(two_coders)
    do(laptop, "ben", lambda s: s.assign(TWO, "tone", Answer.of("bad")))
    merge(two_coders, laptop)
    do(two_coders, "", lambda s: s.undo_merge())
    assert fingerprint(two_coders) == first


def test_of_several_files_all_come_in_or_none(two_coders: Path, laptop: Path) -> None:
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    damaged = laptop.with_name("damaged.db")
    damaged.write_bytes(laptop.read_bytes()[:5_000])
    before = two_coders.read_bytes()
    with Study.open(two_coders) as study:
        with pytest.raises(MergeError, match=r"damaged\.db was not merged"):
            study.merge([laptop, damaged])
        with pytest.raises(UsageError, match="is this study itself"):
            study.merge([laptop, two_coders])
    assert two_coders.read_bytes() == before


def test_a_copy_that_went_on_under_the_same_identity_is_told_and_refused(
    two_coders: Path, tmp_path: Path
) -> None:
    fork = tmp_path / "fork.db"
    shutil.copy(two_coders, fork)
    raw = sqlite3.connect(fork)  # as a disk image restored on another computer of that name
    raw.execute("UPDATE local SET value = replace(value, ?, ?) WHERE key = 'home'",
                (str(two_coders.stat().st_ino), str(fork.stat().st_ino)))  # fmt: skip
    raw.commit()
    raw.close()
    do(two_coders, "ana", lambda s: s.assign(ONE, "tone", Answer.of("good")))
    do(fork, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    with Study.open(two_coders) as study, pytest.raises(MergeError) as refusal:
        study.merge([fork])
    [problem] = refusal.value.problems
    assert "value_set by ben; here value_set by ana" in problem.message
    assert "Both have the same events 1 to 20 of it" in problem.message
    assert "annotator import" in refusal.value.hint


def test_a_later_state_of_the_same_file_goes_on_where_it_was(
    two_coders: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    shutil.copy(two_coders, older)
    do(two_coders, "ana", lambda s: s.assign(ONE, "tone", Answer.of("good")))
    assert merge(older, two_coders).events == 1
    assert fingerprint(older) == fingerprint(two_coders)


def test_a_copy_of_an_older_program_is_merged_and_stays_as_it_was(
    two_coders: Path, laptop: Path
) -> None:
    do(laptop, "ben", lambda s: s.assign(ONE, "tone", Answer.of("bad")))
    as_of_version_1(laptop)
    before = laptop.read_bytes()
    assert merge(two_coders, laptop).events == 1
    assert laptop.read_bytes() == before
