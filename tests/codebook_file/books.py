"""Small codebooks for tests: a head, and whatever a test puts below it."""

HEAD = "codebook: test\nversion: 1.0\n"
HEAD_LINES = HEAD.count("\n")

CODES = """\
paragraph:
  tone:
    codes:
"""


def book(body: str) -> str:
    """A codebook with this body; its first line is line `HEAD_LINES + 1`."""
    return HEAD + body


def tone(*codes: str, more: str = "") -> str:
    """A codebook with one paragraph variable `tone` and these lines of codes (from line 6)."""
    lines = "".join(f"      {line}\n" for line in codes)
    return book(CODES + lines + more)
