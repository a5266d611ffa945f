"""LexisNexis text files: articles of ours in the layouts that LexisNexis gave them."""

ENGLISH = """\ufeff


Download Request: Selected Items: 1-4
Time Of Request: Friday, March 20, 2015  16:51:31

Send To:
2152 311G
HARBOUR UNIVERSITY LIBRARY

Terms: (harbour and wall)

Source: The Harbour Courier;Evening Tide
Project ID: None



                               1 of 4 DOCUMENTS



                              The Harbour Courier

                            January 11, 2010 Monday
                                   Edition 1;
                                National Edition

Harbour wall to grow by a metre, and
nobody asked the fishermen

BYLINE: By Ada Quill in Port Lune

SECTION: NEWS; Pg. 6

LENGTH: 1,204 words

DATELINE: PORT LUNE

HIGHLIGHT: The council has voted; the boats have not.


The town council voted on Monday night to raise the harbour wall by a metre,
after a debate that lasted longer than any storm of the past ten years, and
ended with nine votes to four.

Fishermen said that they had not been asked. "We heard it on the wireless," said
one of them, "between the pre-
and post-match talk."

WEATHER: fair, said the harbour master, and went home.

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

GRAPHIC: The wall, seen from the sea

A boat

PUBLICATION-TYPE: Newspaper

JOURNAL-CODE: HBC


                       Copyright 2010 Harbour Press Ltd.
                              All Rights Reserved

                               2 of 4 DOCUMENTS



                  Copyright 1999 Evening Tide Publishing

                                 Evening Tide

                             March 3, 1999, Wednesday

                              Late Edition - Final

Ferry late again

SECTION: Section B; Column 1; Local Desk; Pg. 2

LENGTH: 21 words

The ferry was late again.

LOAD-DATE: March 3, 1999

                               3 of 4 DOCUMENTS



                                 Evening Tide

Gulls win the regatta

                                 4 May 2001

BYLINE: MARA VANE

LENGTH: 12 words

BODY:
The gulls won.

LANGUAGE: ENGLISH

                               4 of 4 DOCUMENTS



                                 Evening Tide

                               May 5, 2001 Saturday

The lighthouse

GRAPHIC: The lighthouse at night

LOAD-DATE: May 5, 2001

                           ---- End of Request ----
Print Request:   Selected Document(s): 1-4
Time of Request: March 20, 2015  04:51 PM EST
"""

GERMAN = """
                              Dokument 1 von 1


                              Hafenzeitung


                           Montag 11. Januar 2010
                             Bayern; Stadtausgabe

Die Mauer wächst: ein Meter mehr

AUTOR: Von Eva Düne

RUBRIK: POLITIK; S. 5

LÄNGE: 1.163 Wörter


Der Rat hat beschlossen, die Mauer um einen Meter zu erhöhen. Gefragt wurde
niemand.

Die Fischer schweigen.

UPDATE: 12. Januar 2010

SPRACHE: GERMAN; DEUTSCH

GRAFIK: Die Mauer

PUBLICATION-TYPE: Zeitung


                    Copyright 2010 Hafenzeitung Verlag GmbH
                           Alle Rechte vorbehalten
"""

FRENCH = """
                               Document 1 de 2


                              Le Courrier du Port


                           lundi 1er février 2010

La digue gagne un mètre

AUTEUR: Léa Dune

RUBRIQUE: RÉGION; Pg. 12

LONGUEUR: 1 163 mots

ENCART: Le conseil a voté.

Le conseil a voté lundi soir.

Les pêcheurs n'ont pas été consultés.

DATE-CHARGEMENT: 2 février 2010

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal


                 Copyright 2010 Le Courrier du Port SA
                          Tous droits réservés

                               Document 2 de 2


                              Le Courrier du Port


                           août 2010

La mer monte

LONGUEUR: 9 mots

La mer monte.

LANGUE: FRENCH; FRANÇAIS
"""

NOT_CENTRED = """
8 of 383 DOCUMENTS

Evening Tide

May 5, 2001 Saturday

The lighthouse stays

LENGTH: 5 words

It stays.

LANGUAGE: ENGLISH

9 of 383 DOCUMENTS

Evening Tide

May 6, 2001 Sunday

The lighthouse goes

LENGTH: 5 words

It goes.

LANGUAGE: ENGLISH
"""

SEEDS: dict[str, bytes] = {
    "english.txt": ENGLISH.replace("\n", "\r\n").encode(),
    "german.txt": GERMAN.encode("cp1252"),
    "french.txt": FRENCH.encode(),
    "not_centred.txt": NOT_CENTRED.encode(),
}
