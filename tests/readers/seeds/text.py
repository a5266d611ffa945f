"""Plain texts to begin fuzzing from."""

_ARTICLE = """THE HARBOUR REOPENS

By Jane Doe | 1 March 2019

The harbour, closed since Tuesday, opens again. “Nobody was hurt,” said the harbour master.

A second paragraph, hard-
wrapped at some narrow width, as
mail programs do, goes on for several
lines until it comes to its end.

Photo: Some Agency
Jane Doe is a reporter. Read more: https://example.org/harbour
"""

SEEDS: dict[str, bytes] = {
    "utf8.txt": _ARTICLE.encode(),
    "marked.txt": _ARTICLE.encode("utf-8-sig"),
    "cp1252.txt": _ARTICLE.encode("cp1252"),
    "wide.txt": _ARTICLE.encode("utf-16"),
    "wide_unmarked.txt": _ARTICLE.encode("utf-16-le"),
    "crlf.txt": _ARTICLE.replace("\n", "\r\n").encode(),
    "lines.txt": "\n".join(["A line of its own, without any blank one."] * 8).encode(),
    "scripts.txt": "見出し\n\n港は閉鎖されている。「誰も怪我はない」と彼は言った。\n".encode(),
    "cyrillic.txt": "Порт снова открыт\n\nНикто не пострадал, сказал капитан.\n".encode("koi8-r"),
}
