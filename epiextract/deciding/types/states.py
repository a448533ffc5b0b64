"""What one state gives to another is a gift: 日本政府向中国提供10万只口罩, 哈萨克斯坦援助中国100万双手套."""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.deciding.types.gifts import GIFT, GOODS, MOVED, RULE_GIFT, SUPPLY
from epiextract.matching.reading import Decision, Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import CHINA, lineage

_WHO = (
    r"(?:政府|方面|外交部|官方)?"
    r"(?:已经?|还|也|又|再次|此次|首批|分批|紧急|先后|陆续|决定|宣布|计划|将|拟|无偿|免费|累计|共){0,3}"
)
_TOWARDS = re.compile(_WHO + r"(?:(?P<to>[向为給给對对])|(?:援助|支援|援赠|驰援)了?)")
_GIVES = re.compile(
    r"(?:政府|方面|人民)?[^，,。；;：:！？\n]{0,8}?(?:提供|援助|支援|援赠|赠送|运送|运去|送去|送来)(?!的?贷款|商)了?"
)
# Goods and figures alone stand between the verb and the figure, or the list that opens behind 的抗疫物资…，包括.
_GOODS = re.compile(
    r"(?:的[^，,。；;：:！？\n]{0,24}[，,](?:其中)?(?:包括|主要有|有|共有|内有))?[^，,。；;：:！？\n]{0,50}"
)
_TRADED = re.compile("采购|订购|购买|出口|进口|出售|销售|生产|贷款|订单|企业|公司")
REACH = 70


def as_help(reading: Reading, figure: Figure) -> Decision | None:
    """Return a gift of goods where one state gives to another and it was taken for a supply; else None.

    Of goods that a state 提供 or 援助 to another all 11 figures of annotated news are gifts.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    if decided is None or decided.type != SUPPLY or decided.measure not in MOVED:
        return None
    places = reading.places.mentions
    start = max(reading.sentences[figure.sentence].start, figure.start - REACH)
    for at in range(bisect_left(places, start, key=_start), bisect_left(places, figure.start, key=_start)):
        if _helps(reading, places[at], figure):
            return Decision(GIFT, GOODS, RULE_GIFT)
    return None


def _helps(reading: Reading, giver: Mention, figure: Figure) -> bool:
    """Tell whether a place is a state that gives what a figure counts to another one."""
    text, home = reading.text, giver.value
    towards = _TOWARDS.match(text, giver.end, figure.start) if home.startswith("iso:") else None
    if towards is None:
        return False
    places = reading.places.mentions
    at = bisect_left(places, towards.end(), key=_start)
    goal = places[at] if at < len(places) and places[at].start == towards.end() else None
    if goal is None or _country(goal) in (None, home):
        return False
    gives = _GIVES.match(text, goal.end, figure.start) if towards["to"] else None
    if towards["to"] and gives is None:
        return False
    goods = text[gives.end() if gives else goal.end : figure.start]
    return _GOODS.fullmatch(goods) is not None and _TRADED.search(goods) is None


def _country(place: Mention) -> str | None:
    """Return the id of the country that a place is or lies in."""
    if place.value.startswith("cn:"):
        return CHINA
    return next((one.id for one in lineage(place.value) if one.level == "country"), None)


def _start(mention: Mention) -> int:
    return mention.start
