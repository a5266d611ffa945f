"""Networks as files: read back by networkx, as a table, and what is left out of them."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx
import pytest

from annotator.errors import UsageError
from annotator.exporters.job import Choice, Network, Values
from annotator.importers.parsed import UnitKey
from annotator.model.article import Article
from annotator.model.codebook import Code, Codebook, Level, Measurement, Variable
from annotator.model.coding import CANNOT_TELL, Answer, Statement, UnitWork
from tests.exporters.sample import ACTORS, CODEBOOK, FIRST, SECOND, article, exported, key, source

ARTICLES = (
    replace(article("harbour", "Talks", "One"), date="2019-03-04", author='B. "Bee"; Lee'),
    replace(article("bridge", "Talks", "Two"), date="2019-03"),
)


def said(*statements: tuple[str, str, str]) -> UnitWork:
    """Work with statements of an actor, a stance and levers."""
    return UnitWork({}, tuple(
        Statement(f"{n:02}", {"actor": Answer.of(actor), "stance": Answer.of(stance),
                              "lever": Answer.of(*lever.split("|"))})
        for n, (actor, stance, lever) in enumerate(statements)
    ), done=True)  # fmt: skip


UNITS = {
    key("ana", FIRST, 2): said(("us", "support", "relief"), ("dprk", "oppose", "relief"),
                               ("us.congress", "mixed", "relief"), ("us", "support", "summit")),
    key("ben", SECOND, 2): said(("dprk", "support", "relief|summit"), ("us", "neutral", "relief")),
}  # fmt: skip


def written(
    folder: Path, form: str, network: Network, units: Mapping[UnitKey, UnitWork] = UNITS, *,
    values: Values = Values.ID, codebook: Codebook = CODEBOOK,
    articles: tuple[Article, ...] = ARTICLES,
) -> Any:  # fmt: skip
    choice = Choice(network=network, values=values)
    return exported(folder, form, choice, source(units, articles, codebook))


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";", strict=True))


@pytest.mark.parametrize(
    ("form", "reader"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)]
)
def test_networkx_reads_what_is_written(tmp_path: Path, form: str, reader: Any) -> None:
    report = written(tmp_path, form, Network())
    graph = reader(tmp_path / f"network.{form}")
    weights = {(a, b): data["weight"] for a, b, data in graph.edges(data=True)}
    assert weights == {
        ("actor:us", "lever:relief"): 2, ("actor:us", "lever:summit"): 1,
        ("actor:us.congress", "lever:relief"): 1,
        ("actor:dprk", "lever:relief"): 2, ("actor:dprk", "lever:summit"): 1,
    }  # fmt: skip
    congress = graph.nodes["actor:us.congress"]
    assert (congress["label"], congress["group"], congress["frequency"]) == ("Congress", "us", 1)
    assert report.rows == {f"network.{form}": 5}


ONE = {key("ana", FIRST, 2): said(("us", "support", "relief"))}
OFF_SCALE = {key("ana", FIRST, 2): said(("us", "neutral", "relief"))}


@pytest.mark.parametrize("form", ["graphml", "gexf", "dna"])
@pytest.mark.parametrize(
    ("units", "network", "told"),
    [
        ({}, Network(), ""),
        ({key("ana", FIRST, 2): UnitWork({"tone": CANNOT_TELL}, done=True)}, Network(),
         "there are no statements in the codings chosen"),
        ({key("ana", FIRST, 2): UnitWork({}, (Statement("01", {"actor": Answer.of("us")}),))},
         Network(), "of 1 statement, none has a value of each of actor, lever"),
        (OFF_SCALE, Network(aggregation="subtract"), "each of actor, lever, stance"),
        ({key("ana", SECOND, 2): said(("us", "support", "relief"))}, Network(window=7),
         "--window needs the full date"),
        (ONE, Network(mode="onemode"), "no statements tie one actor to another"),
        (ONE, Network(mode="onemode-concepts"), "no statements tie one concept to another"),
    ],
)  # fmt: skip
def test_why_a_network_is_empty_is_said(
    tmp_path: Path, form: str, units: Mapping[UnitKey, UnitWork], network: Network, told: str
) -> None:
    nothing = written(tmp_path, form, network, units).nothing
    assert told in nothing
    assert nothing.startswith("The network is empty: ") is bool(told)


def test_a_network_with_a_tie_is_not_empty(tmp_path: Path) -> None:
    assert written(tmp_path, "graphml", Network(window=7)).nothing == ""


@pytest.mark.parametrize(
    ("aggregation", "us_dprk"),
    [("ignore", 2 * 2 + 1), ("congruence", 1 + 1), ("conflict", 1), ("subtract", 1)],
)
def test_one_mode(tmp_path: Path, aggregation: str, us_dprk: float) -> None:
    # us supports relief and the summit, and names relief; dprk opposes relief, then supports both
    written(tmp_path, "graphml", Network(mode="onemode", aggregation=aggregation))
    graph = networkx.read_graphml(tmp_path / "network.graphml")
    assert graph.edges["actor:us", "actor:dprk"]["weight"] == us_dprk


def test_concepts_by_concepts(tmp_path: Path) -> None:
    written(tmp_path, "dna", Network(mode="onemode-concepts"), values=Values.LABEL)
    assert read(tmp_path / "network.csv") == [
        ["", "Relief", "Summits"], ["Relief", "0", "4"], ["Summits", "4", "0"],
    ]  # fmt: skip


def test_the_event_list_is_dnas(tmp_path: Path) -> None:
    report = written(tmp_path, "dna", Network())
    header, first, *rest = read(tmp_path / "events.csv")
    assert header[:2] == ["statement_id", "time"]
    assert header[2:5] == ["actor", "stance", "lever"]
    assert header[5:] == ["start_position", "stop_position", "text", "coder", "document_id",
                          "document_title", "document_author", "document_source",
                          "document_section", "document_type"]  # fmt: skip
    assert first == ["1", "2019-03-04 00:00:00", "us", "support", "relief", "7", "10", "One", "ana",
                     "1", "harbour", "B. 'Bee', Lee", "", "", ""]  # fmt: skip
    assert [line[1] for line in rest[3:]] == ["", ""]
    assert report.rows == {"events.csv": 6}
    assert any("writes as" in note for note in report.notes)


def test_the_event_list_counts_memos_and_flags_wherever_they_stand(tmp_path: Path) -> None:
    report = exported(tmp_path, "dna")
    told = {reason.partition(":")[0]: count for reason, count in report.left_out.items()}
    assert told["memos and flags"] == 4  # of two paragraphs and two statements


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    unclear = Statement("09", {"actor": CANNOT_TELL, "lever": Answer.of("relief")})
    gone = Statement("10", {"actor": Answer.of("eu"), "lever": Answer.of("relief")})
    work = UnitWork({"tone": Answer.of("bad")}, (unclear, gone, Statement("11")), memo="x")
    network = Network(aggregation="subtract", window=7, duplicates="acrossrange")
    units = {**UNITS, key("ana", FIRST, 1): work}
    report = written(tmp_path, "dna", network, units)
    left_out = {reason: count for reason, count in report.left_out.items() if count}
    assert left_out == {
        "statements whose actor is not coded, not applicable or cannot be told": 2,
        "statements with a code of actor that the codebook no longer has": 1,
        "statements whose stance is off the scale or stands for no number": 1,
        "statements in articles without a full date (YYYY-MM-DD): they belong to no --window": 2,
        "codings of paragraphs and articles: an event list holds statements only": 1,
        "memos and flags: an event list has no place for them": 1,
        "values not applicable or impossible to tell: DNA's event list has an empty cell": 1,
    }
    assert report.notes["statements with several codes stand as one tie for each of them"] == 1
    assert any("coders are counted together" in note for note in report.notes)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "events.csv", "network-2019-03-04.csv", "network.md",
    ]  # fmt: skip


def test_combined_levels_are_explained(tmp_path: Path) -> None:
    written(tmp_path / "a", "dna", Network(aggregation="combine"))
    assert read(tmp_path / "a" / "network.csv")[3] == ["dprk", "5", "1"]
    assert "weight 5: -1, 1" in (tmp_path / "a" / "network.md").read_text(encoding="utf-8")
    written(tmp_path / "b", "gexf", Network(aggregation="combine"))
    graph = networkx.read_gexf(tmp_path / "b" / "network.gexf")
    assert graph.edges["actor:dprk", "lever:relief"]["levels"] == "-1|1"


def test_labels_that_two_codes_share_are_told_apart(tmp_path: Path) -> None:
    twins = (Code("a", "Other", "a"), Code("b", "Other", "b"))
    codebook = replace(CODEBOOK, variables=(
        Variable("who", Level.STATEMENT, "Who", Measurement.NOMINAL, codes=twins),
        Variable("what", Level.STATEMENT, "What", Measurement.TEXT),
    ))  # fmt: skip
    texts = ["=1", 'x;"y"\n\x07']
    work = UnitWork({}, tuple(
        Statement(text, {"who": Answer.of(who), "what": Answer.of(text)})
        for who, text in zip("ab", texts, strict=True)
    ))  # fmt: skip
    network = Network(concept="what")
    for form in ("dna", "graphml"):
        report = written(tmp_path / form, form, network, {key("ana", FIRST, 2): work},
                         values=Values.LABEL, codebook=codebook)  # fmt: skip
    assert read(tmp_path / "dna" / "network.csv") == [
        ["", "=1", "x,'y' \x07"], ["Other (a)", "1", "0"], ["Other (b)", "0", "1"],
    ]  # fmt: skip
    assert any("XML" in note for note in report.notes)
    assert len(networkx.read_graphml(tmp_path / "graphml" / "network.graphml")) == 4


@pytest.mark.parametrize("form", ["dna", "graphml", "gexf"])
@pytest.mark.parametrize("units", [UNITS, {}])
def test_the_same_again_is_the_same_bytes(tmp_path: Path, form: str, units: Any) -> None:
    for name in ("one", "two"):
        written(tmp_path / name, form, Network(window=30), units)
    for path in (tmp_path / "one").iterdir() if units else ():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("network", "message"),
    [
        (Network(aggregation="congruence"), "no meaning in two-mode"),
        (Network(mode="onemode", aggregation="combine"), "no meaning in one-mode"),
        (Network(mode="onemode", normalization="activity"), "no meaning in one-mode"),
        (Network(aggregation="combine", normalization="activity"), "cannot be normalized"),
        (Network(actor="tone"), "asked of the paragraph"),
        (Network(actor="actor", concept="actor"), "different variables"),
    ],
)
def test_what_has_no_meaning_is_refused(tmp_path: Path, network: Network, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        written(tmp_path, "graphml", network)
    assert list(tmp_path.iterdir()) == []


def test_a_codebook_without_statements_has_no_network(tmp_path: Path) -> None:
    codebook = replace(CODEBOOK, variables=CODEBOOK.at(Level.ARTICLE))
    with pytest.raises(UsageError, match="could be the actor"):
        written(tmp_path, "dna", Network(), {}, codebook=codebook)


def test_a_variable_that_is_left_out_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lever, which --variable leaves out"):
        exported(tmp_path, "gexf", Choice(variables=("actor",)))


def test_actors_are_coloured_by_group(tmp_path: Path) -> None:
    written(tmp_path, "graphml", Network())
    nodes = networkx.read_graphml(tmp_path / "network.graphml").nodes
    assert nodes["actor:us"]["color"] == nodes["actor:us.congress"]["color"]
    assert nodes["actor:us"]["color"] != nodes["actor:dprk"]["color"]
    assert {node["label"] for _, node in nodes(data=True)} >= {ACTORS[0].label, "Relief"}
