"""Which goods a figure counts, where that is sure: those that touch it, with what 等 names before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.slots import GOODS
from epiextract.deciding.candidates.spots import NAME, Spot, line
from epiextract.deciding.filled import Filled
from epiextract.deciding.types.gifts import GIFT
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.counted import UNKNOWN, noun_end
from epiextract.tagging.goods import GoodsRef
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import bare_stems

ITEM = "item"
# What stands between the goods that are named and the kind that they are of: 口罩等|急需|医用物资.
_AND_SUCH = re.compile(r"等(?:[^，。；：、！？\n（(0-9等]{0,6})\Z")
LOOK = 8
# What parts no phrase, 等 and 和 do, and how much of it there may be.
_HAN = re.compile(r"(?![等和及与])[\u4e00-\u9fff]*")
_SAME_PHRASE = 4
# 糕点500份、|东北粘糕|300个: what stands between two figures of a list, and is no verb; 捐赠|应急棚|10个 opens one;
# 捐赠|除菌相关|用品; 捐赠|羊|500只 is told by one character.
_NEXT = re.compile(r"(?P<joint>、|，|和|及|以及)(?P<name>[\u3400-\u9fffA-Za-z0-9\-]{2,10}|[羊牛猪鸡鸭鹅])")
_GIVEN = re.compile(r"捐(?:[赠献出]了?|了)(?P<name>(?!了)[\u3400-\u9fffA-Za-z\-]{2,8}|[羊牛猪鸡鸭鹅])\Z")
# Of what is weighed, 木瓜|20吨, only gifts are told by it: 消耗大米20吨.
_MASS = "mass"
_COUNTED, _BESIDE = frozenset({"goods"}), frozenset({"goods", _MASS})
_NO_NAME = re.compile(
    r"(?:^其[中它他]|^(?:首|第[一二三四五六七八九十])[批期次]|[可最]|达$|[共总]计|合计|总[量数计额]|[库]?存|产[量能]|价值|数量"
    r"|缺口|需求)"
)
_RELATED, _REACH = re.compile(r"(?:[、，及和与]|捐[赠献出助]?了?|赠送?了?)([\u3400-\u9fff]{1,6}相关)\Z"), 12


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


# Places that no table holds end so.
_PLACE = re.compile("(?:[省市县縣区區州旗镇鎮乡鄉村盟]|街道|社区|自治区|地区|医院|学校|公司|集团)\\Z")


def unlisted(reading: Reading, figure: Figure) -> Mention | None:
    """Return the goods that no table holds right before a figure: 糕点500份、|东北粘糕|300个, 捐赠|应急棚|10个.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    if figure.quantity.kind not in _COUNTED and not (figure.quantity.kind == _MASS and _is_given(figure)):
        return None
    at = reading.figure_after(figure.start) - 1
    other = reading.figures[at] if at >= 0 else None
    found = _in_list(reading, other, figure) or _first_given(reading, figure)
    if found is None:
        return None
    name = found["name"]
    inside = reading.mentions[reading.index_after(found.start("name")) : figure.index]
    # 东北粘糕 has a place in its name; 其中江苏省560套、湖北省125套 names who has the same goods
    told = any(one.tag != "PLACE" or one.end >= figure.start for one in inside)
    told = told or _PLACE.search(name) is not None or name in bare_stems()
    if noun_end(name, 0) < len(name) or _NO_NAME.search(name) or told:
        return None
    behind = reading.mentions[figure.index + 1 : figure.index + 2]
    if behind and behind[0].tag == GOODS and behind[0].start == figure.end:
        return None
    return Mention(found.start("name"), figure.start, GOODS, UNKNOWN, GoodsRef(name, f"item:{UNKNOWN}", UNKNOWN))


def _in_list(reading: Reading, other: Figure | None, figure: Figure) -> re.Match[str] | None:
    """Return what stands between two figures of goods; behind a comma only where both are given."""
    if other is None or other.quantity.kind not in _BESIDE:
        return None
    found = _NEXT.fullmatch(reading.text, other.end, figure.start)
    if found is None or found["joint"] != "，":
        return found
    return found if _is_given(other) and _is_given(figure) else None


def _first_given(reading: Reading, figure: Figure) -> re.Match[str] | None:
    low = max(figure.clause[0], figure.start - _REACH)
    return _GIVEN.search(reading.text, low, figure.start) if _is_given(figure) else None


def _is_given(figure: Figure) -> bool:
    decided = figure.decided
    return decided is not None and (decided.type, decided.measure) == (GIFT, "goods")


def named_with(reading: Reading, figure: Figure, goods: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return *goods* with those that are named of their kind: 口罩、防护服等物资200件, 电视机、显示器等1500台设备.

    Args:
        reading: The document as read.
        figure: The figure.
        goods: The goods that were chosen for it.
    """
    first = goods[0]
    if len(goods) == 1 and first.tag == GOODS:
        first = _with_kind(reading, first)
        goods = (first,)
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


def _with_kind(reading: Reading, goods: Mention) -> Mention:
    """Return goods with the words before them that say what they are for: 捐赠|除菌相关|用品."""
    found = _RELATED.search(reading.text, max(0, goods.start - _REACH), goods.start)
    id = getattr(goods.payload, "id", None)
    if found is None or id is None:
        return goods
    start = found.start(1)
    return Mention(start, goods.end, GOODS, goods.value, GoodsRef(reading.text[start : goods.end], id, goods.value))


def _named_before(reading: Reading, position: int) -> tuple[Mention, ...]:
    """Return the list of goods that 等 closes right before a character."""
    such = _AND_SUCH.search(reading.text, max(0, position - LOOK), position)
    if such is None:
        return ()
    goods = frozenset({GOODS})
    left, _ = line(reading, goods, lambda: reading.names.tagged(goods), NAME).around(reading, position, 12, 0)
    last = next(left, None)
    return last.mentions if last is not None and last.end == such.start() else ()
