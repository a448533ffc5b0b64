"""From time expressions to moments: hours and minutes count, and lengths are told from a clock time.

Events need days only; this is for what reads agendas, logs and questions (明天下午3点至5点, 半小时后).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from epiextract.values.calendar import monday, shift_months
from epiextract.values.partial import PartialDate, month_end
from epiextract.values.resolution import day_range
from epiextract.values.resolution_known import Known
from epiextract.values.resolution_points import days_of
from epiextract.values.time_lexicon import time_lexicon
from epiextract.values.time_model import Clock, Duration, TimeExpression, TimePoint
from epiextract.values.time_points import with_part

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "century": 1200}
_SECONDS = {"week": 604_800, "day": 86_400, "hour": 3600, "quarterhour": 900, "minute": 60, "second": 1}
_FARTHEST_SECONDS = 10**11


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time, half-open; a side is None where it is open or unknown."""

    start: datetime | None
    end: datetime | None


def resolve_moment(expression: TimeExpression, now: datetime, *, lean: str = "past") -> Moment:
    """Return the stretch of time that an expression means when it is said at *now*.

    Args:
        expression: What `find_times` or `parse_time` gave.
        now: When it is said.
        lean: Where a date without a year lies: ``past``, ``same`` year, or ``next``.

    >>> from epiextract.values.times import parse_time
    >>> resolve_moment(parse_time("明天下午3点至5点"), datetime(2020, 2, 3, 9)).end
    datetime.datetime(2020, 2, 4, 17, 0)
    """
    try:
        return _resolved(expression, now, lean)
    except (OverflowError, ValueError):
        return Moment(None, None)


def _resolved(expression: TimeExpression, now: datetime, lean: str) -> Moment:
    """Return the stretch; runs out of Python's calendar where the text does (20000年后)."""
    if expression.duration is not None:
        return _length(expression, expression.duration, now)
    if expression.begin is None:
        return Moment(now, now) if expression.kind == "vague" else Moment(None, None)
    if expression.begin.unit == "hour":
        return Moment(
            now + timedelta(hours=min(0, expression.begin.shift)), now + timedelta(hours=max(0, expression.begin.shift))
        )
    own = PartialDate(now.year, now.month, now.day)
    known = Known(own, now.date(), lean=lean, recent=True)
    if expression.finish is not None:
        return _range(expression.begin, expression.finish, known, now)
    days = days_of(expression.begin, known)
    if days is None:
        return Moment(None, None)
    start, end = _bounds(days[0], days[1], expression.begin.clock)
    if expression.relation in ("until", "to", "before"):
        return Moment(None, end)
    if expression.relation == "since":
        return Moment(start, now)
    if expression.relation == "after":
        return Moment(start if days[0] == days[1] else end, None)
    return Moment(start, end)


def _range(begin: TimePoint, finish: TimePoint, known: Known, now: datetime) -> Moment:
    """Return the stretch between two points; a clock time at its end takes day and half of the day from before."""
    if finish.clock is not None and not finish.has_date and not finish.clock.part and begin.clock is not None:
        part, hour = begin.clock.part, finish.clock.hour
        if part and hour is not None and (begin.clock.hour or 0) % 12 <= hour < 12:
            finish = replace(finish, clock=with_part(finish.clock, part))
    first, last = day_range(begin, finish, known)
    if first is None or last is None:
        return Moment(None, None)
    start = _bounds(first[0], first[1], begin.clock)[0]
    end = _bounds(last[0], last[1], finish.clock)[1]
    if finish == TimePoint(unit="day", base="published"):
        # 从上个月到今天 ends now.
        return Moment(start, now)
    if finish.clock is not None and finish.clock.hour is not None:
        end = _at(last[1], finish.clock)
    return Moment(start, end)


def _at(day: date, clock: Clock) -> datetime:
    """Return the moment of a clock time; 24时 is the next day's first."""
    hours = timedelta(hours=clock.hour or 0, minutes=clock.minute or 0, seconds=clock.second or 0)
    return datetime.combine(day, time()) + hours


def _bounds(first: date, last: date, clock: Clock | None) -> tuple[datetime, datetime]:
    """Return when a point begins and ends: an hour, a minute, a part of the day, or whole days."""
    if clock is None:
        return datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
    if clock.hour is None:
        opens, closes = time_lexicon().hours[clock.part]
        midnight = datetime.combine(first, time())
        return midnight + timedelta(hours=opens), midnight + timedelta(hours=closes)
    start = _at(first, clock)
    if clock.second is not None or clock.hour == 24:
        return start, start
    return start, start + (timedelta(minutes=1) if clock.minute is not None else timedelta(hours=1))


def _length(expression: TimeExpression, duration: Duration, now: datetime) -> Moment:
    """Return the stretch that a length tells from now."""
    unit, number = duration.amounts[-1]
    relation = expression.relation
    if relation in ("past", "consecutive"):
        start = _moved(now, duration, -1)
        return Moment(start if unit in ("hour", "minute", "second", "quarterhour") else _midnight(start), now)
    if relation in ("future", "within"):
        end = _moved(now, duration, 1)
        if unit in ("hour", "minute", "second", "quarterhour"):
            return Moment(now, end)
        return Moment(now, _midnight(end) + timedelta(days=unit not in _MONTHS or relation == "within"))
    if relation == "length":
        return Moment(None, None)
    moved = _moved(now, duration, -1 if relation == "before" else 1)
    window = _window(moved, unit, number)
    if not expression.inclusive:
        return window
    return Moment(None, window.end) if relation == "before" else Moment(window.start, None)


def _window(moved: datetime, unit: str, number: Fraction) -> Moment:
    """Return the unit of time around a moment that was told in that unit: 七年后 is a year, 17天后 a day."""
    day = moved.date()
    whole = number.denominator == 1
    if unit == "year" and whole:
        return Moment(datetime(day.year, 1, 1), datetime(day.year + 1, 1, 1))
    if unit in _MONTHS and (whole or unit == "year"):
        last = month_end(day.year, day.month) or day
        return Moment(_midnight(moved.replace(day=1)), datetime.combine(last, time()) + timedelta(days=1))
    if unit == "week":
        first = datetime.combine(monday(day), time())
        return Moment(first, first + timedelta(days=7))
    if unit in ("hour", "quarterhour", "minute", "second"):
        return Moment(moved, moved + timedelta(seconds=int(_SECONDS[unit] * (number if number < 1 else 1))))
    return Moment(_midnight(moved), _midnight(moved) + timedelta(days=1))


def _midnight(moment: datetime) -> datetime:
    """Return the day's first moment."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _moved(now: datetime, duration: Duration, sign: int) -> datetime:
    """Return the moment that lies a length away."""
    moment = now
    for unit, number in duration.amounts:
        if unit in _MONTHS:
            months = number * _MONTHS[unit]
            day = shift_months(moment.date(), sign * int(months))
            if day is None:
                raise OverflowError
            moment = datetime.combine(day, moment.time()) + timedelta(days=sign * int((months - int(months)) * 30))
        elif unit == "workday":
            moment = _workdays(moment, int(number), sign)
        else:
            moment += timedelta(seconds=sign * min(int(number * _SECONDS[unit]), _FARTHEST_SECONDS))
    return moment


def _workdays(moment: datetime, count: int, sign: int) -> datetime:
    """Return the moment after so many days from Monday to Friday."""
    weeks, rest = divmod(min(count, 10_000), 5)
    moment += timedelta(days=sign * 7 * weeks)
    while rest:
        moment += timedelta(days=sign)
        rest -= moment.weekday() < 5
    return moment


def seconds_of(duration: Duration) -> Fraction:
    """Return a length in seconds, a year as 365 days and a month as 30.

    >>> from epiextract.values.times import parse_time
    >>> seconds_of(parse_time("8天20时").duration)
    Fraction(763200, 1)
    """
    days = {"month": 30, "quarter": 90, "year": 365, "century": 36_500, "workday": 1}
    return sum(
        (n * (days[unit] * 86_400 if unit in days else _SECONDS[unit]) for unit, n in duration.amounts), Fraction(0)
    )
