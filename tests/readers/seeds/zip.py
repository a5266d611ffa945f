"""Archives to begin fuzzing from."""

from tests.readers.made import package
from tests.readers.seeds import csv, docx, rtf

SEEDS: dict[str, bytes] = {
    "mixed.zip": package(
        {
            "1.txt": "A bridge\n\nIt was never built.",
            "folder/2.docx": docx.SEEDS["plain.docx"],
            "folder/10.rtf": rtf.SEEDS["plain.rtf"],
            "table.csv": csv.SEEDS["plain.csv"],
            "__MACOSX/._1.txt": b"\x00\x05\x16\x07",
            "photo.jpg": b"\xff\xd8\xff",
            "bad.pdf": b"%PDF-1.4 nothing",
        }
    )
}
