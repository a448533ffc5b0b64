"""Half-open spans of characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of code points.

    >>> Span(2, 5).of("确诊病例3例")
    '病例3'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* that the span covers."""
        return text[self.start : self.end]


class Covered:
    """What spans cover together; a file of many articles has as many datelines, and asks for each name.

    Args:
        spans: The spans, which may overlap and need no order.

    >>> covered = Covered([(7, 9), (0, 4), (2, 5)])
    >>> [at for at in range(10) if at in covered]
    [0, 1, 2, 3, 4, 7, 8]
    >>> covered.end_at(3), covered.end_at(6)
    (5, None)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, position: int) -> bool:
        return self.end_at(position) is not None

    def end_at(self, position: int) -> int | None:
        """Return where the stretch ends that holds a position, or None where none does."""
        at = bisect_right(self._starts, position) - 1
        return self._ends[at] if at >= 0 and position < self._ends[at] else None
