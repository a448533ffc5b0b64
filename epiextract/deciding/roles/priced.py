"""What a price is of: the noun right before it in a list of prices, 鲤鱼13.1元/公斤, nothing of a clause behind it."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.slots import GOODS
from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.counted import UNKNOWN, noun_end
from epiextract.tagging.goods import GoodsRef
from epiextract.tagging.mentions import Mention

PRICE, LEVEL, CHANGE, MONEY = "price", "level", "change", "money"
# ；|鲤鱼|13.1元/公斤, ，|富士苹果|每公斤6.3元, 、|白条鸡|均价17.2元/公斤
_NAMED = re.compile(
    r"(?:^|[，,。；;、：:\n])(?:其中)?(?P<name>[\u4e00-\u9fff]{2,6}?)(?:的?(?:平均|批发|零售)?(?:均价|价格?|售价)?[为是]?(?:每(?:公?斤|千克))?)\Z"
)
_REACH = 20
# What names nothing that is sold.
_NO_NAME = re.compile(
    r"[每元比较跌涨降升价是为的了在从由到至约最均高低平达卖买仅只还]|[上中下]午|目前|现在|今天|昨天|其中|左右|一般|普遍|同比|环比|批发|零售|市场|超市|原来|以前|之前|平时|商家|合计|总计"
)
_PER = re.compile(r"[元块]\s*[/／]\s*(?:公?斤|千克|kg)|[元块]一?(?:公?斤|千克)", re.IGNORECASE)
_PER_LEAD = re.compile(r"每(?:公?斤|千克)\Z")
# 13.1元/公斤|，比昨天下降|0.5%: what moved is what has the price.
_MOVED = re.compile(
    r"[，,（(](?:均?[比较][^，,。；;：:\n\d]{1,8}|[环同]比|周环比|日环比)?(?:上涨|上升|下降|下跌|回落|降|升|涨|跌)(?:了|约)?"
)
_CLAUSE_ENDS = re.compile("[，,。；;：:\n]")


def is_of_next(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether goods stand in a clause behind a price's: 居民消费价格上涨|6.1%，猪肉价格上涨128%.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the goods stand.
    """
    decided = figure.decided
    if decided is None or decided.type != PRICE or spot.start < figure.end:
        return False
    return _CLAUSE_ENDS.search(reading.text, figure.end, spot.start) is not None


def priced(reading: Reading, figure: Figure) -> Mention | None:
    """Return what a price of a list is of, where no table holds it, or what the price right before a change is of.

    Args:
        reading: The document as read.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or decided.type != PRICE:
        return None
    if decided.measure == LEVEL:
        return _named(reading, figure)
    at = reading.figure_after(figure.start) - 1
    before = reading.figures[at] if at >= 0 else None
    if before is None or not _MOVED.fullmatch(reading.text, before.end, figure.start):
        return None
    return _named(reading, before)


def _named(reading: Reading, figure: Figure) -> Mention | None:
    """Return the noun right before a price by weight, which has another such price beside it."""
    text, sentence = reading.text, reading.sentences[figure.sentence]
    if not _is_by_weight(reading, figure) or not _is_listed(reading, figure):
        return None
    found = _NAMED.search(text, max(sentence.start, figure.start - _REACH), figure.start)
    if found is None or _NO_NAME.search(found["name"]):
        return None
    start, end = found.span("name")
    inside = reading.mentions[reading.index_after(start) : figure.index]
    goods = next((one for one in inside if one.tag == GOODS), None)
    if any(one.tag not in (GOODS, "PLACE") and one.start < end for one in inside) or (goods and goods.end != end):
        return None
    if goods is None and noun_end(found["name"], 0) < len(found["name"]):
        return None
    kind = goods.value if goods is not None else UNKNOWN
    return Mention(start, end, GOODS, kind, GoodsRef(text[start:end], f"item:{kind}", kind))


def _is_by_weight(reading: Reading, figure: Figure) -> bool:
    if figure.quantity.kind != MONEY or figure.decided is None or figure.decided.type != PRICE:
        return False
    text = reading.text
    return (
        _PER.search(text, figure.start, min(len(text), figure.end + 4)) is not None
        or _PER_LEAD.search(text, max(0, figure.start - 3), figure.start) is not None
    )


def _is_listed(reading: Reading, figure: Figure) -> bool:
    """Tell whether another price by weight stands near in the sentence, one of a change between at most."""
    at = reading.figure_after(figure.start)
    near = reading.figures[max(0, at - 2) : at] + reading.figures[at + 1 : at + 3]
    return any(one.sentence == figure.sentence and _is_by_weight(reading, one) for one in near)
