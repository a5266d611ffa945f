"""`annotator pace`: what was coded by hand has times, what was imported has none."""

from pathlib import Path

from tests.cli.run import run


def test_coders_and_their_units(two_coders: Path) -> None:
    out = run("pace", study=two_coders).out.splitlines()
    assert out[0].split()[:3] == ["Coder", "Round", "Units"]
    assert [line.split()[:3] for line in out[1:]] == [["ana", "main", "3"], ["ben", "main", "2"]]
    ana, ben = run("pace", "--json", study=two_coders).json()
    assert (ana["finished"], ben["coder"]) == (3, "ben")


def test_the_fastest_units_of_one_coder(two_coders: Path) -> None:
    out = run("pace", "--coder", "ana", "--reading", "1", study=two_coders).out
    assert "main, first, paragraph 2: 4 words in 0 s" in out
    assert run("pace", "--coder", "zoe", study=two_coders).exit_code == 2


def test_imported_codings_took_nobody_any_time(two_coders: Path, tmp_path: Path) -> None:
    table = tmp_path / "c.csv"
    table.write_text("coder,article,paragraph,tone\nzoe,first,1,bad\n", encoding="utf-8")
    assert run("import", table, study=two_coders).exit_code == 0
    assert {one["coder"] for one in run("pace", "--json", study=two_coders).json()} == {
        "ana",
        "ben",
    }
