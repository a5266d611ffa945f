"""The codebook as pages: complete, harmless, readable by machines that read aloud."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from annotator.codebook_file import load
from annotator.exporters.job import Choice
from annotator.model.codebook import Code, Codebook, Guidance
from tests.exporters.sample import CODEBOOK, exported, source

HOSTILE = '<script>alert(1)</script> `x` *y* [z](javascript:a) | \x1b]52;c\x07 \u202e &amp; "q"'
FILES = {"codebook-md": "codebook.md", "codebook-html": "codebook.html"}
SHIPPED = sorted((Path(__file__).parents[2] / "codebooks").glob("*.yaml"))


def page(folder: Path, form: str, codebook: Codebook, choice: Choice | None = None) -> str:
    exported(folder, form, choice, source({}, codebook=codebook))
    return (folder / FILES[form]).read_text(encoding="utf-8")


def words(guidance: Guidance) -> list[str]:
    lists = (guidance.include, guidance.exclude, guidance.rules, guidance.examples,
             guidance.counter_examples)  # fmt: skip
    return [guidance.definition, *(text for texts in lists for text in texts)]


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_every_word_of_a_codebook_is_on_the_page(tmp_path: Path, path: Path) -> None:
    codebook = load(path.read_text(encoding="utf-8"))
    found = lxml_html.fromstring(page(tmp_path, "codebook-html", codebook).encode("utf-8"))
    text = " ".join(found.text_content().split())
    for variable in codebook.variables:
        told = [variable.label, variable.question, *words(variable.guidance)]
        for way in variable.paths.values():
            told += [way[-1].label, way[-1].id, *words(way[-1].guidance)]
        for one in told:
            assert " ".join(one.split()) in text


def test_html_is_harmless_and_fetches_nothing(tmp_path: Path) -> None:
    codes = (Code("a", HOSTILE, "a", guidance=Guidance(HOSTILE, rules=(HOSTILE,))),)
    variable = replace(CODEBOOK.by_id["tone"], label=HOSTILE, question=HOSTILE, codes=codes)
    codebook = replace(CODEBOOK, title=HOSTILE, variables=(variable,))
    text = page(tmp_path, "codebook-html", codebook)
    assert "\x1b" not in text
    assert "\u202e" not in text
    root = lxml_html.fromstring(text.encode("utf-8"))
    assert not root.xpath("//script | //img | //link | //@src | //@onclick")
    assert all(href.startswith("#") for href in root.xpath("//@href"))
    assert "default-src 'none'" in text


def test_html_has_a_language_headings_and_links_that_lead_somewhere(tmp_path: Path) -> None:
    text = page(tmp_path, "codebook-html", CODEBOOK)
    root = lxml_html.document_fromstring(text.encode("utf-8"))
    assert root.get("lang") == "en"
    assert len(root.findall(".//h1")) == 1
    ids = set(root.xpath("//@id"))
    assert {href.removeprefix("#") for href in root.xpath("//@href")} <= ids
    assert set(root.xpath("//@aria-labelledby")) <= ids


def test_markdown_shows_markup_as_it_stands(tmp_path: Path) -> None:
    variable = replace(CODEBOOK.by_id["tone"], label=HOSTILE, codes=(Code("`a`", HOSTILE, "a"),))
    text = page(tmp_path, "codebook-md", replace(CODEBOOK, variables=(variable,)))
    assert "\\<script\\>alert(1)\\</script\\> \\`x\\` \\*y\\* \\[z\\]" in text
    assert "\x1b" not in text


def test_only_the_variables_asked_for(tmp_path: Path) -> None:
    text = page(tmp_path, "codebook-md", CODEBOOK, Choice(variables=("stance",)))
    assert "(`stance`)" in text
    assert "(`actor`)" not in text
