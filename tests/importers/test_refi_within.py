"""Texts that are part of another source: transcripts of recordings, and what a PDF says."""

from annotator.model.coding import Answer
from tests.importers.refi_made import (
    CODES,
    TEXT,
    USERS,
    answers,
    packed,
    project,
    read,
    selection,
    source,
)

RECORDING = (
    '<Sources><AudioSource guid="R" name="talks.mp3" path="relative:///talks.mp3">'
    "{value}{transcript}"
    '<AudioSelection guid="O" begin="0" end="9"><Coding guid="Q"><CodeRef targetGUID="L"/></Coding>'
    '</AudioSelection></AudioSource><VideoSource guid="W" path="internal://w.mp4"/></Sources>'
)
TRANSCRIPT = (
    '<Transcript guid="X" name="talks, typed" plainTextPath="internal://T.txt">'
    '<SyncPoint guid="s1" position="14" timeStamp="100"/><SyncPoint guid="s2" timeStamp="150"/>'
    '<SyncPoint guid="s3" position="21" timeStamp="200"/>'
    '<TranscriptSelection guid="Y" name="said no" fromSyncPoint="S1" toSyncPoint="s3" '
    'creatingUser="V"><Coding guid="Z"><CodeRef targetGUID="B"/></Coding></TranscriptSelection>'
    '<TranscriptSelection guid="y" fromSyncPoint="s1" toSyncPoint="s2">'
    '<Coding guid="z"><CodeRef targetGUID="A"/></Coding></TranscriptSelection>'
    '<TranscriptSelection guid="v"/></Transcript>'
)
AUTHOR = (
    '<Variables><Variable guid="1" name="Author" typeOfVariable="Text"/></Variables>',
    '<VariableValue><VariableRef targetGUID="1"/><TextValue>B. Lee</TextValue></VariableValue>',
)


def test_transcripts_of_recordings_are_texts() -> None:
    sources = RECORDING.format(value=AUTHOR[1], transcript=TRANSCRIPT)
    found = read(packed(project(USERS, CODES, AUTHOR[0], sources), T=TEXT))
    assert [(one.name, one.text, one.author) for one in found.articles] == [
        ("talks, typed", TEXT, "B. Lee")
    ]
    assert answers(found) == {("Ana (2)", 2): {"food": Answer.of("milk")}}
    told = ("recordings", "transcripts")
    assert {what: n for what, n in found.lost.items() if any(word in what for word in told)} == {
        "sound recordings of which only the transcripts are kept": 1,
        "passages of recordings, which have a time but no place in the text": 1,
        "passages of transcripts that are tied to the time but not to the text": 2,
    }
    assert found.lost["videos with what was coded in them"] == 1
    assert not found.problems


def test_recordings_without_transcripts_are_counted() -> None:
    found = read(packed(project(CODES, RECORDING.format(value="", transcript=""))))
    assert not found.articles
    assert found.lost["sound recordings with what was coded in them"] == 1


def test_what_is_known_of_a_pdf_is_known_of_its_text() -> None:
    text = '<Representation guid="E" plainTextPath="internal://T.txt"/>'
    pdf = f'<Sources><PDFSource guid="D" name="report">{AUTHOR[1]}{text}</PDFSource></Sources>'
    found = read(packed(project(CODES, AUTHOR[0], pdf), T=TEXT))
    assert [(one.name, one.author) for one in found.articles] == [("report", "B. Lee")]


def test_a_transcript_that_is_a_text_as_well_is_one_article() -> None:
    both = source(selection(14, 21, "said no", "A")) + RECORDING.format(
        value="", transcript=TRANSCRIPT
    )
    found = read(packed(project(USERS, CODES, both.replace("</Sources><Sources>", "")), T=TEXT))
    assert [one.name for one in found.articles] == ["talks"]
    assert answers(found) == {
        ("Ana", 2): {"food": Answer.of("food")},
        ("Ana (2)", 2): {"food": Answer.of("milk")},
    }
