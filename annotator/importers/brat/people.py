"""Who annotated what: where folders side by side hold the same texts, each is a coder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

FOLDERS = "folders with the same texts: each is a coder, who is called as it is"


def coders_of(files: Mapping[str, bytes]) -> frozenset[str]:
    """The folders that are coders; none where a text lies in one folder only, or in no folder."""
    texts = [name for name in files if name.endswith(".txt") and f"{name[:-4]}.ann" in files]
    folders: defaultdict[tuple[str, bytes], set[str]] = defaultdict(set)
    for name in texts:
        folder, slash, bare = name.partition("/")
        if not slash:
            return frozenset()
        folders[bare, files[name]].add(folder)
    if not any(len(found) > 1 for found in folders.values()):
        return frozenset()
    return frozenset(folder for found in folders.values() for folder in found)
