"""What the network makes of a document's figures, and of the candidates for their slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import own_features
from epiextract.deciding.context.places import Seen, seen_as
from epiextract.deciding.context.tokens import Tokens, numbered, tokens_of
from epiextract.deciding.models.linear import Table
from epiextract.deciding.models.network import Network
from epiextract.matching.reading import Figure, Reading

# So many tokens are read at once, so that a document without end needs no more room.
AT_ONCE = 8000
# So many rows are summed as one.
BLOCK = 64


class Context:
    """A document as the network has read it; it does not hold on to the reading, which holds it.

    Args:
        network: The network.
        reading: The document as read, with at least one figure.
    """

    def __init__(self, network: Network, reading: Reading) -> None:
        import numpy

        self.network = network
        self.tokens = tokens_of(reading)
        self.read = numpy.vstack(list(_read(network, self.tokens, reading.text)))
        self._sums = Sums(self.read)
        # every candidate is a mention, or stands in one
        named = numpy.array([bool(tag) for tag in self.tokens.tags])
        self._named = numpy.cumsum(named) - 1
        self._first, self._last, self._keys = network.name(self.read[named])
        self._figure = -1
        self._known: dict[tuple[int, str, int], Any] = {}

    def answers(self, figures: Sequence[Figure], table: Table) -> Any:
        """Return the logarithm of the odds of what figures are, a row a figure, in the columns of *table*.

        Args:
            figures: The figures.
            table: The linear models of figures.
        """
        return self.network.columns(self.read[[self.tokens.at(figure.start) for figure in figures]], table)

    def choose(
        self, reading: Reading, figure: Figure, asked: tuple[str, str], candidates: Sequence[Candidate]
    ) -> list[float]:
        """Return the logarithm of the odds that a slot is empty, and of those of each candidate.

        Args:
            reading: The document.
            figure: The figure.
            asked: The slot, by the name of its ranker, and the type of the event.
            candidates: What may fill it, at least one.
        """
        own = self.tokens.at(figure.start)
        seen = self._seen(reading, figure, own, asked[0], candidates)
        scores: list[float] = self.network.choose(self.read[own], asked, seen).tolist()
        return scores

    def _seen(self, reading: Reading, figure: Figure, own: int, slot: str, candidates: Sequence[Candidate]) -> Any:
        """Return how a figure sees candidates, a row each; one that may both give and get only once."""
        import numpy

        if self._figure != figure.index:
            self._figure, self._known = figure.index, {}
        keys = [(id(one.spot), one.kind, one.order) for one in candidates]
        new = [at for at, key in enumerate(keys) if key not in self._known]
        if new:
            told = [candidates[at] for at in new]
            shows = own_features(reading, figure, slot, told)
            places = [
                seen_as(reading, figure, one, own, self.tokens, self.network, shown)
                for one, shown in zip(told, shows, strict=True)
            ]
            self._known.update(zip((keys[at] for at in new), self._rows(own, places), strict=True))
        return numpy.array([self._known[key] for key in keys])

    def _rows(self, own: int, places: Sequence[Seen]) -> Any:
        """Return what the network makes of candidates as a figure sees them, a row each."""
        import numpy

        first, last, low, high = numpy.array([one.tokens for one in places]).T
        said = self._sums.between(low, high) / numpy.maximum(high - low, 1).reshape(-1, 1)
        starts = self._named[first]
        names = self._first[starts] + self._last[self._named[last]]
        most = max(len(one.shown) for one in places)
        shown = [one.shown + [0] * (most - len(one.shown)) for one in places]
        where = [one.where for one in places]
        return self.network.see(self.read[own], names, self._keys[starts], said.astype("float32"), where, shown)


class Sums:
    """Sums of neighbouring rows, each from two that are known beforehand.

    Args:
        rows: The rows.

    >>> import numpy
    >>> Sums(numpy.ones((200, 2), dtype="float32")).between(numpy.array([0, 60]), numpy.array([3, 199])).tolist()
    [[3.0, 3.0], [139.0, 139.0]]
    """

    __slots__ = ("_before", "_within")

    def __init__(self, rows: Any) -> None:
        import numpy

        # one more than there are, for what is summed up to the last
        padded = numpy.zeros((len(rows) // BLOCK + 1, BLOCK, rows.shape[1]), dtype="float32")
        padded.reshape(-1, rows.shape[1])[: len(rows)] = rows
        # what stands before each row of its block, as a product: a tenth of the time of `cumsum` down the rows
        self._within = (numpy.tri(BLOCK, k=-1, dtype="float32") @ padded).reshape(-1, rows.shape[1])
        whole = padded.sum(axis=1, dtype="float64")
        self._before = whole.cumsum(axis=0) - whole

    def between(self, low: Any, high: Any) -> Any:
        """Return the sum of the rows from each of *low* to before each of *high*."""
        before, within = self._before, self._within
        return before[high // BLOCK] - before[low // BLOCK] + within[high] - within[low]


def _read(network: Network, tokens: Tokens, text: str) -> Iterator[Any]:
    """Yield what the network reads of tokens, so many at once."""
    import numpy

    shown, pieces = numbered(tokens, network.known), network.pieces.at(text)
    starts = numpy.array([*tokens.starts, len(text)])
    size = len(tokens.starts)
    for first in range(0, size, AT_ONCE):
        part = slice(first, min(first + AT_ONCE, size))
        begin, end = starts[part.start], starts[part.stop]
        characters, tags, values, clauses = (one[part] for one in shown)
        words = network.words(pieces[begin:end], starts[part] - begin)
        yield network.read(characters, tags, values, clauses, words)
