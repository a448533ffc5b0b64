"""Totals rise: which of them fit together, and which other value of a day would fit where the chosen one does not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from epiextract.facts.cells import Cell
from epiextract.facts.claims import Number
from epiextract.facts.statements import EXACT, ends

# The search for what fits together is quadratic; a longer series than two years is checked day by day.
LONGEST_SEARCH = 750


def is_exact(cell: Cell) -> bool:
    """Tell whether a cell's figure can be calculated with."""
    return cell.value is not None and cell.chosen.looseness == EXACT


def fitted(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the totals of a series, each that does not fit replaced by another value of its day that does.

    A value fits that lies between the totals around it: 30000 and not 2 where 28086 was told the day before.

    Args:
        cells: Totals in the order of days.
    """
    firm = [cell for cell in cells if is_exact(cell)]
    kept = longest_rise([cell.value or 0 for cell in firm], [cell.chosen.sources for cell in firm])
    if len(kept) == len(firm):
        return tuple(cells)
    fitting = [(firm[place].day, firm[place].value or 0) for place in sorted(kept)]
    odd = {cell.day for place, cell in enumerate(firm) if place not in kept and cell.others}
    return tuple(_fitted(cell, fitting) if cell.day in odd else cell for cell in cells)


def around(rising: Sequence[tuple[date, Number]], day: date) -> tuple[Number | None, Number | None]:
    """Return the totals nearest to a day before it and behind it: the highest before, the lowest behind.

    Args:
        rising: Days with their totals, which never fall.
        day: The day.

    >>> around([(date(2020, 2, 1), 5), (date(2020, 2, 3), 9)], date(2020, 2, 3))
    (5, None)
    """
    before, behind = bisect_left(rising, day, key=_day), bisect_right(rising, day, key=_day)
    return rising[before - 1][1] if before else None, rising[behind][1] if behind < len(rising) else None


def _day(total: tuple[date, Number]) -> date:
    return total[0]


def _fitted(cell: Cell, fitting: Sequence[tuple[date, Number]]) -> Cell:
    low, high = around(fitting, cell.day)
    for other in cell.others:
        # 3万 may be a total of 31161: a rounded value has room to the next step either way
        least, most = ends(other)
        if (most is None or low is None or most >= low) and (least is None or high is None or least <= high):
            rest = tuple(one for one in (cell.chosen, *cell.others) if one is not other)
            return replace(cell, chosen=other, others=rest, why="fit")
    return cell


def longest_rise(values: Sequence[Number], weights: Sequence[int]) -> frozenset[int]:
    """Return the places of the values that never fall and weigh most; the earlier where two choices weigh the same.

    Args:
        values: Totals in the order of days.
        weights: Their independent sources.

    >>> sorted(longest_rise([593, 57910, 661, 711], [1, 1, 1, 1]))
    [0, 2, 3]
    """
    if len(values) > LONGEST_SEARCH:
        return _rise_so_far(values)
    weight: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        best = -1
        for earlier in range(place):
            if values[earlier] <= value and (best < 0 or weight[earlier] > weight[best]):
                best = earlier
        weight.append(weights[place] + (weight[best] if best >= 0 else 0))
        before.append(best)
    place = weight.index(max(weight)) if weight else -1
    kept = set()
    while place >= 0:
        kept.add(place)
        place = before[place]
    return frozenset(kept)


def _rise_so_far(values: Sequence[Number]) -> frozenset[int]:
    kept: set[int] = set()
    highest: Number | None = None
    for place, value in enumerate(values):
        if highest is None or value >= highest:
            kept.add(place)
            highest = value
    return frozenset(kept)
