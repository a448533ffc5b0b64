"""Near-copies of documents: MinHash over character shingles finds candidates, exact comparison decides.

Shingles are five characters of the text without spaces and punctuation; every other one, chosen by its hash, stands
for both, which halves the work. A text with fewer than 80 characters is a copy only of an equal text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import regex

SHINGLE = 5
SAMPLE = 2
SHORT = 80
PERMUTATIONS = 64
# Two daily bulletins from one template share half their shingles; an edited reprint shares three quarters and more.
ALIKE = 0.7
CONTAINED = 0.9
CANDIDATES = 0.55

Shingles = npt.NDArray[np.uint32]
_NO_WORD = regex.compile(r"[\W_]+")
_POWERS = np.array([1_000_003**power % 2**64 for power in range(SHINGLE)], dtype=np.uint64)


class Groups:
    """Keys that belong together; the least key of a group stands for it.

    >>> groups = Groups()
    >>> groups.join("b", "a"); groups.join("c", "b"); groups.of("c"), groups.of("d")
    ('a', 'd')
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, key: str) -> str:
        """Return the least key of the group of *key*."""
        parent = self._parent
        root = key
        while (above := parent.get(root, root)) != root:
            root = above
        while (above := parent.get(key, key)) != root:
            parent[key], key = root, above
        return root

    def join(self, one: str, other: str) -> None:
        """Put two keys, and whatever belongs to either, into one group."""
        first, last = sorted((self.of(one), self.of(other)))
        if first != last:
            self._parent[last] = first


def find_copies(texts: Mapping[str, str]) -> dict[str, str]:
    """Return for each document the id of the first of those that are copies of one another.

    Args:
        texts: Texts by document id.

    >>> find_copies({"a": "同一篇报道。", "b": "同一篇 报道", "c": "另一篇报道"})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    groups = Groups()
    first: dict[str, str] = {}
    shingles: dict[str, Shingles] = {}
    for id in sorted(texts):
        words = _NO_WORD.sub("", texts[id])
        known = first.setdefault(words, id)
        if known != id:
            groups.join(known, id)
        elif len(words) >= SHORT:
            shingles[id] = _shingles(words)
    first.clear()
    for one, other in _candidates(shingles):
        if groups.of(one) != groups.of(other) and are_alike(shingles[one], shingles[other]):
            groups.join(one, other)
    return {id: groups.of(id) for id in texts}


def are_alike(one: Shingles, other: Shingles) -> bool:
    """Tell whether two sets of shingles are of one article, edited or cut.

    Args:
        one: Sorted unique hashes.
        other: Sorted unique hashes.
    """
    shared = len(np.intersect1d(one, other, assume_unique=True))
    least = min(len(one), len(other))
    return bool(least) and (shared >= ALIKE * (len(one) + len(other) - shared) or shared >= CONTAINED * least)


def _shingles(words: str) -> Shingles:
    points = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    width = len(points) - SHINGLE + 1
    hashed = np.zeros(width, dtype=np.uint64)
    for place in range(SHINGLE):
        hashed += points[place : place + width] * _POWERS[place]
    # the last step of murmur spreads the low bits, so that the sample is fair
    hashed ^= hashed >> np.uint64(33)
    hashed *= np.uint64(0xFF51AFD7ED558CCD)
    hashed ^= hashed >> np.uint64(33)
    short = (hashed >> np.uint64(32)).astype(np.uint32)
    return np.unique(short[short % SAMPLE == 0])


def _candidates(shingles: Mapping[str, Shingles]) -> Iterable[tuple[str, str]]:
    if len(shingles) < 2:
        return
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=CANDIDATES, num_perm=PERMUTATIONS)
    batches = (found.tolist() for found in shingles.values())
    made = MinHash.generator(batches, num_perm=PERMUTATIONS, hashfunc=int)
    for id, sketch in zip(shingles, made, strict=True):
        for other in sorted(index.query(sketch)):
            yield other, id
        index.insert(id, sketch, check_duplication=False)
