"""The documentation says what the program does: generated pages, columns, examples, links."""

import contextlib
import re
import runpy
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.codebook_file import check
from annotator.model.event import EventKind

ROOT = Path(__file__).resolve().parents[1]
DATABASE = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_page_of_commands_is_up_to_date() -> None:
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert generate["commands_page"]() == written, "type: make docs"


def test_the_picture_of_the_readme_can_be_drawn_and_fetches_nothing() -> None:
    script = runpy.run_path(str(ROOT / "docs" / "make_screenshot.py"))
    for drawing in (script["picture"](), script["PICTURE"].read_text(encoding="utf-8")):
        assert "Policy" in drawing
        assert "Supports" in drawing
        assert "url(" not in drawing.replace("url(#", "")


def documented_columns(view: str) -> list[str]:
    """The names in the first column of the table under the view's heading."""
    section = re.split(r"^#+ ", DATABASE.partition(f"### {view}\n")[2], flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| ([a-z0-9_, ]+) \|", section, flags=re.MULTILINE)
    return [name for row in rows[1:] for name in row.split(", ")]


@pytest.fixture
def connection(two_coders: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(
        sqlite3.connect(f"{two_coders.as_uri()}?mode=ro", uri=True)
    ) as connection:
        yield connection


def columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def test_every_view_is_documented_with_every_column(connection: sqlite3.Connection) -> None:
    views = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='view'")
    ]
    assert views
    for view in views:
        assert set(documented_columns(view)) == columns(connection, view), view


def test_the_log_is_documented(connection: sqlite3.Connection) -> None:
    log = DATABASE.partition("## The log")[2]
    head, _, kinds = log.partition("| kind | body |")
    named = {
        name
        for row in re.findall(r"^\| ([a-z_, ]+) \|", head, re.MULTILINE)
        for name in row.split(", ")
    }
    assert named - {"column"} == columns(connection, "event")
    assert all(str(kind) in kinds for kind in EventKind)


EXAMPLES = re.findall(r"```sql\n(.*?)```", DATABASE, flags=re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs_and_finds_something(
    connection: sqlite3.Connection, example: str
) -> None:
    assert connection.execute(example).fetchall()


def test_queries_inside_r_and_python_run(connection: sqlite3.Connection) -> None:
    queries = re.findall(r'"(SELECT [^"]+)"', DATABASE)
    assert len(queries) >= 3
    for query in queries:
        assert connection.execute(query).fetchall()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not missing


CODEBOOKS = [
    block
    for page in PAGES
    for block in re.findall(
        r"```yaml\n(codebook:.*?)```", page.read_text(encoding="utf-8"), re.DOTALL
    )
]


@pytest.mark.parametrize("source", CODEBOOKS)
def test_every_codebook_shown_holds(source: str) -> None:
    assert not check(source)
