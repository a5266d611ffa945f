"""ProQuest text files: records of ours as ProQuest sets them, in several languages."""

_RULE = "_" * 60
_LONG = "and went on, and on, " * 5 + "to its end."

ENGLISH = f"""{_RULE}

Document 1 of 3

Harbour wall: a metre more

https://search.example.org/docview/31/se-2?accountid=15

Author: Quill, Ada

Abstract: None available.

Links: https://library.example.org/openurl?title=wall&amp;date=2024-09-20

Full text: The town council voted on Monday to raise the harbour wall by a metre {_LONG}
Fishermen said that they had not been asked.
Subject: walls, said the harbour master.

Dateline: the sea.

CAPTION: The wall.

Subject: Walls; Fishing

Business indexing term: Subject: Fishing

Title: Harbour wall: a metre more

Publication title: The Harbour Courier (Online); Port Lune

Publication year: 2024

Publicationdate: Sep 20, 2024

Section: opinion/columnists

Pages: A.4

ISSN: 0319-0000

Language of publication: English

ProQuest document ID: 3107396628

DocumentURL: https://search.example.org/docview/31

Copyright: Copyright 2024 Harbour Press Ltd.

Last updated: 2024-09-22

Database: Harbour Newsstream

{_RULE}

Document 2 of 3

Ferry late again

Publication info: Evening Tide ; Port Lune [Port Lune]. 09 Mar 2022: A.1.

Abstract: The ferry was late. A study of ferries follows.

Full Text: The ferry was late.

Title: Ferry late again

ProQuest document ID: 2637267793

{_RULE}

Document 3 of 3

No text of it

Full text: Not available.

Title: No text of it

Publication title: Evening Tide

ProQuest document ID: 5

{_RULE}

Contact us at: https://help.example.org

Database copyright 2024 ProQuest LLC. All rights reserved.

Terms and Conditions: https://search.example.org/terms
"""

FRENCH = f"""{_RULE}

La digue gagne un mètre

Auteur: Dune, Léa

Texte intégral: Le conseil a voté lundi soir pour que la digue gagne un mètre. {_LONG}
Les pêcheurs n'ont pas été consultés.

Sujet: Digues

Titre: La digue gagne un mètre

Titre de la publication: Le Courrier du Port; Port-Lune

Date de publication: 10 déc. 2019

Rubrique: Région

Langue de la publication: French

ID du document ProQuest: 232

URL du document: https://search.example.org/docview/232

{_RULE}
"""

GERMAN = f"""{_RULE}

Die Mauer wächst

Autor: Düne, Eva

Volltext: Der Rat hat beschlossen, die Mauer zu erhöhen. {_LONG}

Titel: Die Mauer wächst

Titel der Publikation: Hafenzeitung; Port Lune

Publikationsdatum: 7. Juli 2020

ProQuest-Dokument-ID: 77

{_RULE}
"""

SPANISH = f"""{_RULE}

El muro crece un metro

Autor: Duna, Eva

Texto completo: El consejo votó el lunes.

Título: El muro crece un metro

Título de publicación: El Correo del Puerto; Puerto Luna

Fecha de publicación: 7 de julio de 2020

ID del documento de ProQuest: 78

{_RULE}
"""

SEEDS: dict[str, bytes] = {
    "english.txt": ENGLISH.replace("\n", "\r\n").encode("utf-8-sig"),
    "french.txt": FRENCH.encode(),
    "german.txt": GERMAN.encode("cp1252"),
    "spanish.txt": SPANISH.encode(),
}
