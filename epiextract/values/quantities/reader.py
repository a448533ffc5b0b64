"""One number on its way to a quantity: its unit, its range, the words that bound it, step by step."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from epiextract.values.numbers.numerals import LARGE, MAGNITUDES, Value, magnitude, plain
from epiextract.values.numbers.pairs import number_pair
from epiextract.values.quantities.bounds import (
    AFTER,
    INSIDE,
    INSIDE_KINDS,
    apart_bound,
    bought_before,
    is_mark,
    mark_bound,
    rate,
    touching_bound,
)
from epiextract.values.quantities.compounds import read_tail
from epiextract.values.quantities.heads import fahrenheit, head_unit, is_bedding, is_piece, is_warmth, leading_currency
from epiextract.values.quantities.labels import is_bare_figure, is_label, is_ordinal, is_telephone
from epiextract.values.quantities.model import Quantity
from epiextract.values.quantities.ordinals import goes_on_ordinals
from epiextract.values.quantities.pattern import bound_behind, numbered
from epiextract.values.quantities.range_ends import shared_magnitude, times, written_number
from epiextract.values.quantities.range_units import is_result, shared_unit
from epiextract.values.quantities.units import Unit, word_makers

_ARTICLE_KINDS = frozenset({"person", "count", "goods", "bed", "team"})
_DAYS = frozenset("天日夜晚")
# Units behind which 多 says that there is somewhat more: 三年多, 两米多; 133名多专业 says nothing of the kind.
_MEASURED = frozenset(
    {"duration", "length", "area", "mass", "money", "volume", "multiple", "age", "temperature", "share"}
)
# What a price buys by the name of the unit; a classifier stays as written: 盒.
_BOUGHT_BY_NAME = frozenset({"mass", "length", "area", "volume", "person", "bed", "duration"})
_HALF = Decimal("0.5")
# 捐款500万|支援武汉, 3000万|家乡父老 count money; 72支援助医疗队 and 200多家乡镇卫生院 are teams and houses.
_MANY = re.compile("支援|家[乡鄉]")
_PIECES = ("块", "塊")
_DEGREES = Unit("度", "temperature", Decimal(1))


# The parts of a match of the scanner's pattern that a number has.
_PARTS = (
    "number", "han", "more", "after_more", "ge_more", "ge", "and_half", "unit", "half", "range", "high", "high_unit",
    "high_half", "post", "per", "buys",
)  # fmt: skip


@lru_cache(maxsize=1)
def _numbers() -> tuple[int, ...]:
    return numbered(*_PARTS)


class FigureReader:
    """A number on its way to a quantity: the match of the pattern, read step by step.

    Args:
        text: The text as read.
        match: The match of the scanner's pattern.
        units: All surface forms of units.
        floor: Where the figure before ends.
        whole: Whether the text is known to be one quantity.
    """

    __slots__ = (
        "end", "floor", "groups", "match", "numeral", "start", "surface", "text", "units", "upper", "vague", "value",
        "whole",
    )  # fmt: skip

    def __init__(self, text: str, match: Any, units: dict[str, Unit], floor: int, whole: bool) -> None:
        groups = dict(zip(_PARTS, match.group(*_numbers()), strict=True))
        self.text = text
        self.match = match
        self.groups = groups
        self.units = units
        self.floor = floor
        self.whole = whole
        self.numeral: str = groups["number"] or groups["han"]
        self.start: int = match.start()
        self.end: int = match.end()
        self.surface: str = groups["unit"] or ""
        self.value: Value | None = None
        self.upper: Value | None = None
        self.vague = False

    def read(self) -> Quantity | None:
        """Return the quantity, or None where the number is no figure."""
        if self.surface:
            self._shorten_unit()
        if not self._is_figure() or not self._read_number():
            return None
        groups = self.groups
        if groups["range"] and not self._read_range():
            # 458人到一线 has no upper end.
            self._forget_range()
            if not self._is_figure():
                return None
        unit = self.units.get(self.surface)
        bound = "over" if groups["more"] or groups["ge_more"] or (unit and unit.over) else "exact"
        if unit and unit.tail and not groups["post"] and not groups["per"]:
            self.end -= unit.tail
            self.surface = self.surface[: -unit.tail]
        unit = self._leading_unit(unit)
        self._scale(unit)
        self._own_rate(unit)
        unit = self._tail(unit)
        bound = self._bound(unit, bound)
        per = rate(self.text, self.start, groups["per"], self._bought(groups["buys"]))
        if per is None and unit is not None and unit.kind == "money":
            per, bound = self._price(bound)
        return self._quantity(unit, bound, per)

    def _shorten_unit(self) -> None:
        """Give back a unit's last character that begins another word: 4个人员流动, 千余车站."""
        groups = self.groups
        if groups["half"] or groups["range"] or groups["post"] or groups["per"]:
            return
        if self.numeral[-1] in "万萬亿億" and _MANY.match(self.text, self.end - 1):
            self.end, self.surface = self.end - 1, ""
            return
        if self.surface == "大" and is_mark(self.text, self.end - 1):
            self.end, self.surface = self.end - 1, ""
            return
        makers = word_makers().get(self.surface[-1])
        if makers is None or self.text[self.end : self.end + 1] not in makers or self.end >= len(self.text):
            return
        self.end -= 1
        self.surface = self.surface[:-1]
        if self.surface not in self.units:
            self.end -= len(self.surface)
            self.surface = ""
            if self.text[self.end - 1 : self.end] == " ":
                self.end -= 1

    def _is_figure(self) -> bool:
        """Tell a figure from what names, orders or dates something."""
        groups, numeral = self.groups, self.numeral
        if goes_on_ordinals(self.text, self.start):
            return False
        if groups["range"]:
            return not is_telephone(numeral, groups["high"])
        if groups["ge"]:
            return True
        end = self.match.end("han" if groups["han"] else "number")
        if groups["and_half"]:
            # 两个半月 is a length, 两月 a date.
            return True
        if self.surface:
            return not is_ordinal(self.text, self.end, numeral, self.surface, end)
        if groups["han"]:
            return self.whole or is_bare_figure(self.text, self.match, numeral)
        return bool(self.whole or groups["more"]) or not is_label(self.text, self.start, end, numeral)

    def _read_number(self) -> bool:
        """Read the number itself; 三四百 and 一、二 have two ends."""
        groups = self.groups
        numeral = self.numeral
        pair = number_pair(numeral) if groups["han"] else None
        if pair:
            self.value, self.upper = pair
        else:
            number = written_number(numeral)
            if number is None:
                return False
            self.value, self.vague = number.value, number.vague
        if groups["more"] in ("几", "幾"):
            if not groups["after_more"] and self.value is not None and self.value % 10:
                return False
            # 40几家 leaves open which.
            self.vague = True
        if groups["after_more"] or groups["ge"]:
            factor = magnitude(groups["after_more"]) * magnitude(groups["ge"])
            self.value, self.upper = times(self.value, factor), times(self.upper, factor)
        if (groups["half"] or groups["and_half"]) and self.value is not None:
            self.value += _HALF
        if groups["half"] and not groups["range"] and self.units[self.surface].kind not in _MEASURED:
            self.value, self.end = (None if self.value is None else plain(Decimal(self.value) - _HALF)), self.end - 1
        return True

    def _read_range(self) -> bool:
        """Read the upper end, and lend the lower one the magnitude and the unit that only the upper one writes."""
        groups = self.groups
        high = written_number(groups["high"])
        if high is None or high.value is None:
            return False
        top: Value = high.value + _HALF if groups["high_half"] else high.value
        value, surface = self.value, groups["high_unit"] or self.surface
        if value is not None and self.numeral.startswith("零下"):
            # 零下15到20度: both ends lie below zero, and the colder one may come first or last
            top = -top if not self.surface and top > 0 else top
            value, top = (value, top) if value < top else (top, value)
        if not surface and groups["high"][-1] not in LARGE and not self._bare_ends():
            return False
        if value is not None and (not self.surface or self.surface in "个個"):
            value = shared_magnitude(value, self.numeral, groups["high"], top)
        upper: Value | None = top
        if self.surface and groups["high_unit"]:
            shared = shared_unit(self.surface, surface, self.units)
            if shared is None:
                return False
            surface, value, upper = shared.surface, times(value, shared.low), times(upper, shared.high)
        if value is not None and upper is not None:
            if self.upper is not None or upper <= value:
                return False
            if groups["high_unit"] and groups["unit"] and groups["range"].lstrip()[0] in "至到":
                kind = self.units[surface].kind
                if is_result(self.text, self.start, value, upper, measured=kind in _MEASURED):
                    return False
        self.value, self.upper, self.surface = value, upper, surface
        return True

    def _bare_ends(self) -> bool:
        """Tell whether two numbers without a unit are a range: R0为2.2至2.7, 2.24-3.58之间; not the years 2015-2020."""
        low, high = self.numeral, self.groups["high"]
        return ("." in low and "." in high) or (len(low) < 4 and self.text.startswith(("之间", "之間"), self.end))

    def _forget_range(self) -> None:
        """Take back what was no range, with all behind it."""
        self.end = self.match.start("range")
        for name in ("range", "post", "per", "buys"):
            self.groups[name] = None

    def _leading_unit(self, unit: Unit | None) -> Unit | None:
        """Return the unit with what stands before the number: 美元102591元, 华氏98度."""
        currency, start = leading_currency(self.text, self.start, self.floor)
        if currency and (unit is None or unit.name == "CNY"):
            self.start = start
            return Unit(currency, "money", unit.factor if unit else Decimal(1))
        if self.surface == "度":
            warmer, self.start = fahrenheit(self.text, self.start)
            # degrees of all sorts are of one kind: what is measured, and no event
            return warmer or (unit if is_warmth(self.text, self.start, self.end) else _DEGREES)
        if self.surface == "床" and is_bedding(self.text, self.start, self.end):
            return Unit("床", "goods", Decimal(1))
        if self.surface in _PIECES and is_piece(self.text, self.start, self.end):
            return Unit(self.surface, "goods", Decimal(1))
        return unit

    def _scale(self, unit: Unit | None) -> None:
        """Bring the ends to base units."""
        if unit and unit.factor != 1:
            self.value, self.upper = times(self.value, unit.factor), times(self.upper, unit.factor)
        elif isinstance(self.value, Decimal):
            self.value = plain(self.value)

    def _own_rate(self, unit: Unit | None) -> None:
        """Give back a 每 that opens what comes next: 10日内每次限购."""
        groups = self.groups
        if groups["per"] and groups["per"][0] == "每" and groups["buys"] and (unit is None or unit.kind != "money"):
            self.end -= len(groups["per"])
            groups["per"] = groups["buys"] = None

    def _bought(self, surface: str | None) -> str | None:
        """Return what a price buys: kg of 元/公斤, 0.5kg of 元/斤, person of 元/位, a classifier as written."""
        unit = self.units.get(surface or "")
        if surface is None or unit is None or unit.kind not in _BOUGHT_BY_NAME:
            return surface
        return unit.name if unit.factor == 1 else f"{unit.factor}{unit.name}"

    def _price(self, bound: str) -> tuple[str | None, str]:
        """Return what a price buys that 每 leads, and its bound with what bounds it before that: 跌破每桶30美元."""
        surface, at = bought_before(self.text, self.start, self.units)
        if surface is None or at < self.floor:
            return None, bound
        return self._bought(surface), (touching_bound(self.text, at)[0] or bound) if bound == "exact" else bound

    def _tail(self, unit: Unit | None) -> Unit | None:
        """Take in the smaller unit that follows: 五元三毛, 1年6个月."""
        groups = self.groups
        if unit is None or self.value is None or self.upper is not None:
            return unit
        if groups["post"] or groups["per"] or groups["half"] or groups["more"]:
            return unit
        tail = read_tail(self.text, self.end, self.value, unit, self.surface)
        if tail is None:
            # 壹仟玖佰圆整: who writes out the numeral closes it.
            if unit.kind == "money" and self.text.startswith("整", self.end) and self.numeral[-1] in "拾佰仟萬億":
                self.end += 1
            return unit
        self.value, self.end = tail.value, tail.end
        # 37度3以上, 1年6个月以上: the pattern saw no bound behind the first unit
        post = bound_behind().match(self.text, self.end)
        if post is not None:
            groups["post"], self.end = post.group(), post.end()
        return tail.unit

    def _bound(self, unit: Unit | None, bound: str) -> str:
        """Return the bound that all words together say, and take in those that touch the number."""
        groups = self.groups
        before, start = touching_bound(self.text, self.start)
        if start >= self.floor:
            self.start = start
        said = before or apart_bound(self.text, self.start) or mark_bound(self.text, self.start, self.end)
        if not (bound == "over" and said == "about"):
            bound = said or bound
        post = groups["post"]
        if post:
            bound = self._behind(post, unit) or bound
        if self.upper is not None:
            bound = "range"
        if self.vague or self._loosely():
            self.value = self.upper = None
            if self.text[self.start - 1 : self.start] == "上" and self.start > self.floor:
                self.start -= 1
            return "vague"
        return bound

    def _behind(self, post: str, unit: Unit | None) -> str:
        """Return the bound of the words behind the figure, or give them back where they say something else."""
        kind = unit.kind if unit else ""
        stray = (post in INSIDE and unit is not None and kind not in INSIDE_KINDS) or (
            post in ("多", "余") and kind not in _MEASURED
        )
        if post == "内" and unit is None:
            stray = True
        if stray:
            self.end -= len(post) + len(self.groups["per"] or "")
            self.groups["per"] = self.groups["buys"] = None
            return ""
        return AFTER.get(post.strip("（）"), "")

    def _loosely(self) -> bool:
        """Tell whether a lone magnitude is vague: 上千名, 上百个 (百人 alone is a hundred)."""
        han = self.groups["han"]
        return bool(han) and all(c in MAGNITUDES for c in han) and self.text[self.start - 1 : self.start] == "上"

    def _quantity(self, unit: Unit | None, bound: str, per: str | None) -> Quantity:
        kind = unit.kind if unit else "bare"
        name = unit.name if unit else None
        if unit is None and bound != "vague":
            large = not LARGE.keys().isdisjoint(self.match.group())
            name = head_unit(self.text, self.start, self.end, large=large)
        article = kind in _ARTICLE_KINDS and self.numeral == "一" and bound == "exact"
        if self.surface in _DAYS and self.numeral == "一" and bound == "exact" and per is None:
            article = True
        if self.numeral in ("几", "幾") and not self.groups["after_more"]:
            article = True
        return Quantity(self.start, self.end, self.value, self.upper, name, bound, per, kind, self.surface, article)
