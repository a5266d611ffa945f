"""Nexis Uni and Lexis+ documents: articles of ours in the order in which Nexis puts their parts."""

from tests.readers.seeds.word_of_lines import docx, plain, rtf

COVER = [
    "", "*Date and Time: Friday, 5. July 2019 09:31:00 CEST", "*Job Number: 00000001",
    "*Documents (2)", "1. [[Harbour wall to grow by a metre]]", "*Client/Matter: -None-",
    "*Search Terms: harbour", "*Search Type: Natural Language ", "*Narrowed by: ", "",
    "*Content Type", "*Narrowed by", "News", "Sources: The Harbour Courier; Content Type: News", "",
    "2. [[Ferry late again; Nobody is surprised]]", "*Client/Matter: -None-", "", "", "", "",
]  # fmt: skip
WALL = [
    "*Harbour wall to grow by a metre", "The Harbour Courier (Port Lune)",
    "July 1, 2019 Monday 9:20 AM GMT", "^National Edition", "",
    "^Copyright 2019 Harbour Press Ltd. All Rights Reserved", "^",
    "Section:\xa0NEWS; Pg. 6", "Length:\xa01,204 words", "Byline:\xa0By Ada Quill",
    "Highlight:\xa0The council has voted; the boats have not.", "*Body", "",
    "The town council voted on Monday to raise the [[harbour]] wall by a metre.", "",
    "Fishermen said: nobody had asked them.", "Link to Image", "*Classification", "",
    "Language:\xa0ENGLISH", "^Publication-Type:\xa0Newspaper", "^Journal Code:\xa0HBC",
    "^Subject:\xa0HARBOURS (90%); WALLS (75%)", "^Load-Date:\xa0July 2, 2019", "",
    "*^End of Document", "", "", "",
]  # fmt: skip
FERRY = [
    "*Ferry late again; Nobody is surprised", "Evening Tide", "July 2, 2019 Tuesday", "",
    "^Copyright 2019 Evening Tide", "^", "Length:\xa021 words", "*Body", "",
    "The ferry was late again.^It will be late tomorrow.", "Load-Date rhymes with nothing.",
    "*Graphic", "", "The ferry, seen from the wall", "^Load-Date:\xa0July 2, 2019", "",
    "*^End of Document",
]  # fmt: skip
GERMAN = [
    "Die Mauer wächst: ein Meter mehr", "Hafenzeitung", "Dienstag 7. Juli 2020",
    "Lüneburger Echo", "", "Copyright 2020 Hafenzeitung Verlag GmbH Alle Rechte vorbehalten", "",
    "Rubrik:\xa0POLITIK; S. 5", "Länge:\xa075 Wörter", "Autor:\xa0Von Eva Düne", "Volltext", "",
    "Der Rat hat beschlossen, die Mauer zu erhöhen.", "Die Fischer schweigen.", "",
    "Ladedatum:\xa08. Juli 2020", "Ende des Dokuments",
]  # fmt: skip
FRENCH = [
    "*La digue gagne un mètre", "Le Courrier du Port", "mardi 10 décembre 2019", "",
    "Copyright 2019 Le Courrier du Port Tous droits réservés", "Rubrique:\xa0RÉGION; Pg. 12",
    "Longueur:\xa01 163 mots", "Auteur:\xa0Léa Dune", "*Corps", "", "Le conseil a voté.",
    "Date de chargement:\xa010 décembre 2019", "Fin du document",
]  # fmt: skip

SEEDS: dict[str, bytes] = {
    "nexis.docx": docx([*COVER, *WALL, *FERRY]),
    "nexis.rtf": rtf([*COVER, *WALL, *FERRY]),
    "one.docx": docx(WALL),
    "german.rtf": rtf(GERMAN),
    "french.docx": docx(FRENCH),
    "list.docx": docx(COVER),
    "saved.txt": plain([*WALL, *FERRY]),
}
