"""How pieces of one point go together: 去年 with 3月, 2月6日 with 周四, 腊月 with 廿三."""

from __future__ import annotations

from dataclasses import replace

from epiextract.values.times.model import TimePoint
from epiextract.values.times.points import rank

DATE_KINDS = frozenset(
    {"stamp", "stampmonth", "stampday", "decade", "year", "month", "lunarmonth", "lunarday", "day", "span", "relative"}
    | {"weekday", "wholepart", "part", "festival", "ordinal"}
)
# 上旬, 中旬, 下旬, 上半月, 下半月, 上中旬 and 中下旬, which are of a month and of nothing longer.
PARTS_OF_MONTH = frozenset({"early", "middle", "late", "month1", "month2", "first_thirds", "last_thirds"})


def as_length(text: str) -> str:
    """Return the piece as a length: 3号 is none, 3日 is three days."""
    return text.replace("号", "")


def merged(point: TimePoint, new: TimePoint) -> TimePoint | None:
    """Return the point that both say together, or None where the second begins another one.

    >>> merged(TimePoint(month=2), TimePoint(day=3)).day
    3
    >>> merged(TimePoint(day=3), TimePoint(day=4)) is None
    True
    """
    if new.unit and not new.shift and new.base == "anchor" and rank(point) == 5:
        # 除夕当天, 2月3日当晚: the second names no other day.
        return replace(point, clock=new.clock or point.clock)
    new = _in_whole(point, new)
    if new.part in ("start", "end", "mid") and (point.part.startswith(("quarter", "half")) or point.decade):
        return replace(point, part=point.part + "-" + new.part) if point.part else replace(point, part=new.part)
    if new.part == "end" and point.unit == "week" and point.weekday is None:
        return replace(point, part="weekend")
    if point.festival and new.lunar and new.day is not None:
        return replace(point, festival="", month=new.month or 1, day=new.day, lunar=True)
    if point.day is not None and (new.festival or (new.lunar and new.day is not None and not point.lunar)):
        # 1月24日除夕, 1月25日大年初一
        return point
    if rank(new) <= rank(point):
        return None
    if new.unit and point.unit:
        return None
    if new.part and not _parts_fit(point, new):
        return None
    if new.weekday is not None and rank(point) < 4 and not point.unit:
        return None
    return replace(
        point,
        year=point.year if new.year is None else new.year,
        month=point.month if new.month is None else new.month,
        day=point.day if new.day is None else new.day,
        weekday=point.weekday if new.weekday is None else new.weekday,
        unit=new.unit or point.unit,
        shift=new.shift or point.shift,
        base=new.base or point.base,
        part=new.part or point.part,
        lunar=point.lunar or new.lunar,
        leap=point.leap or new.leap,
        festival=new.festival or point.festival,
        clock=new.clock or point.clock,
        ordinal=new.ordinal or point.ordinal,
    )


def _in_whole(point: TimePoint, new: TimePoint) -> TimePoint:
    """Return 月底 of 本月月底 and 季末 of 一季度季末 as the part of the month or quarter just said."""
    whole, _, edge = new.part.partition("-")
    is_month = whole == "month" and (point.month is not None or point.unit == "month")
    is_quarter = whole == "quarter" and (point.part.startswith("quarter") or point.unit == "quarter")
    return replace(new, part=edge) if edge and (is_month or is_quarter) else new


def _parts_fit(point: TimePoint, new: TimePoint) -> bool:
    """Tell whether a part goes with what it stands after: 2月上旬, not 2月上半年."""
    of_month = new.part in PARTS_OF_MONTH
    is_month = point.month is not None or point.unit == "month"
    if of_month:
        return is_month
    if new.part in ("start", "mid", "end", "opening"):
        return True
    if new.part in ("weekend", "week1", "week2"):
        return point.unit == "week"
    return not is_month and point.unit != "week" and "-" not in new.part


def with_bracket(point: TimePoint, inner: TimePoint) -> TimePoint | None:
    """Return the day that a point and the bracket after it name together, or None where they are two times.

    >>> both = with_bracket(TimePoint(weekday=4), TimePoint(day=6))
    >>> both.day, both.weekday
    (6, 4)
    """
    if (inner.clock is not None and inner.clock.hour is not None) or inner.unit == "year":
        return None
    exact = point.day is not None and not point.lunar
    if not exact and inner.day is not None and not inner.lunar:
        # 周四（6日）, 昨天（24日）, 大年初三（1月27日）: the bracket says the day.
        same_year = point.year if inner.year is None else inner.year
        both = replace(inner, weekday=point.weekday or inner.weekday, clock=point.clock or inner.clock, year=same_year)
        if point.unit == "day" and point.base == "published" and not inner.unit:
            # The month is that of the day told: 昨天（24日）.
            return replace(both, base=point.base, shift=point.shift)
        return both
    if exact and (inner.weekday is not None or inner.festival or inner.lunar or inner.unit == "day"):
        return replace(point, weekday=point.weekday or inner.weekday)
    return None
