"""One merged scan: what dates a text, and what it counts. A number with a counter is never a year."""

from __future__ import annotations

from epiextract.values.quantities import Quantity, find_quantities
from epiextract.values.time_model import TimeExpression
from epiextract.values.times import find_times


def find_values(text: str) -> list[Quantity | TimeExpression]:
    """Return quantities and time expressions, sorted, none overlapping another.

    >>> [type(v).__name__ for v in find_values("2月3日新增1921例，14天内")]
    ['TimeExpression', 'Quantity', 'Quantity']
    """
    times = find_times(text)
    quantities = find_quantities(text, [(time.start, time.end) for time in times])
    merged: list[Quantity | TimeExpression] = [*times, *quantities]
    merged.sort(key=lambda value: value.start)
    return merged
