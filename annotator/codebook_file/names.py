"""Checks on ids: of the codebook, of variables, of codes, of languages."""

from __future__ import annotations

import re
import unicodedata

from annotator.codebook_file.document import Document
from annotator.codebook_file.outline import Item, Question
from annotator.codebook_file.schema import CodebookFile
from annotator.entries.ids import MAX_LENGTH, TAKEN
from annotator.model.coding import SEPARATOR, SPECIAL_STATES

_VARIABLE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"})


def check_names(file: CodebookFile, asked: tuple[Question, ...], document: Document) -> None:
    """Report every id that cannot be one, and every id that is given twice."""
    if not _is_name(file.codebook):
        document.report(("codebook",), f"`{file.codebook}` cannot be a name.", _NAME_RULE)
    if not is_language(file.language):
        document.report(("language",), f"`{file.language}` is not a language.", "such as en or ko")
    first: dict[str, Question] = {}
    for question in asked:
        _check_variable_id(question, first, document)
        _check_code_ids(question, document)


def is_language(text: str) -> bool:
    """Whether the text is a language tag such as `en` or `pt-BR`."""
    return _LANGUAGE.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    return len(text) <= MAX_LENGTH and _VARIABLE_ID.fullmatch(text) is not None


def _check_variable_id(question: Question, first: dict[str, Question], document: Document) -> None:
    if not _is_name(question.id):
        document.report(question.path, f"`{question.id}` cannot name a variable.", _NAME_RULE)
    if question.id.lower() in TAKEN:
        message = f"`{question.id}` is the name of a column in every table of codings."
        hint = f"choose another, such as `{question.level}_{question.id}`"
        document.report(question.path, message, hint)
    earlier = first.setdefault(question.id.lower(), question)
    if earlier is not question:
        line = document.lines[earlier.path]
        message = f"There is a variable `{earlier.id}` already, on line {line}."
        document.report(question.path, message, "capital letters make no difference")


def _check_code_ids(question: Question, document: Document) -> None:
    first: dict[str, Item] = {}
    for item in question.items:
        fault = _fault_of_code_id(item.id)
        if fault:
            document.report(item.path, f"`{item.id}` cannot be a code: {fault}.")
        earlier = first.setdefault(unicodedata.normalize("NFC", item.id), item)
        if earlier is not item:
            line = document.lines[earlier.path]
            message = f"The variable has a code `{earlier.id}` already, on line {line}."
            document.report(item.path, message, "give one of them another id")


def _fault_of_code_id(code_id: str) -> str:
    if not code_id:
        return "it is empty"
    if len(code_id) > MAX_LENGTH:
        return f"it is longer than {MAX_LENGTH} characters"
    if SEPARATOR in code_id:
        return f"`{SEPARATOR}` separates codes in exports"
    if code_id in SPECIAL_STATES:
        return "every variable has it as a special answer"
    if any(unicodedata.category(character) in _UNSEEN for character in code_id):
        return "it contains a space or an invisible character"
    return ""


_NAME_RULE = f"a letter, then letters, digits, `_`, `.` or `-`; at most {MAX_LENGTH}"
