"""Mark-up as a tree: forgiving, but under caps and without the network."""

from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers.documents import html_tree
from annotator.readers.documents.html_text import flat
from annotator.readers.documents.html_tree import nesting_of, page, parse, tree
from annotator.readers.source import Source


def source(content: bytes) -> Source:
    return Source(Path("a.html"), content)


def test_it_is_parsed_once_and_shared() -> None:
    one = source(b"<p>Hello")
    assert tree(one) is one.once(page).root


def test_broken_markup_is_read_as_browsers_read_it() -> None:
    root = tree(source(b"<body><p>One<p>Two</b></div><table><td>Three"))
    assert flat(root) == "One Two Three"


def test_text_deep_inside_is_not_lost() -> None:
    root = tree(source(b"<div>" * 1_500 + b"deep" + b"</div>" * 1_500 + b"<p>after</p>"))
    assert flat(root) == "deep after"


def test_the_abyss_is_refused() -> None:
    with pytest.raises(ReaderError, match="cannot be read") as caught:
        tree(source(b"<div>" * 50_000 + b"deep"))
    assert "nested too deep" in str(caught.value.problems[0])


def test_a_document_type_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    attack = f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><p>&x; text</p>"
    assert "secret" not in flat(tree(source(attack.encode()))).replace("secret.txt", "")


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "MAX_ELEMENTS", 10)
    with pytest.raises(ReaderError) as caught:
        tree(source(b"<p>x" * 20))
    assert "more than 10 elements" in str(caught.value.problems[0])


def test_too_much_markup_counts_without_embedded_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "MAX_CHARACTERS", 1_000)
    picture = f"<p>Text<img src='data:image/png;base64,{'A' * 5_000}'></p>"
    assert flat(parse(source(b""), picture)) == "Text"
    with pytest.raises(ReaderError):
        parse(source(b""), "<p>" + "x" * 5_000)


def test_endless_scripts_are_emptied_and_short_ones_stay() -> None:
    short, endless = "<script>short()</script>", f"<script>{'x' * 600_000}</script>"
    root = parse(source(b""), f"<body>{short}{endless}<p>Text")
    assert [script.text for script in root.iter("script")] == ["short()", None]
    assert flat(root) == "Text"


@pytest.mark.parametrize("content", [b"", b"  ", b"<!-- only a comment -->"])
def test_nothing_in_it(content: bytes) -> None:
    with pytest.raises(ReaderError):
        tree(source(content))


def test_another_kind_of_file() -> None:
    with pytest.raises(ReaderError) as caught:
        tree(source(b"%PDF-1.4"))
    assert "looks like a PDF" in str(caught.value.problems[0])


def test_zero_bytes_and_lone_surrogates_do_not_come_through() -> None:
    assert flat(tree(source(b"<p>a\x00b&#0;c&#xD800;d</p>"))) == "ab\ufffdc\ufffdd"


def test_nesting_is_the_sum_of_the_levels() -> None:
    root = tree(source(b"<html><body><p>a<b>c</b></p><p>d</p></body></html>"))
    assert nesting_of(root) == 1 + 2 + 3 + 4 + 3
