"""The pieces of words that the network knows, found in one scan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Pieces:
    """Pieces of words with their numbers: the longest of those that begin farthest to the left stand in a text.

    Args:
        numbers: The number of each piece, from 1 on.

    >>> Pieces({"医": 1, "医院": 2, "病人": 3}).at("医院的病人就医").tolist()
    [2, 2, 0, 3, 3, 0, 1]
    """

    __slots__ = ("_automaton", "_known", "_numbers")

    def __init__(self, numbers: Mapping[str, int]) -> None:
        import numpy
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._known = numbers
        self._numbers = numpy.array([*numbers.values(), 0], dtype="int32")
        self._automaton = AhoCorasick(list(numbers), matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def __reduce__(self) -> tuple[object, ...]:
        # the automaton itself does not pickle; it is built anew
        return (Pieces, (self._known,))

    def at(self, text: str) -> Any:
        """Return the number of the piece that each character stands in, 0 for none.

        Args:
            text: A text.
        """
        import numpy

        found = numpy.array(self._automaton.find_matches_as_indexes(text), dtype="int32").reshape(-1, 3)
        at = numpy.zeros(len(text), dtype="int32")
        sizes = found[:, 2] - found[:, 1]
        # the characters of a match, one behind the other
        first = numpy.repeat(found[:, 1] - numpy.cumsum(sizes) + sizes, sizes)
        at[first + numpy.arange(sizes.sum())] = numpy.repeat(self._numbers[found[:, 0]], sizes)
        return at


def mean_of(table: Any, pieces: Any, starts: Any) -> Any:
    """Return the mean of a table's rows over the characters of each token that stand in a piece, a row a token.

    Args:
        table: A row a number of pieces; those of 0 are zeros.
        pieces: The number of the piece that each character of a text stands in, 0 for none.
        starts: Where each token begins.

    >>> import numpy
    >>> mean_of(numpy.array([[0.0], [4.0], [8.0]]), numpy.array([1, 2, 0, 2]), [0, 3]).tolist()
    [[6.0], [8.0]]
    """
    import numpy

    rows = numpy.add.reduceat(table[pieces], starts)
    rows /= numpy.maximum(numpy.add.reduceat((pieces > 0).astype("float32"), starts), 1.0)[:, None]
    return rows
