"""Parts of months, years and decades as days: 上旬, 年底, 第一季度, 第一周, 前五个月."""

from __future__ import annotations

from datetime import date

from epiextract.values.times.calendar import nth_weekday, shift_days, shift_months, solar_term
from epiextract.values.times.partial import make_date, month_end

Days = tuple[date, date]

# 1月底 as the date of a state is the month's last day; 1月初 is its first ten. As stretches of time they are "around".
_OF_MONTH = {
    "early": (1, 10), "middle": (11, 20), "late": (21, 0), "start": (1, 10), "mid": (11, 20), "end": (0, 0),
    "month1": (1, 15), "month2": (16, 0), "opening": (1, 10), "first_thirds": (1, 20), "last_thirds": (11, 0),
    "around start": (1, 5), "around mid": (10, 20), "around end": (25, 0),
}  # fmt: skip
_OF_YEAR = {
    "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12), "quarters3": (1, 9),
    "half1": (1, 6), "half2": (7, 12), "opening": (1, 1), "start": (1, 1), "mid": (6, 6), "all": (1, 12),
    "holiday_summer": (7, 8), "holiday_winter": (2, 2), "around start": (1, 2), "around mid": (6, 6),
    "around end": (11, 12),
}  # fmt: skip
_SEASONS = {
    "spring": ("立春", "立夏"),
    "summer": ("立夏", "立秋"),
    "autumn": ("立秋", "立冬"),
    "winter": ("立冬", "立春"),
}


def part_of_month(year: int, month: int, part: str) -> Days | None:
    """Return the days of a part of a month.

    >>> part_of_month(2020, 2, "late")
    (datetime.date(2020, 2, 21), datetime.date(2020, 2, 29))
    """
    last = month_end(year, month)
    if last is None or part not in _OF_MONTH:
        return None
    low, high = _OF_MONTH[part]
    start, end = last.replace(day=low or last.day), last.replace(day=high or last.day)
    return start, end


def part_of_year(year: int, part: str, *, span: int = 1) -> Days | None:
    """Return the days of a part of a year, a decade or a century; an empty part is all of it.

    >>> part_of_year(2020, "half1")
    (datetime.date(2020, 1, 1), datetime.date(2020, 6, 30))
    >>> part_of_year(1990, "end", span=10)[0]
    datetime.date(1997, 1, 1)
    """
    if span > 1:
        return _part_of_years(year, part, span)
    part, _, edge = part.partition("-")
    if part in _SEASONS:
        return _season(year, part)
    if part == "end":
        last = make_date(year, 12, 31)
        return (last, last) if last is not None else None
    if part not in _OF_YEAR:
        return None
    low, high = _OF_YEAR[part]
    if edge:
        low, high = (low, low) if edge == "start" else (high, high) if edge == "end" else (low + 1, high - 1)
    start, end = make_date(year, low, 1), month_end(year, high)
    return (start, end) if start is not None and end is not None else None


def _part_of_years(year: int, part: str, span: int) -> Days | None:
    """Return the years of a decade or century; its beginning and end are three of ten, twenty of a hundred."""
    edge = 3 if span == 10 else 20
    low, high = {"start": (0, edge), "mid": (edge, span - edge), "end": (span - edge, span)}.get(part, (0, span))
    start, end = make_date(year + low, 1, 1), make_date(year + high - 1, 12, 31)
    return (start, end) if start is not None and end is not None else None


def _season(year: int, season: str) -> Days | None:
    """Return the days of a season, from its solar term to the day before the next one's."""
    opens, next_opens = _SEASONS[season]
    start = solar_term(year, opens)
    following = solar_term(year + (season == "winter"), next_opens)
    end = shift_days(following, -1) if following is not None else None
    return (start, end) if start is not None and end is not None else None


def ordinal_in(first: date, last: date, ordinal: tuple[str, int, int]) -> Days | None:
    """Return a counted part of a month or a year: its first week is the one of its first Monday.

    >>> ordinal_in(date(2020, 10, 1), date(2020, 10, 31), ("week", 1, 1))
    (datetime.date(2020, 10, 5), datetime.date(2020, 10, 11))
    >>> ordinal_in(date(2020, 1, 1), date(2020, 12, 31), ("month", 0, 5))
    (datetime.date(2020, 1, 1), datetime.date(2020, 5, 31))
    """
    unit, which, count = ordinal
    if unit.isdigit():
        day = nth_weekday(first.year, first.month if which > 0 else last.month, which, int(unit))
        return (day, day) if day is not None else None
    if which < 0:
        start = _step(last, unit, -count)
        start = shift_days(start, 1) if start is not None else None
        if unit in ("month", "quarter") and start is not None:
            start = start.replace(day=1)
        return (start, last) if start is not None and start >= first else None
    base: date | None = first
    if unit == "week":
        base = shift_days(first, -first.weekday() % 7)
    skipped = which - 1 if which else 0
    start = _step(base, unit, skipped) if base is not None else None
    following = _step(start, unit, count) if start is not None else None
    end = shift_days(following, -1) if following is not None else None
    if start is None or end is None or start > last:
        return None
    return start, end


def _step(day: date, unit: str, count: int) -> date | None:
    """Return the day that lies a number of units away."""
    if unit in ("month", "quarter", "year"):
        return shift_months(day, count * {"month": 1, "quarter": 3, "year": 12}[unit])
    return shift_days(day, count * {"week": 7}.get(unit, 1))
