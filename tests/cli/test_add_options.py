"""`annotator add`: how files are read, what is known besides, what is compared and left out."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.model.article import Article
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK

STORY = (
    "The delegations left the hotel before lunch, and nobody could say who had stood up first. "
    "Outside, the drivers waited with their engines running while the rain came down."
)
OTHER = (
    "The harbour has been closed since Tuesday. Boats from three islands lie at the outer pier, "
    "and the fishermen play cards in the customs house until somebody opens the gate again."
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    Study.create(path, CODEBOOK).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def articles(study: Path) -> dict[str, Article]:
    with Study.open(study, read_only=True) as opened:
        return {article.name: article for article in opened.articles()}


# ------------------------------------------------------------------ how files are read


def test_segments(study: Path, folder: Path) -> None:
    write(folder, a=f"{STORY}\n{OTHER}")
    run("add", "--segment", "sentence", folder, study=study)
    [article] = articles(study).values()
    assert len(article.paragraphs) == 4
    assert article.metadata["segmentation"] == "sentence"
    assert run("add", "--segment", "word", folder, study=study).exit_code == 2


def test_columns_of_a_table_are_named(study: Path, folder: Path) -> None:
    (folder / "t.csv").write_text(
        f"was;wer;wann\n{STORY};Jane Doe;2019-03-01\n{OTHER};John Roe;2019-03-02\n",
        encoding="utf-8",
    )
    named = ("--text", "was", "--author", "wer", "--date", "wann")
    finished = run("add", folder, *named, study=study)
    assert finished.exit_code == 0
    assert "table of articles (CSV, TSV); 2 articles" in finished.out
    found = [(article.author, article.date) for article in articles(study).values()]
    assert found == [("Jane Doe", "2019-03-01"), ("John Roe", "2019-03-02")]
    wrong = run("add", folder, "--text", "wo", study=study)
    assert wrong.exit_code == 3
    assert 'has no column "wo"' in wrong.err


def test_formats_are_named_where_they_are_needed() -> None:
    assert "markdown, text" in " ".join(run("add", "--help").out.split())
    wrong = run("add", "--format", "klingon", "x.txt")
    assert wrong.exit_code == 2
    assert "markdown, text" in wrong.err


def test_jobs(study: Path, folder: Path) -> None:
    write(folder, a=STORY, b=OTHER)
    assert run("add", "--jobs", "1", folder, study=study).exit_code == 0
    assert run("add", "--jobs", "0", folder, study=study).exit_code == 2


# ------------------------------------------------------------------ metadata


def test_fields_come_out_of_file_names(study: Path, folder: Path) -> None:
    write(folder, echo_2019_03_01=STORY, notes=OTHER)
    (folder / "echo_2019_03_01.txt").rename(folder / "Echo_2019-03-01_7.txt")
    pattern = "{source}_{date:%Y-%m-%d}_{n}"
    finished = run("add", folder, "--name-pattern", pattern, study=study)
    assert finished.exit_code == 0
    article = articles(study)["Echo_2019-03-01_7"]
    assert (article.source, article.date, article.metadata["n"]) == ("Echo", "2019-03-01", "7")
    assert f'the name of notes does not match "{pattern}"' in finished.err
    assert run("add", folder, "--name-pattern", "{a}{b}", study=study).exit_code == 2


def test_files_in_an_archive_have_names_of_their_own(study: Path, folder: Path) -> None:
    with ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("Echo_2019-03-01.txt", STORY)
    run("add", folder, "--name-pattern", "{source}_{date:%Y-%m-%d}", study=study)
    [article] = articles(study).values()
    assert (article.source, article.date) == ("Echo", "2019-03-01")


def test_a_table_overrides_names_and_is_no_article(study: Path, folder: Path) -> None:
    write(folder, echo_a=STORY)
    table = folder / "meta.csv"
    table.write_text("file,newspaper,wave\necho_a.txt,Herald,2\nnone.txt,X,1\n", encoding="utf-8")
    finished = run("add", folder, "--name-pattern", "{source}_{}", "--metadata", table, study=study)
    assert finished.exit_code == 0
    [article] = articles(study).values()
    assert (article.source, article.metadata["wave"]) == ("Herald", "2")
    assert f'{table}:3: no file or article is "none.txt"' in finished.err


def test_a_table_with_two_rows_for_one_article_stops_everything(study: Path, folder: Path) -> None:
    write(folder, a=STORY)
    table = folder.parent / "meta.csv"
    table.write_text("file,source\na,X\na.txt,Y\na,Z\n", encoding="utf-8")
    wrong = run("add", folder, "--metadata", table, study=study)
    assert wrong.exit_code == 3
    assert 'meta.csv:4: "a" stands in line 2 already' in wrong.err
    assert articles(study) == {}


# ------------------------------------------------------------------ duplicates


def test_likely_duplicates_are_told_and_added(study: Path, folder: Path) -> None:
    write(folder, a=f"{STORY}\n\n{OTHER}", b=f"{STORY}\n\nUpdated since.", c=OTHER * 3)
    finished = run("add", folder, study=study)
    assert "2 articles are likely duplicates, added all the same" in finished.out
    assert "b: shares 93% of the shorter text with a\n" in finished.out
    assert len(articles(study)) == 3


def test_duplicates_are_left_out(study: Path, folder: Path) -> None:
    write(folder, a=STORY, b=f"{STORY} More.", c=OTHER)
    finished = run("add", "--leave-out-duplicates", folder, study=study)
    assert "1 article is likely a duplicate, left out:\n  b: shares 100%" in finished.out
    assert list(articles(study)) == ["a", "c"]
    again = run("add", "--leave-out-duplicates", "--json", folder, study=study).json()
    assert [one["name"] for one in again["already_there"]] == ["a", "c"]
    assert again["duplicates"] == [
        {
            "id": again["duplicates"][0]["id"], "like": articles(study)["a"].id, "like_name": "a",
            "in_study": True, "similarity": 1.0, "left_out": True,
        }
    ]  # fmt: skip
    assert again["added"] == []


# ------------------------------------------------------------------ the report


def test_the_report_tells_of_files_and_of_what_was_left_out_of_them(
    study: Path, folder: Path
) -> None:
    with ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("a.txt", STORY)
        archive.writestr("b.txt", "")
    finished = run("add", folder, study=study)
    assert finished.exit_code == 1
    assert "b.txt" in finished.err
    report = run("add", "--json", folder, study=study).json()
    [file] = report["files"]
    assert (file["format"], file["found"]) == ("zip", 1)
    assert len(report["refused"]) == 1
    assert report["already_there"][0]["n_words"] == len(STORY.split())


def test_many_files_are_counted_not_listed(study: Path, folder: Path) -> None:
    for number in range(25):
        write(folder, **{f"a{number}": f"{number} stands here alone and says nothing else."})
    (folder / "z.txt").write_bytes("Käse über alles, sagen Brüder.".encode("cp1252"))
    finished = run("add", folder, study=study)
    assert "26 files: 26 plain text" in finished.out
    assert "Encodings: 25 utf-8, 1 cp1252" in finished.out
    assert "a7:" not in finished.out
    assert "a7:" in run("add", "-v", "-n", folder).out


def test_a_preview_needs_a_terminal(study: Path, folder: Path) -> None:
    write(folder, a=STORY)
    finished = run("add", "--preview", folder, study=study)
    assert finished.exit_code == 2
    assert "needs a terminal" in finished.err
    both = run("add", "--preview", "--dry-run", folder, study=study)
    assert both.exit_code == 2
    assert "do not go together" in both.err


def test_json_is_whole_whatever_the_names(study: Path, folder: Path) -> None:
    write(folder, **{"\x1b]52;c;x\x07": STORY})
    out = run("add", "--json", folder, study=study).out
    assert "\x1b" not in out
    assert json.loads(out)["added"][0]["name"] == "\x1b]52;c;x\x07"


def test_what_is_known_besides_can_be_exported(study: Path, folder: Path) -> None:
    write(folder, Gazette_opinion=STORY)
    run("add", "--name-pattern", "{source}_{section}", folder, study=study)
    run("export", "-f", "datapackage", "--metadata", "-o", folder / "out", study=study)
    [header, row] = (folder / "out" / "articles.csv").read_text("utf-8").splitlines()[:2]
    assert dict(zip(header.split(","), row.split(","), strict=False))["meta_section"] == "opinion"


def test_sketches_of_what_is_stored_are_kept_and_used(study: Path, folder: Path) -> None:
    for name, text in (("a", STORY), ("b", "Rain fell on the harbour, and nobody left.")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    run("add", folder, study=study)
    with Study.open(study) as opened:
        kept = opened.sketches()
        assert set(kept) == set(opened.article_ids())
        first = min(kept)
        opened.keep_sketches({first: "no sketch"})  # made again where it is none
    (folder / "z.txt").write_text(f"{STORY}\n\nOne sentence more.\n", encoding="utf-8")
    report = run("add", "--json", folder / "z.txt", study=study).json()
    assert [one["in_study"] for one in report["duplicates"]] == [True]
    with Study.open(study) as opened:
        assert opened.sketches()[first] == kept[first]
        assert len(opened.sketches()) == len(kept) + 1
