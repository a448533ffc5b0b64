"""Linear models over named features: run in microseconds, deterministic; `file.py` reads and writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import exp
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from epiextract.deciding.models.parts import SAID, Part, Row, Run, Seen, spell

if TYPE_CHECKING:
    from epiextract.deciding.models.network import Network

# So many parts of candidates a ranker remembers the weights of, for each type of event.
MOST_WEIGHED = 100_000
# The same for the parts of figures.
MOST_KNOWN = 200_000
# So many figures are weighed at once; a table of 8,000 figures would take two gigabytes.
AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of a table that decide one question.

    Args:
        first: The first column.
        last: One past the last column.
        classes: The names of the answers, one a column.
    """

    first: int
    last: int
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Multinomial models that share one set of features, so that a figure's features are looked up once for all.

    Args:
        rows: Feature name to row.
        weights: A row a feature, a column an answer, float32.
        bias: A value a column.
        blocks: The questions.
    """

    rows: dict[str, int]
    weights: Any
    bias: Any
    blocks: dict[str, Block]
    _known: dict[Part, tuple[int, ...]] = field(default_factory=dict, compare=False)
    _families: dict[str, dict[str, int]] = field(default_factory=dict, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        # what was looked up once is no part of it
        return Table, (self.rows, self.weights, self.bias, self.blocks)

    def scores(self, features: Iterable[str]) -> Any:
        """Return the sum of the features' weights in every column; unknown features count nothing."""
        known = [row for row in map(self.rows.get, features) if row is not None]
        return self.weights[known].sum(axis=0) if known else self.bias * 0

    def all_scores(self, figures: Sequence[Seen], shared: Iterable[str]) -> list[Any]:
        """Return a row of scores for each figure, *shared* added to all.

        Args:
            figures: What is seen of each figure.
            shared: Features that all of them have.
        """
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        common = self.scores(shared)
        parts = (figures[at : at + AT_ONCE] for at in range(0, len(figures), AT_ONCE))
        return [row for part in parts for row in self._gathered(part, common)]

    def _gathered(self, figures: Sequence[Seen], common: Any) -> list[Any]:
        """Return a row of scores for each figure, *common* added to all; one gather for all of them."""
        import numpy

        get, row_of = self._known.get, self.rows.get
        known: list[int] = []
        starts: list[int] = []
        for figure in figures:
            starts.append(len(known))
            # the place of what is common
            known.append(-1)
            for part in figure.parts:
                if type(part) is str:
                    # a feature by itself: most are rare, such as the characters beside the figure
                    row = row_of(part)
                    if row is not None:
                        known.append(row)
                else:
                    found = get(part)
                    known += self._find(part) if found is None else found
            for prefix, rests in figure.runs:
                known += filter(None, map(self._family(prefix).get, rests))
        # an array made beforehand and `take`, and a sum a figure: half the time of weights[known] and `reduceat`
        table = self.weights.take(numpy.fromiter(known, numpy.intp, len(known)), axis=0)
        table[starts] = common
        ends = [*starts[1:], len(known)]
        return [table[start:end].sum(axis=0) for start, end in zip(starts, ends, strict=True)]

    def _find(self, part: Part) -> tuple[int, ...]:
        """Return the rows of the features that a part stands for, and remember them."""
        found = tuple(row for row in map(self.rows.get, spell(part)) if row is not None)
        self._known[part] = found
        return found

    def _family(self, prefix: str) -> dict[str, int]:
        """Return the rows of the features that begin with *prefix*, by what follows it, counted from the last row.

        Such a row is never 0, so that `filter` tells those that are known.
        """
        family = self._families.get(prefix)
        if family is None:
            size, whole = len(prefix), len(self.rows)
            family = {name[size:]: row - whole for name, row in self.rows.items() if name.startswith(prefix)}
            self._families[prefix] = family
        return family

    def best(self, question: str, scores: Any) -> str | None:
        """Return the best answer to *question*, or None where no model answers it.

        Args:
            question: The name of a block.
            scores: What `scores` gave, or a sum of such.
        """
        block = self.blocks.get(question)
        if block is None:
            return None
        found = scores[block.first : block.last] + self.bias[block.first : block.last]
        return block.classes[int(found.argmax())]

    def odds(self, question: str, scores: Any, margins: Mapping[str, float] = MappingProxyType({})) -> dict[str, float]:
        """Return the odds of each answer to *question*, of which one has 1.

        Args:
            question: The name of a block.
            scores: What `scores` gave, or a sum of such.
            margins: What an answer has to give away before it counts as the best.
        """
        block = self.blocks[question]
        found = (scores[block.first : block.last] + self.bias[block.first : block.last]).tolist()
        given = [score - margins.get(answer, 0.0) for answer, score in zip(block.classes, found, strict=True)]
        best = max(given)
        return {answer: exp(score - best) for answer, score in zip(block.classes, given, strict=True)}

    def score_of(self, question: str, answer: str, scores: Any) -> float:
        """Return the score of one answer to *question*; 0 where no model knows it.

        Args:
            question: The name of a block.
            answer: One of its classes.
            scores: What `scores` gave, or None.
        """
        block = self.blocks.get(question)
        if block is None or scores is None or answer not in block.classes:
            return 0.0
        column = block.first + block.classes.index(answer)
        return float(scores[column] + self.bias[column])


EMPTY = Table({}, (), (), {})


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """Weights that order the candidates for a slot.

    Args:
        name: The slot.
        kinds: Event types that weigh a feature in their own way.
        features: The names of the features.
        table: A row a feature: first the weight for all types, then one for each of *kinds*.
    """

    name: str
    kinds: tuple[str, ...]
    features: Sequence[str]
    table: Any
    _summed: dict[str, dict[str, float]] = field(default_factory=dict, compare=False)
    _weighed: dict[str, dict[Part, float]] = field(default_factory=dict, compare=False)
    _families: dict[str, dict[str, dict[str, float]]] = field(default_factory=dict, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        return Ranker, (self.name, self.kinds, self.features, self.table)

    @classmethod
    def of(cls, name: str, kinds: tuple[str, ...], rows: Mapping[str, Sequence[float]]) -> Ranker:
        """Return a ranker of features by name, each with a weight for all types and one for each of *kinds*.

        >>> Ranker.of("place", ("bed",), {"near": (1.0, 0.5)}).weights("bed")
        {'near': 1.5}
        """
        import numpy

        return cls(name, kinds, list(rows), numpy.array(list(rows.values()), dtype="float64"))

    def score(self, parts: Sequence[Part], kind: str) -> float:
        """Return the sum of the weights of all features that *parts* stand for."""
        if type(parts) is Row:
            if parts.asked != (self, kind):
                parts.asked, parts.score = (self, kind), self._sum(parts, kind)
            return parts.score
        return self._sum(parts, kind)

    def _sum(self, parts: Sequence[Part], kind: str) -> float:
        known = self._weighed.get(kind)
        if known is None or len(known) > MOST_WEIGHED:
            known = self._weighed[kind] = {}
        weights = self.weights(kind)
        score = 0.0
        for part in parts:
            if type(part) is str:
                score += weights.get(part, 0.0)
            else:
                weight = known.get(part)
                if weight is None:
                    weight = known[part] = sum(map(weights.get, spell(part), _ZEROS))
                score += weight
        return score

    def heard(self, runs: Iterable[Run], kind: str) -> float:
        """Return the sum of the weights of all pairs of characters in *runs*."""
        key = (self.name, kind)
        score = 0.0
        families = self._families.get(kind)
        if families is None:
            families = self._families[kind] = self._pairs(kind)
        for run in runs:
            scores = run.scores
            found = scores.get(key) if scores is not None else None
            if found is None:
                found = sum([weight for weight in map(families[run.prefix].get, run.pairs) if weight])
                if scores is not None:
                    scores[key] = found
            score += found
        return score

    def _pairs(self, kind: str) -> dict[str, dict[str, float]]:
        """Return the weights of pairs of characters by the prefix of their runs, those that count nothing left out."""
        families: dict[str, dict[str, float]] = defaultdict(dict)
        for name, weight in self.weights(kind).items():
            if weight and name.startswith(SAID):
                families[name[:-2]][name[-2:]] = weight
        return families

    def weights(self, kind: str) -> dict[str, float]:
        """Return the weight of each feature for an event type: that for all types and the type's own."""
        known = self._summed.get(kind)
        if known is None:
            # in double precision: the same sums on every machine
            found = self.table[:, 0].astype("float64")
            if kind in self.kinds:
                found += self.table[:, self.kinds.index(kind) + 1]
            known = self._summed[kind] = dict(zip(self.features, found.tolist(), strict=True))
        return known


_ZEROS = repeat(0.0)


@dataclass(frozen=True, slots=True)
class ModelSet:
    """The models of a language, with the version that events cite.

    Args:
        version: The version.
        table: The models of figures.
        rankers: The models of slots.
        network: What reads a document as a whole, or None to go without it.
    """

    version: str
    table: Table
    rankers: dict[str, Ranker]
    network: Network | None = None
