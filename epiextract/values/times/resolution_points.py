"""The days of one point: where its year, month and day come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from epiextract.values.times.calendar import festival_day, lunar_day, monday, shift_days, shift_months
from epiextract.values.times.merge import PARTS_OF_MONTH
from epiextract.values.times.model import TimePoint
from epiextract.values.times.partial import make_date, month_end
from epiextract.values.times.resolution_days import day_of_some_month
from epiextract.values.times.resolution_known import Days, Known
from epiextract.values.times.resolution_parts import ordinal_in, part_of_month, part_of_year

# 29 February comes back after eight years at the latest.
_YEARS_BACK = 8
# Half a year: what lies farther before the date of its sentence is of the next year, 1月23日 after 2019年12月.
_HALF_YEAR = 183


def days_of(point: TimePoint, known: Known) -> Days | None:
    """Return the first and last day of a point, or None where something that it needs is not known.

    >>> from epiextract.values.times.partial import PartialDate
    >>> days_of(TimePoint(month=2, part="middle"), Known(PartialDate(2020, 3), None))
    (datetime.date(2020, 2, 11), datetime.date(2020, 2, 20))
    """
    if point.unit in ("day", "hour"):
        day = known.base(point.base, point.shift)
        day = shift_days(day, point.shift if point.unit == "day" else 0) if day is not None else None
        return (day, day) if day is not None else None
    if point.unit == "week":
        return _week(point, known)
    if point.unit in ("month", "quarter"):
        return _month_told(point, known)
    if point.unit == "year":
        year = known.year(point.base)
        return None if year is None else _in_year(point, year + point.shift)
    if point.year is not None:
        return _in_year(point, point.year)
    if point.festival or point.month is not None:
        return _of_some_year(point, known)
    if point.day is not None:
        return _of_some_lunar_month(point, known) if point.lunar else day_of_some_month(point, known)
    if point.weekday is not None:
        return _weekday(point, known)
    if point.part or point.ordinal:
        return _part(point, known)
    if point.clock is not None:
        day = known.base("anchor")
        return (day, day) if day is not None else None
    return None


def _week(point: TimePoint, known: Known) -> Days | None:
    """Return a week told from another, or a day or part of it: 上周, 本周三, 下周末."""
    base = known.base(point.base, point.shift)
    first = shift_days(monday(base), 7 * point.shift) if base is not None else None
    if first is None:
        return None
    low, high = {"weekend": (5, 6), "week1": (0, 2), "week2": (3, 6)}.get(point.part, (0, 6))
    if point.weekday is not None:
        low = high = point.weekday - 1
    start, end = shift_days(first, low), shift_days(first, high)
    return (start, end) if start is not None and end is not None else None


def _month_told(point: TimePoint, known: Known) -> Days | None:
    """Return a month or quarter told from another, or a day or part of it: 上月, 本月3日, 上季度末."""
    base = known.month(point.base)
    if base is None:
        return None
    if point.unit == "quarter":
        quarter = base.year * 4 + (base.month - 1) // 3 + point.shift
        year, index = divmod(quarter, 4)
        return part_of_year(year, f"quarter{index + 1}" + (f"-{point.part}" if point.part else ""))
    first = shift_months(base.replace(day=1), point.shift)
    return None if first is None else _in_month(point, first.year, first.month)


def _in_month(point: TimePoint, year: int, month: int) -> Days | None:
    """Return the day or part of a month, or all of it."""
    if point.day is not None:
        day = make_date(year, month, point.day)
        return (day, day) if day is not None else None
    first, last = make_date(year, month, 1), month_end(year, month)
    if first is None or last is None:
        return None
    if point.ordinal:
        return ordinal_in(first, last, point.ordinal)
    return part_of_month(year, month, point.part) if point.part else (first, last)


def _in_year(point: TimePoint, year: int) -> Days | None:
    """Return what a point names of a year."""
    if point.festival or (point.lunar and point.month is not None):
        return _lunar_in_year(point, year)
    if point.month is not None:
        return _in_month(point, year, point.month)
    first, last = make_date(year, 1, 1), make_date(year, 12, 31)
    if point.decade:
        span = 100 if point.decade == "century" else 10
        return part_of_year(year, point.part, span=span)
    if first is None or last is None:
        return None
    if point.ordinal:
        return ordinal_in(first, last, point.ordinal)
    return part_of_year(year, point.part) if point.part else (first, last)


def _lunar_in_year(point: TimePoint, year: int) -> Days | None:
    """Return the feast or lunar day that people mean by a year: 除夕 of 2020 is on 2020-01-24."""
    found = [_counted(point, lunar_year) for lunar_year in (year, year - 1)]
    for days in found:
        if days is not None and days[0].year == year:
            return days
    return found[0]


def _counted(point: TimePoint, year: int) -> Days | None:
    """Return the days of a feast, a lunar day or month, or a solar month and day in a year of their own calendar."""
    if point.festival:
        day = festival_day(point.festival, year)
        return (day, day) if day is not None else None
    if point.month is None:
        return None
    if not point.lunar:
        return _in_month(point, year, point.month)
    if point.day is not None:
        day = lunar_day(year, point.month, point.day, point.leap)
        return (day, day) if day is not None else None
    first, last = lunar_day(year, point.month, 1, point.leap), lunar_day(year, point.month, 0, point.leap)
    return (first, last) if first is not None and last is not None else None


def _of_some_year(point: TimePoint, known: Known) -> Days | None:
    """Return a month, a day or a feast without a year: the latest not after publication, or soon after it."""
    limit = known.limit
    if known.lower is not None:
        return _first_on(known.lower, lambda year: _counted(point, year))
    if limit is None:
        if known.anchor is None:
            return None
        known.took.append("year:anchor")
        return _nearest(known.anchor, lambda year: _counted(point, year))
    known.took.append("year:published")
    if known.lean == "same":
        return _counted(point, limit.year)
    if known.lean == "next":
        return _first_on(limit, lambda year: _counted(point, year))
    past = _latest(limit, lambda year: _counted(point, year))
    told = _of_sentence(point, known, limit)
    if told is not None:
        return told
    if not (known.future or known.may_come):
        return past
    nearest = _nearest(known.day or limit, lambda year: _counted(point, year))
    return nearest if nearest is not None and _within_reach(nearest[0], limit, known) else past


def _of_sentence(point: TimePoint, known: Known, limit: date) -> Days | None:
    """Return a point in the year of its sentence: 5月 after 2018年3月; None where the sentence has none."""
    year = known.sentence_year
    if year is None or year >= limit.year or known.future:
        return None
    days = _counted(point, year)
    if days is not None and known.anchor is not None and (known.anchor - days[0]).days > _HALF_YEAR:
        days = _counted(point, year + 1)
    if days is None or days[0] > limit:
        return None
    known.took[-1] = "year:anchor"
    return days


def _within_reach(day: date, limit: date, known: Known) -> bool:
    """Tell whether a day lies no farther after publication than the words let it."""
    ahead = (day - limit).days
    if ahead <= 0:
        return True
    return ahead <= (known.reach.year if day.year == limit.year else known.reach.over)


def _latest(limit: date, counted: Callable[[int], Days | None]) -> Days | None:
    """Return the latest days that begin no later than a limit."""
    for year in range(limit.year, max(0, limit.year - _YEARS_BACK - 1), -1):
        days = counted(year)
        if days is not None and days[0] <= limit:
            return days
    return None


def _first_on(lower: date, counted: Callable[[int], Days | None]) -> Days | None:
    """Return the first days that end no earlier than a limit."""
    for year in range(lower.year - 1, lower.year + _YEARS_BACK + 1):
        days = counted(year)
        if days is not None and days[1] >= lower:
            return days
    return None


def _nearest(day: date, counted: Callable[[int], Days | None]) -> Days | None:
    """Return the days that lie nearest to a day, before or after it."""
    found = [days for year in (day.year - 1, day.year, day.year + 1) if (days := counted(year)) is not None]
    return min(found, key=lambda days: abs((days[0] - day).days), default=None)


def _of_some_lunar_month(point: TimePoint, known: Known) -> Days | None:
    """Return 初三 without a month: of the first lunar month, of which alone news speaks so."""
    return _of_some_year(replace(point, month=1), known)


def _weekday(point: TimePoint, known: Known) -> Days | None:
    """Return a weekday: the last one up to a full day of publication, the next one where the text looks ahead.

    Without such a day it is the one nearest to a day that was named with its weekday.
    """
    own = known.lower or known.day or known.week
    if own is None:
        return None
    is_near = own is known.week and known.lower is None and known.day is None
    known.took.append("week:anchor" if is_near else "week:published")
    ahead = (point.weekday or 0) - own.isoweekday()
    if is_near and not known.ahead:
        day = shift_days(own, (ahead + 3) % 7 - 3)
        return (day, day) if day is not None else None
    if known.lean == "same" and known.lower is None:
        day = shift_days(own, ahead)
    elif known.future or known.lower is not None or known.lean == "next":
        day = shift_days(own, ahead % 7)
    else:
        day = shift_days(own, -(-ahead % 7))
    return (day, day) if day is not None else None


def _part(point: TimePoint, known: Known) -> Days | None:
    """Return a part without its whole: 上半年 of this year, 中旬 of the month last named."""
    if point.part in PARTS_OF_MONTH:
        base = known.anchor or known.month("published")
        return None if base is None else part_of_month(base.year, base.month, point.part)
    if point.part.startswith(("month-", "quarter-")):
        return _edge(point.part, known)
    if point.part in ("week1", "week2", "weekend"):
        return _part_of_week(point, known)
    year = known.year("published")
    if year is None:
        return None
    days = _in_year(point, year)
    limit = known.limit
    if days is None or limit is None or days[0] <= limit or known.future or known.lean != "past":
        return days
    # 二季度 may come as soon after publication as 4月.
    comes = known.may_come and _within_reach(days[0], limit, known)
    return days if comes else _in_year(point, year - 1)


def _edge(part: str, known: Known) -> Days | None:
    """Return 月底, 月初 and 季末, of the month or quarter that the text is in."""
    whole, _, edge = part.partition("-")
    base = known.whole_month()
    if base is None:
        return None
    days = _edge_in(base, whole, edge)
    if days is not None and known.past and known.limit is not None and days[0] > known.limit:
        # 截至月底, written before it
        earlier = shift_months(base.replace(day=1), -1 if whole == "month" else -3)
        return _edge_in(earlier, whole, edge) if earlier is not None else None
    return days


def _edge_in(base: date, whole: str, edge: str) -> Days | None:
    """Return the beginning, middle or end of the month or quarter of a day."""
    if whole == "month":
        return part_of_month(base.year, base.month, edge)
    return part_of_year(base.year, f"quarter{(base.month + 2) // 3}-{edge}")


def _part_of_week(point: TimePoint, known: Known) -> Days | None:
    """Return 周末 and 上半周: of this week, or of the last one where it is still to come and nothing looks ahead."""
    told = replace(point, unit="week", base="published")
    days = _week(told, known)
    is_past = known.lean == "past" and known.lower is None and not known.future
    if days is not None and is_past and known.day is not None and days[0] > known.day:
        return _week(replace(told, shift=-1), known)
    return days
