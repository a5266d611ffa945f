"""`annotator kind`, run as click runs it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.kind import command
from annotator.errors import UsageError
from annotator.readers import read
from annotator.study import Study
from tests.small import CODEBOOK

BODY = (
    "The delegations left the hotel before lunch, and nobody could say who had stood up first. " * 4
)


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "upside.txt"
    file.write_text(f"A Title\n\nBy Jane Doe\n\n{BODY}\n", encoding="utf-8")
    path = tmp_path / "study.db"
    with Study.create(path, CODEBOOK) as made:
        made.add_articles(read(file))
    monkeypatch.chdir(tmp_path)
    return path


def kind(*arguments: str) -> str:
    return CliRunner().invoke(command, arguments, catch_exceptions=False).output


def kinds(path: Path) -> list[str]:
    with Study.open(path, read_only=True) as study:
        return [str(p.kind) for article in study.articles() for p in article.paragraphs]


def test_a_kind_is_corrected_for_good(study: Path) -> None:
    assert kind("upside", "2", "standfirst") == "upside, paragraph 2: byline -> standfirst\n"
    assert kinds(study) == ["headline", "standfirst", "body"]
    assert "already" in kind("A Title", "2", "standfirst")


def test_the_paragraphs_are_listed(study: Path) -> None:
    lines = kind("upside").splitlines()
    assert lines[0] == "    1  headline     A Title"
    assert "-> names somebody after" in lines[3]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing", "1", "body"), "No article"),
        (("side", "1", "body"), "Did you mean upside?"),
        (("upside", "9", "body"), "has 3 paragraphs"),
        (("upside", "0", "body"), "has 3 paragraphs"),
        (("upside", "1", "poem"), 'no kind "poem"'),
        (("upside", "1"), "Say the kind"),
    ],
)
def test_what_cannot_be_meant(study: Path, arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        kind(*arguments)
    assert message in f"{raised.value} {raised.value.hint}"
    assert kinds(study) == ["headline", "byline", "body"]
