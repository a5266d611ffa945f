"""Markdown files to begin fuzzing from."""

_FRONT = """---
title: "The \\"harbour\\" reopens"
author: [Jane Doe, 'John Roe']
date: 2019-03-01
source: >
  The Harbour
  Courier
tags:
  - ships
  - weather
---
"""
_BODY = """
# The harbour reopens

Some *words* of [text](https://example.org), and a list:

- one
- two

## What comes next

> A quotation.

    code
---
"""

SEEDS: dict[str, bytes] = {
    "front.md": (_FRONT + _BODY).encode(),
    "plain.md": _BODY.encode(),
    "unclosed.md": _FRONT.replace("\n---\n", "\n").encode(),
}
