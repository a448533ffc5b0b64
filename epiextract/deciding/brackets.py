"""Brackets as levels of a sentence: 新增142例（湖北139例），死亡3例 goes on with what stood before the bracket."""

from __future__ import annotations

import re

from epiextract.matching.reading import Reading

_BRACKET = re.compile(r"[（(）)]")


class Brackets:
    """The bracketed stretches of a sentence: what stands in closed ones does not speak for what is outside of them."""

    __slots__ = ("pairs", "present")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.pairs: list[tuple[int, int]] = []
        self.present = False
        opened: list[int] = []
        for match in _BRACKET.finditer(text, start, end):
            self.present = True
            if match.group() in "（(":
                opened.append(match.start())
            elif opened:
                self.pairs.append((opened.pop(), match.end()))
        self.pairs.extend((position, end) for position in opened)

    def hides(self, what: int, where: int) -> bool:
        """Tell whether the character at *what* stands in brackets that the one at *where* is outside of."""
        return any(start < what < end and not start < where < end for start, end in self.pairs)

    def enclosing(self, where: int) -> tuple[int, int] | None:
        """Return the innermost bracketed stretch that holds a character, or None."""
        return max((pair for pair in self.pairs if pair[0] < where < pair[1]), default=None)

    def around(self, where: int) -> int:
        """Return where the innermost brackets around a character open, or -1."""
        return max((start for start, end in self.pairs if start < where < end), default=-1)


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
