"""Texts in several languages: which there are, and the one to show."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.codebook_file.document import Document, Path
from annotator.codebook_file.names import is_language
from annotator.codebook_file.outline import Question
from annotator.codebook_file.schema import ANY_LANGUAGE, Anchors, CodebookFile, Guided
from annotator.codebook_file.wording import nearest
from annotator.model.codebook import GUIDANCE_LISTS


def check_languages(file: CodebookFile, asked: tuple[Question, ...], document: Document) -> None:
    """Report every text that is not in the codebook's own language."""
    for path, words in _all_words(file, asked):
        for language in words:
            if language and not is_language(language):
                message = f"`{language}` is not a language."
                document.report((*path, language), message, "such as `en: ...` or `ko: ...`")
        if words and ANY_LANGUAGE not in words and file.language not in words:
            message = f"There is no text in the codebook's own language, `{file.language}`."
            hint = nearest(file.language, words) or f"add `{file.language}: ...`"
            document.report(path, message, hint)


def languages(file: CodebookFile, asked: tuple[Question, ...]) -> tuple[str, ...]:
    """The codebook's own language, then the others in which it has texts, sorted."""
    given = {language for _, words in _all_words(file, asked) for language in words if language}
    return (file.language, *sorted(given - {file.language}))


def in_language(words: dict[str, str], language: str, own: str) -> str:
    """The text in that language, else in the codebook's own; lines are joined."""
    for choice in (language, own, ANY_LANGUAGE):
        if choice in words:
            return words[choice].strip()
    return next(iter(words.values()), "").strip()


def _all_words(
    file: CodebookFile, asked: tuple[Question, ...]
) -> Iterator[tuple[Path, dict[str, str]]]:
    yield ("title",), file.title
    for question in asked:
        yield from _words_of(question.entry, question.path)
        yield (*question.path, "question"), question.entry.question
        for name in Anchors.model_fields:
            yield (*question.path, "anchors", name), getattr(question.entry.anchors, name)
        for item in question.items:
            yield from _words_of(item.entry, item.path)


def _words_of(entry: Guided, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    yield (*path, "label"), entry.label
    yield (*path, "definition"), entry.definition
    for name in GUIDANCE_LISTS:
        for position, words in enumerate(getattr(entry, name)):
            yield (*path, name, position), words
