"""From time expressions to days: what the text leaves out is taken from publication and from the dates before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from epiextract.values.times.calendar import shift_days, shift_months
from epiextract.values.times.model import NO_PERIOD, Duration, Period, TimeExpression, TimePoint
from epiextract.values.times.partial import PartialDate, as_partial, month_end
from epiextract.values.times.points import rank
from epiextract.values.times.resolution_known import Days, Known, Reach
from epiextract.values.times.resolution_points import days_of

# 春节, 国庆
_SEASONS = ("lunar 1-1", "solar 10-1")
# 截至25日 in what is told of 2010 is of that year.
_RECENT = 183
# 3月1日起 and 到2月底 may lie a month ahead; what has to be done 6月30日前 lies where that is nearer.
_AHEAD, _DUE, _PLANNED = Reach(31, 31, 7), Reach(366, 60), Reach(366, 366)

__all__ = ["PartialDate", "Period", "resolve_time"]


def resolve_time(
    expression: TimeExpression,
    *,
    published: PartialDate | date | str | None = None,
    anchor: date | None = None,
    year: int | None = None,
    future: bool = False,
    sentence_year: int | None = None,
    week: date | None = None,
) -> Period:
    """Return the days that an expression means, as far as the text and what is known around it tell.

    A day without a month or a year takes them from *anchor*, else from a full day of publication; a month and day
    without a year are the latest not after publication, or come soon after it. Where something needed is not known
    the side stays absent.

    Args:
        expression: What `find_times` or `parse_time` gave.
        published: The document's own date: a day, a month (``2020-03``) or a year.
        anchor: The nearest day or month that the same article named before.
        year: The year that it named alone after that: 同年 and 次年 count from it, 25日 does not lie in it.
        future: Whether the text speaks of what is to come (将, 预计, 计划): then 3月15日 may lie after publication.
        sentence_year: The year with which the same sentence named a day or month: 5月 after 2018年3月 lies in it.
        week: A day that the article named with its weekday, 周一（2月10日）: without a full day of publication, 周日 is
            the one that lies nearest to it.

    >>> from epiextract.values.times.finder import parse_time
    >>> resolve_time(parse_time("截至2月3日24时"), published="2020-02-04")
    Period(start=None, end=datetime.date(2020, 2, 3), partial=False, took=('year:published',))
    >>> resolve_time(parse_time("1月20日以来"), published="2020-03").end is None
    True
    """
    relation = expression.relation
    # 28日前, 延长至2月9日
    ahead = future or relation in ("to", "before")
    known = Known(as_partial(published), anchor, ahead, named_year=year, sentence_year=sentence_year, week=week)
    # 截止到27日 speaks of the latest 27th, whatever day was told of before.
    known.recent = relation == "until" and not _is_long_ago(anchor, known)
    known.ahead = future
    known.past = relation in ("until", "since") and not (future or expression.ahead)
    if future or relation == "to":
        known.reach = _PLANNED
    elif expression.ahead or relation == "before":
        known.reach = _AHEAD if expression.ahead else _DUE
    if expression.duration is not None and expression.kind != "set":
        return _length(expression, expression.duration, known)
    if expression.begin is None:
        return NO_PERIOD
    if expression.finish is not None:
        return _range(expression.begin, expression.finish, known)
    days = days_of(expression.begin, known)
    if days is None or _is_season(expression, expression.begin):
        return NO_PERIOD
    return _related(expression, days, known)


def _is_long_ago(anchor: date | None, known: Known) -> bool:
    """Tell whether the date before an expression lies so far back that the text tells of old events."""
    return anchor is not None and known.limit is not None and (known.limit - anchor).days > _RECENT


def _is_season(expression: TimeExpression, point: TimePoint) -> bool:
    """Tell 春节 and 春节期间, by which news means some days around the feast, from 春节以来 and 2020年春节."""
    if not point.festival or point.year is not None or point.unit:
        return False
    return expression.relation == "during" or (expression.relation == "at" and point.festival in _SEASONS)


def _related(expression: TimeExpression, days: Days, known: Known) -> Period:
    """Return the period that lies at, before, after or since a point."""
    start, end = days
    took = tuple(dict.fromkeys(known.took))
    relation = expression.relation
    if relation in ("until", "to"):
        return Period(None, _day_before_midnight(expression.begin, end), took=took)
    if relation == "before":
        return Period(None, end, took=took)
    if relation == "since":
        own = known.day
        if own is not None and own >= start:
            return Period(start, own, took=(*took, "end:published"))
        return Period(start, None, partial=own is None, took=took)
    if relation == "after":
        # After a day counts the day; after a year opens with the next one.
        return Period(start if start == end else shift_days(end, 1), None, took=took)
    return Period(start, end, took=took)


def _day_before_midnight(point: TimePoint | None, day: date) -> date:
    """Return the day that ends at the point: 0时 of a day ends the day before."""
    if point is not None and point.clock is not None and point.clock.is_midnight_start:
        return shift_days(day, -1) or day
    return day


def _range(begin: TimePoint, finish: TimePoint, known: Known) -> Period:
    """Return the days from one point to the other."""
    first, last = day_range(begin, finish, known)
    if first and last and not known.future and _is_next_year(first[0], known) and not _is_near(last[1], known):
        # 1月1日至11月30日, written at the end of December.
        known = replace(known, past=True, took=[])
        first, last = day_range(begin, finish, known)
    took = tuple(dict.fromkeys(known.took))
    start = first[0] if first else None
    end = _day_before_midnight(finish, last[1]) if last else None
    if start is not None and end is not None and end < start:
        return Period(start, start, took=took) if finish.clock else NO_PERIOD
    return Period(start, end, partial=start is None or end is None, took=took)


def _is_next_year(day: date, known: Known) -> bool:
    """Tell whether a day lies in a year after that of publication."""
    return known.limit is not None and day.year > known.limit.year


def _is_near(day: date, known: Known) -> bool:
    """Tell whether a day lies so near to publication that it may be told of without a word of plans."""
    return known.limit is not None and (day - known.limit).days <= known.reach.year


def day_range(begin: TimePoint, finish: TimePoint, known: Known) -> tuple[Days | None, Days | None]:
    """Return the days of both ends of a range; each end lends the other what it leaves out."""
    if not finish.has_date:
        first = days_of(begin, known)
        return first, first
    if not begin.has_date:
        # 13:20至次日5:40
        begin = replace(begin, unit="day", base="anchor")
    if _is_fixed(finish) and not _is_fixed(begin):
        last = days_of(finish, known)
        return days_of(_lend(begin, finish), known.until(last[1]) if last else known), last
    first = days_of(_lend(begin, finish), known)
    return first, days_of(_lend(finish, begin), known.since(first[0]) if first else known)


def _is_fixed(point: TimePoint) -> bool:
    """Tell whether a point needs no other date to know its year."""
    return point.year is not None or bool(point.unit and point.base == "published")


def _lend(point: TimePoint, other: TimePoint) -> TimePoint:
    """Return the point with the month that the other end names: 3日 of 3日至2月5日, 5日 of 2月3日至5日."""
    if point.day is not None and point.month is None and not point.unit and other.month is not None:
        borrowed = replace(point, month=other.month, lunar=other.lunar)
        return replace(borrowed, year=other.year) if point.year is None and other.year is not None else borrowed
    if point.part.startswith("month-") and not point.unit:
        # 4月初至月底
        edge = point.part.removeprefix("month-")
        return replace(point, year=other.year, month=other.month, part=edge) if other.month is not None else point
    if point.year is None and other.year is not None and point.month is not None and other.month is not None:
        goes_on = (point.month, point.day or 0) >= (other.month, other.day or 0)
        return replace(point, year=other.year if goes_on else other.year + 1)
    if point.month is not None and point.year is None and not point.unit and other.unit == "year":
        return replace(point, unit="year", shift=other.shift, base=other.base)
    if rank(point) == rank(other) == 3 and point.year is None:
        return replace(point, year=other.year, unit=other.unit, shift=other.shift, base=other.base)
    return point


def _length(expression: TimeExpression, duration: Duration, known: Known) -> Period:
    """Return the days of a length that is told from a known day: 近一周, 未来三天, 连续14天, 两天前."""
    relation = expression.relation
    own, anchor = known.day, known.anchor
    base = anchor or own if relation == "consecutive" else own or anchor
    goes_on = expression.begin is not None and expression.begin.base == "anchor"
    if goes_on or (relation == "after" and expression.begin is None):
        # 17年后，他又来到武汉 and 随后一周 are told from what came before.
        base = anchor or own
    if base is None or relation in ("within", "length") or duration.open:
        return NO_PERIOD
    took = (f"day:{'anchor' if base is anchor and base is not own else 'published'}",)
    if relation in ("past", "consecutive"):
        first = _moved(base, duration, -1)
        return Period(_inside(first, duration, 1), base, took=took) if first else NO_PERIOD
    if relation == "future":
        last = _moved(base, duration, 1)
        # 随后的2小时内 ends on the day on which it begins
        first = base if last == base else shift_days(base, 1)
        return Period(first, last, took=took) if last else NO_PERIOD
    moved = _moved(base, duration, -1 if relation == "before" else 1)
    limit = known.limit
    ahead = known.future or expression.begin is not None
    if moved is None or (relation == "after" and not ahead and limit is not None and moved > limit):
        return NO_PERIOD
    unit = duration.amounts[-1][0]
    if unit == "year":
        return Period(date(moved.year, 1, 1), date(moved.year, 12, 31), took=took)
    if unit == "month":
        return Period(moved.replace(day=1), month_end(moved.year, moved.month), took=took)
    return Period(moved, moved, took=took)


def _inside(first: date, duration: Duration, sign: int) -> date:
    """Return the first day that counts: 近三天 holds today and two days before it."""
    counted = duration.amounts[-1][0] in ("day", "week")
    return (shift_days(first, sign) or first) if counted else first


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "century": 1200}
_DAYS = {"day": 1, "week": 7, "workday": 1}
_FARTHEST = 200_000


def _moved(base: date, duration: Duration, sign: int) -> date | None:
    """Return the day that lies a length away."""
    day: date | None = base
    for unit, number in duration.amounts:
        if day is None or number > _FARTHEST:
            return None
        if unit in _MONTHS:
            months = number * _MONTHS[unit]
            day = shift_months(day, sign * int(months))
            rest = int((months - int(months)) * 30)
            day = shift_days(day, sign * rest) if day is not None else None
        else:
            day = shift_days(day, sign * int(number * _DAYS.get(unit, 0)))
    return day
