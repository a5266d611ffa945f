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
관련기사; just watched; like this; must watch; replay
""")

# The block begins with this and is a line, no sentence: at most 20 words, no full stop (or a colon
# right after the phrase).
BOILERPLATE_LINE = phrases("""
more about; more coverage; read more; read also; also read; read next; read:; read the full;
read our; see also; see:; watch:; watch now; listen:; related:; related story; related stories;
related article; related articles; recommended:; trending:; trending now; most read; most popular;
up next; next story; next article; don't miss:; sponsored by; sponsored links; sponsored content;
promoted by; presented by; advertisement; ads by; powered by; tags:; tagged:; tags; topics:;
topic:; keywords:; filed under; categories:; category:; posted in; share on; share this;
share via; tweet this; print this; follow the topics; follow this topic; view all; view comments;
see all; browse all; all articles by; other articles by; other columns by; latest from;
in this article; on this topic; from the archive; from the archives; comments (; show comments;
mehr zum thema; mehr zu; lesen sie auch; lesen sie hier; lesen sie mehr; zum thema;
auch interessant; schlagworte:; themen:; lire aussi; à lire aussi; a lire aussi; lire également;
à lire également; lire la suite; voir aussi; sur le même sujet; mots-clés; lea también;
lee también; leer también; le puede interesar; te puede interesar; ver también; más sobre;
archivado en; etiquetas:; leggi anche; argomenti:; lees ook; lees verder; meer over; leia também;
leia mais; veja também; saiba mais; läs mer; läs också; les også; læs også; now watch:
""")

# As above, and a name, a section or "this" follows: "More in Opinion", not "More in sorrow".
BOILERPLATE_TEASER = phrases("""
more from; more in; more on; more by; mehr von; mehr aus; meer uit; más en; más de; related;
recommended; trending; popular
""")

# The block begins with this, whatever follows.
BOILERPLATE_START = phrases("""
click here; we use cookies; this site uses cookies; this website uses cookies; by signing up;
by clicking; by subscribing; by submitting; by using this site; already a subscriber;
already have an account; not a subscriber; thank you for reading; thanks for reading;
you have reached your; you've reached your; you can unsubscribe; to continue reading;
to read the full; support our journalism; support independent journalism;
support quality journalism; share or comment on; reading time; estimated reading time;
story continues below; story continues after; article continues below; article continues after;
content continues below; continue reading below; continue reading the main;
scroll down to continue; your email address; enter your email; please enter your; add to my;
correction:; corrections:; correction appended; clarification:; editor's note; editors' note;
editors note; disclosure:; disclosure statement; disclaimer:; editorials represent the;
editorials are written; the times is committed to publishing; copyright (c); copyright:;
copyright 19; copyright 20; copyright the; (c) 19; (c) 20; all rights reserved;
no part of this publication; lesezeit; temps de lecture; tiempo de lectura; jetzt abonnieren;
jetzt anmelden; alle rechte vorbehalten; anmerkung der redaktion; hinweis der redaktion;
anm. d. red; korrektur:; das könnte sie auch; das könnte dich auch; abonnez-vous; inscrivez-vous;
suivez-nous; cet article est réservé; article réservé; contenu réservé; la suite est réservée;
tous droits réservés; note de la rédaction; rectificatif; erratum; suscríbete a; suscríbase a;
síguenos en; sigue toda la información; todos los derechos reservados; fe de errores;
tutti i diritti; riproduzione riservata; iscriviti alla; seguici su; alle rechten voorbehouden;
todos os direitos; inscreva-se; siga-nos; 無断転載; 무단; copyright ©
""")

# The block begins with this and goes on to name what is offered: a newsletter, an account ...
OFFERS = phrases("""
sign up for; sign up to; sign up here; sign up now; subscribe; follow us; follow the; like us;
find us; join us; join our; download our; download the; get the latest; get our; get unlimited;
get full access; get the best of; get breaking news; get daily; get alerts; stay up to date;
stay informed; keep up to date; want more; become a member; become a subscriber;
become a supporter; help us; please consider; please subscribe; please support; please enable;
please direct; please send; please try again; have a tip; got a tip; have an opinion;
have a question; do you have; send letters; send a letter; send us; send your; send comments;
submit a letter; submit your; submit an; to submit; to respond to; to comment on; to contact;
write to us; email us; we want to hear; we'd like to hear; we welcome; we encourage; to unlock;
unlimited access; abonnieren sie; melden sie sich; bestellen sie; folgen sie uns; bleiben sie;
recevez; il vous reste; regístrate; apúntate a; recibe; abbonati; meld je aan; schrijf je in;
abonneer je; volg ons; assine
""")
OFFERED = words("""
newsletter newsletters email e-mail mail inbox account subscriber subscribers subscription
free today here below app apps alerts facebook twitter instagram whatsapp telegram
journalism unlimited access click updates headlines editor editors editor: story: letters
letter op-ed comments questions page website site online article articles konto abo kostenlos
täglich newsletter: postfach boîte gratuit gratuitement abonnés lire correo gratis boletín posta
""")

# The block begins with this and speaks of the article, its author or the paper.
NOTICES = phrases("""
this article; this column; this commentary; this op-ed; this essay; this piece; this post;
this story; this editorial; this is an edited; this content is; an earlier version of this;
a previous version of this; a version of this; a longer version of this;
a shorter version of this; an earlier version misstated; adapted from; reprinted; republished;
originally published; first published; first appeared; distributed by; published under;
licensed under; update:; note:; note to readers; the views expressed; the opinions expressed;
views expressed; opinions expressed; the views and opinions; the views in this;
the opinions in this; views are the author's; views are personal; the writer's views;
the editorial board is; the editorial board operates; dieser artikel; dieser text; dieser beitrag;
in einer früheren; in einer ersten; cet article; ce texte; les opinions exprimées; este artículo;
las opiniones expresadas; appeared in the; appears in the
""")
NOTICE_MARKS = phrases("""
originally published; originally appeared; first appeared; first published; appeared in;
appears in; is part of; is adapted; is republished; is reprinted; is provided; is for subscribers;
is for members; was amended; was updated; was corrected; was published; has been updated;
has been amended; has been corrected; has been changed; has been edited; does not necessarily;
do not necessarily; doesn't necessarily; are the author; are his own; are her own; are their own;
are personal; of contributors; of this article; of this op-ed; of this column; of this essay;
of this piece; of this commentary; of this editorial; of this story; of this post;
with permission; misstated; the news staff; the newsroom; erschien zuerst; erschien in;
ist zuerst; zuerst erschienen; version dieses; fassung dieses; est paru; a été publié;
a été modifié; est réservé; engagent que; fue publicado; se publicó; no reflejan; print edition;
was originally published; was first published; was originally written; content agency;
project syndicate; creative commons; an edited; of the author; of the writer; of the authors;
of the writers
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
社説 論説 コラム オピニオン 社论 社評 评论 評論 時評 사설 칼럼 오피니언 기고 논평
""")
"""Words that name the section a newspaper prints opinion in."""

SECTION_COMPANIONS = words("""
the and & of from to in our your on for us u.s u.s. uk u.k. eu un asia asia-pacific pacific
europe european americas america american africa african middle east west national nation
business economy economics foreign affairs policy security defense defence diplomacy arms control
society climate energy science technology health
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
docente; giornalista; ricercat(?:ore|rice); schriftsteller(?:in)?; autorin; publizist(?:in)?;
dozent(?:in)?; philosoph(?:in)?; soziolog(?:e|in); romanci(?:er|ère); auteure?; philosophe;
sociologue; avocate?; députée?; novelista; ensayista
""")
"""What authors of opinion pieces are by profession (regular expressions)."""
