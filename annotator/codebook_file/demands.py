"""What a codebook demands of agreement: of all variables, and of one of them."""

from __future__ import annotations

from annotator.codebook_file.document import Document, Path
from annotator.codebook_file.outline import Question
from annotator.codebook_file.schema import AgreementEntry, CodebookFile
from annotator.model.codebook import Agreement

_OF_ALL = Agreement()


def demanded(entry: AgreementEntry, of_all: Agreement = _OF_ALL) -> Agreement:
    """The thresholds of the entry; what it does not say is as for all variables."""
    reliable = of_all.reliable if entry.reliable is None else entry.reliable
    return Agreement(reliable, of_all.tentative if entry.tentative is None else entry.tentative)


def check_demands(file: CodebookFile, asked: tuple[Question, ...], document: Document) -> None:
    """Report every lower threshold that lies above the upper one."""
    of_all = demanded(file.agreement)
    _check(file.agreement, of_all, ("agreement",), document)
    for question in asked:
        entry = question.entry.agreement
        _check(entry, demanded(entry, of_all), (*question.path, "agreement"), document)


def _check(entry: AgreementEntry, found: Agreement, path: Path, document: Document) -> None:
    if found.tentative <= found.reliable or entry == AgreementEntry(reliable=None, tentative=None):
        return
    name = "reliable" if entry.tentative is None else "tentative"
    message = f"`tentative` ({found.tentative:g}) is greater than `reliable` ({found.reliable:g})."
    document.report((*path, name), message, "write both, `tentative` the smaller one")
