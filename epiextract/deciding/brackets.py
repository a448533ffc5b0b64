"""Brackets as levels of a sentence: 新增142例（湖北139例），死亡3例 goes on with what stood before the bracket."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from epiextract.matching.reading import Reading

_BRACKET = re.compile(r"[（(）)]")
# What brackets tell, taken out to see what stands beside it.
CLOSED = re.compile(r"[（(][^（()）\n]*[）)]")


class Brackets:
    """The bracketed stretches of a sentence: what stands in closed ones does not speak for what is outside of them."""

    __slots__ = ("_parents", "_starts", "pairs", "present")

    def __init__(self, text: str, start: int, end: int) -> None:
        pairs: list[tuple[int, int]] = []
        self.present = False
        opened: list[int] = []
        for match in _BRACKET.finditer(text, start, end):
            self.present = True
            if match.group() in "（(":
                opened.append(match.start())
            elif opened:
                pairs.append((opened.pop(), match.end()))
        pairs.extend((position, end) for position in opened)
        self.pairs = sorted(pairs)
        self._starts = [first for first, _ in self.pairs]
        self._parents = self._nested()

    def _nested(self) -> list[int]:
        """Return which pair holds each pair, or -1: a sentence of a thousand brackets is not gone through for each."""
        parents: list[int] = []
        around: list[int] = []
        for at, (first, _) in enumerate(self.pairs):
            while around and self.pairs[around[-1]][1] <= first:
                around.pop()
            parents.append(around[-1] if around else -1)
            around.append(at)
        return parents

    def _holding(self, where: int) -> Iterator[tuple[int, int]]:
        """Yield the bracketed stretches that hold a character, the innermost first."""
        at = bisect_left(self._starts, where) - 1
        while at >= 0:
            start, end = self.pairs[at]
            if start < where < end:
                yield start, end
            at = self._parents[at]

    def hides(self, what: int, where: int) -> bool:
        """Tell whether the character at *what* stands in brackets that the one at *where* is outside of."""
        return any(not start < where < end for start, end in self._holding(what))

    def enclosing(self, where: int) -> tuple[int, int] | None:
        """Return the innermost bracketed stretch that holds a character, or None."""
        return next(self._holding(where), None)

    def around(self, where: int) -> int:
        """Return where the innermost brackets around a character open, or -1."""
        found = self.enclosing(where)
        return found[0] if found else -1


def brackets_of(reading: Reading, sentence: int) -> Brackets:
    """Return the brackets of a sentence, looked for once for all that stands in it."""
    known: dict[int, Brackets] = reading.lines.setdefault("brackets", {})
    found = known.get(sentence)
    if found is None:
        one = reading.sentences[sentence]
        found = known[sentence] = Brackets(reading.text, one.start, one.end)
    return found


def enclosure(between: str) -> str:
    """Tell how brackets part two places: what stands in closed ones does not reach out of them.

    >>> enclosure("9例），新增"), enclosure("新增142例（"), enclosure("3例（甲1例），")
    ('inside', 'into', 'level')
    """
    depth = lowest = 0
    for bracket in _BRACKET.findall(between):
        depth += 1 if bracket in "（(" else -1
        lowest = min(lowest, depth)
    return "inside" if lowest < 0 else "into" if depth > 0 else "level"
