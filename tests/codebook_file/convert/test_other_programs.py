"""Configurations as people write them for Potato and Label Studio."""

from pathlib import Path

from annotator.codebook_file import load
from annotator.codebook_file.convert import forms
from annotator.codebook_file.convert.yaml_form import yaml_text
from annotator.model.codebook import Codebook, Measurement
from tests.exporters.sample import CODEBOOK, exported

POTATO = """\
annotation_task_name: Sentiment
data_files: [x.json]
annotation_schemes:
  - {annotation_type: pure_display, name: head, description: Welcome}
  - annotation_type: radio
    name: sentiment
    description: What is the tone?
    label_requirement: {required: true}
    labels:
      - {name: Positive, tooltip: A warm word, key_value: "1"}
      - {name: Negative, key_value: "1"}
      - {name: Neither, key_binding: n}
  - {annotation_type: multiselect, name: topics, description: Topics, labels: [taxes, war, taxes]}
  - {annotation_type: likert, name: trust, description: Trust, size: 5, min_label: low, max_label: high}
  - {annotation_type: slider, name: heat, description: Heat, min_value: 0, max_value: 100}
  - {annotation_type: text, name: why, description: Why?}
  - {annotation_type: span, name: entity, description: Mark, labels: [person]}
  - {annotation_type: image_annotation, name: box, labels: [x]}
"""  # noqa: E501
LABELSTUDIO = """\
<View>
  <Header value="Who speaks?"/>
  <Text name="t" value="$text"/>
  <Choices name="actor" toName="t" choice="multiple" required="true">
    <Choice value="United States" alias="us" hotkey="u" hint="The state"/>
    <Choice value="North Korea"/>
  </Choices>
  <Taxonomy name="lever" toName="t" maxUsages="1">
    <Choice value="Sanctions"><Choice value="Relief"/></Choice>
  </Taxonomy>
  <Labels name="entity" toName="t"><Label value="Person"/></Labels>
  <Number name="n" toName="t" min="0" max="9"/>
  <TextArea name="note" toName="t"/>
  <Rating name="stars" toName="t"/>
</View>
"""


def read(text: str, name: str, form: str) -> tuple[Codebook, list[str]]:
    assert forms.form_of_file(name, text.encode()) == form
    found = forms.read(text.encode(), name, form)
    return load(yaml_text(found.entries)), found.passed_over


def test_potato() -> None:
    codebook, passed_over = read(POTATO, "p.yaml", "potato")
    assert codebook.title == "Sentiment"
    assert list(codebook.by_id) == ["sentiment", "topics", "trust", "heat", "why", "entity"]
    tone = codebook.by_id["sentiment"]
    assert (tone.question, tone.required) == ("What is the tone?", True)
    assert [(c.id, c.key, c.guidance.definition) for c in tone.codes] == [
        ("Positive", "1", "A warm word"), ("Negative", "e", ""), ("Neither", "n", ""),
    ]  # fmt: skip
    assert list(codebook.by_id["topics"].paths) == ["taxes", "war", "taxes_2"]
    assert codebook.by_id["topics"].multiple
    trust = codebook.by_id["trust"]
    assert (trust.measurement, trust.anchors) == (Measurement.ORDINAL, ("low", "high"))
    assert [code.value for code in trust.codes] == [1, 2, 3, 4, 5]
    assert (codebook.by_id["heat"].minimum, codebook.by_id["heat"].maximum) == (0, 100)
    assert passed_over == [
        "that `entity` is for passages: here it is for paragraphs",
        "the scheme `box` of the type `image_annotation`",
    ]


def test_label_studio() -> None:
    codebook, passed_over = read(LABELSTUDIO, "l.xml", "labelstudio")
    actor = codebook.by_id["actor"]
    assert (actor.question, actor.multiple, actor.required) == ("Who speaks?", True, True)
    assert [(c.id, c.label, c.key) for c in actor.codes] == [
        ("us", "United States", "u"), ("North_Korea", "North Korea", "n"),
    ]  # fmt: skip
    lever = codebook.by_id["lever"]
    assert [code.id for code in lever.paths["Relief"]] == ["Sanctions", "Relief"]
    assert not lever.multiple
    assert codebook.by_id["n"].maximum == 9
    assert passed_over == [
        "that `entity` is for passages: here it is for paragraphs",
        '<Rating name="stars">',
    ]


def test_the_interface_of_our_own_tasks(tmp_path: Path) -> None:
    """Its marks are no variables, and what is asked of a region is asked of statements."""
    exported(tmp_path, "labelstudio")
    codebook, passed_over = read((tmp_path / "paragraphs.xml").read_text(), "p.xml", "labelstudio")
    assert passed_over == []
    wanted = [variable for variable in CODEBOOK.variables if variable.level != "article"]
    assert [(v.id, v.level, list(v.paths), v.multiple) for v in codebook.variables] == [
        (v.id, v.level, list(v.paths), v.multiple) for v in wanted
    ]
    coded = [v for v in wanted if v.codes]
    assert [(v.not_applicable, v.cannot_tell) for v in codebook.variables if v.codes] == [
        (v.not_applicable, v.cannot_tell) for v in coded
    ]
