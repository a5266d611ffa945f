"""Delimited tables: columns in four languages, rows that are refused, encodings."""

import pytest

from annotator.model.article import Kind
from annotator.readers import Options
from annotator.readers.tables import rows
from tests.readers.reading import of_kind, reading, refusal, refused, texts, warnings


def test_one_article_in_each_row() -> None:
    table = (
        b"id,title,subtitle,author,newspaper,date,url,section,mood,text\r\n"
        b'7,A bridge,Never built,Jane Doe,Daily,2020-03-04,http://a.example,Opinion,sad,"One.\r\n'
        b'\r\nTwo."\r\n8,Rain,,,,,,,,It rained.\r\n'
    )
    read = reading(table, "a.csv")
    bridge, rain = read.articles
    assert read.format == "csv"
    assert texts(bridge) == ["A bridge", "Never built", "One.", "Two."]
    assert of_kind(bridge, Kind.HEADLINE) == ["A bridge"]
    assert of_kind(bridge, Kind.STANDFIRST) == ["Never built"]
    assert bridge.paragraphs[0].reason == "the table calls it the title"
    assert (bridge.name, bridge.title, bridge.author, bridge.source, bridge.date, bridge.url) == (
        "7", "A bridge", "Jane Doe", "Daily", "2020-03-04", "http://a.example",
    )  # fmt: skip
    assert bridge.metadata["section"] == "Opinion"
    assert bridge.metadata["mood"] == "sad"
    assert (bridge.metadata["row"], rain.metadata["row"]) == ("2", "5")
    assert "mood" not in rain.metadata


@pytest.mark.parametrize(
    "header",
    [
        "headline;publication;publish_date;authors;full text",
        "Titel;Zeitung;Datum;Autorin;Volltext",
        "Überschrift;Quelle;Erscheinungsdatum;Verfasser;Artikeltext",
        "Titre;Titre de publication;Date de publication;Auteur;Texte intégral",
        "Título;Periódico;Fecha de publicación;Autor;Texto completo",
        "TITLE;Media_Name;PubDate;By-line;BODY",
    ],
)
def test_columns_are_known_in_four_languages(header: str) -> None:
    header = header.replace("By-line", "Byline")
    table = f"{header}\nA bridge;Daily;4.3.2020;Jane Doe;It rained.\n"
    [article] = reading(table.encode(), "a.csv").articles
    assert (article.title, article.source, article.date, article.author) == (
        "A bridge", "Daily", "2020-03-04", "Jane Doe",
    )  # fmt: skip
    assert texts(article)[-1] == "It rained."


def test_a_person_may_name_the_columns() -> None:
    table = b"a,b,Text,When\nA bridge,It rained.,nothing,4 March 2020\n"
    options = Options(columns={"text": "b", "title": "A", "date": "when"})
    [article] = reading(table, "a.csv", options).articles
    assert texts(article) == ["A bridge", "It rained."]
    assert article.date == "2020-03-04"
    assert article.metadata["text"] == "nothing"
    told = refusal(table, "a.csv", Options(columns={"text": "words"}))
    assert 'has no column "words"' in told
    assert 'the columns are "a", "b", "Text", "When"' in told


def test_rows_that_cannot_be_read_are_named_by_their_line() -> None:
    table = b'title,text\nA,"One.\nTwo."\nB,\nC,Three,more\nD\nE,  \t\nF,Four\n'
    read = reading(table, "a.csv")
    assert [article.title for article in read.articles] == ["A", "F"]
    assert [problem.line for problem in read.refused] == [4, 5, 6, 7]
    assert refused(read)[0] == 'the row has no text in its column "text"'
    assert refused(read)[1] == "3 cells, but the header has 2"


def test_addresses_without_texts_are_no_articles() -> None:
    media_cloud = b"id,title,url,language,publish_date,media_name,media_url,indexed_date\n"
    told = refusal(media_cloud + b"1,A,http://a.example,en,2020-01-01,Daily,,\n", "a.csv")
    assert "a table of web addresses: the texts themselves are not in it" in told
    assert "--text" in told


def test_a_table_without_known_columns_lists_them() -> None:
    told = refusal(b"x,y\n1,2\n", "a.csv")
    assert "no column that is known to hold the text" in told
    assert 'the columns are "x", "y"' in told


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"title,text\n", "has no row with a text"),
        (b"title,text\nA,\n", "has no row with a text"),
        (b'title,text\nA,"One.\nB,Two.\n', "the quotes do not close"),
        (b"title,text\nA,One\x00.\n", "contains a NUL character"),
        (b"\n\n", "the file is empty"),
    ],
)
def test_refused(table: bytes, message: str) -> None:
    assert message in refusal(table, "a.csv")


@pytest.mark.parametrize(
    ("table", "encoding"),
    [
        (
            "title;text\nBrücke;Es regnete – überall, größer als gedacht.\n".encode("cp1252"),
            "cp1252",
        ),
        ("\ufefftitle;text\nBrücke;Es regnete – überall.\n".encode(), "utf-8"),
        ("title\ttext\nBrücke\tEs regnete – überall.\n".encode("utf-16"), "utf-16-le"),
        ("sep=|\ntitle|text\nBrücke|Es regnete – überall.\n".encode(), "utf-8"),
    ],
)
def test_encodings_and_delimiters(table: bytes, encoding: str) -> None:
    read = reading(table, "a.csv")
    assert read.articles[0].title == "Brücke"
    assert read.encoding == encoding


def test_quotes_as_r_and_mysql_write_them() -> None:
    table = b'title,text\n"A","He said \\"no\\", twice."\n"B","C:\\\\x, and ""so"" on."\n'
    read = reading(table, "a.csv")
    assert [texts(article)[1] for article in read.articles] == [
        'He said "no", twice.',
        'C:\\x, and "so" on.',
    ]


def test_the_column_of_dates_tells_whether_the_day_comes_first() -> None:
    def dates(*written: str) -> list[str]:
        rows = "".join(f"{date},Text {n}\n" for n, date in enumerate(written))
        return [
            article.date for article in reading(f"date,text\n{rows}".encode(), "a.csv").articles
        ]

    assert dates("3/4/2020", "13/4/2020") == ["2020-04-03", "2020-04-13"]
    assert dates("3/4/2020", "4/13/2020") == ["2020-03-04", "2020-04-13"]
    assert dates("1583280000", "1583280000000", "2020-03-04T05:06:07Z") == ["2020-03-04"] * 3
    read = reading(b"date,text\n3/4/2020,One\n", "a.csv")
    assert read.articles[0].date == ""
    assert read.articles[0].metadata["date_as_written"] == "3/4/2020"
    assert "1 date not certain" in warnings(read)[0]


def test_ids_that_tell_rows_apart_are_names() -> None:
    same = reading(b"id,text\n1,One\n1,Two\n", "a.csv")
    assert [article.name for article in same.articles] == ["a-1", "a-2"]
    assert [article.metadata["id"] for article in same.articles] == ["1", "1"]


def test_the_title_stands_above_the_text_once() -> None:
    [article] = reading(b'title,text\nA bridge,"A Bridge\n\nIt rained."\n', "a.csv").articles
    assert texts(article) == ["A Bridge", "It rained."]
    assert article.paragraphs[0].kind is Kind.HEADLINE


def test_mark_up_in_cells_is_taken_out_and_said() -> None:
    table = b"title,text\nA,<p>One <b>two</b>.</p><p>Three &amp; four.</p>\nB,1 < 2 and 3 > 2\n"
    read = reading(table, "a.csv")
    assert texts(read.articles[0]) == ["A", "One two.", "Three & four."]
    assert texts(read.articles[1]) == ["B", "1 < 2 and 3 > 2"]
    assert warnings(read) == ["mark-up of web pages was taken out of the text of 1 row"]


def test_no_column_is_lost_behind_another_of_its_name() -> None:
    read = reading(b"title,text,Title,format,note,note,\nA,One.,B,short,x,y,z\n", "a.csv")
    [article] = read.articles
    assert article.title == "A"
    assert dict(article.metadata) == {
        "title (column 3)": "B", "format (column 4)": "short", "note": "x", "note (column 6)": "y",
        "(column 7)": "z", "row": "2", "format": "csv",
    }  # fmt: skip


def test_of_two_columns_that_could_be_the_text_one_is_named() -> None:
    read = reading(b"title,content,text\nA,Other.,One.\n", "a.csv")
    assert texts(read.articles[0]) == ["A", "One."]
    assert warnings(read) == ['the column "text" is read as the text; "content" stays metadata']


def test_a_table_may_be_called_txt() -> None:
    table = b"headline\tdate\tbody\nA\t2020-03-04\tIt rained.\n"
    assert reading(table, "a.txt").format == "csv"
    assert reading(b"Text, title and date: a poem\n\nOne.\n", "a.txt").format == "text"


def test_cells_and_tables_beyond_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    long = b"title,text\nA," + b"x" * 200_000 + b"\nB,One\n"
    assert len(reading(long, "a.csv").articles) == 2
    monkeypatch.setattr(rows, "MAX_CELL", 1_000)
    monkeypatch.setattr(rows, "MAX_PARAGRAPHS", 2)
    assert refused(reading(long, "a.csv")) == [
        'its cell "text" has 200,000 characters; the limit is 1,000'
    ]
    many = b'title,text\nA,"1\n\n2\n\n3"\nB,One\n'
    assert refused(reading(many, "a.csv")) == ["its text has 3 paragraphs; the limit is 2"]
    monkeypatch.setattr(rows, "MAX_ROWS", 1)
    assert "has 2 rows; the limit is 1" in refusal(many, "a.csv")


def test_a_table_of_codings_is_no_table_of_articles() -> None:
    table = b"coder,article,paragraph,tone\nann,talks-1,2,good\nbo,talks-1,3,bad\n"
    assert 'column "article" has names or numbers in it, no texts' in refusal(table, "a.csv")
    assert "annotator import" in refusal(table, "a.csv")
    asked = reading(table, "a.csv", Options(columns={"text": "article"}))
    assert len(asked.articles) == 2
    assert len(reading(b"n,article\n1,It rained.\n2,Snow.\n", "a.csv").articles) == 2
