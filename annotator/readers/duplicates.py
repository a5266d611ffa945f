"""Articles that are likely the same: from two outlets, in two versions, or one a part of the other.

Two articles are alike as far as the shingles (`shingles`) of the shorter are found in the longer:
Broder's containment, which is 1 for an extract, where the resemblance, and with it MinHash, is near
0. Candidates come from an index of shingles, not from comparing all with all; what it proposes is
compared exactly. The result depends on the texts and their order alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.article import Article, Kind
from annotator.readers.sketches import SHARE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from annotator.readers.shingles import Shingles

ALIKE = 0.5
"""Similarity from which two articles are reported."""

_LEAST_SHINGLES = 12
_INDEXED = 2_000_000  # shingles; each takes some 60 bytes while it is sorted and linked
_EARLIER = 3
_REMEMBERED = 100  # fingerprints of stored articles
_PROMISING = 0.6  # of `ALIKE`: the index undercounts
_NOT_COMPARED = frozenset({Kind.BOILERPLATE, Kind.AUTHOR_BIO})


class Likeness(NamedTuple):
    """Two places among the texts, and how alike they are: from 0 to 1."""

    later: int
    earlier: int
    similarity: float


class Duplicate(NamedTuple):
    """An article is likely the same as an earlier one, of those read or `in_study`.

    `article` and `first` are ids. The first is the one that is kept.
    """

    article: str
    first: str
    first_name: str
    in_study: bool
    similarity: float


class Fingerprint(NamedTuple):
    """What is kept of an article to compare it: some four bytes for each of its words."""

    id: str
    name: str
    shingles: Shingles


def fingerprint(article: Article) -> Fingerprint:
    """The fingerprint of an article; boilerplate and notes on the author play no part in it."""
    from annotator.readers.shingles import shingles

    told = [p for p in article.paragraphs if p.kind not in _NOT_COMPARED] or article.paragraphs
    text = "\n".join(article.text[p.start : p.end] for p in told)
    return Fingerprint(article.id, article.name, shingles(text))


def duplicates(
    stored: Iterable[Fingerprint],
    added: Iterable[Fingerprint],
    whole: Callable[[str], Fingerprint] | None = None,
) -> list[Duplicate]:
    """Which of the added articles are likely the same as a stored or an earlier added one.

    Identical articles (the same id) are no duplicates: they are one article. Where the stored ones
    are no more than sketches, `whole` gives the fingerprint of the stored article of an id.
    """
    known = {one.id: one for one in stored}
    n_stored = len(known)
    for one in added:
        known.setdefault(one.id, one)
    all_ = list(known.values())

    @lru_cache(_REMEMBERED)
    def full(place: int) -> Fingerprint:
        return whole(all_[place].id) if whole and place < n_stored else all_[place]

    texts = [one.shingles for one in all_]
    found = likenesses(texts, n_stored, (lambda place: full(place).shingles) if whole else None)
    return [
        Duplicate(all_[later].id, all_[earlier].id, full(earlier).name, earlier < n_stored, alike)
        for later, earlier, alike in found
    ]


def likenesses(
    texts: Sequence[Shingles], begin: int = 0, full: Callable[[int], Shingles] | None = None
) -> list[Likeness]:
    """For each text from `begin` on, the earlier text that it is most like, if there is one.

    Texts of fewer than a dozen shingles are like nothing: so few words are often the same. `full`
    gives all shingles of the text at a place where those before `begin` are sketches.
    """
    best: dict[int, Likeness] = {}
    for later, earlier in _candidates(texts, begin, SHARE if full and begin else 1.0):
        alike = containment(texts[later], full(earlier) if full else texts[earlier])
        if alike >= ALIKE and (later not in best or alike > best[later].similarity):
            best[later] = Likeness(later, earlier, alike)
    return [best[later] for later in sorted(best)]


def containment(one: Shingles, other: Shingles) -> float:
    """The share of the shorter text's shingles that the longer has."""
    import numpy as np

    shorter, longer = sorted((one, other), key=len)
    if not shorter.size:
        return 0.0
    at = np.searchsorted(longer, shorter)
    at[at == longer.size] = 0
    return float((longer[at] == shorter).mean())


def _candidates(texts: Sequence[Shingles], begin: int, sampled: float) -> Iterator[tuple[int, int]]:
    """Pairs (later, earlier) that share enough of the indexed shingles; sorted.

    `sampled` is the share of all shingles that every text certainly has here.
    """
    import numpy as np

    share = _indexed_share(texts)
    parts = [_indexed(text, share) for text in texts]
    index = _index(parts, begin)
    if not index.size:
        return
    pairs, counts = np.unique(_links(index, begin), return_counts=True)
    later, earlier = pairs >> np.uint64(32), pairs & np.uint64(0xFFFFFFFF)
    compared = min(share, sampled)
    sizes = np.array([_indexed(part, compared).size for part in parts], np.int64)
    shorter = np.minimum(sizes[later], sizes[earlier])
    # what is found in a sample is uncertain by the square root of its size
    uncertain = 0.0 if sampled == 1 else np.sqrt(shorter)
    promising = counts >= np.maximum(_PROMISING * ALIKE * shorter - uncertain, 1)
    yield from zip(later[promising].tolist(), earlier[promising].tolist(), strict=True)


def _index(parts: Sequence[Shingles], begin: int) -> NDArray[np.uint64]:
    """Each shingle that a text from `begin` on has, with the number of each text that has it."""
    import numpy as np

    sizes = [part.size for part in parts]
    owners = np.repeat(np.arange(len(parts), dtype=np.uint64), sizes)
    hashes = np.concatenate([*parts, np.empty(0, np.uint32)])
    if begin:
        wanted = np.unique(hashes[sum(sizes[:begin]) :])
        if not wanted.size:
            return np.empty(0, np.uint64)
        at = np.minimum(np.searchsorted(wanted, hashes), wanted.size - 1)
        hashes, owners = hashes[(there := wanted[at] == hashes)], owners[there]
    return np.sort(hashes.astype(np.uint64) << np.uint64(32) | owners)


def _indexed_share(texts: Sequence[Shingles]) -> float:
    """Which share of all shingles goes into the index, so that its memory has an end."""
    total = sum(text.size for text in texts)
    return min(_INDEXED / total, 1.0) if total else 1.0


def _indexed(text: Shingles, share: float) -> Shingles:
    """The text's shingles below a bound: the same sample of every text."""
    import numpy as np

    if text.size < _LEAST_SHINGLES:
        return text[:0]
    return text[: np.searchsorted(text, np.uint32(min(share * 2**32, 2**32 - 1)), "right")]


def _links(index: NDArray[np.uint64], begin: int) -> NDArray[np.uint64]:
    """For each entry of the sorted index, pairs with earlier texts that have the same shingle.

    Not with all of them, for a sentence that stands in every text would make millions of pairs:
    with the first, and with the few before it. Texts that are alike share hundreds of shingles,
    and most are theirs alone.
    """
    import numpy as np

    hashes, owners = index >> np.uint64(32), index & np.uint64(0xFFFFFFFF)
    is_first = np.concatenate([[True], hashes[1:] != hashes[:-1]])
    first = np.maximum.accumulate(np.where(is_first, np.arange(index.size), 0))
    here = np.flatnonzero(~is_first & (owners >= begin))
    links = [owners[here] << np.uint64(32) | owners[first[here]]]
    for back in range(1, _EARLIER + 1):
        entry = here[here - back > first[here]]
        links.append(owners[entry] << np.uint64(32) | owners[entry - back])
    return np.concatenate(links)
