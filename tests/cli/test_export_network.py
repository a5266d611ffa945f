"""`annotator export` of networks: options from the command line to the file."""

from pathlib import Path

import networkx
import pytest

from annotator.cli.demo import make
from tests.cli.run import run


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    make(path)
    return path


def test_the_network_asked_for_is_written(demo: Path, tmp_path: Path) -> None:
    asked = ("--mode", "onemode", "--aggregation", "subtract", "--normalization", "average")
    finished = run("export", "-f", "graphml", *asked, "-o", tmp_path / "a.graphml", study=demo)
    assert finished.exit_code == 0
    assert "3 coders are counted together" in finished.err
    graph = networkx.read_graphml(tmp_path / "a.graphml")
    told = graph.graph
    assert (told["mode"], told["aggregation"], told["normalization"], told["coders"]) == (
        "onemode", "subtract", "average", "ana, ben, chris",
    )  # fmt: skip
    assert any(weight < 0 for _, _, weight in graph.edges(data="weight"))


@pytest.mark.parametrize("form", ["graphml", "gexf", "dna"])
def test_codings_without_a_tie_are_not_called_missing(
    two_coders: Path, tmp_path: Path, form: str
) -> None:
    finished = run("export", "-f", form, "--coder", "ben", "-o", tmp_path, study=two_coders)
    assert finished.exit_code == 0
    assert "no such codings" not in finished.err
    assert ("The network is empty: of 1 statement, none has a value of each of actor, stance."
            in finished.err)  # fmt: skip


def test_final_values_make_one_network(demo: Path, tmp_path: Path) -> None:
    finished = run("export", "-f", "gexf", "--final", "majority", "-o", tmp_path, study=demo)
    assert finished.exit_code == 0
    assert "counted together" not in finished.err
    assert len(networkx.read_gexf(tmp_path / "network.gexf")) > 2


def test_windows_are_files_of_their_own(demo: Path, tmp_path: Path) -> None:
    finished = run("export", "-f", "dna", "--window", "3", "-o", tmp_path / "out", study=demo)
    assert finished.exit_code == 0
    assert "belong to no --window" in finished.err
    assert len(list((tmp_path / "out").glob("network-2019-*.csv"))) > 1
    finished = run("export", "-f", "graphml", "--window", "3", "-o", tmp_path / "a.graphml",
                   study=demo)  # fmt: skip
    assert finished.exit_code == 2
    assert not (tmp_path / "a.graphml").exists()


@pytest.mark.parametrize(
    "asked",
    [
        ("--aggregation", "congruence"),
        ("--actor", "outlet"),
        ("--actor", "nobody"),
        ("--mode", "onemode", "--normalization", "prominence"),
    ],
)
def test_what_is_no_network_is_wrong_use(
    demo: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    finished = run("export", "-f", "gexf", *asked, "-o", tmp_path / "out", study=demo)
    assert finished.exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["labelstudio", "doccano", "brat"])
def test_several_files_want_a_folder(demo: Path, tmp_path: Path, form: str) -> None:
    for output in ("-", tmp_path / "one.json"):
        finished = run("export", "-f", form, "-o", output, study=demo)
        assert finished.exit_code == 2
        assert not finished.out
    assert list(tmp_path.iterdir()) == []
