"""From time expressions to moments: hours and minutes count, and lengths are told from a clock time.

Events need days only; this is for what reads agendas, logs and questions (明天下午3点至5点, 半小时后).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from epiextract.values.times.lexicon import time_lexicon
from epiextract.values.times.model import Clock, TimeExpression, TimePoint
from epiextract.values.times.moment_lengths import Moment, length_moment
from epiextract.values.times.partial import PartialDate
from epiextract.values.times.points import with_part
from epiextract.values.times.resolution import day_range
from epiextract.values.times.resolution_known import Known
from epiextract.values.times.resolution_points import days_of

__all__ = ["Moment", "resolve_moment"]

# 年初 and 月底 as stretches of time, where events take one day or month of them.
_AROUND = frozenset({"start", "mid", "end"})


def resolve_moment(expression: TimeExpression, now: datetime | PartialDate, *, lean: str = "past") -> Moment:
    """Return the stretch of time that an expression means when it is said at *now*.

    Args:
        expression: What `find_times` or `parse_time` gave.
        now: When it is said: a moment, or a year, a month or a day, which is counted from its first moment and of
            which what lasts till now takes in all.
        lean: Where a date without a year lies: ``past``, ``same`` year, or ``next``.

    >>> from epiextract.values.times.finder import parse_time
    >>> resolve_moment(parse_time("明天下午3点至5点"), datetime(2020, 2, 3, 9)).end
    datetime.datetime(2020, 2, 4, 17, 0)
    >>> resolve_moment(parse_time("三个月来"), PartialDate(2020, 5)).end
    datetime.datetime(2020, 6, 1, 0, 0)
    """
    first, last = now.first if isinstance(now, PartialDate) else None, None
    if isinstance(now, PartialDate):
        last = now.last
        if first is None or last is None:
            return Moment(None, None)
        now = datetime.combine(first, time())
    till = now if last is None else datetime.combine(last, time()) + timedelta(days=1)
    try:
        return _resolved(expression, now, till, lean)
    except (OverflowError, ValueError):
        return Moment(None, None)


def _resolved(expression: TimeExpression, now: datetime, till: datetime, lean: str) -> Moment:
    """Return the stretch; runs out of Python's calendar where the text does (20000年后)."""
    if expression.duration is not None and expression.kind != "set":
        return length_moment(expression, expression.duration, now, till)
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
    days = days_of(_around(expression.begin), known)
    if days is None:
        return Moment(None, None)
    clock = expression.begin.clock
    start, end = _bounds(days[0], days[1], clock)
    if expression.relation in ("until", "to", "before") and clock is not None and clock.hour is not None:
        end = start
    elif clock is not None and clock.hour == 24 and clock.part:
        # 半夜12点 lasts as long as any hour.
        end = start + timedelta(hours=1)
    if expression.relation in ("until", "to", "before"):
        return Moment(None, end)
    if expression.relation == "since":
        # 除夕以来 may be told of a day that lies ahead.
        return Moment(start, till if till >= start else None)
    if expression.relation == "after":
        return Moment(start if days[0] == days[1] else end, None)
    return Moment(start, end)


def _around(point: TimePoint) -> TimePoint:
    """Return 月底 and 年初 as stretches of time; 季度末 and 90年代初 are some already."""
    plain = point.part in _AROUND and not point.decade and point.unit != "quarter"
    if point.part.startswith("month-"):
        return replace(point, part=point.part.replace("-", "-around "))
    return replace(point, part=f"around {point.part}") if plain else point


def _range(begin: TimePoint, finish: TimePoint, known: Known, now: datetime) -> Moment:
    """Return the stretch between two points; a clock time at its end takes day and half of the day from before."""
    if finish.clock is not None and not finish.has_date and not finish.clock.part and begin.clock is not None:
        part, hour = begin.clock.part, finish.clock.hour
        if part and hour is not None and (begin.clock.hour or 0) % 12 <= hour < 12:
            finish = replace(finish, clock=with_part(finish.clock, part))
    first, last = day_range(_around(begin), _around(finish), known)
    if first is None or last is None:
        return Moment(None, None)
    start = _bounds(first[0], first[1], begin.clock)[0]
    end = _bounds(last[0], last[1], finish.clock)[1]
    if finish == TimePoint(unit="day", base="published"):
        # 从上个月到今天 ends now.
        return Moment(start, now) if start <= now else Moment(None, None)
    if finish.clock is not None and finish.clock.hour is not None:
        end = _at(last[1], finish.clock)
    if end < start and not finish.has_date:
        # 晚上9点到早上6点
        end += timedelta(days=1)
    return Moment(start, end) if start <= end else Moment(None, None)


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
    if clock.last_hour is not None and clock.minute is None:
        # 七八点
        return start, _at(first, Clock(clock.last_hour + 1))
    return start, start + (timedelta(minutes=1) if clock.minute is not None else timedelta(hours=1))
