"""Small projects of other programs, written by the tests from the descriptions of their formats."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.cli.import_project import cutter
from annotator.importers.project import Project
from annotator.store.foreign import opened

CUT = cutter("test")
Rows = Sequence[Sequence[Any]]
Tables = Mapping[str, tuple[str, Rows]]

TEXT = "First words, with 北 and 😊.\n\nSecond paragraph: naïve, and a smile.\n\nThird."
SMILE = TEXT.index("smile")


def database(path: Path, tables: Tables) -> Path:
    """An SQLite file with these tables: name -> columns, rows."""
    connection = sqlite3.connect(path)
    for name, (columns, rows) in tables.items():
        connection.execute(f"CREATE TABLE {name} ({columns})")
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {name} VALUES ({marks})", row)
    connection.commit()
    connection.close()
    return path


def read(path: Path, reader: Callable[..., Project]) -> Project:
    """The project in a database."""
    with opened(path) as found:
        return reader(found, CUT)


def utf16(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text.encode("utf-16-le")) // 2


def answers(project: Project) -> list[tuple[str, int, str, tuple[str, ...]]]:
    """Coder, paragraph, variable, values of everything that was coded on units."""
    return [
        (key.coder, key.paragraph, variable, answer.values)
        for key, unit in project.units.items()
        for variable, answer in unit.work.answers.items()
    ]


def statements(project: Project) -> list[tuple[str, int, dict[str, str]]]:
    """Coder, paragraph and answers of every statement."""
    return [
        (key.coder, key.paragraph, {v: "|".join(a.values) for v, a in one.answers.items()})
        for key, unit in project.units.items()
        for one in unit.work.statements
    ]


HTML = "<p>First words, naïve.</p>\n<p>Second &amp; last: a smile.<br/>And more.</p>"
BARE = "First words, naïve.\nSecond & last: a smile.And more."


def in_bytes(words: str) -> tuple[int, int]:
    start = len(BARE[: BARE.index(words)].encode())
    return start, start + len(words.encode())


def taguette(path: Path, **changed: tuple[str, Rows]) -> Path:
    """A project of Taguette: two highlights, by two people, in one document."""
    log = [
        ("ana", json.dumps({"type": "highlight_add", "highlight_id": 1})),
        ("ben", json.dumps({"type": "highlight_add", "highlight_id": 2})),
        ("ben", json.dumps({"type": "highlight_add", "highlight_id": 1})),
        ("ben", "{broken"),
    ]
    tables: dict[str, tuple[str, Rows]] = {
        "projects": ("id INTEGER, name TEXT, description TEXT", [(1, "Smiles", "About")]),
        "documents": (
            "id INTEGER, name TEXT, description TEXT, filename TEXT, contents TEXT",
            [(1, "letter", "a letter", "letter.pdf", HTML)],
        ),
        "tags": (
            "id INTEGER, path TEXT, description TEXT",
            [(1, "mood: good", "all smiles"), (2, "=1+1", "")],
        ),
        "highlights": (
            ("id INTEGER, document_id INTEGER, start_offset INTEGER, end_offset INTEGER,"
            " snippet TEXT"),
            [(1, 1, *in_bytes("a smile."), "<p>a smile.</p>"),
             (2, 1, *in_bytes("naïve.\nSecond"), "<p>naïve.</p><p> Second</p>")],
        ),
        "highlight_tags": ("highlight_id INTEGER, tag_id INTEGER", [(1, 1), (2, 1), (2, 2)]),
        "commands": ("user_login TEXT, payload TEXT", log),
    }  # fmt: skip
    return database(path, tables | changed)


def qualcoder(path: Path, **changed: tuple[str, Rows]) -> Path:
    """A project of QualCoder with categories, a memo, an annotation and an attribute."""
    tables: dict[str, tuple[str, Rows]] = {
        "source": (
            "id INTEGER, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT",
            [(1, "letter.txt", TEXT, None, "a memo on the file", "ana"),
             (2, "photo.png", None, "/images/photo.png", "", "ana")],
        ),
        "code_cat": (
            "catid INTEGER, name TEXT, owner TEXT, memo TEXT, supercatid INTEGER",
            [(1, "Mood", "ana", "", None), (2, "Deep", "ana", "", 1)],
        ),
        "code_name": (
            "cid INTEGER, name TEXT, memo TEXT, catid INTEGER, owner TEXT, color TEXT",
            [(1, "good", "all smiles", 1, "ana", "#ff0000"), (2, "odd", "", 2, "ana", "#00ff00"),
             (3, "loose", "", None, "ana", "")],
        ),
        "code_text": (
            ("cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT,"
            " memo TEXT, important INTEGER"),
            [(1, 1, "smile", SMILE, SMILE + 5, "ana", "why?", 1),
             (3, 1, "First", 0, 5, "ben", "", None),
             (2, 1, "nonsense", 0, 5, "ben", "", None)],
        ),
        "annotation": (
            "anid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT, owner TEXT",
            [(1, 1, SMILE, SMILE + 5, "a note", "ben")],
        ),
        "attribute": ("name TEXT, attr_type TEXT, value TEXT, id INTEGER",
                      [("source", "file", "Tribune", 1), ("age", "case", "44", 7)]),
        "cases": ("caseid INTEGER, name TEXT", [(7, "Zoe")]),
        "case_text": ("caseid INTEGER, fid INTEGER", [(7, 1)]),
        "code_image": ("imid INTEGER", [(1,)]),
        "journal": ("name TEXT, jentry TEXT", [("Day 1", "All well.")]),
        "project": ("databaseversion TEXT, memo TEXT", [("v8", "A project memo")]),
    }  # fmt: skip
    return database(path, tables | changed)


_DNA = {
    "CODERS": ("ID INTEGER, Name TEXT", [(1, "Admin"), (2, "ana")]),
    "STATEMENTTYPES": ("ID INTEGER, Label TEXT", [(1, "DNA Statement"), (2, "Unused")]),
    "VARIABLES": (
        "ID INTEGER, Variable TEXT, DataType TEXT, StatementTypeId INTEGER",
        [(1, "organization", "short text", 1), (2, "agreement", "boolean", 1),
         (3, "weight", "integer", 1), (4, "remark", "long text", 1), (5, "x", "short text", 2)],
    ),
    "STATEMENTS": (
        ("ID INTEGER, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER,"
        " Coder INTEGER"),
        [(11, 1, 1, utf16(TEXT[:SMILE]), utf16(TEXT[: SMILE + 5]), 2), (12, 1, 1, 0, 5, 2)],
    ),
    "DATABOOLEAN": ("ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value INTEGER",
                    [(1, 11, 2, 1), (2, 12, 2, 0)]),
    "DATAINTEGER": ("ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value INTEGER",
                    [(1, 11, 3, -7)]),
    "DATALONGTEXT": ("ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value TEXT",
                     [(1, 11, 4, "=1+1\nand more"), (2, 12, 4, "")]),
    "REGEXES": ("Label TEXT", [("clim.*",)]),
}  # fmt: skip
_DOCUMENTS = (
    "ID INTEGER, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT,"
    " Notes TEXT, Type TEXT, Date INTEGER"
)


_LETTER = (1, "A letter", TEXT, 1, "Zoe", "Tribune", "2", "", "op-ed")


def dna(path: Path, **changed: tuple[str, Rows]) -> Path:
    """A database of DNA 3: two statements of one coder."""
    day = 1_551_398_400  # 2019-03-01
    tables: dict[str, tuple[str, Rows]] = _DNA | {
        "SETTINGS": ("Property TEXT, Value TEXT", [("version", "3.0.7")]),
        "DOCUMENTS": (_DOCUMENTS, [(*_LETTER, day)]),
        "ENTITIES": (
            "ID INTEGER, VariableId INTEGER, Value TEXT, ChildOf INTEGER",
            [(1, 1, "", None), (2, 1, "Senate", None), (3, 1, "Committee", 2), (4, 5, "", None)],
        ),
        "DATASHORTTEXT": ("ID INTEGER, StatementId INTEGER, VariableId INTEGER, Entity INTEGER",
                          [(1, 11, 1, 3), (2, 12, 1, 1)]),
        "ATTRIBUTEVARIABLES": ("ID INTEGER, VariableId INTEGER, AttributeVariable TEXT",
                               [(1, 1, "Type"), (2, 1, "Notes")]),
        "ATTRIBUTEVALUES": (
            "ID INTEGER, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT",
            [(1, 2, 1, "Government"), (2, 2, 2, "of the state")],
        ),
    }  # fmt: skip
    return database(path, tables | changed)


def dna_2(path: Path) -> Path:
    """The same as DNA 2 keeps it: entities by value, milliseconds."""
    day = 1_551_398_400_000
    return database(
        path,
        _DNA
        | {
            "SETTINGS": ("Property TEXT, Value TEXT", [("version", "2.0-beta25")]),
            "DOCUMENTS": (_DOCUMENTS, [(*_LETTER, day)]),
            "DATASHORTTEXT": (
                ("ID INTEGER, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER,"
                " Value TEXT"),
                [(1, 11, 1, 1, "Committee"), (2, 12, 1, 1, "")],
            ),
            "ATTRIBUTES": (
                ("ID INTEGER, VariableId INTEGER, Value TEXT, Type TEXT, Alias TEXT, Notes TEXT,"
                " ChildOf TEXT"),
                [(1, 1, "Committee", "", "", "", "Senate"),
                 (2, 1, "Senate", "Government", "", "of the state", "")],
            ),
        },
    )  # fmt: skip


BRAT: dict[str, bytes] = {
    "annotation.conf": b"[entities]\n!Actor\n\tPerson\n\tState\nPlace\n"
    b"[relations]\nIn Arg1:Person\n"
    b"[events]\nMeet Who:Person\n"
    b"[attributes]\nSure Arg:<ENTITY>\nTone Arg:<EVENT>, Value:Good|Bad\n",
    "a.txt": TEXT.encode(),
    "a.ann": (
        f"T1\tPerson {SMILE} {SMILE + 5}\tsmile\n"
        "T2\tMeet 0 5;12 17\tFirst with \nE1\tMeet:T2 Who:T1\n"
        "A1\tSure T1\nA2\tTone E1 Good\n#1\tAnnotatorNotes T1\tis it a person?\n"
        "R1\tIn Arg1:T1 Arg2:T1\n*\tEquiv T1 T1\nT3\tGod 0 5\tXXXXX\n"
    ).encode(),
}


def label_studio(text: str = TEXT, *, wide: bool = True) -> bytes:
    """An export of Label Studio: a passage, a tied passage and a rating by one, a choice by two.

    A model made a prediction; of another there is only the number.
    """

    def at(words: str) -> dict[str, Any]:
        before = text[: text.index(words)]
        start = utf16(before) if wide else len(before)
        return {"start": start, "end": start + len(words), "text": words}

    def told(name: str, kind: str, value: Mapping[str, Any], id_: str = "") -> dict[str, Any]:
        return {
            "id": id_ or name,
            "from_name": name,
            "to_name": "text",
            "type": kind,
            "value": value,
        }

    ana = [
        told("mood", "labels", {**at("smile"), "labels": ["Good"]}),
        told("actor", "labels", {**at("Third"), "labels": ["us"]}, "r1"),
        told("stance", "choices", {**at("Third"), "choices": ["pro", "=1+1"]}, "r1"),
        told("score", "rating", {"rating": 4}),
        told("topic", "choices", {"choices": ["War"]}),
    ]
    ben = [told("topic", "choices", {"choices": ["Peace"]})]
    model = {"model_version": "gpt", "result": [told("topic", "choices", {"choices": ["War"]})]}
    return json.dumps(
        [{"id": 5, "data": {"text": text, "title": "A letter"}, "predictions": [model, 5],
          "annotations": [
              {"completed_by": {"id": 1, "email": "ana@example.org"}, "result": ana},
              {"completed_by": 2, "result": ben},
              {"completed_by": 3, "was_cancelled": True, "result": ben},
          ]}]
    ).encode()  # fmt: skip


def doccano(*labels: object, text: str = TEXT, **more: object) -> bytes:
    """One line of an export of doccano."""
    return json.dumps({"id": 1, "text": text, "label": list(labels), **more}).encode() + b"\n"
