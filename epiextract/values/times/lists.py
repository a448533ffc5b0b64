"""The single days, months and years of a list or a range: what 分别 deals out of 3日、4日 and of 11日至14日."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from epiextract.values.times.calendar import shift_months
from epiextract.values.times.model import Period, TimeExpression, TimePoint
from epiextract.values.times.partial import month_end
from epiextract.values.times.points import rank

# Days are looked for within so many; a longer list is no list of days.
_MOST_DAYS = 400
# By rank: years, months, days.
_YEAR, _MONTH, _DAYS = 1, 2, (5, 6)


def resolve_parts(expression: TimeExpression, period: Period) -> tuple[Period, ...]:
    """Return the days, months or years that an expression holds, each by itself; none where it holds no such parts.

    Args:
        expression: What `find_times` or `parse_time` gave.
        period: What `resolve_time` made of it.

    >>> from epiextract.values import parse_time, resolve_time
    >>> listed = parse_time("1月30日、31日和2月2日")
    >>> [str(part.start) for part in resolve_parts(listed, resolve_time(listed, published="2020-02-04"))]
    ['2020-01-30', '2020-01-31', '2020-02-02']
    >>> years = parse_time("2017年至2019年")
    >>> [str(part.end) for part in resolve_parts(years, resolve_time(years))]
    ['2017-12-31', '2018-12-31', '2019-12-31']
    """
    start, end = period.start, period.end
    begin, finish = expression.begin, expression.finish
    if start is None or end is None or begin is None or finish is None:
        return ()
    ranks = {rank(begin), rank(finish)}
    if expression.members:
        return _of_list(expression.members, start, end)
    if expression.relation != "range":
        return ()
    if ranks <= {*_DAYS}:
        return tuple(Period(day, day) for day in _days(start, end))
    # 2019年1月至3月, 2017年至2019年
    return tuple(_wholes(start, end, ranks.pop())) if len(ranks) == 1 else ()


def _days(start: date, end: date) -> Iterator[date]:
    """Yield the days from one to the other, none where they are too many."""
    count = (end - start).days + 1
    for number in range(count if count <= _MOST_DAYS else 0):
        yield start + timedelta(days=number)


def _wholes(start: date, end: date, of: int) -> Iterator[Period]:
    """Yield the months or years from one day to another."""
    if of not in (_YEAR, _MONTH):
        return
    day: date | None = date(start.year, 1 if of == _YEAR else start.month, 1)
    while day is not None and day <= end:
        last = date(day.year, 12, 31) if of == _YEAR else month_end(day.year, day.month)
        yield Period(day, last)
        day = shift_months(day, 12 if of == _YEAR else 1)


def _of_list(members: tuple[TimePoint, ...], start: date, end: date) -> tuple[Period, ...]:
    """Return the parts of a list, each the first that fits after the one before; none where one does not fit."""
    if rank(members[0]) == _MONTH:
        parts = list(_wholes(start, end, _MONTH))
    else:
        parts = [Period(day, day) for day in _days(start, end)]
    found: list[Period] = []
    ahead = iter(parts)
    for member in members:
        fitting = next((part for part in ahead if part.start and _fits(member, part.start)), None)
        if fitting is None:
            return ()
        found.append(fitting)
    return tuple(found)


def _fits(member: TimePoint, day: date) -> bool:
    """Tell whether a day, or the month that it opens, is the one that a point of a list names."""
    if member.lunar or member.festival or member.unit:
        return False
    if member.day is None and member.weekday is not None:
        return member.weekday == day.isoweekday()
    return member.month in (None, day.month) and member.day in (None, day.day)
