"""E-books to begin fuzzing from."""

from tests.readers.made import epub

SEEDS: dict[str, bytes] = {
    "plain.epub": epub(
        ["<h1>A bridge</h1><p>It was never <i>built</i>.</p>", "<h2>Later</h2><p>Nobody came.</p>"],
        about="<dc:title>Bridges</dc:title><dc:creator>Jane Doe</dc:creator>"
        "<dc:date>2020-03-04</dc:date>",
    )
}
