"""The report of `annotator add` for people: data on standard output, what is wrong on the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.cli.add_report import AddReport, ReadFile, n_words, paragraphs
from annotator.cli.context import say, show
from annotator.model.wording import counted

if TYPE_CHECKING:
    from annotator.model.article import Article
    from annotator.model.problem import Problem
    from annotator.readers.duplicates import Duplicate

_LINE_EACH = 20
_NAMES_SHOWN = 10
_PROBLEMS_SHOWN = 50
_LONGEST_TITLE = 60
_PLAIN = frozenset({"text", "markdown"})
_OTHER_DOCUMENTS = frozenset({".doc", ".dot", ".fodt", ".pages", ".wpd", ".wps", ".sxw"})
_OTHER_TABLES = frozenset({".xls", ".ods", ".numbers"})
_OTHER_ARCHIVES = frozenset({".7z", ".rar", ".tar", ".tgz", ".xz", ".bz2"})


def print_report(report: AddReport, *, dry_run: bool, verbose: bool) -> None:
    """Everything that a person should know of what was added, or would be."""
    some = None if verbose else _LINE_EACH
    for line in _file_lines(report, some):
        show(line)
    added = report.added
    if some is None or len(added) <= some:
        for article in added:
            _print_article(report, article, with_paragraphs=verbose or dry_run)
    _print_counts(report, added, dry_run=dry_run)
    _print_duplicates(report, some)
    _print_problems(report, verbose=verbose)


# ------------------------------------------------------------------ files


def _file_lines(report: AddReport, some: int | None) -> Iterator[str]:
    """What is not a matter of course: a format, several articles, an encoding."""
    titles = _titles()
    if some is None or len(report.files) <= some:
        for file in report.files:
            told = _told_of(file, titles)
            if told or some is None:
                yield f"{file.path}: {told or titles[file.reading.format]}"
        return
    formats = Counter(titles.get(file.reading.format, "") for file in report.files)
    yield f"{len(report.files):,} files: " + _counted(formats)
    encodings = Counter(file.reading.encoding for file in report.files if file.reading.encoding)
    if set(encodings) - {"utf-8"}:
        yield "Encodings: " + _counted(encodings)


def _titles() -> dict[str, str]:
    from annotator.readers.registry import READERS

    return {reader.NAME: reader.TITLE for reader in READERS}


def _told_of(file: ReadFile, titles: dict[str, str]) -> str:
    reading = file.reading
    parts = [] if reading.format in _PLAIN else [titles.get(reading.format, reading.format)]
    if reading.announced is not None:
        parts.append(
            f"announces {counted(reading.announced, 'article')}, {len(reading.articles)} found"
        )
    elif len(reading.articles) != 1:
        parts.append(counted(len(reading.articles), "article"))
    if reading.encoding not in {"", "utf-8"}:
        why = f" ({reading.encoding_reason})" if reading.encoding_reason else ""
        parts.append(f"read as {reading.encoding}{why}")
    return "; ".join(parts)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in counts.most_common())


# ------------------------------------------------------------------ articles


def _print_article(report: AddReport, article: Article, *, with_paragraphs: bool) -> None:
    kinds = ", ".join(f"{number} {kind}" for kind, number in report.kinds(article).items())
    show(
        f"{article.name}: {_known(article)}{counted(n_words(article), 'word')}; "
        f"{counted(len(article.paragraphs), 'paragraph')}, {report.n_codable(article)} codable"
        f" ({kinds})"
    )
    if not with_paragraphs:
        return
    for number, (kind, reason, excerpt) in enumerate(paragraphs(article), 1):
        show(f"{number:>5}  {kind:<11}  {excerpt}")
        if kind != "body":
            show(f"{'':>5}  {'':<11}  -> {reason}")


def _known(article: Article) -> str:
    """Title, author, source and date, as far as they are known."""
    title = "" if article.title == article.name else article.title
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    quoted = f"“{title}”" if title else ""
    known = [part for part in (quoted, article.author, article.source, article.date) if part]
    return ", ".join(known) + "; " if known else ""


def _print_counts(report: AddReport, added: list[Article], *, dry_run: bool) -> None:
    verb = "Would add" if dry_run else "Added"
    units = counted(sum(len(article.paragraphs) for article in added), "paragraph")
    codable = sum(map(report.n_codable, added))
    show(f"{verb} {counted(len(added), 'article')}: {units}, {codable:,} codable.")
    if there := report.already_there:
        show(f"{counted(len(there), 'article')} already there: {_some(a.name for a in there)}")
    if twice := report.repeated:
        show(
            f"{counted(len(twice), 'article')} twice in these files: {_some(a.name for a in twice)}"
        )
    if report.left_out:
        names = _some(path.name for path in report.left_out)
        show(f"{counted(len(report.left_out), 'file')} of other kinds left out: {names}")
        for line in _ways_in(path.suffix.lower() for path in report.left_out):
            show(line)


def _ways_in(endings: Iterable[str]) -> Iterator[str]:
    """What to do with files of other kinds that may well hold articles."""
    found = sorted(set(endings))
    if documents := [ending for ending in found if ending in _OTHER_DOCUMENTS]:
        yield f"  Save {', '.join(documents)} as .docx to add them."
    if tables := [ending for ending in found if ending in _OTHER_TABLES]:
        yield f"  Save {', '.join(tables)} as .xlsx or .csv to add them."
    if archives := [ending for ending in found if ending in _OTHER_ARCHIVES]:
        yield f"  Unpack {', '.join(archives)}, and add the files."


def _print_duplicates(report: AddReport, some: int | None) -> None:
    if not report.duplicates:
        return
    names = {article.id: article.name for article in reversed(list(report.articles))}
    number = counted(len(report.duplicates), "article")
    done = (
        "left out" if report.duplicates_left_out
        else "added all the same (--leave-out-duplicates leaves them out)"
    )  # fmt: skip
    are = "is likely a duplicate" if len(report.duplicates) == 1 else "are likely duplicates"
    show(f"{number} {are}, {done}:")
    for one in report.duplicates[:some]:
        show(f"  {names.get(one.article, one.article)}: {likeness(one)}")
    if some is not None and len(report.duplicates) > some:
        show(f"  and {len(report.duplicates) - some:,} more (-v lists them)")


def likeness(one: Duplicate) -> str:
    """What an article is like, in words."""
    where = ", which is in the study" if one.in_study else ""
    return f"shares {one.similarity:.0%} of the shorter text with {one.first_name}{where}"


# ------------------------------------------------------------------ what is wrong


def _print_problems(report: AddReport, *, verbose: bool) -> None:
    for problems in (report.all_warnings(), report.refused):
        _print_some(problems, None if verbose else _PROBLEMS_SHOWN)
    if report.refused_files:
        say(f"{counted(len(report.refused_files), 'file')} could not be read.")
    elif not any(report.articles):
        say("There is no article file here. `annotator add --help` names the formats.")


def _print_some(problems: list[Problem], some: int | None) -> None:
    for problem in problems[:some]:
        say(str(problem))
    if some is not None and len(problems) > some:
        say(f"... and {len(problems) - some:,} more like these (-v lists them).")


def _some(names: Iterable[str]) -> str:
    shown = list(names)
    more = len(shown) - _NAMES_SHOWN
    return ", ".join(shown[:_NAMES_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
