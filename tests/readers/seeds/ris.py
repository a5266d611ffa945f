"""RIS files: records of ours as reference managers and databases write them."""

_LONG = "The ferry was late again, and nobody was surprised. " * 25

NEWS = f"""1.
TY  - NEWS
ID  - harbour-1
T1  - Harbour wall: a metre more
A1  - Quill, Ada
A1  - Düne, Eva
T2  - The Harbour Courier
DA  - 2019/07/01/
PY  - 2019
SP  - 4
EP  - 5
AB  - The council voted on Monday.
KW  - walls
KW  - fishing
LA  - en
SN  - 0319-0000
UR  - https://courier.example.org/wall
UR  - https://archive.example.org/wall
L1  - files/12/wall.pdf
N1  - Found by chance.
ER  -

TY  - NPCR
TI  - Ferry late again
AU  - Vane, Mara
JO  - Evening Tide
Y1  - 2019/07/02
AB  - A ferry is late.
N1  - {_LONG}
ER  -
TY  - JOUR
TI  - A title alone
L1  - files/13/title.pdf
ER  -
"""

MARKED_UP = """TY  - JOUR
TI  - Walls and what they do
PY  - 2014//
N2  - <jats:p>Walls <jats:italic>divide</jats:italic>.</jats:p><p>Gates &amp; doors do not.</p>
ER  -
"""

WRAPPED = """TY  - JOUR
N2  - first line, ER then the
      second line and at the end
the last line

A second paragraph.
ER  -
"""

NEVER_ENDED = """TY  - NEWS
TI  - One
AB  - Text of one.
TY - NEWS
TI - Two
AB - Text of two.
"""

SEEDS: dict[str, bytes] = {
    "news.ris": NEWS.encode(),
    "marked_up.ris": MARKED_UP.replace("\n", "\r\n").encode("utf-8-sig"),
    "wrapped.ris": WRAPPED.encode(),
    "never_ended.ris": NEVER_ENDED.encode(),
}
