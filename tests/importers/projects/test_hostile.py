"""Names, memos and texts of any kind: the codebook that is made of them loads, nothing is lost."""

import json
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.cli.import_project import codebook_of
from annotator.importers import doccano, qualcoder
from annotator.importers.doccano import CoderFile
from annotator.importers.texts import one_line
from annotator.study import Study
from tests.cli.run import run
from tests.importers.projects import made

LABELS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    min_size=1, max_size=6,
)  # fmt: skip
NASTY = [
    "=1+1", "a|b", "a/b", "tab\there", "line\nend", "\u202egnp.exe", "cannot_tell", "no", "~", "é",
    "e\u0301", "- x", "{a: b}", "#", "'", '"', "\\", "9" * 400, "北京 🙂", "\x1b[31m",
]  # fmt: skip


@given(LABELS)
@example(NASTY)
@settings(max_examples=60)
def test_any_label_is_a_code_of_its_own(labels: list[str]) -> None:
    rows = [[0, 5, label] for label in labels]
    given_file = CoderFile("a.jsonl", "ana", made.doccano(*rows))
    project = doccano.read([given_file], "any", made.CUT)
    _, book = codebook_of(project)
    ((coder, paragraph, variable, values),) = made.answers(project)
    assert (coder, paragraph) == ("ana", 1)
    assert len(values) == len(dict.fromkeys(labels))
    paths = book.by_id[variable].paths
    for label, value in zip(dict.fromkeys(labels), values, strict=True):
        assert paths[value][-1].label in (one_line(label), value)


def test_hostile_values_reach_a_study_unharmed(tmp_path: Path) -> None:
    memo = "=cmd()\n" + "long " * 6_600 + "\u202e end"
    codes = [(n, name, "a\tmemo\n- rule", None, "ana", "") for n, name in enumerate(NASTY, 1)]
    passages = [(n, 1, "First", 0, 5, "an\na\x07", memo if n == 1 else "", 0)
                for n in range(1, len(NASTY) + 1)]  # fmt: skip
    columns = "cid, fid, seltext, pos0, pos1, owner, memo, important"
    path = made.qualcoder(
        tmp_path / "data.qda", code_text=(columns, passages),
        code_name=("cid, name, memo, catid, owner, color", codes), annotation=("x", []),
    )  # fmt: skip
    finished = run("import", path, "--into", tmp_path / "new.db")
    assert finished.exit_code == 0, finished.err
    with Study.open(tmp_path / "new.db", coder="an a") as study:
        (article,) = study.headers()
        unit = study.work(article.id).unit(1)
        assert len(unit.answers["Codes"].values) == len(NASTY)
        assert unit.memo == memo
        assert list(study.faults()) == []


def test_metadata_that_is_called_like_ours_is_kept_apart(tmp_path: Path) -> None:
    attributes = [
        (name, "file", "x", 1) for name in ("text", "id", "paragraphs", "title", "sha256")
    ]
    path = made.qualcoder(
        tmp_path / "data.qda", attribute=("name, attr_type, value, id", attributes)
    )
    project = made.read(path, qualcoder.read)
    (article,) = project.articles
    assert (article.text, article.title) == (made.TEXT, "x")
    assert article.metadata["sha256"] == "x"
    assert article.sha256 != "x"


def test_a_lone_half_of_a_character_in_a_label(tmp_path: Path) -> None:
    line = json.dumps({"text": "First words", "label": [[0, 5, "\ud800 half"]]}).encode()
    project = doccano.read([CoderFile("a", "ana", line)], "any", made.CUT)
    codebook_of(project)
