"""Goods that are a gift though nobody says 捐: 自费购买680只口罩，送给医院, 放下500只口罩就跑, 免费提供30台呼吸机."""

from __future__ import annotations

import re

from epiextract.deciding.types.fits import OTHER
from epiextract.matching.reading import Decision, Figure, Reading
from epiextract.tagging.mentions import Mention

SUPPLY, MOVED = "supply", frozenset({"delivered", "procured"})
GIFT, GOODS, RULE_GIFT = "donation", "goods", "core/gift@1"
# What counts children too.
_ANY = "个"
REACH, AHEAD = 80, 60
_TO = r"(?:送给|赠给|寄给|快递给)"
_COUNTED = r"[^，,。；;：:！？\n]{0,16}"
# 一位市民放下|3400只口罩就离开了: who is gone asks for nothing.
_LEFT = re.compile(r"(?:放下|留下|扔下|丢下|撂下|塞下)(?:了|一[包箱袋盒个]|装有|[^，。；：！？\n\d]){0,10}$")
_GONE = re.compile(
    rf"{_COUNTED}(?:[，,][^，,。；;\n]{{0,24}})?(?:就|便|后|即|转身|匆匆|悄悄|悄然|马上|立刻)[^，,。；;\n]{{0,6}}[走跑离]"
)
# 自费购买|680只口罩，送给医院: all 6 such figures of annotated news are gifts; for oneself nobody sends them anywhere.
_OWN_MONEY = re.compile(
    r"(?:自费|自掏腰包|自己掏钱|自己出钱|自己花钱|用[^，。；\n]{0,8}(?:积蓄|工资|工钱|奖金|压岁钱))[^。；;！？\n]{0,40}$"
)
_PASSED_ON = re.compile(r"[^。；;！？\n]{0,40}(?:[送赠寄][给到往至去]|分给|分发|送上门|用于支援|支援)")
# 把300箱牛奶|送给医护人员; all 8 such figures that stand before 送给 are gifts.
_HANDED = re.compile(rf"{_COUNTED}(?:[，,](?:并|全部|一并|随后|连夜|亲自|专程|无偿|免费|然后|都)*)?{_TO}")
# 将300吨苹果|送到第九医院，慰问一线医护人员
_TAKEN = re.compile(r"(?:[将將把])[^，,。；;：:！？\n]{0,20}$")
_TO_COMFORT = re.compile(
    rf"{_COUNTED}(?:送[到至往去进达抵上入]|运[到往])[^。；;！？\n]{{0,30}}"
    r"(?:慰问|致敬|表达[^。；;\n]{0,6}(?:敬意|感谢|心意)|献爱心|表心意)"
)
# 无偿向武汉市提供|30台呼吸机: all 10 such figures are gifts.
_FREE = re.compile(
    r"(?:无偿|免费|無償|免費)[^，,。；;：:！？\n]{0,30}?(?:提供|供应|运送|送[出去来上]|赠送|配送|支援)[^，,。；;：:！？\n]{0,16}$"
)
# 为一线工作人员送上|3000份盒饭; who does it daily delivers.
_BROUGHT = re.compile(
    r"(?P<who>[^，,。；;：:！？\n]*)(?:[为給给]|为了)[^，,。；;：:！？\n送]{2,20}送[上去][^，,。；;：:！？\n送]{0,10}$"
)
_DAILY = re.compile(r"每[天日周次]|日均|配送|采购|团购|代购|代买|订购|购买|上门|外卖")
_BODIES = frozenset({"ORG", "PERSON", "FACILITY"})
# What offices, the Red Cross and carriers hand on is allotted or carried: 指挥部将口罩送给社区.
_OFFICE = re.compile(
    r"(?:^|[，,。；;：:\n])[^，,。；;：:\n向给給为為对對通]{0,24}?"
    r"(?:指挥部|政府|卫健委|卫生健康|卫生局|疾控|民政|商务|财政|工信|经信|发改|应急管理|应急局|药监|市场监管|农业农村"
    r"|教育局|红十字会|慈善总会|慈善会|防控办|街道|社区|居委会|村委|[市省县区]委|快递|外卖|骑手|顺丰|京东|物流|铁路|航空"
    r"|机场|邮政|超市|商场|平台|网格员|配送员|志愿者)"
)


def as_gift(reading: Reading, figure: Figure) -> Decision | None:
    """Return a gift of goods where the words around a figure tell of one and it was taken for a supply; else None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    if decided is None:
        return None
    if decided.type == SUPPLY and decided.measure in MOVED:
        given = _is_left(reading, figure) or _is_given(reading, figure)
    else:
        # 留下500只口罩，转身就跑: no other word tells what is counted
        given = decided.type in (SUPPLY, OTHER) and _counts_goods(reading, figure) and _is_left(reading, figure)
    return Decision(GIFT, GOODS, RULE_GIFT) if given else None


def _counts_goods(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure counts goods by its unit, or by their name behind it: 留下2个孩子 are none."""
    if figure.quantity.kind != GOODS:
        return False
    return figure.quantity.surface_unit != _ANY or goods_behind(reading, figure) is not None


def goods_behind(reading: Reading, figure: Figure) -> Mention | None:
    """Return the goods that are named right behind a figure, or None: 100万|口罩.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    behind = reading.mentions[figure.index + 1 : figure.index + 2]
    return next((one for one in behind if one.tag == "GOODS" and one.start == figure.end), None)


def _around(reading: Reading, figure: Figure) -> tuple[str, str]:
    """Return what stands before and behind a figure in its sentence."""
    sentence = reading.sentences[figure.sentence]
    before = reading.text[max(sentence.start, figure.start - REACH) : figure.start]
    return before, reading.text[figure.end : min(sentence.end, figure.end + AHEAD)]


def _is_left(reading: Reading, figure: Figure) -> bool:
    before, behind = _around(reading, figure)
    return _LEFT.search(before) is not None and _GONE.match(behind) is not None


def _is_given(reading: Reading, figure: Figure) -> bool:
    before, behind = _around(reading, figure)
    if _OWN_MONEY.search(before) and _PASSED_ON.match(behind):
        return True
    comforts = _TAKEN.search(before) is not None and _TO_COMFORT.match(behind) is not None
    given = comforts or bool(_HANDED.match(behind) or _FREE.search(before)) or _brought(reading, figure, before)
    return given and _OFFICE.search(before) is None


def _brought(reading: Reading, figure: Figure, before: str) -> bool:
    """Tell whether somebody who is named brought goods to others: 河山集团为环卫工人送去|3000只口罩."""
    found = _BROUGHT.search(before)
    if found is None or _DAILY.search(before):
        return False
    start = figure.start - len(before)
    low, high = (reading.index_after(start + at) for at in (found.start("who"), found.end("who")))
    return any(mention.tag in _BODIES for mention in reading.mentions[low:high])
