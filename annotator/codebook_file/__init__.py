"""Codebook files: YAML text -> Codebook, or every problem with its file, line and hint.

    source, tree  text -> plain data with line numbers    syntax    the parser's complaints in words
    schema    the format as pydantic models               validate, wording  data -> models
    names, keys, references, circles, defaults, demands, scales, words: what models cannot check
    compile   models -> annotator.model.codebook          editor_schema  models -> JSON Schema

The compiled form is kept as JSON by `annotator.model.codebook_json`, which needs none of this.
"""

from __future__ import annotations

from annotator.codebook_file.circles import check_circles
from annotator.codebook_file.compile import compile_codebook
from annotator.codebook_file.defaults import check_default
from annotator.codebook_file.demands import check_demands
from annotator.codebook_file.document import Document, TooManyProblems
from annotator.codebook_file.editor_schema import json_schema
from annotator.codebook_file.keys import check_keys
from annotator.codebook_file.languages import check_languages, languages
from annotator.codebook_file.names import check_names
from annotator.codebook_file.outline import questions
from annotator.codebook_file.references import check_references
from annotator.codebook_file.scales import check_proposals, check_scale
from annotator.codebook_file.schema import CodebookFile
from annotator.codebook_file.source import MAX_BYTES, decode, parse
from annotator.codebook_file.validate import Broken, validate
from annotator.codebook_file.wording import nearest
from annotator.errors import CodebookError
from annotator.ids import content_hash
from annotator.model.codebook import Codebook
from annotator.model.problem import Problem

__all__ = ["MAX_BYTES", "check", "decode", "json_schema", "load", "load_file"]


def load(source: str, *, name: str = "codebook.yaml", language: str | None = None) -> Codebook:
    """The codebook that the text describes, in `language` (default: its own).

    `name` is the file's name in messages. Raises CodebookError with every problem.
    """
    file = load_file(source, name=name)
    chosen = _language(file, name, language)
    return compile_codebook(file, chosen, content_hash(source.encode("utf-8")))


def load_file(source: str, *, name: str = "codebook.yaml") -> CodebookFile:
    """The file that the text is, in all its languages. Raises CodebookError with every problem."""
    file, problems = _read(source, name)
    if file is None or problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        hint = f"Correct the file, then: `annotator codebook check {name}`"
        raise CodebookError(f"The codebook {name} has {count}.", problems, hint=hint)
    return file


def check(source: str, name: str = "codebook.yaml") -> list[Problem]:
    """Every problem of the text, in the order of its lines; none for a codebook that loads."""
    return _read(source, name)[1]


def _read(source: str, name: str) -> tuple[CodebookFile | None, list[Problem]]:
    document = Document(name)
    file = None
    try:
        parse(source, document)
        if document.data:
            file, broken = validate(document)
            if file is not None:
                _check(file, document, broken)
    except TooManyProblems:
        file = None
    return file, sorted(document.problems, key=lambda problem: problem.line)


def _check(file: CodebookFile, document: Document, broken: Broken) -> None:
    asked = questions(file, broken)
    if not asked and not document.problems:
        hint = "add lines below `paragraph:`"
        document.report((), "The codebook has no variables.", hint)
    check_names(file, asked, document)
    check_circles(asked, document)
    check_proposals(asked, document)
    check_demands(file, asked, document)
    check_languages(file, asked, document)
    known = {question.id: question for question in asked}
    for question in asked:
        check_keys(question, document)
        check_references(question, known, document)
        if question.sound:
            check_default(question, known, document)
            check_scale(question, document)


def _language(file: CodebookFile, name: str, language: str | None) -> str:
    there = languages(file, questions(file))
    if language is None or language in there:
        return language or file.language
    hint = nearest(language, there) or "choose one of these"
    listed = ", ".join(there)
    problem = Problem(f"There are no texts in `{language}`; there are: {listed}.", name, hint=hint)
    raise CodebookError(f"The codebook {name} does not speak that language.", [problem])
