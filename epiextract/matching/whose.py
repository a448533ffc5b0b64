"""Which ones of a kind are meant: 武汉市的居民, 湖北20家医院, 商会|会员企业."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention

# What stands between a place and the kind that is of it: 湖北|20家|医院.
_BETWEEN = re.compile(
    r"(?:籍(?:滞留)?|滞留|海外|境外|民间|友好|传统|爱国|退休|退役|知名|热心|一线|抗疫)?的?(?:(?:当地|各地|各大|各级|各类|众多|其他|部分|全体|所有|广大|不少|许多|很多|一些|[数多几](?=[家个所名位支户])"
    r"|(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})[余多]?(?=[家个所名位支户]))[家个所名位支户]?)?(?:在[华汉鄂])?的?$"
)
# What may open a kind that is of no place: 部分企业, 在华外资银行.
_QUANTIFIED = re.compile(r"部分|广大|其他|在华")
_OWNERS = frozenset({"name", "known", "group"})
# What stands before a kind of people and is part of their name: 陕西赴汉|医护人员, 河南援助湖北的|医护人员.
_HELPING = re.compile(
    r"(?:支援|驰援|增援|援助|援|赴|驻)(?:湖北|武汉|(?P<short>[鄂汉](?:[援赴][鄂汉])?))(?:抗疫)?(?P<of>的)?$"
)
# Where people from elsewhere live, told by one character: 旅日|侨界, 在华|企业, 在鄂|企业.
_LIVING = re.compile(
    r"(?:(?:旅|留|(?<![现存正实所])在)[日韩英法德意俄泰美加澳华]"
    r"|(?:驻|(?<![现存正实所])在)[鄂汉京津沪渝冀晋辽吉苏浙皖闽赣鲁豫湘粤桂琼川蜀黔滇陕甘宁疆藏港澳台])\Z"
)
# Kinds that have no name of their own before them: 医院|一线, 微信|公众.
_NO_STAFF = re.compile(r"一线|公众|卡口|部门|疫区|社区|消费者|居民|患者|民间|各")
# 商会|会员企业|员工: so many stand before one another at most.
MOST_OWNERS = 3
# Kinds before which others name themselves.
_OWNING_ENDS = frozenset("企业队位")


def whose(text: str, mention: Mention, names: Sequence[Mention], places: Sequence[Mention]) -> str:
    """Return a kind with the place or the body that it is of.

    Args:
        text: The text as read.
        mention: The kind.
        names: The names of the document, sorted.
        places: Its places, sorted.
    """
    first = mention
    for _ in range(MOST_OWNERS):
        owner = _owner(text, first, names) if first.tag == "ORG" else None
        if owner is None:
            break
        if owner.value != "group":
            return text[owner.start : mention.end]
        first = owner
    return text[_opening(text, first, places) : mention.end]


def _opening(text: str, mention: Mention, places: Sequence[Mention]) -> int:
    """Return where the words begin that tell the place of a kind."""
    low = max(0, mention.start - 8)
    between = _BETWEEN.search(text, low, mention.start)
    helping = _HELPING.search(text, low, mention.start) if mention.tag == "ORG" else None
    living = _LIVING.search(text, max(0, mention.start - 3), mention.start) if mention.tag == "ORG" else None
    if living is not None:
        return living.start()
    if helping is not None and (_place_before(places, helping.start()) or helping["short"] or helping["of"]):
        between = helping
    elif mention.tag == "ORG":
        helping = None
    elif text[mention.start : mention.start + 2] in ("定点", "方舱") or not (between and between.group()):
        # of 武汉28家定点医院 news says 定点医院
        return mention.start
    start = between.start() if between else mention.start
    while (place := _place_before(places, start)) is not None:
        start = place.start
    if between is not None and start == between.start():
        told = helping or (mention.tag == "ORG" and _QUANTIFIED.fullmatch(between.group()))
        return start if told else mention.start
    # of 黄冈、鄂州的医院 the last place alone says too little
    return mention.start if text[start - 1 : start] == "、" else start


def _owner(text: str, mention: Mention, names: Sequence[Mention]) -> Mention | None:
    """Return the body or the kind whose people end right before a kind: 援鄂医疗队|医护人员, 侨企|侨商.

    Of a hospital's staff news says the hospital.
    """
    if _NO_STAFF.match(text, mention.start, mention.end):
        return None
    at = bisect_right(names, mention.start - 1, key=_start) - 1
    before = names[at] if at >= 0 else mention
    joined = before.tag == "ORG" and before.end == mention.start and before.value in _OWNERS
    if before.value == "group" and text[before.end - 1] not in _OWNING_ENDS:
        return None
    return before if joined and not _NO_STAFF.match(text, before.start, before.end) else None


def _place_before(places: Sequence[Mention], end: int) -> Mention | None:
    """Return the place that ends at *end*."""
    at = bisect_right(places, end - 1, key=_start) - 1
    return places[at] if at >= 0 and places[at].end == end else None


def _start(mention: Mention) -> int:
    return mention.start
