"""What a price buys, where that stands apart from it: 2.2元一个, 每只口罩加价5元, 每3公斤笋的运费从12元降至6元."""

from __future__ import annotations

import re
from decimal import Decimal

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading
from epiextract.values.quantities.units import known_units

_PRICE, _PER = "price", "per"
_GOODS, _MEASURED = "goods", frozenset({"mass", "volume", "length", "area"})
_EACH = re.compile(r"每(?P<number>\d{1,4}(?:\.\d{1,3})?)?(?P<unit>[\u4e00-\u9fff]{1,2})")
_BEHIND = re.compile(r"[一每](?P<unit>[\u4e00-\u9fff]{1,2})")
_REACH = 24


def fill_bought(reading: Reading, filled: Filled) -> None:
    """Fill what a price buys from 每 before it in its clause, or from 一 and a unit right behind it.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure, text = filled.figure, reading.text
    if filled.type != _PRICE or figure.quantity.kind != "money" or _PER in filled.slots:
        return
    start = max(figure.clause[0], figure.start - _REACH)
    each = max(_EACH.finditer(text, start, figure.start), key=re.Match.start, default=None)
    told = _BEHIND.match(text, figure.end) if each is None else each
    bought = _bought(told["unit"], told.groupdict().get("number")) if told else None
    if bought is not None:
        filled.slots[_PER] = bought


def _bought(words: str, number: str | None) -> str | None:
    """Return what is bought by the longest unit that words begin with: 个 as written, 2.5kg of 2.5 and 公斤."""
    units = known_units()
    surface = next((words[:end] for end in range(len(words), 0, -1) if words[:end] in units), None)
    unit = units[surface] if surface is not None else None
    if unit is None:
        return None
    if unit.kind == _GOODS:
        return surface if number is None else None
    if unit.kind not in _MEASURED:
        return None
    many = (Decimal(number or 1) * unit.factor).normalize()
    return unit.name if many == 1 else f"{many:f}{unit.name}"
