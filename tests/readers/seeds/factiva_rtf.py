"""Factiva documents: articles of ours with indexing and without, a list before, a summary after."""

from tests.readers.seeds.word_of_lines import docx, plain, rtf

LIST = ["*Headlines", "Harbour wall to grow by a metre", "Ferry late again", "\f"]
UNINDEXED = [
    "News", "*Harbour wall to grow by a metre", "By Ada Quill", "1,204 words", "1 December 2014",
    "08:22", "The Harbour Courier", "HARCOU", "All-round Country", "3", "English",
    "© 2014 Harbour Press Ltd. All rights reserved.", "",
    "The town council voted on Monday to raise the harbour wall.", "",
    "IN the end nobody came.", "", "Document HARCOU0020141201eac10003x", "\f",
    "*Ferry late again", "12 words", "2 December 2014", "Evening Tide", "EVTIDE", "English",
    "(c) 2014 Evening Tide", "", "The ferry was late again.", "",
    "Document EVTIDE0020141202eac10004y",
]  # fmt: skip
SUMMARY = ["\f", "*Search Summary", "Text|harbour wall|", "Results Found|2|",
           "Timestamp|3 December 2014 1:00 PM GMT|"]  # fmt: skip
INDEXED = [
    "SE|News|", "HD|Harbour wall to grow by a metre|", "BY|By Ada Quill|", "WC|1,204 words|",
    "PD|1 December 2014|", "ET|08:22|", "SN|The Harbour Courier|", "SC|HARCOU|", "PG|3|",
    "LA|English|", "CY|(c) 2014 Harbour Press|", "LP|The town council voted.^^It was late.|",
    "TD|Fishermen had not been asked.^^IN the end nobody came.|",
    "CO|harpre : Harbour Press|", "IN|i1 : Fishing|", "RE|plune : Port Lune|",
    "PUB|Harbour Press|", "AN|Document HARCOU0020141201eac10003x|", "\f",
]  # fmt: skip
GERMAN = [
    "*Die Mauer wächst", "Von Eva Düne", "1.163 Wörter", "1. Dezember 2014", "Hafenzeitung",
    "HAFZEI", "5", "Deutsch", "Copyright 2014 Hafenzeitung Verlag GmbH", "",
    "Der Rat hat beschlossen, die Mauer zu erhöhen.", "",
    "Dokument HAFZEI0020141201eac10003x",
]  # fmt: skip
FLAT = ["HD Harbour wall", "WC 5 words", "PD 1 December 2014", "SN Evening Tide", "SC EVTIDE",
        "LA English", "LP ", "The wall grew.", "IN the night.", "TD It grew.", "IN i1 : Fishing",
        "AN Document EVTIDE0020141202eac10004y"]  # fmt: skip

SEEDS: dict[str, bytes] = {
    "unindexed.rtf": rtf([*LIST, *UNINDEXED, *SUMMARY]),
    "indexed.rtf": rtf([*INDEXED, *SUMMARY]),
    "german.rtf": rtf(GERMAN),
    "flat.rtf": rtf(FLAT),
    "saved.docx": docx(UNINDEXED),
    "saved.txt": plain(UNINDEXED),
}
