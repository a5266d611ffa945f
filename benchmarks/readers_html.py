"""Web pages: what reading them costs beside the library that finds the article in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.readers import read_source
from annotator.readers.source import Source
from benchmarks.measure import Result, paired, took

PAGES = 100
ROUNDS = 5
_TEXT = """the harbour ferry island council fares bridge ship fuel winter mayor season ticket
crossing crowns people morning authority government price pier letter question answer evening"""
_WORDS = _TEXT.split()


def _sentence(seed: int) -> str:
    return " ".join(_WORDS[(seed * 7 + n * (3 + seed % 5)) % len(_WORDS)] for n in range(18)) + "."


def page(number: int) -> bytes:
    """A page as newspapers make them: menus, metadata, about 900 words, lists of links."""
    paragraphs = "".join(
        f"<p>{' '.join(_sentence(number * 31 + n * 5 + k) for k in range(3))}</p>\n"
        for n in range(16)
    )
    links = "".join(f'<li><a href="/a/{n}">{_sentence(n)[:40]}</a></li>' for n in range(80))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry {number} | The Harbour Post</title><link rel="canonical" href="https://h.example/{number}">
<meta property="og:title" content="Ferry {number}"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body>
<header><nav><ul>{links}</ul></nav></header><main><article><h1>Ferry {number}</h1>
<div class="text">{paragraphs}</div></article></main>
<aside><h2>More</h2><ul>{links}</ul></aside><footer><p>© 2021 The Harbour Post</p></footer>
</body></html>""".encode()


def benchmark() -> Iterator[Result]:
    """Reading pages against the bare library, in one process."""
    from trafilatura import bare_extraction

    pages = [page(number) for number in range(PAGES)]

    def ours() -> None:
        for number, content in enumerate(pages):
            read_source(Source(Path(f"{number}.html"), content))

    def theirs() -> None:
        for content in pages:
            bare_extraction(content, with_metadata=True, include_comments=False)

    ours()
    theirs()
    milliseconds, ratio = paired(lambda: took(ours), lambda: took(theirs), ROUNDS)
    yield Result(f"{PAGES} web pages read", milliseconds, "trafilatura alone", ratio, 1.3)
