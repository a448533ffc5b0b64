"""From lengths to moments: what 三年来, 半小时前 and 三天以后 mean when they are said at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from fractions import Fraction

from epiextract.values.times.calendar import monday, shift_months
from epiextract.values.times.model import Duration, TimeExpression
from epiextract.values.times.partial import month_end

MONTHS = {"month": 1, "quarter": 3, "year": 12, "century": 1200}
SECONDS = {"week": 604_800, "day": 86_400, "hour": 3600, "quarterhour": 900, "minute": 60, "second": 1}
_CLOCK_UNITS = frozenset({"hour", "minute", "second", "quarterhour"})
_FARTHEST_SECONDS = 10**11

_ONE = Fraction(1)

Amounts = Sequence[tuple[str, Fraction]]


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time, half-open; a side is None where it is open or unknown."""

    start: datetime | None
    end: datetime | None


def length_moment(expression: TimeExpression, duration: Duration, now: datetime, till: datetime) -> Moment:
    """Return the stretch that a length tells from now.

    The result is as fine as the words: 三年后 is a year, 三年半后 a month, 三天后 a day, 一天半后 an hour. A time ago
    lies before its moment and a time ahead behind it: 三小时前 is the hour up to three hours ago.

    Args:
        expression: The expression.
        duration: Its length.
        now: When it is said, or the first moment of the day, month or year of which that is all that is known.
        till: The last moment of it.
    """
    amounts = duration.amounts
    relation = expression.relation
    if relation == "length":
        return Moment(None, None)
    if relation in ("past", "consecutive"):
        start = moved(now, amounts, -1)
        if relation == "past" and expression.inclusive:
            return Moment(unit_around(start, amounts).start, till)
        by_day = relation == "consecutive" or amounts[-1][0] in MONTHS
        return Moment(midnight(start) if by_day and amounts[-1][0] not in _CLOCK_UNITS else start, till)
    if relation == "future":
        end = moved(now, amounts, 1)
        return Moment(now, midnight(end) if amounts[-1][0] in MONTHS else end)
    if relation == "within":
        end = moved(now, amounts, 1)
        return Moment(now, end if amounts[-1][0] in _CLOCK_UNITS else _last_of(end, amounts))
    if relation == "after" and expression.inclusive:
        start = moved(now, amounts, 1)
        if amounts[-1][0] in _CLOCK_UNITS:
            return Moment(start, None)
        # 再过三年 is told to the day, 三年以后 to the year.
        return Moment(midnight(start) if expression.begin is not None else unit_around(start, amounts).start, None)
    if expression.inclusive:
        end = moved(now, amounts, -1)
        return Moment(None, end if amounts[-1][0] in _CLOCK_UNITS else unit_around(end, amounts).end)
    return _ago(duration, now) if relation == "before" else _ahead(duration, now)


def _ago(duration: Duration, now: datetime) -> Moment:
    """Return 三个月前, 二十几年前 and 前两天."""
    amounts = duration.amounts
    near = moved(now, amounts, -1)
    window = unit_around(near, amounts)
    if duration.maximum is not None:
        return Moment(unit_around(moved(now, duration.maximum, -1), amounts).start, window.end)
    unit, number = amounts[-1]
    if unit in _CLOCK_UNITS:
        return Moment(near - timedelta(seconds=int(SECONDS[unit] * min(number, _ONE))), near)
    if unit == "month":
        return Moment(unit_around(moved(near, ((unit, min(number, _ONE)),), -1), amounts).start, window.end)
    return window


def _ahead(duration: Duration, now: datetime) -> Moment:
    """Return 三个月后 and 十几年后."""
    amounts = duration.amounts
    near = moved(now, amounts, 1)
    window = unit_around(near, amounts)
    if duration.maximum is not None:
        return Moment(window.start, unit_around(moved(now, duration.maximum, 1), amounts).end)
    unit, number = amounts[-1]
    if unit in _CLOCK_UNITS:
        return Moment(near, near + timedelta(seconds=int(SECONDS[unit] * min(number, _ONE))))
    if unit == "month":
        return Moment(window.start, unit_around(moved(near, ((unit, min(number, _ONE)),), 1), amounts).end)
    return window


def _last_of(end: datetime, amounts: Amounts) -> datetime | None:
    """Return the end of the unit in which 三年内 runs out; 三周内 runs out with a day."""
    return midnight(end) + timedelta(days=1) if amounts[-1][0] == "week" else unit_around(end, amounts).end


def unit_around(moment: datetime, amounts: Amounts) -> Moment:
    """Return the unit of time around a moment that was told in that unit: 七年后 is a year, 17天后 a day.

    >>> unit_around(datetime(2020, 2, 3, 14, 5), (("year", Fraction(7, 2)),)).start
    datetime.datetime(2020, 2, 1, 0, 0)
    """
    unit, number = amounts[-1]
    day = moment.date()
    whole = number.denominator == 1
    if unit in ("year", "century") and whole:
        return Moment(datetime(day.year, 1, 1), datetime(day.year + 1, 1, 1))
    if unit in MONTHS and (whole or unit == "year"):
        last = month_end(day.year, day.month) or day
        return Moment(midnight(moment.replace(day=1)), datetime.combine(last, time()) + timedelta(days=1))
    if unit == "week":
        first = datetime.combine(monday(day), time())
        return Moment(first, first + timedelta(days=7))
    if unit in _CLOCK_UNITS:
        return Moment(moment, moment + timedelta(seconds=int(SECONDS[unit] * min(number, _ONE))))
    if not whole and unit == "day":
        hour = moment.replace(minute=0, second=0, microsecond=0)
        return Moment(hour, hour + timedelta(hours=1))
    return Moment(midnight(moment), midnight(moment) + timedelta(days=1))


def midnight(moment: datetime) -> datetime:
    """Return the day's first moment."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def moved(now: datetime, amounts: Amounts, sign: int) -> datetime:
    """Return the moment that lies a length away.

    >>> moved(datetime(2020, 3, 31), (("month", Fraction(1)),), -1)
    datetime.datetime(2020, 2, 29, 0, 0)
    """
    moment = now
    for unit, number in amounts:
        if unit in MONTHS:
            months = number * MONTHS[unit]
            day = shift_months(moment.date(), sign * int(months))
            if day is None:
                raise OverflowError
            moment = datetime.combine(day, moment.time()) + timedelta(days=sign * int((months - int(months)) * 30))
        elif unit == "workday":
            moment = _workdays(moment, int(number), sign)
        else:
            moment += timedelta(seconds=sign * min(int(number * SECONDS[unit]), _FARTHEST_SECONDS))
    return moment


def _workdays(moment: datetime, count: int, sign: int) -> datetime:
    """Return the moment after so many days from Monday to Friday."""
    weeks, rest = divmod(min(count, 10_000), 5)
    moment += timedelta(days=sign * 7 * weeks)
    while rest:
        moment += timedelta(days=sign)
        rest -= moment.weekday() < 5
    return moment
