"""All that a figure can be, with how likely each is: the types, and the measures of each type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from epiextract.deciding.models.linear import Table
from epiextract.deciding.types.fits import NOTHING, OTHER, Margins
from epiextract.matching.reading import Figure

TYPE = "type"
# A word that touches its figure decides what is counted: 疑似病例超过24000例 behind any number of deaths.
TIGHT = 1

Answer = tuple[str, str | None]


def sure_answer(figure: Figure) -> Answer | None:
    """Return the type and measure of a sure pattern: 可收治300名患者 is a count of beds whatever the models say."""
    # a mere article counts nothing by itself: 看望一名医生
    first = figure.matches[0] if figure.matches and not figure.quantity.article else None
    return (first.event, figure.measures[0]) if first is not None and first.pattern.pattern.sure else None


def tight_measure(figure: Figure, kind: str) -> str | None:
    """Return the measure that a sure pattern of *kind*, or one by the words right beside the figure, gives."""
    sure = sure_answer(figure)
    if sure is not None and sure[0] == kind:
        return sure[1]
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event == kind and said and match.width <= TIGHT and "measure" in match.captured:
            return said
    return None


def said_apart(one: Figure, other: Figure) -> bool:
    """Tell whether words touch two figures that say different things, one of them surely: 50人失踪。郑州市遇难292人."""
    if sure_answer(one) is None and sure_answer(other) is None:
        return False
    first, second = _touching(one), _touching(other)
    return first is not None and second is not None and first != second


def _touching(figure: Figure) -> Answer | None:
    sure = sure_answer(figure)
    if sure is not None:
        return sure
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if said and match.width <= TIGHT and "measure" in match.captured:
            return match.event, said
    return None


class Answers:
    """The answers that a table of models can give: pairs of a type and its measure, if it has any.

    Args:
        table: The models of figures.
        margins: What each type gives away, by what the packs count.
    """

    def __init__(self, table: Table, margins: Margins) -> None:
        self.table = table
        self.margins = margins
        self.types = table.blocks[TYPE].classes if TYPE in table.blocks else ()
        self.all: list[Answer] = []
        self._spans: dict[str, tuple[int, int]] = {}
        for kind in self.types:
            block = table.blocks.get(f"measure.{kind}")
            measures: Sequence[str | None] = block.classes if block and kind not in (OTHER, NOTHING) else (None,)
            self._spans[kind] = len(self.all), len(self.all) + len(measures)
            self.all += [(kind, measure) for measure in measures]
        self._places: dict[Answer | None, int] = {answer: at for at, answer in enumerate(self.all)}
        self._given: dict[tuple[str, str], Any] = {}

    def odds(self, figures: Sequence[Figure], untold: Sequence[str], moves: Sequence[Sequence[tuple[str, str]]]) -> Any:
        """Return the probability of each answer for each figure, a row a figure.

        Args:
            figures: Figures with what the models make of them.
            untold: Types that their document does not speak of.
            moves: The pairs of types of each figure of which the first one gives way to the second.
        """
        import numpy

        block = self.table.blocks[TYPE]
        scores = numpy.array([figure.scores for figure in figures], dtype="float64") + self.table.bias
        given = numpy.array([self._margin(figure) for figure in figures])
        given[:, [kind in untold for kind in self.types]] = numpy.inf
        types = _shares(scores[:, block.first : block.last] - given)
        for row, pairs, none in zip(types, moves, numpy.isinf(given), strict=True):
            self._move(
                row, [(of, event) for of, event in pairs if event in self._spans and not none[self.types.index(event)]]
            )
        out = numpy.empty((len(figures), len(self.all)))
        for at, kind in enumerate(self.types):
            first, last = self._spans[kind]
            if self.all[first][1] is None:
                out[:, first] = types[:, at]
                continue
            measures = self.table.blocks[f"measure.{kind}"]
            out[:, first:last] = types[:, at : at + 1] * _shares(scores[:, measures.first : measures.last])
        for row, figure in zip(out, figures, strict=True):
            self._tighten(row, figure)
        return out

    def _move(self, row: Any, pairs: Sequence[tuple[str, str]]) -> None:
        """Give all that speaks for a type to the one that claims the figure."""
        for of, event in pairs:
            if of in self._spans:
                at, to = self.types.index(of), self.types.index(event)
                row[to] += row[at]
                row[at] = 0.0

    def _tighten(self, row: Any, figure: Figure) -> None:
        """Give all that speaks for a type to the measure that touches the figure, and all to what is sure."""
        sure = sure_answer(figure)
        # the measures of activities are words as written, which no model knows
        at = self._places.get(sure, self._places.get((sure[0], None))) if sure else None
        if at is not None:
            row[:] = 0.0
            row[at] = 1.0
            return
        for kind in dict.fromkeys(match.event for match in figure.matches):
            measure = tight_measure(figure, kind)
            if measure and kind in self._spans:
                first, last = self._spans[kind]
                known = [at for at in range(first, last) if self.all[at][1] == measure]
                if known:
                    whole = row[first:last].sum()
                    row[first:last] = 0.0
                    row[known[0]] = whole

    def _margin(self, figure: Figure) -> Any:
        """Return what each type gives away for the quantity of a figure."""
        import numpy

        key = (figure.quantity.kind, figure.quantity.surface_unit)
        found = self._given.get(key)
        if found is None:
            margins: Mapping[str, float] = self.margins.of(figure.quantity)
            found = self._given[key] = numpy.array([margins.get(kind, 0.0) for kind in self.types])
        return found


def _shares(scores: Any) -> Any:
    """Return rows of scores as probabilities."""
    import numpy

    odds = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)
