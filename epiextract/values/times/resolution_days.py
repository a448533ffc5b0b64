"""Days without a month: 27日 takes its month from the dates before it or from publication."""

from __future__ import annotations

from datetime import date

from epiextract.values.times.calendar import shift_days, shift_months
from epiextract.values.times.model import TimePoint
from epiextract.values.times.partial import make_date
from epiextract.values.times.resolution_known import Days, Known


def day_of_some_month(point: TimePoint, known: Known) -> Days | None:
    """Return a day without a month: that of the nearest date before it, else of a full day of publication."""
    number = point.day or 0
    limit = known.limit
    if known.lower is not None:
        return _day_on_or_after(known.lower, number)
    if point.base == "published" and known.day is not None:
        # 昨天（24日）, whatever date came before
        known.took.append("month:published")
        return _closest(shift_days(known.day, point.shift) or known.day, number)
    if point.weekday is not None and (day := _with_weekday(number, point.weekday, known)) is not None:
        return day, day
    anchor, own = known.anchor, known.day
    if anchor is not None and not (known.recent and own is not None):
        known.took.append("month:anchor")
        last = _reached(limit, known)
        begun = last if own is not None else known.published.first if known.published is not None else None
        return _near_anchor(anchor, number, last, begun, future=known.future)
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
    last = _reached(own, known) or own
    for back in range(3):
        first = shift_months(last.replace(day=1), -back)
        day = make_date(first.year, first.month, number) if first is not None else None
        if day is not None and day <= last:
            return day, day
    return None


def _reached(limit: date | None, known: Known) -> date | None:
    """Return the last day that the words let a day be: 26日起 may begin within a week."""
    return shift_days(limit, known.reach.day) if limit is not None and known.reach.day else limit


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


def _near_anchor(anchor: date, number: int, limit: date | None, begun: date | None, *, future: bool) -> Days | None:
    """Return the day of the anchor's month, of the next one where that is nearer (1月25日 … 9日), or of the one before.

    The next month is meant only where publication says that it had begun; of a month of publication only the first day
    had for sure.
    """
    same = make_date(anchor.year, anchor.month, number)
    on = shift_months(anchor.replace(day=1), 1)
    later = make_date(on.year, on.month, number) if on is not None else None
    is_nearer = later is not None and (same is None or later - anchor < anchor - same)
    if later is not None and is_nearer and (future or (begun is not None and later <= begun)):
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
