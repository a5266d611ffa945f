"""`annotator kind`: what the paragraphs of an article are, and correcting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.article_named import article_named
from annotator.cli.context import open_study, say, show
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.model.article import Article
    from annotator.study import Study

_EXCERPT = 50


@click.command()
@click.argument("article")
@click.argument("paragraph", type=int, required=False)
@click.argument("kind", required=False)
@click.option("--coder", default="", help="Who makes the correction; it stands in the log.")
@click.pass_context
def command(
    context: click.Context, article: str, paragraph: int | None, kind: str | None, coder: str
) -> None:
    """Correct the kind of a paragraph.

    ARTICLE is a name, a title or an id; PARAGRAPH a number from 1; KIND one of body, headline,
    standfirst, byline, caption, pull_quote, author_bio, boilerplate. With ARTICLE alone, its
    paragraphs are listed. Codings of the paragraph are kept whatever its kind.
    """
    listing = paragraph is None
    with open_study(context, coder=coder, read_only=listing) as study:
        found = study.article(article_named(study, article))
        if paragraph is None:
            _list(found)
        elif kind is None:
            raise UsageError(
                "Say the kind, too.", hint=f"`annotator kind {article} {paragraph} body`"
            )
        else:
            _correct(study, found, paragraph, kind)


def _list(article: Article) -> None:
    for paragraph in article.paragraphs:
        text = " ".join(article.text[paragraph.start : paragraph.end][:400].split())
        excerpt = text[:_EXCERPT] + ("…" if len(text) > _EXCERPT else "")
        show(f"{paragraph.number:>5}  {paragraph.kind:<11}  {excerpt}")
        if paragraph.kind != "body":
            show(f"{'':>5}  {'':<11}  -> {paragraph.reason}")


def _correct(study: Study, article: Article, number: int, name: str) -> None:
    from annotator.model.article import Kind

    if name not in list(Kind):
        raise UsageError(f'There is no kind "{name}".', hint="Kinds: " + ", ".join(Kind))
    if not 1 <= number <= len(article.paragraphs):
        raise UsageError(
            f"{article.name} has {len(article.paragraphs)} paragraphs; there is no {number}."
        )
    before, kind = article.paragraph(number).kind, Kind(name)
    if kind is before:
        say(f"Paragraph {number} of {article.name} is {kind} already.")
        return
    study.correct_kind(article.id, number, kind)
    show(f"{article.name}, paragraph {number}: {before} -> {kind}")
