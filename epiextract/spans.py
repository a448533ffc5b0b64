"""Half-open spans of characters."""

from __future__ import annotations

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
