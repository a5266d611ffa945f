"""What newspapers write around their articles, in the languages they are written in.

All in lower case with straight apostrophes; semicolons between phrases.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list: semicolons stand between them, line breaks mean nothing."""
    return tuple(phrase.strip() for phrase in text.replace("\n", " ").split(";"))


# The whole block says this and no more.
BOILERPLATE_WHOLE = phrases("""
ad; ads; advert; advertisement; advertisements; advertising; sponsored; sponsored content;
sponsored links; promoted content; paid post; paid content; partner content; related;
related articles; related article; related stories; related story; related content;
related topics; related news; related coverage; related links; related posts; related items;
more stories; more news; more opinion; more opinions; more on this; more on this story;
more on this topic; most popular; most read; most viewed; most shared; most commented; trending;
trending now; trending stories; recommended; recommended for you; recommended stories;
recommended reading; you may also like; you may like; you might also like;
you may be interested in; editors' picks; editor's picks; editor's pick; top stories; latest news;
latest stories; latest; must reads; must read; don't miss; in case you missed it; up next;
next up; read next; next article; next story; next post; previous article; previous story;
previous post; read more; read more here; read also; also read; see more; see also; show more;
show less; view more; load more; learn more; find out more; continue reading; keep reading;
back to top; back to home; home; menu; search; skip to content; skip to main content;
skip to navigation; log in; sign in; sign up; login; register; subscribe; subscribe now;
subscribe today; start your free trial; newsletter; newsletters; share; share this;
share this article; share this story; share article; share on facebook; share on twitter; save;
save article; save for later; print; print article; print this article; email this article;
copy link; listen; listen to this article; listen to article; comments; add a comment;
post a comment; leave a comment; leave a reply; view comments; show comments; hide comments;
join the conversation; join the discussion; join the debate; no comments; no comments yet; tags;
topics; filed under; follow us; contact us; about us; terms of use; terms of service;
terms and conditions; privacy policy; cookie policy; cookie settings; all rights reserved;
loading; loading...; toggle caption; hide caption; enlarge this image; enlarge image;
view image in fullscreen; explore more; free newsletter; about this content; reuse this content;
letters policy; anzeige; werbung; anzeigen; mehr zum thema; mehr dazu; mehr lesen; weiterlesen;
weitere artikel; weitere themen; auch interessant; lesen sie auch; lesen sie mehr; meistgelesen;
meistgelesene artikel; teilen; drucken; merken; artikel teilen; artikel drucken; kommentare;
kommentieren; zur startseite; startseite; newsletter bestellen; alle rechte vorbehalten; themen;
schlagworte; impressum; datenschutz; publicité; lire aussi; à lire aussi; lire plus tard;
lire la suite; voir aussi; sur le même sujet; dans la même rubrique; les plus lus; partager;
imprimer; envoyer; réagir; commentaires; commenter; s'abonner; tous droits réservés;
mentions légales; mots clés; publicidad; leer más; ver más; lea también; lee también;
más información; más noticias; noticias relacionadas; lo más leído; compartir; imprimir;
comentarios; comentar; suscríbete; archivado en; todos los derechos reservados; pubblicità;
leggi anche; articoli correlati; condividi; commenti; riproduzione riservata; advertentie;
lees ook; lees meer; meest gelezen; delen; reacties; publicidade; leia também; leia mais;
mais lidas; compartilhar; comentários; annons; annonse; annonce; läs mer; läs också; les også;
læs også; 広告; 関連記事; 続きを読む; あわせて読みたい; 广告; 相关阅读; 相关新闻; 延伸阅读; 광고;
관련기사; just watched; must watch; replay
""")

# The block begins with this and is a line, no sentence: at most 20 words, no full stop (or a colon
# right after the phrase).
BOILERPLATE_LINE = phrases("""
more about; more coverage; read more; read also; also read; read next; read:; read the full;
read our; see also; see:; watch:; watch now; listen:; related:; related story; related stories;
related article; related articles; recommended:; trending:; trending now; most read; most popular;
up next; next:; next story; next article; previous:; don't miss:; sponsored by; sponsored links;
sponsored content; promoted by; presented by; advertisement; ads by; powered by; tags:; tagged:;
tags; topics:; topic:; keywords:; filed under; categories:; category:; posted in; share on;
share this; share via; tweet this; print this; follow the topics; follow this topic; view all;
view comments; see all; browse all; all articles by; other articles by; other columns by;
latest from; in this article; on this topic; from the archive; from the archives; comments (;
show comments; mehr zum thema; mehr zu; lesen sie auch; lesen sie hier; lesen sie mehr; zum thema;
auch interessant; schlagworte:; themen:; lire aussi; à lire aussi; a lire aussi; lire également;
à lire également; lire la suite; voir aussi; sur le même sujet; mots-clés; lea también;
lee también; leer también; le puede interesar; te puede interesar; ver también; más sobre;
archivado en; etiquetas:; leggi anche; argomenti:; lees ook; lees verder; meer over; leia também;
leia mais; veja também; saiba mais; läs mer; läs också; les også; læs også
""")

# As above, and a name, a section or "this" follows: "More in Opinion", not "More in sorrow".
BOILERPLATE_TEASER = phrases("""
more from; more in; more on; more by; mehr von; mehr aus; meer uit; más en; más de; related;
recommended; trending; popular
""")

# The block begins with this, whatever follows.
BOILERPLATE_START = phrases("""
sign up for; sign up to; sign up here; sign up now; subscribe to our; subscribe to the newsletter;
subscribe here; subscribe now; click here; follow us on; follow us:; like us on; find us on;
join us on; download our app; download the app; download our; we use cookies; this site uses;
this website uses; our website uses; by signing up; by clicking; by continuing to; by subscribing;
by submitting; by registering; by using this site; already a subscriber; already have an account;
not a subscriber; please consider supporting; please consider making; please consider subscribing;
please subscribe; please support; please enable; support our journalism;
support independent journalism; support quality journalism; help us improve;
thank you for reading; thanks for reading; you have reached your; you've reached your;
you have been successfully; you can unsubscribe; to continue reading; to read the full;
this content is; this article is for; this article is part of; this article is adapted from;
this article is republished; this article is reprinted; this article is provided;
this article was amended; this article was updated; this article was corrected;
this article was originally; this article was first; this article was published;
this article has been; this article originally; this article first; this article appeared;
this article appears; this column was originally; this column was first; this column has been;
this column originally; this column first; this column does not necessarily;
this column doesn't necessarily; this commentary was; this commentary first;
this commentary originally; this op-ed was; this op-ed originally; this op-ed first;
this essay was originally; this essay is adapted; this essay first; this piece was originally;
this piece was first; this piece first; this piece originally; this piece has been;
this post was originally; this post has been; this story was originally; this story was first;
this story has been; this story first; this story originally; this is an edited; this is a modal;
an earlier version of this article; an earlier version of this op-ed;
an earlier version of this column; an earlier version of this essay;
an earlier version of this piece; an earlier version of this commentary;
an earlier version of this editorial; an earlier version of this story;
an earlier version of this post; a previous version of this article;
a previous version of this op-ed; a previous version of this column;
a previous version of this essay; a previous version of this piece;
a previous version of this commentary; a previous version of this editorial;
a previous version of this story; a previous version of this post; an earlier version misstated;
a version of this article; a version of this op-ed; a version of this column;
a version of this essay; a version of this piece; a version of this commentary;
a version of this editorial; a version of this story; a version of this post;
a longer version of this article; a longer version of this op-ed; a longer version of this column;
a longer version of this essay; a longer version of this piece;
a longer version of this commentary; a longer version of this editorial;
a longer version of this story; a longer version of this post; a shorter version of this article;
a shorter version of this op-ed; a shorter version of this column;
a shorter version of this essay; a shorter version of this piece;
a shorter version of this commentary; a shorter version of this editorial;
a shorter version of this story; a shorter version of this post; adapted from; reprinted from;
reprinted with; republished with; republished from; originally published; first appeared in;
correction:; corrections:; correction appended; clarification:; update:; editorials represent the;
editorials are written; the editorial board is; the editorial board operates; share or comment on;
reading time; estimated reading time; lesezeit; temps de lecture; tiempo de lectura;
editor's note; editors' note; editors note; editor’s note; note to readers; note:; disclosure:;
the views expressed; the opinions expressed; views expressed; opinions expressed;
the views and opinions; the views in this; the opinions in this; views are the author's;
views are personal; the writer's views; the times is committed to publishing; send letters to;
send a letter; send us a letter; send your letters; send comments to; send your comments;
submit a letter; submit your letter; submit an op-ed; to submit a letter; to submit an op-ed;
to submit an article; to respond to this article; to comment on this article;
to comment on this story; to comment on this column; have an opinion on; have a question;
have a tip; got a tip; do you have an opinion on; do you have a story; write to us; email us;
we want to hear; we'd like to hear; we welcome your; join our; become a member;
become a subscriber; become a supporter; get the latest; get our; get unlimited; get full access;
get the best of; get breaking news; get daily news; get alerts; stay up to date; stay informed;
keep up to date; want more opinion; want more news; story continues below; story continues after;
article continues below; article continues after; content continues below; continue reading below;
continue reading the main; scroll down to continue; your email address; enter your email;
please enter; please try again; oops; copyright ©; copyright (c); copyright:; copyright 19;
copyright 20; ©; (c) 19; (c) 20; all rights reserved; all contents; distributed by;
published under; licensed under; no part of this publication; jetzt abonnieren; jetzt anmelden;
abonnieren sie; melden sie sich; bestellen sie; folgen sie uns; bleiben sie;
alle rechte vorbehalten; dieser artikel erschien; dieser artikel ist; dieser text erschien;
dieser text ist zuerst; dieser beitrag erschien; in einer früheren; in einer ersten fassung;
anmerkung der redaktion; hinweis der redaktion; anm. d. red; korrektur:; das könnte sie auch;
das könnte dich auch; abonnez-vous; inscrivez-vous; recevez chaque; recevez notre; recevez nos;
suivez-nous; cet article est réservé; cet article est paru; cet article a été; article réservé;
contenu réservé; il vous reste; la suite est réservée; tous droits réservés;
les opinions exprimées; note de la rédaction; rectificatif; erratum; suscríbete a; suscríbase a;
regístrate; síguenos en; sigue toda la información; apúntate a; recibe la newsletter;
recibe nuestra; todos los derechos reservados; fe de errores; las opiniones expresadas;
iscriviti alla; abbonati a; seguici su; tutti i diritti; riproduzione riservata; meld je aan;
schrijf je in; abonneer je; volg ons; alle rechten voorbehouden; assine a; inscreva-se; siga-nos;
todos os direitos; 無断転載; 무단; ⓒ; add to my; please direct; to contact the; disclaimer:;
disclosure statement
""")

CAPTION_START = phrases("""
photo:; photo by; photo credit; photo courtesy; photo illustration; photo/; photos by; photos:;
photograph:; photograph by; photographs by; photographer:; photography by; image:; image by;
image credit; image courtesy; image source; images:; picture:; picture by; picture credit;
pictured:; pictured above; pictured left; illustration:; illustration by; illustrations by;
cartoon:; cartoon by; art by; graphic:; graphic by; chart:; credit:; credits:; caption:;
file photo; file image; file -; file –; file —; ap photo; foto:; foto di; foto von; fotos:;
fotografie:; bild:; bilder:; bildquelle; bildrechte; grafik:; karikatur:; zeichnung:; archivbild;
archivfoto; symbolbild; symbolfoto; photo d'archives; photo d'illustration; photographie:;
crédit photo; crédit :; crédits :; crédit:; crédits:; photo :; photos :; illustration :; dessin :;
légende; imagen:; imagen de archivo; foto de archivo; foto de:; ilustración:; ilustración de;
crédito:; fotografía:; fotografía de; immagine:; illustrazione di; beeld:; afbeelding:; arquivo:
""")

CREDITS_WHOLE = phrases("""
reuters; afp; ap; ap photo; epa; epa-efe; getty; getty images; afp/getty images; associated press;
the associated press; agence france-presse; afp-jiji; afp via getty images; ap via getty images;
kyodo; yonhap; xinhua; bloomberg; dpa; shutterstock; alamy; istock
""")

# Followed by names: "By Jane Doe", "Von unserem ..." is not one.
BYLINE_BEFORE_NAMES = phrases("""
by; written by; words by; text by; story by; opinion by; opinion | by; op-ed by; commentary by;
comment by; analysis by; perspective by; column by; essay by; review by; editorial by;
guest essay by; guest post by; guest column by; reported by; posted by; published by;
interview by; translated by; author:; authors:; writer:; columnist:; von; text von;
ein kommentar von; kommentar von; ein gastbeitrag von; gastbeitrag von; ein gastkommentar von;
gastkommentar von; eine analyse von; analyse von; eine kolumne von; kolumne von; ein essay von;
ein leitartikel von; autor:; autorin:; aus dem englischen von; par; écrit par;
propos recueillis par; tribune par; une tribune de; une chronique de; la chronique de;
l'éditorial de; traduit par; por; escrito por; una columna de; di; de:; door; av; af; tekst:;
texte:; text:
""")

# A line that begins with this: at most 20 words.
BYLINE_LINE = phrases("""
translated from; translated by; translation by; translation:; special to the; special for the;
special for; exclusive to; as told to; aus dem englischen; aus dem amerikanischen;
aus dem französischen; traduit de; traduit par; traducción de; print edition |; print edition:
""")

# Followed by a date or a place of publication.
BYLINE_BEFORE_DATE = phrases("""
published; published:; published on; published at; published in; first published;
originally published; publication date; updated; updated:; updated on; last updated;
last modified; modified; posted; posted on; date:; publié le; publié; mis à jour; modifié le;
paru le; veröffentlicht; aktualisiert; zuletzt aktualisiert; erschienen; stand:; publicado;
actualizado; pubblicato; aggiornato; gepubliceerd; bijgewerkt; atualizado; modified on
""")

SECTIONS = words("""
opinion opinions op-ed op-eds oped commentary commentaries comment editorial editorials column
columns columnist columnists analysis perspective perspectives viewpoint viewpoints views voices
essay essays debate forum blog blogs letters leader leaders ideas argument dispatch outlook
contributors exclusive feature features world international news politics global
meinung meinungen kommentar kommentare gastbeitrag gastkommentar leitartikel kolumne kolumnen
debatte debatten analyse politik ausland aussenpolitik außenpolitik feuilleton leserbriefe
standpunkt essays international idées tribune tribunes débats chronique chroniques éditorial
éditoriaux monde politique analyse opinión tribuna columna columnas internacional mundo política
análisis opinioni opinione commento commenti editoriale editoriali esteri opinie commentaar
buitenland opinião editoriais
""")
"""Words that name the section a newspaper prints opinion in."""

SECTION_COMPANIONS = words("""
the and & of from to in our your on for us u.s u.s. uk u.k. eu un asia asia-pacific pacific
europe european americas america american africa african middle east west national nation
business economy economics foreign affairs policy security defense defence diplomacy society
culture china chinese japan japanese korea korean north south india russia germany france
editor editors editor's guest staff contributing writer contributor special report times post
today weekly sunday daily region regional geopolitics latest home
und der die das gesellschaft wirtschaft welt la le les el los il lo et y e
""")
"""Words that may stand beside them in a section label, or be one above a headline."""

ROLES = words("""
writer writers columnist columnists contributor contributors editor editors correspondent
correspondents reporter reporters board bureau staff fellow professor analyst commentator
editor-in-chief editor-at-large journalist author kolumnist kolumnistin korrespondent
korrespondentin redakteur redakteurin chefredakteur redaktion chroniqueur chroniqueuse
journaliste éditorialiste correspondant correspondante professeur columnista periodista
corresponsal redacción editorialista giornalista redacteur correspondente
""")
"""What a line below the byline calls the author."""

SHARE_WORDS = words("""
share tweet email e-mail mail print save post pin facebook twitter x whatsapp linkedin reddit
pinterest telegram messenger flipboard pocket instagram youtube rss tumblr bluesky threads
mastodon line wechat weibo copy link gift bookmark comment comments icon button more on this
via to article teilen drucken merken partager imprimer envoyer compartir imprimir condividi
delen google+ google fb sms url listen
""")
"""The words of a bar of buttons."""

WRITERS = phrases("""
writers?; authors?; columnists?; essayists?; contributors?; autorin; autor; auteure?; autrice;
autora; autore
""")
"""What a biography calls the author where it does not say the name (regular expressions)."""

BIO_VERBS = phrases("""
is; was; are; were; have; serves?; served; teach(?:es)?; taught; writes?; wrote; covers?;
directs?; heads?; leads?; works?; worked; chairs?; reports?; edits?; holds?; hosts?; lives?;
studies; specializes; specialises; focuses; ist; war; sind; lehrt; schreibt; arbeitet; leitet;
forscht; est; sont; enseigne; dirige; es; fue; son; escribe; trabaja; è; insegna; scrive; é; foi
""")
"""What a biography says the author does (regular expressions)."""

BIO_ROLES = phrases(r"""
professor\w*; prof\.; fellow; lecturer; scholar; researcher; historian; economist; scientist;
analyst; director; co-?founder; founder; chair(?:man|woman)?; president; dean; candidate; student;
columnist; contributor; contributing; correspondent; editor; journalist; reporter; writer; author;
novelist; essayist; commentator; blogger; producer; host; ambassador; diplomat; adviser; advisor;
negotiator; officer; official; secretary; minister; senator; member; expert; consultant;
strategist; lawyer; attorney; activist; associate; coordinator; specialist; executive; general;
colonel; admiral; teaches; writes; books?; wissenschaftler(?:in)?; direktor(?:in)?; leiter(?:in)?;
historiker(?:in)?; mitarbeiter(?:in)?; korrespondent(?:in)?; redakteur(?:in)?; journalistin;
politologe; politologin; kolumnist(?:in)?; chercheu(?:r|se); professeure?; maître; directeur;
directrice; journaliste; historienne?; politologue; économiste; essayiste; écrivaine?; profesora?;
catedrátic[oa]; investigadora?; directora?; periodista; escritora?; analista; professore(?:ssa)?;
docente; giornalista; ricercat(?:ore|rice)
""")
"""What authors of opinion pieces are by profession (regular expressions)."""
