"""The checked file -> the compiled codebook in one language: keys assigned, defaults filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.codebook_file.demands import demanded
from annotator.codebook_file.keys import assign_keys, is_scale
from annotator.codebook_file.languages import in_language
from annotator.codebook_file.outline import (
    Item,
    Question,
    owner_of_codes,
    questions,
)
from annotator.codebook_file.schema import NO_STATEMENT, CodebookFile, Guided, VariableEntry
from annotator.model.codebook import Agreement, Code, Codebook, Guidance, Measurement, Variable

_YES_NO = (Code("yes", "Yes", "y", 1.0), Code("no", "No", "n", 0.0))


def compile_codebook(file: CodebookFile, language: str, content_hash: str) -> Codebook:
    """The codebook that a file without problems describes."""
    agreement = demanded(file.agreement)
    compiler = _Compiler(language, file.language, agreement)
    asked = questions(file)
    known = {question.id: question for question in asked}
    return Codebook(
        id=file.codebook,
        title=compiler.line(file.title) or file.codebook,
        version=file.version,
        language=language,
        variables=tuple(compiler.variable(question, known) for question in asked),
        hash=content_hash,
        codable=tuple(file.codable),
        max_statements=file.statements.max,
        agreement=agreement,
    )


@dataclass(frozen=True)
class _Compiler:
    language: str
    own: str
    agreement: Agreement

    def text(self, words: dict[str, str]) -> str:
        return in_language(words, self.language, self.own)

    def line(self, words: dict[str, str]) -> str:
        """A label: one line, whatever line breaks the file has."""
        return " ".join(self.text(words).split())

    def texts(self, words: list[dict[str, str]]) -> tuple[str, ...]:
        return tuple(text for text in map(self.text, words) if text)

    def variable(self, question: Question, known: Mapping[str, Question]) -> Variable:
        entry = question.entry
        return Variable(
            id=question.id,
            level=question.level,
            label=self.line(entry.label) or _spoken(question.id),
            measurement=question.measurement,
            question=self.line(entry.question),
            guidance=self.guidance(entry),
            codes=self.codes_of(owner_of_codes(question, known) or question),
            stop=entry.stop,
            multiple=entry.select.max != 1,
            min_select=entry.select.min,
            max_select=entry.select.max,
            required=question.required,
            default=entry.default,
            prefill=entry.prefill or "",
            ask_if={name: tuple(codes) for name, codes in entry.ask_if.items() if codes},
            ask_if_no_statement=entry.ask_if.get(NO_STATEMENT) == [],
            not_applicable="not_applicable" in entry.special,
            cannot_tell="cannot_tell" in entry.special,
            minimum=entry.min,
            maximum=entry.max,
            anchors=(self.line(entry.anchors.low), self.line(entry.anchors.high)),
            agreement=self.agreement_of(entry),
            compared=entry.compared is not False or question.measurement is Measurement.TEXT,
        )

    def agreement_of(self, entry: VariableEntry) -> Agreement | None:
        """What is demanded of this variable; None where it is what is demanded of all."""
        found = demanded(entry.agreement, self.agreement)
        return None if found == self.agreement else found

    def codes_of(self, question: Question) -> tuple[Code, ...]:
        """The variable's own codes, or yes and no where a binary variable names none."""
        if not question.entry.codes:
            return _YES_NO if question.measurement is Measurement.BINARY else ()
        return self.codes(question.codes, question, _numbers(question))

    def codes(
        self, siblings: tuple[Item, ...], question: Question, numbers: Mapping[str, float]
    ) -> tuple[Code, ...]:
        # Labels of the codebook's own language: a key must not move with the reader's language.
        labels = {item.id: in_language(item.entry.label, self.own, self.own) for item in siblings}
        keys = assign_keys(siblings, labels, scale=is_scale(question.measurement))
        return tuple(self.code(item, keys[item.id], question, numbers) for item in siblings)

    def code(self, item: Item, key: str, question: Question, numbers: Mapping[str, float]) -> Code:
        entry = item.entry
        return Code(
            id=item.id,
            label=self.line(entry.label) or _spoken(item.id),
            key=key,
            value=numbers.get(item.id, entry.value),
            off_scale=entry.off_scale,
            guidance=self.guidance(entry),
            needs_memo=entry.needs_memo,
            deprecated=not item.offered,
            merged_into=entry.merged_into,
            codes=self.codes(item.codes, question, numbers),
        )

    def guidance(self, entry: Guided) -> Guidance:
        return Guidance(
            definition=self.text(entry.definition),
            include=self.texts(entry.include),
            exclude=self.texts(entry.exclude),
            rules=self.texts(entry.rules),
            examples=self.texts(entry.examples),
            counter_examples=self.texts(entry.counter_examples),
        )


def _numbers(question: Question) -> dict[str, float]:
    """1, 2, 3 ... for an ordinal scale that names no values."""
    if question.measurement is not Measurement.ORDINAL:
        return {}
    # Retired codes count: the others keep their numbers, and old codings theirs.
    on_scale = [
        item for item in question.items if question.is_answer(item) and not item.entry.off_scale
    ]
    if any(item.entry.value is not None for item in on_scale):
        return {}
    return {item.id: float(number) for number, item in enumerate(on_scale, 1)}


def _spoken(name: str) -> str:
    """An id as a label: `pub_date` -> `Pub date`."""
    words = name.replace("_", " ").strip() or name
    return words[0].upper() + words[1:]
