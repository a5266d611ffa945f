"""Europresse pages in both layouts, written from the description of the format."""

_NEW = """<article><header>
<div class="rdp__DocPublicationName"><span class="DocPublicationName"><b>Le Phare</b>, no. 4301
 <br/>Port-Ville ; L'Île</span></div>
<div class="rdp__DocHeader">
<span class="DocHeader">Politique, jeudi 4 mars 2021 583 mots, p. 7</span></div>
<div class="titreArticle"><p class="sm-margin-bottomNews">TRANSPORTS</p>
<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Le <mark>bac</mark> plus cher</p>
<p class="sm-margin-TopNews rdp__subtitle">L'île n'a pas de pont</p></div>
<p class="sm-margin-bottomNews">Jeanne Roux</p></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer">
<p>La traversée du <mark>bac</mark>, <i>dit-on</i>, coûtera quatre couronnes.</p>
 <p>Le conseil proteste.</p>
<a href="https://lephare.example/bac" target="_blank"> Cet article est paru dans Le Phare</a><p />
</div></div></section>
<footer><div class="Doc-LegalInfo"><small>© 2021 Le Phare. Tous droits réservés.</small></div>
<div class="publiC-lblNodoc">news·20210304·LP·1256_056</div></footer></article>
"""
_LINK = """<article><header><span class="DocPublicationName">Le Phare (site web)</span>
<span class="DocHeader">vendredi 5 mars 2021 - 16:55:20 -0000</span>
<div class="titreArticle"><p class="titreArticleVisu">Vidéo du port</p></div></header>
<p class="link-not-hosted">Voir la vidéo</p></article>
"""
_AUTHORS = """<article><header><span class="DocPublicationName">The Harbour Post</span>
<span class="DocHeader">News, Thursday, March 4, 2021 1084 words, p. 3</span>
<p class="titreArticleVisu">Ferry fares rise</p><div class="docAuthors">By Jane Roe</div></header>
<section><div class="DocText"><p>Crossing the bay will cost four crowns.</p></div></section>
</article>
"""


def old(name: str, header: str, title: str, text: str, *, above: str = "") -> str:
    spans = "".join(f'<span class="DocHeader">{part}</span>' for part in header.split("|"))
    return (
        '<table><tr><td><table id="tbHeaderImages"><tr><td id="celPublication"><img src="x.gif">'
        f'<br></td></tr></table><span class="DocPublicationName">{name}</span><br>{spans}<br><br>'
        f'{above}<span class="TitreArticleVisu">{title}</span><br><br>{text}<p></p>'
        "<b><i>© 2021 Le Phare. Tous droits réservés.</i></b><p></p>"
        "Numéro de document : news·20210304·LP·1256056<br><br><table><tr><td>Certificat</td></tr>"
        "<tr><td>Ce certificat est émis à <b>University</b>.</td></tr></table></td></tr></table><p>"
    )


def page(*articles: str, charset: str = "utf-8") -> bytes:
    head = f'<META http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{head}</head><body>{''.join(articles)}</body></html>".encode()


OLD = old(
    "Le Phare, no. 4301", "Politique, |jeudi |4 mars 2021|, p. 07",
    'Le <span style="color:red">bac</span> plus cher',
    'Jeanne Roux<br><p></p>La traversée coûtera<font style="font-weight:bold;"> quatre</font>'
    " couronnes.<p></p>Le conseil proteste.", above="Transports<br>",
)  # fmt: skip
OLD_WITHOUT_AUTHOR = old(
    "Mag", "mercredi |3 mars 2021", "Le pont", "Un pont, dit le maire, serait trop cher."
)

SEEDS: dict[str, bytes] = {
    "new.html": page(_NEW, _LINK, _AUTHORS),
    "old.html": page(OLD, OLD_WITHOUT_AUTHOR, charset="ISO-8859-1"),
}
