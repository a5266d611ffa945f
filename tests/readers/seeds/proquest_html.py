"""ProQuest pages, written from the description of the format."""


def record(number: str, title: str, *parts: str) -> str:
    inner = "\n".join(parts)
    return (
        f'<div style="margin-bottom:20px">\n<a name="DocID_OWN_{number}"></a><p style="m"></p>\n'
        f'<p style="font-weight:bold;">{title}</p>\n{inner}\n</div>\n'
    )


def field(label: str, value: str) -> str:
    return f'<p style="m"><strong>{label}: </strong>{value}</p>'


def full_text(*paragraphs: str, label: str = "Full text") -> str:
    inner = "   ".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<p style="m"><strong>{label}: </strong><text wordcount="1084" htmlcontent="true">'
        f'<meta name="V" content="x">\n<title></title>\n{inner}  </text></p>'
    )


FERRY = record(
    "2514399", "Ferry fares rise; Islanders protest",
    field("Author", "Roe, Jane"),
    field("Publication info", "The Harbour Post ; Port City [Port City]04 Mar 2021: A.3."),
    '<p><a href="https://search.proquest.com/docview/2514399">ProQuest document link</a></p>',
    field("Abstract", ""), "<p>Crossing the bay will cost four crowns. The council protests.</p>",
    '<div><strong>Links: </strong><a href="https://library.example">Find it</a></div>',
    full_text("Crossing the bay will cost four crowns. The island has no bridge.",
              "<strong>Question: </strong>Why? The council protests."),
    field("Subject", "Ferries; Prices"), field("Company / organization", "Name: Harbour Authority"),
    field("Publication title", "The Harbour Post; Port City"), field("Pages", "A.3"),
    field("Publication date", "Mar 4, 2021"), field("Section", "News"),
    field("Language of publication", "English"), field("ProQuest document ID", "2514399"),
    field("Document URL", '<a href="https://x.example/1">https://x.example/1</a>'),
    field("Copyright", "(Copyright (c) 2021 Harbour Press)"), field("Database", "Own Dailies"),
)  # fmt: skip
FRENCH = record(
    "2514400", "Le bac plus cher",
    field("Auteur", "Anonymous"), field("Résumé", "Le prix monte, et l'île proteste."),
    full_text("La traversée coûtera quatre couronnes.", label="Texte intégral"),
    field("Titre de la publication", "Le Phare"), field("Date de publication", "4 mars 2021"),
)  # fmt: skip
CITATION = record("2514401", "Only a citation", field("Publication title", "The Harbour Post"))

SEEDS: dict[str, bytes] = {
    "records.html": f"<html><body>{FERRY}{FRENCH}{CITATION}</body></html>".encode(),
    "fragment.html": FERRY.encode(),
}
