"""Arithmetic of days, months, weeks, solar terms and the Chinese calendar; None where a calendar has no such day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from epiextract.values.times.partial import make_date, month_end

FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR = 1900, 2099


def shift_days(day: date, count: int) -> date | None:
    """Return the day *count* days later.

    >>> shift_days(date(2020, 2, 28), 2)
    datetime.date(2020, 3, 1)
    """
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_months(day: date, count: int) -> date | None:
    """Return the same day of another month, or that month's last day where it is shorter.

    >>> shift_months(date(2020, 3, 31), -1)
    datetime.date(2020, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return make_date(year, month + 1, day.day) or month_end(year, month + 1)


def monday(day: date) -> date:
    """Return the Monday of the day's week.

    >>> monday(date(2020, 2, 9))
    datetime.date(2020, 2, 3)
    """
    # The first day that Python knows, 0001-01-01, is a Monday: this cannot run out.
    return day - timedelta(days=day.weekday())


def nth_weekday(year: int, month: int, which: int, weekday: int) -> date | None:
    """Return the which-th weekday (1 is Monday) of a month; -1 is the last.

    >>> nth_weekday(2020, 5, 2, 7)
    datetime.date(2020, 5, 10)
    """
    if which > 0:
        first = make_date(year, month, 1)
        if first is None:
            return None
        day = shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    else:
        last = month_end(year, month)
        if last is None:
            return None
        day = shift_days(last, -((last.isoweekday() - weekday) % 7))
    return day if day is not None and day.month == month else None


@lru_cache(maxsize=1024)
def lunar_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """Return the day of the Chinese calendar; day 0 is the month's last (除夕 is the last of month 12).

    >>> lunar_day(2020, 1, 1), lunar_day(2019, 12, 0), lunar_day(2020, 4, 1, leap=True)
    (datetime.date(2020, 1, 25), datetime.date(2020, 1, 24), datetime.date(2020, 5, 23))
    """
    # Few articles name a lunar day; the calendar is read when the first one does.
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    if not FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
        return None
    if not day:
        return lunar_day(year, month, 30, leap) or lunar_day(year, month, 29, leap)
    try:
        found: date = LunarDate(year, month, day, int(leap)).to_solar_date()
    except (InvalidLunarDateError, ValueError, IndexError):
        return None
    return found


@lru_cache(maxsize=256)
def solar_term(year: int, name: str) -> date | None:
    """Return the day of one of the 24 solar terms.

    >>> solar_term(2020, "清明")
    datetime.date(2020, 4, 4)
    """
    from borax.calendars.lunardate import TermUtils

    try:
        found: date = TermUtils.nth_term_day(year, term_name=name)
    except (ValueError, IndexError):
        return None
    return found


def festival_day(rule: str, year: int) -> date | None:
    """Return the day on which a feast falls in a year that its own calendar counts.

    The year of a lunar feast is the lunar one: 除夕 of 2019 is on 2020-01-24.

    >>> festival_day("lunar 12-last", 2019), festival_day("nth 5-2-7", 2020), festival_day("term 冬至", 2020)
    (datetime.date(2020, 1, 24), datetime.date(2020, 5, 10), datetime.date(2020, 12, 21))
    """
    kind, _, rest = rule.partition(" ")
    if kind == "term":
        return solar_term(year, rest)
    numbers = [0 if part == "last" else int(part) for part in rest.split("-")]
    if kind == "lunar":
        return lunar_day(year, numbers[0], numbers[1])
    if kind == "nth":
        return nth_weekday(year, numbers[0], numbers[1], numbers[2])
    return make_date(year, numbers[0], numbers[1])
