"""`annotator search`: paragraphs in which words occur."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import own_coders
from annotator.cli.context import clear_progress, open_study, progress, say, show, show_json
from annotator.cli.named import refuse_unknown
from annotator.cli.round_named import check_round
from annotator.cli.table import cells
from annotator.errors import UsageError
from annotator.model.masking import MASKED
from annotator.model.wording import counted

if TYPE_CHECKING:
    from annotator.model.sought import Sought
    from annotator.study import Study
    from annotator.study.searching import FoundParagraph

_ROOM, _NARROWEST = 100, 24  # characters of the paragraph in a line


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--coder", default="", help="Only in what this coder is shown.")
@click.option(
    "--round", default="",
    help="With --coder: in this round. If not given: where the coder goes on.",
)  # fmt: skip
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), metavar="N",
    help="Stop after so many paragraphs. [default: show all]",
)  # fmt: skip
@click.option(
    "--json", "as_json", is_flag=True,
    help="Print the paragraphs whole, with the places of the words, as JSON.",
)  # fmt: skip
@click.pass_context
def command(context: click.Context, /, words: tuple[str, ...], coder: str, **wanted: Any) -> None:
    """Find paragraphs by the words of their texts.

    All WORDS must occur in the paragraph, in any order, also inside of longer words; several words
    in quotes must follow each other. Capitals and accents do not matter. Paragraphs of every kind
    are searched, in the order of the articles; with --coder, and in a coder's package, only what
    that coder is to code, without what the round masks. A line is article:paragraph: and the words
    in their surroundings. That nothing was found is said and is no failure.
    """
    sought = _sought(words)
    with open_study(context, coder=coder, read_only=True) as study:
        _be_the_coder(study, wanted["round"])
        found = _hits(study, sought)
        articles = _print(islice(found, wanted["limit"]), as_json=wanted["as_json"])
        is_all = next(found, None) is None
        _say_how_many(study, articles, is_all=is_all)


def _sought(words: Sequence[str]) -> Sought:
    """What was typed. Where the shell took the quotes away, words still belong together."""
    from annotator.model.sought import QUOTES, Sought

    sought = Sought.typed(
        " ".join(w if set(w) & set(QUOTES) or not w.strip() else f'"{w}"' for w in words)
    )
    if not sought:
        raise UsageError("There is no word to search for.")
    return sought


def _be_the_coder(study: Study, round_: str) -> None:
    """Look with the eyes of the coder named, or of the one whose package this is."""
    (study.coder,) = own_coders(study, [study.coder] if study.coder else []) or ("",)
    if not study.coder:
        if round_:
            raise UsageError("--round goes with --coder.")
        return
    if round_:
        check_round(study, round_)
    study.round = round_ or study.beginning().round
    if not study.has_assignments:
        described = [known.name for known in study.described_coders()]
        refuse_unknown("coder", [study.coder], [*study.coders(), *described])


def _hits(study: Study, sought: Sought) -> Iterator[FoundParagraph]:
    search = study.search if study.coder else study.search_everything
    for hits in progress(search(sought), "Searching", study.n_own_articles()):
        yield from hits


def _print(hits: Iterator[FoundParagraph], *, as_json: bool) -> list[str]:
    """Print them as they are found, JSON at the end; the id of the article of each."""
    if as_json:
        data = [_data(hit) for hit in hits]
        show_json(data)
        return [hit["article_id"] for hit in data]
    articles = []
    for hit in hits:
        clear_progress()
        show(_line(hit))
        articles.append(hit.article.id)
    return articles


def _line(hit: FoundParagraph) -> str:
    from annotator.model.excerpt import excerpt

    article = hit.article
    name = article.id if article.name in ("", MASKED) else article.name
    where = f"{name}:{hit.paragraph}: "
    return where + "".join(p.text for p in excerpt(hit.text, hit.marks, _room(where)))


def _room(where: str) -> int:
    """On a terminal what is left of its line; in a file always the same."""
    if not sys.stdout.isatty():
        return _ROOM
    return max(_NARROWEST, get_terminal_size().columns - cells(where))


def _data(hit: FoundParagraph) -> dict[str, Any]:
    """Named as in `annotator units`; what is masked is left out."""
    article = hit.article
    named = {"article": article.name, "title": article.title}
    return {
        "article_id": article.id,
        **{key: value for key, value in named.items() if value not in ("", MASKED)},
        "paragraph": hit.paragraph,
        "kind": article.paragraph(hit.paragraph).kind,
        "text": hit.text,
        "found": [mark._asdict() for mark in hit.marks],
    }


def _say_how_many(study: Study, articles: Sequence[str], *, is_all: bool) -> None:
    n, n_articles = len(articles), len(set(articles))
    if not n:
        told = "Nothing was found"
    elif is_all:
        told = f"{counted(n, 'paragraph')} in {counted(n_articles, 'article')}"
    else:
        told = f"More than {counted(n, 'paragraph')}"
    whose = f" (in what {study.coder} is to code in round {study.round})" if study.coder else ""
    say(f"{told}{whose}.")
