"""Every fault that a codebook can have: on which line, where, what is said, what is advised."""

from tests.codebook_file.books import book, tone

FAULTS: dict[str, tuple[str, int, str, str, str]] = {
    "unknown word at the top": (
        "codebook: a\nversion: 1\nlangauge: en\nparagraph: {a: {}}\n",
        3, "langauge", "not a word of the format", "`language`",
    ),
    "unknown word of a variable": (
        book("paragraph:\n  tone:\n    lable: Tone\n"),
        5, "paragraph.tone.lable", "`lable` is not a word", "`label`",
    ),
    "unknown word of a code": (
        tone("a: {labell: A}"), 6, "paragraph.tone.codes.a.labell", "`labell`", "`label`",
    ),
    "a word of variables at a code": (
        tone("a: {question: A}"), 6, "paragraph.tone.codes.a.question", "", "to the variable",
    ),
    "unknown word of select": (
        tone("a: A", more="    select: {maxx: 2}\n"),
        7, "paragraph.tone.select.maxx", "", "`max`",
    ),
    "unknown word of statements": (
        book("statements: {maxi: 2}\nparagraph: {a: {}}\n"), 3, "statements.maxi", "", "`max`",
    ),
    "a variable under the bounds on statements": (
        book("statements: {actor: {}}\nparagraph: {a: {}}\n"),
        3, "statements.actor", "", "under `statement:`",
    ),
    "unknown word of agreement": (
        book("agreement: {reliabel: 0.9}\nparagraph: {a: {}}\n"),
        3, "agreement.reliabel", "not a word", "`reliable`",
    ),
    "unknown word of a variable's agreement": (
        tone("a: A", more="    agreement: {min: 0.9}\n"),
        7, "paragraph.tone.agreement.min", "not a word", "one of: reliable, tentative",
    ),
    "agreement without its two words": (
        book("agreement: 0.9\nparagraph: {a: {}}\n"),
        3, "agreement", "indented lines `name: value`", "",
    ),
    "agreement that is no number": (
        book("agreement: {reliable: high}\nparagraph: {a: {}}\n"),
        3, "agreement.reliable", "must be a number, not `high`", "",
    ),
    "agreement in per cent": (
        book("agreement: {reliable: 80}\nparagraph: {a: {}}\n"),
        3, "agreement.reliable", "must be at most 1, not `80`", "",
    ),
    "agreement below nothing": (
        book("agreement: {tentative: -0.1}\nparagraph: {a: {}}\n"),
        3, "agreement.tentative", "must be at least 0", "",
    ),
    "thresholds the wrong way round": (
        book("agreement:\n  reliable: 0.7\n  tentative: 0.9\nparagraph: {a: {}}\n"),
        5, "agreement.tentative", "`tentative` (0.9) is greater than", "write both",
    ),
    "a threshold below the usual one": (
        book("agreement: {reliable: 0.6}\nparagraph: {a: {}}\n"),
        3, "agreement.reliable", "`tentative` (0.667) is greater", "write both",
    ),
    "a variable's threshold below the head's": (
        tone("a: A", more="    agreement: {reliable: 0.5}\n"),
        7, "paragraph.tone.agreement.reliable", "`tentative` (0.667) is greater", "write both",
    ),
    "a word of other programs": (
        tone("a: A", more="    multiple: true\n"),
        7, "paragraph.tone.multiple", "", "`select: many`",
    ),
    "a measurement of other programs": (
        tone("a: A", more="    measurement: categorical\n"),
        7, "paragraph.tone.measurement", "cannot be `categorical`", "`nominal`",
    ),
    "a formula in ask_if": (
        tone("a: A", more="  b:\n    ask_if: tone == a\n"),
        8, "paragraph.b.ask_if", "cannot be `tone == a`", "{variable: [code, code]}",
    ),
    "no version": ("codebook: a\nparagraph: {a: {}}\n", 1, "", "`version:` is missing", "add"),
    "no variables": (book("title: x\n"), 1, "", "no variables", "paragraph:"),
    "a wrong measurement": (
        book("paragraph:\n  tone:\n    measurement: nomnal\n"),
        5, "paragraph.tone.measurement", "cannot be `nomnal`", "`nominal`",
    ),
    "a wrong stop": (
        tone("a: A", more="    stop: leafs\n"), 7, "paragraph.tone.stop", "any, leaf", "`leaf`",
    ),
    "a wrong select": (
        tone("a: A", more="    select: meny\n"),
        7, "paragraph.tone.select", "one, many", "`many`",
    ),
    "a negative select": (
        tone("a: A", more="    select: {min: -1}\n"),
        7, "paragraph.tone.select.min", "at least 0", "",
    ),
    "a wrong ask_if": (
        tone("a: A", more="    ask_if: no_statment\n"),
        7, "paragraph.tone.ask_if", "no_statement", "`no_statement`",
    ),
    "an empty ask_if": (
        tone("a: A", more="    ask_if:\n"),
        7, "paragraph.tone.ask_if", "nothing below", "take `ask_if:` away",
    ),
    "an ask_if without codes": (
        tone("a: A", more="  b:\n    ask_if: {tone: []}\n"),
        8, "paragraph.b.ask_if.tone", "No code", "[code, code]",
    ),
    "a wrong kind": (
        book("codable: [body, headlines]\nparagraph: {a: {}}\n"),
        3, "codable[2]", "`headlines`", "`headline`",
    ),
    "no kind": (book("codable: []\nparagraph: {a: {}}\n"), 3, "codable", "nothing", ""),
    "not true or false": (
        book("paragraph:\n  a:\n    required: perhaps\n"),
        5, "paragraph.a.required", "true or false, not `perhaps`", "",
    ),
    "free text that is compared": (
        book("paragraph:\n  a:\n    compared: true\n"),
        5, "paragraph.a.compared", "cannot be compared", "take `compared:` away",
    ),
    "no number": (
        tone("a: {value: one}"), 6, "paragraph.tone.codes.a.value", "a number, not `one`", "",
    ),
    "an infinite number": (
        tone("a: {value: .inf}"), 6, "paragraph.tone.codes.a.value", "a number", "",
    ),
    "codes as a list": (
        book("paragraph:\n  tone:\n    codes:\n      - A\n"),
        5, "paragraph.tone.codes", "indented lines", "`id: label`",
    ),
    "no codes below codes": (
        book("paragraph:\n  tone:\n    codes:\n"), 5, "paragraph.tone.codes", "nothing below", "",
    ),
    "codes that are a text": (
        book("paragraph:\n  tone:\n    codes: good, bad\n"),
        5, "paragraph.tone.codes", "indented lines", "`id: label`",
    ),
    "a variable that is a text": (
        book("paragraph:\n  tone: Tone\n"), 4, "paragraph.tone", "indented", "`label: Tone`",
    ),
    "a level that is a list": (
        book("paragraph:\n  - tone\n"), 3, "paragraph", "indented lines", "`id: label`",
    ),
    "a label that is a list": (
        book("paragraph:\n  tone:\n    label: [a, b]\n"),
        5, "paragraph.tone.label", "one text for each language", "{en: ...",
    ),
    "an example with a colon": (
        book("paragraph:\n  tone:\n    examples:\n      - {so: [x]}\n"),
        6, "paragraph.tone.examples[1].so", "must be a text", "quotes",
    ),
    "a special answer that is none": (
        book("paragraph:\n  tone:\n    special: [cannottell]\n"),
        5, "paragraph.tone.special[1]", "`cannottell`", "`cannot_tell`",
    ),
    "a duplicate name": (
        tone("a: A", "a: B"), 7, "paragraph.tone.codes.a", "twice; first on line 6", "keep one",
    ),
    "a duplicate id in another branch": (
        tone("a: {codes: {b: B}}", "c: {codes: {b: B}}"),
        7, "paragraph.tone.codes.c.codes.b", "already, on line 6", "another id",
    ),
    "a variable on two levels": (
        book("article:\n  tone: {}\nparagraph:\n  Tone: {}\n"),
        6, "paragraph.Tone", "`tone` already, on line 4", "capital",
    ),
    "a reserved name": (
        book("article:\n  date: {}\n"), 4, "article.date", "column", "`article_date`",
    ),
    "a name with a space": (
        book("article:\n  my var: {}\n"), 4, "article.my var", "cannot name", "a letter, then",
    ),
    "a codebook with a space": (
        "codebook: my book\nversion: 1\narticle: {a: {}}\n", 1, "codebook", "cannot be", "letter",
    ),
    "a language that is none": (
        book("language: English\narticle: {a: {}}\n"), 3, "language", "`English`", "en",
    ),
    "a code with a space": (
        tone("a b: A"), 6, "paragraph.tone.codes.a b", "invisible", "",
    ),
    "a code with the separator": (
        tone("a|b: A"), 6, "paragraph.tone.codes.a|b", "separates", "",
    ),
    "a code that is a special answer": (
        tone("cannot_tell: A"), 6, "paragraph.tone.codes.cannot_tell", "special", "",
    ),
    "a code without an id": (tone('"": A'), 6, "paragraph.tone.codes.", "empty", ""),
    "a long code": (tone(f"{'x' * 65}: A"), 6, f"paragraph.tone.codes.{'x' * 65}", "longer", ""),
    "a zero-width space in a code": (
        tone('"a\\u200bb": A'), 6, "paragraph.tone.codes.a\u200bb", "invisible", "",
    ),
    "one key twice": (
        tone("a: {label: A, key: x}", "b: {label: B, key: x}"),
        7, "paragraph.tone.codes.b.key", "taken by `a` on line 6", "free: a b c",
    ),
    "a capital key": (
        tone("a: {key: X}"), 6, "paragraph.tone.codes.a.key", "one of a-z", "write `x`",
    ),
    "a long key": (tone("a: {key: 10}"), 6, "paragraph.tone.codes.a.key", "`10`", ""),
    "an unknown variable in ask_if": (
        tone("a: A", more="  b:\n    ask_if: {tune: a}\n"),
        8, "paragraph.b.ask_if.tune", "no variable `tune`", "`tone`",
    ),
    "an unknown code in ask_if": (
        tone("good: A", more="  b:\n    ask_if:\n      tone:\n        - good\n        - goood\n"),
        11, "paragraph.b.ask_if.tone[2]", "no code `goood`", "`good`",
    ),
    "ask_if about a lower level": (
        book("paragraph:\n  a:\n    ask_if: {b: x}\nstatement:\n  b: {codes: {x: X}}\n"),
        5, "paragraph.a.ask_if.b", "asked of the statement", "of the paragraph",
    ),
    "ask_if about the article": (
        book("article:\n  b: {codes: {x: X}}\nparagraph:\n  a: {ask_if: {b: x}}\n"),
        6, "paragraph.a.ask_if.b", "asked of the article", "of the paragraph",
    ),
    "ask_if about a text": (
        book("article:\n  a: {}\n  b: {ask_if: {a: x}}\n"), 5, "article.b.ask_if.a", "no codes", "",
    ),
    "no_statement of an article": (
        book("article:\n  a: {ask_if: no_statement}\nstatement:\n  b: {}\n"),
        4, "article.a.ask_if", "paragraph variables only", "",
    ),
    "no_statement without statements": (
        book("paragraph:\n  a: {ask_if: no_statement}\n"),
        4, "paragraph.a.ask_if", "no statement variables", "",
    ),
    "a circle of conditions": (
        tone("x: X", more="    ask_if: {b: x}\n  b: {codes: {x: X}, ask_if: {tone: x}}\n"),
        7, "paragraph.tone.ask_if", "`tone` → `b` → `tone`", "",
    ),
    "a condition on itself": (
        tone("x: X", more="    ask_if: {tone: x}\n"), 7, "paragraph.tone.ask_if", "circle", "",
    ),
    "codes from nowhere": (
        tone("x: X", more="  b: {codes_from: tonne}\n"), 7, "paragraph.b.codes_from", "", "`tone`",
    ),
    "codes from a text": (
        book("article:\n  a: {}\n  b: {codes_from: a}\n"),
        5, "article.b.codes_from", "no codes", "",
    ),
    "codes from a variable without its own": (
        tone("x: X", more="  b: {codes_from: tone}\n  c: {codes_from: b}\n"),
        8, "paragraph.c.codes_from", "no codes of its own", "that has the codes",
    ),
    "codes from itself": (
        book("article:\n  a: {codes_from: a}\n"), 4, "article.a.codes_from", "of its own", "",
    ),
    "codes twice": (
        book("article:\n  a: {codes: {x: X}}\n  b: {codes: {y: Y}, codes_from: a}\n"),
        5, "article.b.codes_from", "`codes` and `codes_from`", "keep one",
    ),
    "a default that is no code": (
        tone("good: A", more="    default: god\n"),
        7, "paragraph.tone.default", "no code `god`", "`good`",
    ),
    "a default that is retired": (
        tone("a: A", "b: {deprecated: true}", more="    default: b\n"),
        8, "paragraph.tone.default", "no longer offered", "",
    ),
    "a default that is a group": (
        tone("a: {codes: {b: B}}", more="    stop: leaf\n    default: a\n"),
        8, "paragraph.tone.default", "is a group", "",
    ),
    "a default that is no date": (
        book("article:\n  a: {measurement: date, default: 2019-02-30}\n"),
        4, "article.a.default", "not a date", "",
    ),
    "a default that is no number": (
        book("article:\n  a: {measurement: ratio, default: nan}\n"),
        4, "article.a.default", "not a number", "",
    ),
    "a default out of bounds": (
        book("article:\n  a: {measurement: ratio, max: 5, default: 6}\n"),
        4, "article.a.default", "not between", "",
    ),
    "merged into nothing": (
        tone("good: A", "b: {merged_into: god}"),
        7, "paragraph.tone.codes.b.merged_into", "no code `god`", "`good`",
    ),
    "merged into itself": (
        tone("a: A", "b: {merged_into: b}"),
        7, "paragraph.tone.codes.b.merged_into", "into itself", "",
    ),
    "all codes retired": (
        tone("a: {deprecated: true}"), 5, "paragraph.tone.codes", "None of the codes", "",
    ),
    "a nominal variable without codes": (
        book("article:\n  a:\n    measurement: nominal\n"),
        5, "article.a.measurement", "needs codes", "`text`",
    ),
    "a text with codes": (
        tone("a: A", more="    measurement: text\n"),
        7, "paragraph.tone.measurement", "cannot be `text`", "away",
    ),
    "equal values": (
        tone("a: {value: 1}", "b: {value: 1}", more="    measurement: ordinal\n"),
        5, "paragraph.tone.codes", "same value", "",
    ),
    "a value that is missing": (
        tone("a: {value: 1}", "b: B", more="    measurement: ordinal\n"),
        7, "paragraph.tone.codes.b", "`b` has no value", "off_scale",
    ),
    "an interval without values": (
        tone("a: A", more="    measurement: interval\n"),
        6, "paragraph.tone.codes.a", "no value", "`value:`",
    ),
    "a value off the scale": (
        tone("a: A", "b: {value: 1, off_scale: true}", more="    measurement: ordinal\n"),
        7, "paragraph.tone.codes.b.value", "off the scale", "",
    ),
    "three codes of two": (
        tone("a: A", "b: B", "c: C", more="    measurement: binary\n"),
        5, "paragraph.tone.codes", "has two codes; this has 3", "yes and no",
    ),
    "min above max": (
        book("article:\n  a: {measurement: ratio, min: 2, max: 1}\n"),
        4, "article.a.min", "greater", "",
    ),
    "limits on codes": (
        tone("a: A", more="    max: 3\n"), 7, "paragraph.tone.max", "typed in", "`select:",
    ),
    "limits on text": (book("article:\n  a: {min: 3}\n"), 4, "article.a.min", "typed in", ""),
    "select min above max": (
        tone("a: A", more="    select: {min: 3, max: 2}\n"),
        7, "paragraph.tone.select.min", "greater", "",
    ),
    "select without codes": (
        book("article:\n  a: {select: many}\n"), 4, "article.a.select", "no codes", "",
    ),
    "the kind of an article": (
        book("article:\n  a: {prefill: kind}\n"), 4, "article.a.prefill", "paragraph variable", "",
    ),
    "the date of a paragraph": (
        book("paragraph:\n  a: {prefill: date}\n"), 4, "paragraph.a.prefill", "article", "",
    ),
    "two variables on the kind": (
        tone("a: A", more="    prefill: kind\n  b: {codes_from: tone, prefill: kind}\n"),
        8, "paragraph.b.prefill", "`tone` has", "",
    ),
    "a text in other languages only": (
        book("article:\n  a:\n    label: {de: Ton, ko: 어조}\n"),
        5, "article.a.label", "own language, `en`", "add `en: ...`",
    ),
    "a language that is a word": (
        tone("a: {label: {en: A, german: B}}"),
        6, "paragraph.tone.codes.a.label.german", "not a language", "`en: ...`",
    ),
}  # fmt: skip
"""What it is: (text, line, path, part of the message, part of the hint)."""
