"""The days of one point: where its year, month and day come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from epiextract.values.calendar import festival_day, lunar_day, monday, shift_days, shift_months
from epiextract.values.partial import PartialDate, make_date, month_end
from epiextract.values.resolution_parts import part_of_month, part_of_year, ordinal_in
from epiextract.values.time_model import TimePoint

Days = tuple[date, date]
# 29 February comes back after eight years at the latest.
_YEARS_BACK = 8
_DAYS_ON, _DAYS_BACK = 10, 20


@dataclass(slots=True)
class Known:
    """What stands around an expression.

    Args:
        published: The document's own date, as far as it is known.
        anchor: The nearest date before the expression.
        future: Whether the text speaks of what is to come.
        lower: A day that the point does not come before: the first end of its range.
        upper: A day that the point does not come after, instead of publication.
        lean: Where a date without a year or a month lies: ``past`` as news has it, ``same`` year or month as publication,
            ``next`` for the first that is not over.
        recent: Whether the point is near to publication rather than to the anchor.
        took: What was taken from where; `days_of` adds to it.
    """

    published: PartialDate | None
    anchor: date | None
    future: bool = False
    lower: date | None = None
    upper: date | None = None
    recent: bool = False
    lean: str = "past"
    took: list[str] = field(default_factory=list)

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known whole."""
        return self.published.first if self.published is not None and self.published.is_day else None

    @property
    def limit(self) -> date | None:
        """The last day on which the document can have appeared."""
        return self.upper or (self.published.last if self.published is not None else None)

    def since(self, day: date) -> Known:
        """Return the same with a day that the point does not come before."""
        return replace(self, lower=day)

    def until(self, day: date) -> Known:
        """Return the same with a day that the point does not come after."""
        return replace(self, upper=day)

    def base(self, kind: str) -> date | None:
        """Return the day from which 昨天 (published) or 次日 (anchor) count."""
        if kind == "anchor":
            if self.lower is not None:
                return self.lower
            if self.anchor is not None:
                self.took.append("day:anchor")
                return self.anchor
        if self.day is not None:
            self.took.append("day:published")
        return self.day

    def month(self, kind: str) -> date | None:
        """Return a day of the month from which 上月 or 当月 count."""
        if kind == "anchor" and self.anchor is not None:
            self.took.append("month:anchor")
            return self.anchor
        if self.published is not None and self.published.month is not None:
            self.took.append("month:published")
            return self.published.first
        return None

    def year(self, kind: str) -> int | None:
        """Return the year from which 去年 or 次年 count."""
        if kind == "anchor" and self.anchor is not None:
            self.took.append("year:anchor")
            return self.anchor.year
        if self.published is not None and self.published.year is not None:
            self.took.append("year:published")
            return self.published.year
        return None


def days_of(point: TimePoint, known: Known) -> Days | None:
    """Return the first and last day of a point, or None where something that it needs is not known.

    >>> days_of(TimePoint(month=2, part="middle"), Known(PartialDate(2020, 3), None))
    (datetime.date(2020, 2, 11), datetime.date(2020, 2, 20))
    """
    if point.unit in ("day", "hour"):
        day = known.base(point.base)
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
        return _of_some_lunar_month(point, known) if point.lunar else _of_some_month(point, known)
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
    base = known.base(point.base)
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
    """Return the feast or lunar day that people mean by a year: 除夕 of 2020 is on 2020-01-24, of the lunar year 2019."""
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
    """Return a month, a day or a feast without a year: the latest that does not come after publication."""
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
    if known.future:
        own = known.day or limit
        return _nearest(own, lambda year: _counted(point, year)) or past
    return past


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


def _of_some_month(point: TimePoint, known: Known) -> Days | None:
    """Return a day without a month: that of the nearest date before it, else of a full day of publication."""
    number = point.day or 0
    limit = known.limit
    if known.lower is not None:
        return _day_on_or_after(known.lower, number)
    if point.weekday is not None and (day := _with_weekday(number, point.weekday, known)) is not None:
        return day, day
    anchor, own = known.anchor, known.day
    if anchor is not None and not (known.recent and own is not None):
        known.took.append("month:anchor")
        return _near_anchor(anchor, number, limit, future=known.future, is_day=own is not None)
    if own is None:
        return None
    known.took.append("month:published")
    if known.lean == "same":
        same = make_date(own.year, own.month, number)
        return (same, same) if same is not None else None
    if known.lean == "next":
        return _day_on_or_after(own, number)
    if known.future:
        return _closest(own, number)
    for back in range(3):
        first = shift_months(own.replace(day=1), -back)
        day = make_date(first.year, first.month, number) if first is not None else None
        if day is not None and day <= own:
            return day, day
    return None


def _day_on_or_after(lower: date, number: int) -> Days | None:
    """Return the first day of that number from a day on: 5日 of 2月3日至5日."""
    for months in range(3):
        first = shift_months(lower.replace(day=1), months)
        day = make_date(first.year, first.month, number) if first is not None else None
        if day is not None and day >= lower:
            return day, day
    return None


def _closest(base: date, number: int) -> Days | None:
    """Return the day of that number that lies nearest to a day."""
    months = [shift_months(base.replace(day=1), step) for step in (-1, 0, 1)]
    days = [day for first in months if first is not None and (day := make_date(first.year, first.month, number))]
    best = min(days, key=lambda day: abs((day - base).days), default=None)
    return (best, best) if best is not None else None


def _near_anchor(anchor: date, number: int, limit: date | None, *, future: bool, is_day: bool) -> Days | None:
    """Return the day of the anchor's month, of the next one where that is meant (1月30日 … 2日), or of the one before.

    The next month is meant only where a whole day of publication says that it had begun.
    """
    same = make_date(anchor.year, anchor.month, number)
    on = shift_months(anchor.replace(day=1), 1)
    later = make_date(on.year, on.month, number) if on is not None else None
    fits_later = later is not None and (future or (is_day and limit is not None and later <= limit))
    is_far = same is None or (anchor - same).days > _DAYS_BACK
    if later is not None and fits_later and is_far and (later - anchor).days <= _DAYS_ON:
        return later, later
    if same is not None and (limit is None or future or same <= limit):
        return same, same
    back = shift_months(anchor.replace(day=1), -1)
    earlier = make_date(back.year, back.month, number) if back is not None else None
    return (earlier, earlier) if earlier is not None else None


def _with_weekday(number: int, weekday: int, known: Known) -> date | None:
    """Return the day of a number that is on a weekday: 周四（6日） fixes its month."""
    limit = known.limit
    if limit is None:
        return None
    known.took.append("month:weekday")
    for back in range(6):
        first = shift_months(limit.replace(day=1), -back)
        day = make_date(first.year, first.month, number) if first is not None else None
        if day is not None and day.isoweekday() == weekday and (day <= limit or known.future):
            return day
    known.took.pop()
    return None


def _of_some_lunar_month(point: TimePoint, known: Known) -> Days | None:
    """Return 初三 without a month: of the first lunar month, of which alone news speaks so."""
    return _of_some_year(replace(point, month=1), known)


def _weekday(point: TimePoint, known: Known) -> Days | None:
    """Return a weekday: the last one up to a full day of publication, the next one where the text looks ahead."""
    own = known.lower or known.day
    if own is None:
        return None
    known.took.append("week:published")
    ahead = (point.weekday or 0) - own.isoweekday()
    if known.lean == "same" and known.lower is None:
        day = shift_days(own, ahead)
    elif known.future or known.lower is not None or known.lean == "next":
        day = shift_days(own, ahead % 7)
    else:
        day = shift_days(own, -(-ahead % 7))
    return (day, day) if day is not None else None


def _part(point: TimePoint, known: Known) -> Days | None:
    """Return a part without its whole: 上半年 of this year, 中旬 of the month last named."""
    if point.part in ("early", "middle", "late", "month1", "month2"):
        base = known.anchor or known.month("published")
        return None if base is None else part_of_month(base.year, base.month, point.part)
    if point.part in ("week1", "week2", "weekend"):
        return _week(replace(point, unit="week", base="published"), known)
    year = known.year("published")
    if year is None:
        return None
    days = _in_year(point, year)
    limit = known.limit
    if days is not None and limit is not None and days[0] > limit and not known.future and known.lean == "past":
        return _in_year(point, year - 1)
    return days
