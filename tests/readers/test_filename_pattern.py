"""Metadata out of file names."""

from pathlib import PurePath, PureWindowsPath

import pytest

from annotator.errors import UsageError
from annotator.readers.filename_pattern import FilenamePattern


@pytest.mark.parametrize(
    ("pattern", "path", "fields"),
    [
        (
            "{source}_{date:%Y-%m-%d}_{n}", "guardian_2019-03-01_12.txt",
            {"source": "guardian", "date": "2019-03-01", "n": "12"},
        ),
        (
            "{source}_{date:%Y-%m-%d}_{n}", "new_york_times_2019-3-1_12.txt",
            {"source": "new_york_times", "date": "2019-03-01", "n": "12"},
        ),
        ("{date:%Y%m%d} {source}", "20190301 Le Monde.docx",
         {"date": "2019-03-01", "source": "Le Monde"}),
        ("{source}/{date:%d.%m.%y}-{}", "texts/FAZ/1.3.19-x.txt",
         {"source": "FAZ", "date": "2019-03-01"}),
        ("{date:%d %b %Y}", "1 März 2019.txt", {"date": "2019-03-01"}),
        ("{date:%B %Y}", "mars 2019.txt", {"date": "2019-03"}),
        ("{source} {date:%Y}", "NYT 1985", {"source": "NYT", "date": "1985"}),
        ("{source} {date:%y}", "NYT 85.txt", {"source": "NYT", "date": "1985"}),
        ("{Source}.{n:d}.TXT", "v1.2.paper.7.txt", {"source": "v1.2.paper", "n": "7"}),
        ("{_}-{date}", "x-1 March 2019.txt", {"date": "2019-03-01"}),
        ("({id})", "(a_b).txt", {"id": "a_b"}),
    ],
)  # fmt: skip
def test_fields(pattern: str, path: str, fields: dict[str, str]) -> None:
    assert FilenamePattern(pattern).fields(PurePath(path)) == fields


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{source}_{n:d}", "guardian_x.txt"),
        ("{source}_{date:%Y-%m-%d}", "guardian_2019-02-30.txt"),
        ("{date:%b %Y}", "Smarch 2019.txt"),
        ("{source}/{n}", "a.txt"),
        ("{date}", "3-4-2019.txt"),  # day or month first?
        ("{a}_{b}", "_x.txt"),
    ],
)
def test_names_that_do_not_match(pattern: str, path: str) -> None:
    assert FilenamePattern(pattern).fields(PurePath(path)) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("source", "names no field"),
        ("{source}{n}", "two fields touch"),
        ("{source", "names no field"),
        ("{source}_}", "braces do not match"),
        ("{a}_{A}", 'the field "a" twice'),
        ("{date:%Y-%Q}", '"%Q" cannot stand'),
        ("{date:%Y-%Y}", '"%Y" cannot stand'),
        ("{date:%d.%m}", "gives no year"),
        ("_".join(f"{{f{n}}}" for n in range(9)), "more than 8 fields"),
    ],
)
def test_patterns_that_are_none(pattern: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as raised:
        FilenamePattern(pattern)
    assert "{source}_{date:%Y-%m-%d}" in raised.value.hint


def test_the_longest_name_is_told_apart_soon() -> None:
    pattern = FilenamePattern("_".join(f"{{f{n}}}" for n in range(7)) + "_{d:%Y}")
    assert pattern.fields(PurePath("_" * 30 + "x")) is None


def test_folders_are_told_apart_as_on_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sep", "\\")
    path = PureWindowsPath(r"C:\peace\Times\3.txt")
    assert FilenamePattern(r"{source}\{n}").fields(path) == {"source": "Times", "n": "3"}
    assert FilenamePattern("{source}/{n}").fields(path) == {"source": "Times", "n": "3"}
