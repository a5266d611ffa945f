"""README.md: the card of a dataset, with its features in the YAML at the top."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from annotator.exporters.columns import Layout
from annotator.exporters.dictionary_text import dictionary_text
from annotator.exporters.huggingface.encoded import SPECIAL_SUFFIX
from annotator.exporters.huggingface.features import Feature
from annotator.exporters.job import Source
from annotator.model.codebook import Variable

_INTRODUCTION = """\
Codings of texts by hand, made with annotator. `statements` has one row for each statement (an
actor's stance on something, say), `paragraphs` one for each coder's paragraph. Codes are class
labels; an empty value is *not coded*, and `not_applicable` and `cannot_tell` are answers. A column
that ends with `:state` says why a typed answer is not there.

Before you publish this folder: choose a license, and make sure that you may share the texts.

```python
from datasets import load_dataset

statements = load_dataset("path/to/this/folder", "statements", split="train")
print(statements.features)
```
"""


def card(
    source: Source, tables: Sequence[Layout], variables: Sequence[Variable],
    features: Mapping[str, Sequence[Feature]], files: Mapping[str, str],
) -> str:  # fmt: skip
    """The card; `features` and `files` by the name of the table."""
    head = "\n".join(_head(source, features, files))
    dictionary = dictionary_text(source.codebook, tables, variables)
    title = " ".join((source.codebook.title or source.codebook.id).split())
    return f"---\n{head}\n---\n\n# {title}\n\n{_INTRODUCTION}\n{_lower(dictionary)}"


def _head(
    source: Source, features: Mapping[str, Sequence[Feature]], files: Mapping[str, str]
) -> Iterator[str]:
    """YAML. Texts stand as JSON strings, which are YAML whatever they hold."""
    codebook = source.codebook
    yield f"pretty_name: {json.dumps(codebook.title or codebook.id)}"
    if codebook.language:
        yield from ("language:", f"- {json.dumps(codebook.language)}")
    yield from ("task_categories:", "- text-classification")
    yield from ("annotations_creators:", "- expert-generated")
    yield from ("tags:", "- content-analysis", "- annotator")
    yield "configs:"
    for table, file in files.items():
        yield f"- config_name: {table}"
        yield f"  data_files: {file}"
    yield "dataset_info:"
    for table, own in features.items():
        yield f"- config_name: {table}"
        yield "  features:"
        for one in own:
            yield from _feature(one)


def _feature(one: Feature) -> Iterator[str]:
    yield f"  - name: {json.dumps(one.name)}"
    if not one.labels:
        yield f"    dtype: {one.dtype}"
    else:
        indent = "    "
        if one.several:
            yield "    sequence:"
            indent = "      "
        else:
            yield "    dtype:"
            indent = "      "
        yield f"{indent}class_label:"
        yield f"{indent}  names:"
        for place, label in enumerate(one.labels):
            yield f"{indent}    '{place}': {json.dumps(label)}"
    if one.special:
        yield f"  - name: {json.dumps(one.name + SPECIAL_SUFFIX)}"
        yield "    dtype: string"


def _lower(page: str) -> str:
    """The page with its headings one level down."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in page.split("\n"))
