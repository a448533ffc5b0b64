"""One merged scan: what dates a text, and what it counts. A number with a counter is never a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from epiextract.values.quantities.finder import find_quantities
from epiextract.values.quantities.model import Quantity
from epiextract.values.quantities.units import known_units
from epiextract.values.times.finder import CLAUSE_ENDS, find_times
from epiextract.values.times.model import TimeExpression

# Lengths that are told as figures and date nothing by themselves: 三天内, 两小时后.
_FIGURES = frozenset({"within", "after"})
# Lengths that are figures and date what follows: 连续14天, 过去两天, 未来三天.
_BOTH = frozenset({"past", "future", "consecutive"})
# What is a date only where nothing is counted: 10-15 of 10-15元.
_DIGITS_ONLY = re.compile(r"\d{1,4}(?:[-—–~～至到/.．]\d{1,4})?")
_LONGEST_UNIT = 4
# 比前一天|多196例 is a number that was more than on that day; 病床上一年多 is how long.
_MORE_THAN_THEN = re.compile(r"多[出了]{0,2}[\d两兩三四五六七八九十百]")
# What follows a length that a new event is told from.
_GOING_ON = frozenset("，,又")
# 两小时后 dates nothing, for dates are days.
_LONG = frozenset({"day", "week", "month", "quarter", "year"})


def find_values(text: str) -> list[Quantity | TimeExpression]:
    """Return quantities and time expressions, sorted, none overlapping another.

    A length of time is a figure (14天内); where it also dates what follows (连续14天), the figure ends with the
    expression and is given beside it. That is the only overlap. Of 三天后 the figure is 三天 and the date 后.

    >>> [type(v).__name__ for v in find_values("2月3日新增1921例，14天内")]
    ['TimeExpression', 'Quantity', 'Quantity']
    >>> [(type(v).__name__, v.start, v.end) for v in find_values("连续14天无新增")]
    [('TimeExpression', 0, 5), ('Quantity', 2, 5), ('Quantity', 5, 6)]
    """
    times, lengths = _divide(text, find_times(text))
    quantities = find_quantities(text, [(time.start, time.end) for time in times])
    kept = _settle(text, lengths, quantities)
    merged: list[Quantity | TimeExpression] = [*times, *kept, *quantities]
    merged.sort(key=lambda value: (value.start, -value.end))
    return merged


def _divide(text: str, found: Sequence[TimeExpression]) -> tuple[list[TimeExpression], list[TimeExpression]]:
    """Return the expressions that are none but dates, and the lengths that may be figures."""
    times, lengths = [], []
    for time in found:
        if time.duration is not None and time.relation in _FIGURES | _BOTH:
            lengths.append(time)
        elif not _is_counted(text, time):
            times.append(time)
    return times, lengths


def _is_counted(text: str, time: TimeExpression) -> bool:
    """Tell whether something is counted by what looks like a date: 10-15元, 躺在病床上一年多."""
    if text.startswith(("上一", "前一"), time.start) and text[time.end : time.end + 1] in ("多", "半"):
        return _MORE_THAN_THEN.match(text, time.end) is None
    if not _DIGITS_ONLY.fullmatch(text, time.start, time.end):
        return False
    units = known_units()
    behind = text[time.end : time.end + _LONGEST_UNIT]
    return any(behind[:length] in units for length in range(1, len(behind) + 1))


def _settle(text: str, lengths: Sequence[TimeExpression], quantities: list[Quantity]) -> list[TimeExpression]:
    """Return the lengths that stay beside the figure in them, ending where it ends, or that hold none."""
    kept = []
    at = 0
    for length in lengths:
        while at < len(quantities) and quantities[at].end <= length.start:
            at += 1
        figure = quantities[at] if at < len(quantities) and quantities[at].start < length.end else None
        if figure is None:
            kept.append(length)
        elif figure.start > length.start:
            if length.relation in _BOTH or length.begin is not None:
                kept.append(replace(length, end=figure.end))
        elif figure.end < length.end:
            behind = quantities[at + 1].start if at + 1 < len(quantities) else -1
            if _goes_on(text, length, behind):
                kept.append(replace(length, start=figure.end))
    return kept


def _goes_on(text: str, length: TimeExpression, behind: int) -> bool:
    """Tell 三天后，又收治20例 and 三天后超过20例, which are told from the date before, from 三天后复诊.

    Args:
        text: The text.
        length: The length.
        behind: Where the next figure behind it begins.
    """
    opens = length.start == 0 or text[length.start - 1] in CLAUSE_ENDS
    is_long = length.duration is not None and length.duration.amounts[-1][0] in _LONG
    goes_on = behind == length.end or text[length.end : length.end + 1] in _GOING_ON
    return length.relation == "after" and is_long and opens and goes_on
