"""Quantities: a number with its unit and the words that bound it, found in one scan of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from epiextract.values.numbers.numerals import parse_number
from epiextract.values.quantities.bounds import touching_bound
from epiextract.values.quantities.model import Quantity
from epiextract.values.quantities.pattern import numbered, scanner
from epiextract.values.quantities.reader import FigureReader
from epiextract.values.quantities.shares import read_share
from epiextract.values.quantities.units import Unit, known_units

__all__ = ["Quantity", "find_quantities", "parse_quantity"]


def parse_quantity(text: str) -> Quantity | None:
    """Return the quantity that *text* writes, the whole of it, or None.

    Args:
        text: One figure, with its qualifiers and its unit, or a number alone.

    >>> q = parse_quantity("近8500万张")
    >>> q.value, q.unit, q.bound
    (85000000, '张', 'under')
    >>> q = parse_quantity("100万至3500万元")
    >>> q.value, q.value_max, q.unit, q.bound
    (1000000, 35000000, 'CNY', 'range')
    >>> parse_quantity("十几").bound, parse_quantity("一位病人")
    ('vague', None)
    """
    for quantity in _scan(text, (), whole=True):
        if (quantity.start, quantity.end) == (0, len(text)):
            return quantity
        break
    before, start = "", 0
    for length in range(min(5, len(text) - 1), 0, -1):
        before, start = touching_bound(text[:length], length)
        if before and start == 0:
            start = length
            break
        before, start = "", 0
    number = parse_number(text[start:])
    if number is None:
        return None
    bound = "vague" if number.vague else before or "exact"
    return Quantity(0, len(text), number.value, None, None, bound, None, "bare", "")


def find_quantities(text: str, masked: Sequence[tuple[int, int]] | None = None) -> list[Quantity]:
    """Return the quantities of *text*, from left to right.

    Args:
        text: The text as read.
        masked: Sorted spans that are something else, such as dates.

    >>> [(q.value, q.unit, q.bound) for q in find_quantities("捐赠口罩1.7万余只、N95口罩3,000个和5.5万台（套）设备")]
    [(17000, '只', 'over'), (3000, '个', 'exact'), (55000, '台（套）', 'exact')]
    """
    return list(_scan(text, masked or ()))


def _scan(text: str, masked: Sequence[tuple[int, int]], *, whole: bool = False) -> Iterator[Quantity]:
    units = known_units()
    search = scanner().search
    at = end = position = 0
    while (match := search(text, position)) is not None:
        start = match.start()
        while at < len(masked) and masked[at][1] <= start:
            at += 1
        if at < len(masked) and masked[at][0] < match.end():
            opens, closes = masked[at]
            # 放款20亿元至4月底: the number ends where the date begins; of 前一日-7例 it begins behind it.
            cut = search(text, start, opens) if start < opens else None
            if cut is None:
                position = closes
                continue
            match = cut
        # The 日元 of 昨日元10 begins in what is a date.
        floor = max(end, masked[at - 1][1]) if at else end
        quantity, position = _read(text, match, units, floor, whole)
        if quantity is not None:
            end = position
            yield quantity


@lru_cache(maxsize=1)
def _sorts() -> tuple[int, ...]:
    return numbered("trap", "zero", "share", "crowd")


def _read(text: str, match: Any, units: dict[str, Unit], floor: int, whole: bool) -> tuple[Quantity | None, int]:
    """Return the quantity, if it is one, and where the scan goes on."""
    trap, zero, share, crowd = match.group(*_sorts())
    quantity: Quantity | None = None
    reached = match.end()
    if zero:
        quantity = _zero(match)
    elif share:
        quantity = read_share(text, match)
    elif crowd:
        quantity = _crowd(text, match, match["crowd_unit"] or "", units)
    elif not trap:
        reader = FigureReader(text, match, units, floor, whole)
        quantity, reached = reader.read(), reader.end
    return quantity, quantity.end if quantity else reached


def _zero(match: Any) -> Quantity:
    """Return the 0 of 无新增, 零感染, 无一例 and 没有一例."""
    nobody = match["nobody"]
    unit = "person" if nobody else None
    start, end = match.span("zero")
    return Quantity(start, end, 0, None, unit, "exact", None, unit or "bare", nobody or "")


def _crowd(text: str, match: Any, surface: str, units: dict[str, Unit]) -> Quantity:
    """Return 成千上万人, 上千名: many, it is not said how many."""
    start, end = match.span()
    unit = units.get(surface)
    name, kind = (unit.name, unit.kind) if unit else (None, "bare")
    if unit and unit.tail:
        end, surface = end - unit.tail, surface[: -unit.tail]
    if text[start - 1 : start] in ("上", "成"):
        start -= 1
    return Quantity(start, end, None, None, name, "vague", None, kind, surface)
