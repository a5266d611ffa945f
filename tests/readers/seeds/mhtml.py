"""A page that a browser saved as MHTML."""

import quopri

from tests.readers.seeds.html import ARTICLE

PAGE = (
    b"From: <Saved by Blink>\r\n"
    b"Snapshot-Content-Location: https://harbourpost.example/ferry?page=1\r\n"
    b"Subject: Ferry fares rise\r\n"
    b"MIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x"\r\n'
    b"\r\n\r\n------Part--x\r\n"
    b"Content-Type: text/html\r\n"
    b"Content-ID: <frame-1@mhtml.blink>\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://harbourpost.example/ferry?page=1\r\n\r\n"
)
END = (
    b"\r\n------Part--x\r\nContent-Type: text/css\r\nContent-Location: cid:css-1\r\n\r\n"
    b"p { color: black }\r\n------Part--x--\r\n"
)

SEEDS: dict[str, bytes] = {
    "page.mhtml": PAGE + quopri.encodestring(ARTICLE.encode()).replace(b"\n", b"\r\n") + END,
}
