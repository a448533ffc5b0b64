"""Whether two figures that a word joins are ends of one range: 10天至3个月 is one, 增长20%至30亿元 are two figures."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from epiextract.values.numbers.numerals import Value
from epiextract.values.quantities.units import Unit

# How many of the second unit the first one is.
_MULTIPLES = {
    ("minute", "second"): 60, ("hour", "second"): 3600, ("hour", "minute"): 60, ("day", "minute"): 1440,
    ("day", "hour"): 24, ("week", "hour"): 168, ("week", "day"): 7, ("month", "day"): 30, ("year", "day"): 365,
    ("year", "month"): 12, ("km", "m"): 1000, ("t", "kg"): 1000, ("l", "ml"): 1000, ("m3", "l"): 1000,
    ("km2", "m2"): 1_000_000,
}  # fmt: skip
# What says by how much something changed; behind 至 stands what it came to. 从, 由 and 介于 open a range all the same.
_CHANGED = re.compile(
    r"(?<![从從由自])(?<!介于)(?<!介於)"
    r"(?:增|增加|增长|增長|增多|升|上升|回升|攀升|提升|升高|提高|追加|扩大|擴大|扩充|擴充|涨|上涨|上漲|漲|上调|上調|翻"
    r"|减|減|减少|減少|降|下降|降低|回落|跌|下跌|下滑|下调|下調|缩小|縮小|缩减|縮減|收窄)"
    r"(?:了|约|約|近|逾){0,2}$"
)
_REACH = 8
# 下降5℃至10℃ may tell how far it falls; an end ten times the other tells where it came to: 下跌2美元至61美元.
_FAR = 10


class SharedUnit(NamedTuple):
    """The unit in which both ends of a range are told.

    Args:
        surface: The unit as written.
        low: What the lower end is multiplied by.
        high: What the upper end is multiplied by.
    """

    surface: str
    low: int = 1
    high: int = 1


def shared_unit(low: str, high: str, units: dict[str, Unit]) -> SharedUnit | None:
    """Return the unit in which two figures are told, the smaller of one kind, or None where they measure two things.

    >>> from epiextract.values.quantities.units import known_units
    >>> shared_unit("米", "公里", known_units()), shared_unit("个", "个小时", known_units())
    (SharedUnit(surface='米', low=1, high=1000), SharedUnit(surface='个小时', low=1, high=1))
    >>> shared_unit("%", "元", known_units())
    """
    one, other = units[low], units[high]
    # 4个至5个小时: the first leaves out what the second writes.
    if one.factor == other.factor and (one.name == other.name or high.startswith(low)):
        return SharedUnit(high)
    if one.kind != other.kind:
        return None
    if factor := _multiple(other, one):
        return SharedUnit(low, high=factor)
    if factor := _multiple(one, other):
        return SharedUnit(high, low=factor)
    return None


def _multiple(large: Unit, small: Unit) -> int:
    """Return how many of the small unit the large one is, 0 where it is no whole number of them."""
    names = 1 if large.name == small.name else _MULTIPLES.get((large.name, small.name), 0)
    factor = names * large.factor / small.factor
    return int(factor) if factor == factor.to_integral_value() else 0


def is_result(text: str, start: int, low: Value, high: Value, *, measured: bool) -> bool:
    """Tell whether the second of two figures is what the change told by the first led to: 增加235宗至5182宗.

    Args:
        text: The text as read.
        start: First character of the first figure's number.
        low: Its value.
        high: The value of the second.
        measured: Whether both measure something: of counts a change has no two ends.

    >>> is_result("增加235宗至5182宗", 2, 235, 5182, measured=False), is_result("下降2元至3元", 2, 2, 3, measured=True)
    (True, False)
    """
    if measured and Decimal(high) < abs(Decimal(low)) * _FAR:
        return False
    return _CHANGED.search(text, max(0, start - _REACH), start) is not None
