"""Web pages as browsers save them; every word is ours."""

ARTICLE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry fares rise | The Harbour Post</title>
<link rel="canonical" href="https://harbourpost.example/2021/03/04/ferry">
<meta property="og:site_name" content="The Harbour Post">
<meta property="og:title" content="Ferry fares rise">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<meta name="author" content="Jane Roe">
<meta name="description" content="Crossing the bay becomes dearer.">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<article><h1>Ferry fares rise</h1>
<p>Crossing the bay will cost four crowns from April, the port authority said on Thursday, one crown
more than in the past six years.</p>
<h2>What commuters say</h2>
<p>Those who <em>live</em> on the island called it unfair, and the council asked the government for
a <b>season ticket</b> that is worth its name.</p>
<blockquote><p>“We have no bridge,” said the mayor, “and no choice.”</p></blockquote>
<ul><li>Single crossing: four crowns instead of three crowns.</li>
<li>Ten crossings: thirty crowns instead of twenty-five crowns.</li></ul>
<p>The authority pointed to the price of fuel, which doubled within two years,<br>and to the new
ship that has to be paid for.</p>
<table><tr><th>Year</th><th>Crossings</th></tr><tr><td>2019</td><td>81,000</td></tr></table>
</article>
<footer><p>© 2021 The Harbour Post. All rights reserved. Imprint, privacy, contact.</p></footer>
</body></html>
"""
_SEEN = """\
Ferry fares rise
Crossing the bay will cost four crowns from April, the port authority said on Thursday, one crown \
more than in the past six years.
What commuters say
Those who live on the island called it unfair, and the council asked the government for a season \
ticket that is worth its name.
“We have no bridge,” said the mayor, “and no choice.”
Single crossing: four crowns instead of three crowns.
Ten crossings: thirty crowns instead of twenty-five crowns.
The authority pointed to the price of fuel, which doubled within two years,|and to the new ship \
that has to be paid for.
Year / Crossings
2019 / 81,000"""
PARAGRAPHS = [line.replace("|", "\n").replace(" / ", " | ") for line in _SEEN.split("\n")]
"""What a person sees of `ARTICLE`: title, two headings' worth of text, list and table."""

OLD = (
    "<HTML><HEAD><TITLE>Die F\xe4hre wird teurer</TITLE>"
    "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-1'></HEAD>"
    "<BODY BGCOLOR=white><FONT FACE=Arial>"
    "<B>Die F\xe4hre wird teurer</B>"
    "<P>Ab April kostet die \xdcberfahrt vier Kronen, sagte die Hafenbeh\xf6rde am Donnerstag, eine"
    " Krone mehr als in den letzten sechs Jahren.<P>Die Insel hat keine Br\xfccke, und viele fahren"
    " jeden Tag hin\xfcber, zur Arbeit oder zur Schule.<BR><BR>Der Rat will eine"
    " Monatskarte.</BODY>"
).encode("latin-1")

SEEDS: dict[str, bytes] = {
    "article.html": ARTICLE.encode(),
    "old.htm": OLD,
    "script.html": b"<!doctype html><html><body><div id=root></div><script>go()</script></body>",
    "fragment.html": b"<div><p>One paragraph.</p><p>And another one, a bit longer.</p></div>",
    "wide.html": ARTICLE.encode("utf-16"),
    "single_file.html": (
        "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://bay.example/a \n "
        "saved date: Thu Mar 04 2021\n--><meta charset=utf-8><body><img src=data:image/png;base64,"
        + "iVBORw0KGgo" * 60
        + "><p>The ferry was late again, and nobody on the pier was surprised at that.</p></body>"
    ).encode(),
}
