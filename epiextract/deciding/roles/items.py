"""Which goods a figure counts, where that is sure: those that touch it, with what 等 names before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.slots import GOODS
from epiextract.deciding.candidates.spots import NAME, Spot, line
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.goods import GoodsRef
from epiextract.tagging.mentions import Mention

ITEM = "item"
# What stands between the goods that are named and the kind that they are of: 口罩等|急需|医用物资.
_AND_SUCH = re.compile(r"等(?:[^，。；：、！？\n（(0-9等]{0,6})\Z")
LOOK = 8
# What parts no phrase, 等 and 和 do, and how much of it there may be.
_HAN = re.compile(r"(?![等和及与])[\u4e00-\u9fff]*")
_SAME_PHRASE = 4


def counts_goods(filled: Filled, role: str) -> bool:
    """Tell whether a role is of the goods that a figure counts; a sum of money given counts none.

    Args:
        filled: The event in the making.
        role: The name of the role.
    """
    return role == ITEM and filled.slots.get("measure") != "money"


def touching(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the goods that touch a figure on one side, none on the other: 防护服 of 3000个口罩和500套防护服.

    Args:
        reading: The document as read.
        figure: The figure.
        spots: Where the goods around it stand.
    """
    found = [
        one
        for one in spots
        if one.end == figure.start or (one.start >= figure.end and reading.text[figure.end : one.start] in ("", "的"))
    ]
    if len(found) != 1 or (found[0].start >= figure.end and _goes_on(reading, found[0])):
        return None
    return found[0]


def _goes_on(reading: Reading, goods: Spot) -> bool:
    """Tell whether the phrase that goods open has its head behind them: 4辆卡车的医疗物资, 100盒板蓝根清热颗粒."""
    for index in range(reading.index_after(goods.end), len(reading.mentions)):
        mention = reading.mentions[index]
        if mention.tag == GOODS or mention.start - goods.end > _SAME_PHRASE:
            return mention.tag == GOODS and _HAN.fullmatch(reading.text, goods.end, mention.start) is not None
    return False


def named_with(reading: Reading, figure: Figure, goods: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return *goods* with those that are named of their kind: 口罩、防护服等物资200件, 电视机、显示器等1500台设备.

    Args:
        reading: The document as read.
        figure: The figure.
        goods: The goods that were chosen for it.
    """
    first = goods[0]
    if first.start == figure.end:
        named = _named_before(reading, figure.start)
        return (*named, *goods)
    if len(goods) > 1 or first.end > figure.start or first.tag != GOODS:
        return goods
    named = _named_before(reading, first.start)
    if not named:
        return goods
    start = named[-1].start
    name = reading.text[start : first.end]
    id = getattr(first.payload, "id", None)
    ref = GoodsRef(name, id, first.value) if id else first.payload
    return (*named[:-1], Mention(start, first.end, GOODS, first.value, ref))


def _named_before(reading: Reading, position: int) -> tuple[Mention, ...]:
    """Return the list of goods that 等 closes right before a character."""
    such = _AND_SUCH.search(reading.text, max(0, position - LOOK), position)
    if such is None:
        return ()
    goods = frozenset({GOODS})
    left, _ = line(reading, goods, lambda: reading.names.tagged(goods), NAME).around(reading, position, 12, 0)
    last = next(left, None)
    return last.mentions if last is not None and last.end == such.start() else ()
