"""The codebook as one HTML page: nothing is fetched, it prints well, screen readers can read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from annotator.exporters.pages.outline import Item, Lines, Question, Section
from annotator.terminal import visible, visible_block

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
body { font: 1rem/1.5 Georgia, serif; color: #1a1a1a; background: #fff; max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, nav, code, kbd { font-family: system-ui, sans-serif; }
h2 { border-bottom: 1px solid #767676; margin-top: 2.5rem; }
h3 { margin: 2rem 0 0.25rem; }
code, kbd { font-size: 0.85em; color: #44474d; }
kbd { border: 1px solid #767676; border-radius: 0.2em; padding: 0 0.3em; }
ul.codes { list-style: none; padding-left: 1.2rem; border-left: 1px solid #c8c8c8; }
ul.codes > li { margin: 0.4rem 0; break-inside: avoid; }
.facts, .stamp { color: #44474d; font-size: 0.9rem; overflow-wrap: anywhere; }
.old > .label { text-decoration: line-through; }
p { margin: 0.3rem 0; white-space: pre-line; }
dl { margin: 0.3rem 0; }
dt { font-weight: bold; }
dd { margin-left: 1.2rem; white-space: pre-line; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } nav { display: none; }
  h2, h3 { break-after: avoid; } }
"""


def page(title: str, stamp: str, language: str, sections: Sequence[Section]) -> str:
    """The whole page."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_line(language or "und")}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{_line(title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        f"<header><h1>{_line(title)}</h1>",
        f'<p class="stamp">{_line(stamp)}</p></header>',
        *_contents(sections),
        "<main>",
        *(line for section in sections for line in _section(section)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _contents(sections: Sequence[Section]) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ul>'
    for section in sections:
        yield f"<li>{_line(section.heading)}<ul>"
        for one in section.questions:
            yield f'<li><a href="#{_line(one.id)}">{_line(one.label)}</a></li>'
        yield "</ul></li>"
    yield "</ul></nav>"


def _section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{_line(section.heading)}</h2>"
    for question in section.questions:
        yield from _question(question)
    yield "</section>"


def _question(one: Question) -> Iterator[str]:
    key = _line(one.id)
    yield f'<section aria-labelledby="{key}">'
    yield f'<h3 id="{key}">{_line(one.label)} <code>{key}</code></h3>'
    if one.question:
        yield f"<p><strong>{_text(one.question)}</strong></p>"
    yield f'<p class="facts">{_line("; ".join(one.facts))}</p>'
    yield from _meaning(one.definition, one.lists)
    yield from _codes(one.codes)
    yield "</section>"


def _meaning(definition: str, lists: Sequence[Lines]) -> Iterator[str]:
    if definition:
        yield f"<p>{_text(definition)}</p>"
    if lists:
        yield "<dl>"
        for one in lists:
            yield f"<dt>{_line(one.heading)}</dt>"
            yield from (f"<dd>{_text(text)}</dd>" for text in one.texts)
        yield "</dl>"


def _codes(codes: Sequence[Item]) -> Iterator[str]:
    if not codes:
        return
    yield '<ul class="codes">'
    for one in codes:
        old = ' class="old"' if any(r.startswith("no longer") for r in one.remarks) else ""
        yield f"<li{old}>{_head(one)}"
        yield from _meaning(one.definition, one.lists)
        yield from _codes(one.below)
        yield "</li>"
    yield "</ul>"


def _head(one: Item) -> str:
    number = f" = {_line(one.number)}" if one.number else ""
    told = _line("; ".join(one.remarks))
    remarks = f' <span class="facts">({told})</span>' if told else ""
    return (f'<kbd>{_line(one.keys)}</kbd> <span class="label">{_line(one.label)}</span> '
            f"<code>{_line(one.id)}{number}</code>{remarks}")  # fmt: skip


def _line(text: str) -> str:
    return escape(visible(" ".join(text.split())))


def _text(text: str) -> str:
    return escape(visible_block(text))
