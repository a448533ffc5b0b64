"""Figures of two units: 五元三毛, 一米五, 1年6个月, 三斤二两, 1小时30分."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from epiextract.values.numbers.numerals import Value, parse_number, plain
from epiextract.values.quantities.units import Unit

_NUMBER = r"(?:\d{1,6}(?:\.\d{1,4})?|[零一二两兩三四五六七八九十半]{1,4})"
_MONEY = re.compile(
    rf"(?:[又零]?({_NUMBER})[角毛](?:钱)?)?(?:[又零]?({_NUMBER})(?:美?分|(?:日本)?銭)(?![之钟公部别行局])(?:钱)?)?"
)
_TIME = {
    "year": (re.compile(rf"[零又]?({_NUMBER})(?:个月|個月|个多月)"), "month", 12),
    "day": (re.compile(rf"[零又]?({_NUMBER})(?:个小时|小时|個小時|小時)"), "hour", 24),
    "hour": (re.compile(rf"[零又]?({_NUMBER})(?:分钟|分鐘|分(?![之别钟]))"), "minute", 60),
    "minute": (re.compile(rf"[零又]?({_NUMBER})(?:秒钟|秒鐘|秒)"), "second", 60),
}
# 三斤二两
_LIANG = re.compile(rf"({_NUMBER})[两兩](?![一-龥])")
_LIANG_KG = Decimal("0.05")
# 一米五, 三块五, 37度3: a digit that is a tenth.
_TENTH = re.compile(r"([一二三四五六七八九1-9])(?=[高长宽深的多左以，。、；！？”）)]|$)")
_TENTH_UNITS = frozenset({"块", "塊", "米", "度"})
# 白菜3块5|一斤, 5块5|涨到8块: of a price, what it buys or where it moves may follow too.
_TENTH_OF_PRICE = re.compile(
    r"([一二三四五六七八九1-9])(?=[一每](?:公?斤|千克|[两个只包袋瓶盒箱把根条棵捆份支枚件双碗块张])|[涨漲降跌升变變卖賣]|[到至]\d)"
)
_PRICE_UNITS = frozenset({"块", "塊"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a figure and belongs to it.

    Args:
        value: The value of the whole, in base units.
        end: One past its last character.
        unit: The unit of the whole.
    """

    value: Value
    end: int
    unit: Unit


def read_tail(text: str, end: int, value: Value, unit: Unit, surface: str) -> Tail | None:
    """Return the whole figure where a smaller unit follows the first, or None.

    Args:
        text: The text as read.
        end: One past the first figure.
        value: Its value, in base units.
        unit: Its unit.
        surface: Its unit as written.

    >>> from epiextract.values.quantities.units import known_units
    >>> read_tail("五元三毛", 2, 5, known_units()["元"], "元").value
    Decimal('5.3')
    >>> tail = read_tail("1年6个月", 2, 1, known_units()["年"], "年")
    >>> tail.value, tail.unit.name
    (18, 'month')
    """
    if end >= len(text):
        return None
    if surface in _TENTH_UNITS and (match := _TENTH.match(text, end)):
        return Tail(plain(Decimal(value) + _amount(match[1]) / 10), match.end(), unit)
    if surface in _PRICE_UNITS and (match := _TENTH_OF_PRICE.match(text, end) or _TENTH.match(text, end)):
        return Tail(plain(Decimal(value) + _amount(match[1]) / 10), match.end(), unit)
    if unit.kind == "money" and surface[-1:] in "元块塊圆圓":
        return _money(text, end, value, unit)
    if surface in ("斤", "市斤") and (match := _LIANG.match(text, end)):
        return Tail(plain(Decimal(value) + _amount(match[1]) * _LIANG_KG), match.end(), unit)
    if unit.kind == "duration" and unit.name in _TIME:
        return _duration(text, end, value, unit)
    return None


def _amount(words: str | None) -> Decimal:
    number = parse_number(words) if words else None
    return Decimal(number.value) if number is not None and number.value is not None else Decimal(0)


def _money(text: str, end: int, value: Value, unit: Unit) -> Tail | None:
    match = _MONEY.match(text, end)
    if match is None or match.end() == end:
        return None
    more = _amount(match[1]) / 10 + _amount(match[2]) / 100
    return Tail(plain(Decimal(value) + more), match.end(), unit)


def _duration(text: str, end: int, value: Value, unit: Unit) -> Tail | None:
    pattern, smaller, factor = _TIME[unit.name]
    match = pattern.match(text, end)
    # 4天96小时 tells the same time twice.
    if match is None or _amount(match[1]) >= factor:
        return None
    return Tail(plain(Decimal(value) * factor + _amount(match[1])), match.end(), Unit(smaller, "duration", Decimal(1)))
