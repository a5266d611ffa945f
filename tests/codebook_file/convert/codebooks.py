"""Codebooks of every shape, with texts that try the formats."""

from hypothesis import strategies as st

from annotator.codebook_file.convert.hub import normal
from annotator.entries.entry import Entry

HOSTILE = st.text(
    st.sampled_from("aZ9 \n\t\"',;|=+-@:#&<>%[]{}!*\\_ä北🙂\u202e\u200b\xa0\x85\u2028")
    | st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=20,
)
TEXTS = HOSTILE | st.sampled_from(
    ["no", "010", "1:30", "=1+1", "Rule: x", "a\nRule: b", "annotator key: z", "Definition: d",
     "  two\n\n  three", "true", "null", "#N/A", "_x000D_", "a\n b", "'quoted'", "- dash", "]]>"]
)  # fmt: skip
VARIABLE_IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9_.-]{0,6}", fullmatch=True).map("q_{}".format)
CODE_IDS = st.sampled_from(
    [
        "us",
        "us.congress",
        "no",
        "010",
        "1:30",
        "a/b",
        "ü",
        "北",
        "=1",
        "+",
        "a;b",
        "x@de",
        "#1",
        "'",
    ]
)
GUIDANCE = (
    *("definition", "include 1", "include 2", "exclude 1", "rules 1", "rules 2", "examples 1"),
    *("counter_examples 1", "definition@de", "rules 1@de", "label@de", "label@pt-BR"),
)


@st.composite
def codebooks(draw: st.DrawFn) -> list[Entry]:
    """A codebook as entries in one form; mostly one that the program accepts."""
    head = {"codebook": "made", "version": draw(TEXTS), "title": draw(TEXTS)}
    head |= draw(
        st.sampled_from([{}, {"language": "ko"}, {"max_statements": "4", "title@de": "T"}])
    )
    entries = [Entry(fields=head)]
    ids = draw(st.lists(VARIABLE_IDS, min_size=1, max_size=3, unique_by=str.casefold))
    for level, variable in zip(["article", "paragraph", "statement"], ids, strict=False):
        entries += draw(_variable(level, variable))
    return normal(entries)


@st.composite
def _variable(draw: st.DrawFn, level: str, variable: str) -> list[Entry]:
    fields = {"label": draw(TEXTS)} | draw(_help())
    fields |= draw(st.sampled_from([{}, {"question": "Who?"}, {"question": "=1+1\n"}]))
    codes = draw(st.lists(CODE_IDS, max_size=4, unique=True))
    if not codes:
        fields |= draw(st.sampled_from([
            {}, {"measurement": "date"}, {"measurement": "interval", "min": "-5", "max": "0.5"},
            {"measurement": "binary"}, {"measurement": "text", "required": "true"},
        ]))  # fmt: skip
        return [Entry(level, variable, fields=fields)]
    fields |= draw(st.sampled_from([
        {}, {"select": "many"}, {"select": "1..2"}, {"special": "cannot_tell"},
        {"special": "none"}, {"required": "false"}, {"default": codes[0]},
        {"measurement": "ordinal", "low": "bad", "high": "gut", "low@de": "x"},
        {"reliable": "0.9"}, {"stop": "leaf"}, {"compared": "false"},
    ]))  # fmt: skip
    made = [Entry(level, variable, fields=fields)]
    for place, code in enumerate(codes):
        under = draw(st.sampled_from(["", *codes[:place][-1:]]))
        made.append(Entry(level, variable, code, under, draw(_code(place))))
    return _depth_first(made)


@st.composite
def _code(draw: st.DrawFn, place: int) -> dict[str, str]:
    fields = {"label": draw(TEXTS)} | draw(_help())
    return fields | draw(st.sampled_from([
        {}, {"key": "abcd"[place]}, {"needs_memo": "true"}, {"deprecated": "true"},
    ]))  # fmt: skip


def _help() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(GUIDANCE), TEXTS, max_size=3).map(
        lambda told: {n: t for n, t in told.items() if _has_own(n, told)}
    )


def _has_own(name: str, told: dict[str, str]) -> bool:
    """A text in another language needs one in the codebook's own; lists have no gaps."""
    own = name.partition("@")[0]
    first = own.replace(" 2", " 1")
    return own == "label" or (own in told and first in told and bool(told[own].strip())
                              and bool(told[first].strip()))  # fmt: skip


def _depth_first(entries: list[Entry]) -> list[Entry]:
    def below(under: str) -> list[Entry]:
        found = []
        for entry in entries[1:]:
            if entry.under == under:
                found += [entry, *below(entry.code)]
        return found

    return [entries[0], *below("")]
