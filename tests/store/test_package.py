"""A package holds what its coder needs, and nothing of anybody else."""

import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import StudyExists, UsageError
from annotator.model import facts
from annotator.model.article import Article, Kind, Paragraph
from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.masking import MASKED
from annotator.model.team import Assigned, Coder, Purpose, Role, Round
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND

OTHERS = ("Bartholomew", "Leadbetter", "Goldfinch")
TEXT = "Head\n\nBy Maskedauthor\n\nThe harbour fell silent."
WRITTEN = Article(
    "id-masked", "masked", TEXT,
    (Paragraph(1, 0, 4, Kind.HEADLINE), Paragraph(2, 6, 21, Kind.BYLINE, "names Maskedauthor"),
     Paragraph(3, 23, 47)),
    title="Head", author="Maskedauthor", source="Maskedsource", url="http://maskedsource.example",
    metadata={"section": "Maskedsource weekly"}, sha256="ab" * 32,
)  # fmt: skip


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A study that several people have worked in, in every way there is."""
    path = tmp_path / "team.db"
    other, lead, gold = OTHERS
    with Study.create(path, CODEBOOK, coder=lead, name="small.yaml") as study:
        study.add_articles([FIRST, SECOND, WRITTEN])
        for coder in ("ana", *OTHERS):
            study.describe_coder(Coder(coder, Role.PERSON, f"note on {coder}"))
        study.describe_round(Round("training", Purpose.TRAINING, False, ("author",), gold))
        study.describe_round(Round("main", masked=("source",)))
        given = [Assigned(SECOND.id, -1, True), Assigned(WRITTEN.id, 1, False)]
        study.assign_units("main", {"ana": given, other: given}, f"seed of {lead}")
        study.correct_kind(FIRST.id, 3, Kind.CAPTION)
        study.decide(Target(FIRST.id, 1), "tone", Answer.of("bad"), reason=Reason.SLIP, note=other)
        study.add_codings([], source=f"{other}.csv")
    for coder in ("ana", other, gold):
        with Study.open(path, coder=coder) as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
            study.set_memo(Target(FIRST.id, 2), f"by {coder}")
            study.undo()
            study.finish(FIRST.id, 1)
    return path


def pack(path: Path, *, assigned_only: bool = False) -> Path:
    package = path.with_name("package.db")
    with Study.open(path, read_only=True) as study:
        study.pack("ana", package, assigned_only=assigned_only)
    return package


def test_no_byte_of_it_names_anybody_else(team: Path) -> None:
    content = pack(team).read_bytes()
    assert b"note on ana" in content
    for name in OTHERS:
        assert name.encode() in team.read_bytes()
        assert name.encode() not in content


def test_masked_fields_are_not_in_it(team: Path) -> None:
    with Study.open(team) as study:
        study.assign_units("training", {"ana": [Assigned(FIRST.id, 1)]})
    package = pack(team)
    content = package.read_bytes()
    assert b"Maskedauthor" not in content
    assert b"askedsource" not in content
    with Study.open(package, coder="ana") as study:
        article = study.article(WRITTEN.id)
        assert (article.author, article.source, article.url) == (MASKED, MASKED, "")
        assert article.paragraphs[2].end == len(article.text) == len(TEXT)


def test_a_mask_of_rounds_that_are_not_the_coders_does_not_count(team: Path) -> None:
    with Study.open(pack(team), coder="ana") as study:
        assert study.article(WRITTEN.id).author == "Maskedauthor"
        assert study.article(WRITTEN.id).source == MASKED


def test_what_the_coder_needs_is_in_it(team: Path) -> None:
    package = pack(team)
    assert stat.S_IMODE(package.stat().st_mode) == 0o600
    with Study.open(package, coder="ana") as study, Study.open(team, coder="ana") as whole:
        assert study.package == study.remembered_coder() == "ana"
        assert list(study.faults()) == []
        assert study.codebook == whole.codebook
        assert [h.id for h in study.headers()] == [h.id for h in whole.headers()]
        assert study.kinds() == whole.kinds()
        assert study.work(FIRST.id) == whole.work(FIRST.id)
        assert [r[:5] for r in study.assignments()] == [r[:5] for r in whole.assignments("ana")]
        assert study.described_coders() == [Coder("ana", Role.PERSON, "note on ana")]
        assert study.codebook_versions() == whole.codebook_versions()
        assert study.hidden_codings(FIRST.id) == 0
        assert study.n_decisions() == 0


def test_which_units_others_code_is_not_told(team: Path) -> None:
    package = pack(team)
    with Study.open(package) as study:
        assert not any(row.shared for row in study.assignments())
        assert [r.gold for r in study.described_rounds()] == ["", ""]
    raw = sqlite3.connect(package)
    [[seed]] = raw.execute("SELECT body ->> '$.seed' FROM event WHERE kind = 'assigned'")
    raw.close()
    assert seed == ""


def test_only_articles_that_were_given_or_coded_if_so_wanted(team: Path) -> None:
    with Study.open(team) as study:
        study.add_articles([Article("id-more", "more", "More.", (Paragraph(1, 0, 5),))])
    with Study.open(pack(team, assigned_only=True), coder="ana") as study:
        assert [h.name for h in study.headers()] == ["first", "second", "masked"]


def test_undo_goes_on_where_it_was_and_stops_at_imports(team: Path) -> None:
    told = facts.value_set(Target(SECOND.id, 1), "tone", Answer.of("bad"))
    with Study.open(team) as study:
        study.add_codings(replace(told, coder=coder) for coder in (OTHERS[0], "ana"))
    with Study.open(pack(team), coder="ana") as study:
        assert study.undo() is None, "what came with others' work is no action of ana's"
        study.set_memo(Target(FIRST.id, 1), "x")
        assert study.undo() is not None
        assert [row.coder for row in study.history(limit=3)] == ["ana", "ana", ""]
        assert len(study.history(limit=1_000)) > 5


def test_it_comes_home_without_what_stood_in_for_the_rest(team: Path) -> None:
    package = pack(team)
    with Study.open(package, coder="ana") as study:
        study.finish(SECOND.id, 1)
    with Study.open(team) as study:
        before = (study.described_rounds(), study.assignments(), list(study.headers()))
        told = study.merge([package])[0]
        assert (told.package, told.events, told.not_here) == ("ana", 1, 0)
        assert (study.described_rounds(), study.assignments(), list(study.headers())) == before
        assert list(study.faults()) == []
        assert study.article(WRITTEN.id).author == "Maskedauthor"


def test_two_copies_of_a_package_become_one(team: Path, tmp_path: Path) -> None:
    package = pack(team)
    with Study.open(package) as study:
        study.backup(tmp_path / "laptop.db")
    with Study.open(tmp_path / "laptop.db", coder="ana") as study:
        study.finish(SECOND.id, 1)
    with Study.open(package, coder="ana") as study:
        assert study.merge([tmp_path / "laptop.db"])[0].finished == {"ana": 1}
        assert list(study.faults()) == []
        with pytest.raises(Exception, match="was not merged"):
            study.merge([team])


def test_what_was_merged_and_imported_in_a_package_is_taken_back_there(
    team: Path, tmp_path: Path
) -> None:
    package, laptop = pack(team), tmp_path / "laptop.db"
    with Study.open(package) as study:
        study.backup(laptop)
    with Study.open(laptop, coder="ana") as study:
        study.finish(SECOND.id, 1)
    with Study.open(package) as study:
        study.merge([laptop])
        study.add_codings([replace(facts.flag_set(Target(FIRST.id, 1), on=True), coder="ana")])
    with Study.open(team) as study:
        study.merge([package])
    with Study.open(package) as study:
        study.undo_import()
        study.undo_merge()
        study.merge_again(laptop)
    with Study.open(team, coder="ana") as study:
        study.merge([package])
        assert not study.work(FIRST.id).unit(1).flagged
        assert study.work(SECOND.id).unit(1).done
        assert list(study.faults()) == []


def test_a_newer_package_brings_new_units_into_an_older_one(team: Path) -> None:
    older = pack(team).rename(team.with_name("older.db"))
    with Study.open(older, coder="ana") as study:
        study.finish(SECOND.id, 1)
    with Study.open(team) as study:
        study.add_articles([Article("id-more", "more", "More.", (Paragraph(1, 0, 5),))])
        study.assign_units("main", {"ana": [Assigned("id-more", 1)]})
    with Study.open(older, coder="ana") as study:
        told = study.merge([pack(team)])[0]
        assert told.articles == ["more"]
        assert [row.article for row in study.assignments()][-1] == "id-more"
        assert study.work(SECOND.id).unit(1).done
        assert list(study.faults()) == []
    with Study.open(team, coder="ana") as study:
        assert study.merge([older])[0].finished == {"ana": 1}
        assert len(study.assignments("ana")) == 3
        assert list(study.faults()) == []


def test_a_package_takes_nothing_but_its_coders_work(team: Path) -> None:
    package = pack(team)
    with Study.open(package, coder="zoe") as study, pytest.raises(UsageError, match="of ana"):
        study.finish(SECOND.id, 1)
    with Study.open(package, coder="ana") as study:
        with pytest.raises(UsageError, match="only ana's own work"):
            study.describe_round(Round("more"))
        with pytest.raises(UsageError, match="itself a package"):
            study.pack("ana", package.with_name("again.db"))


def test_a_file_that_is_there_stays(team: Path) -> None:
    package = pack(team)
    before = package.read_bytes()
    with pytest.raises(StudyExists):
        pack(team)
    assert package.read_bytes() == before
