"""What the codebook says about a code or a question, as it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from annotator.model.codebook import Code, Guidance, Variable
from annotator.tui.find import number_name
from annotator.tui.safe import content, content_block


def keys_of(variable: Variable, code: Code) -> str:
    """The keys of a code, one after the other: `s p`."""
    return " ".join(variable.key_path(code.id))


def code_help(variable: Variable, code: Code) -> Content:
    """All that the codebook says about a code, with the rules of its question."""
    path = " > ".join(step.label for step in variable.paths[code.id][:-1])
    return _joined(
        [
            content(f"{variable.label}{' > ' if path else ''}{path}", "dim"),
            content(code.label, "bold") + content(f"   {keys_of(variable, code)}"),
            content("; ".join([code.id, *_remarks(variable, code)]), "dim"),
            *_sections(code.guidance),
            *_list(f"RULES of “{variable.label}”", variable.guidance.rules),
        ]
    )


def variable_help(variable: Variable) -> Content:
    """All that the codebook says about a question."""
    return _joined(
        [
            content(variable.label, "bold"),
            content(f"{variable.id}; {variable.level}, {variable.measurement}", "dim"),
            *([content_block(variable.question)] if variable.question else []),
            *_sections(variable.guidance),
            *_list("RULES", variable.guidance.rules),
        ]
    )


def in_short(code: Code) -> Content:
    """A code in a line or two: what it is for and what not."""
    guidance = code.guidance
    parts = (
        guidance.definition,
        f"For: {'; '.join(guidance.include)}." if guidance.include else "",
        f"Not for: {'; '.join(guidance.exclude)}." if guidance.exclude else "",
    )
    return content(" ".join(filter(None, parts)))


def _remarks(variable: Variable, code: Code) -> Iterator[str]:
    if code.value is not None:
        yield f"stands for {number_name(code.value)}"
    if code.off_scale:
        yield "off the scale"
    if not variable.may_stop_at(code):
        yield "a group: a code below it is the answer"
    if code.needs_memo:
        yield "asks for a memo"
    if code.merged_into:
        yield f"no longer used, merged into {code.merged_into}"
    elif code.deprecated:
        yield "no longer used"


def _sections(guidance: Guidance) -> Iterator[Content]:
    if guidance.definition:
        yield Content("\n") + content_block(guidance.definition)
    yield from _list("USE FOR", guidance.include)
    yield from _list("NOT FOR", guidance.exclude)
    yield from _list("EXAMPLES", guidance.examples)
    yield from _list("COUNTER-EXAMPLES", guidance.counter_examples)


def _list(title: str, texts: tuple[str, ...]) -> Iterator[Content]:
    if texts:
        yield Content("\n") + content(title, "bold")
        yield from (Content(" - ") + content_block(text) for text in texts)


def _joined(lines: list[Content]) -> Content:
    return Content("\n").join(lines)
