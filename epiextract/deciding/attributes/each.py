"""Figures that hold for each of several: 每家方舱医院设床位1000张, 两家医院各增加床位200张."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.dealing import list_of
from epiextract.matching.reading import Reading

SLOT, PRICE, OTHER = "each", "price", "other"
# 每家企业捐款|5万元, 每个病区约|48张; what each person or day gets is a rate, and each price is for one.
_EVERY = re.compile(
    r"每一?(?:[家户戶所座院舱校县縣区區组組层處处站点條条台辆輛架国國车村]|支(?![付出持])|队(?!员)|市(?![斤场])"
    r"|个(?![人月小季星钟工周患病阳家环细角阶步方品礼名]|确诊))[^，,。；;：:、！？\n\d共]{0,14}\Z"
)
_EVERY_WARD = re.compile(r"每个病[区房][^，,。；;：:、！？\n\d共]{0,14}\Z")
# 两家医院各|增加床位|200张, 分给8家医院，各|200万元; 各出口企业 and 各设区市 are no verbs.
_EACH = re.compile(
    r"各(?:自)?(?:再|又|已|将|拟|分别|约|近|至少)?(?:(?:捐|赠|派(?!出所)|出(?![口台入院租版])|设(?![区施计备市])|增(?![值援])|新增"
    r"|加(?![工油盟])|[发發](?![热达展行]|放点)|获(?![奖批])|得|送(?!检)|被要求|分到|拉|有(?![关色])|拿|支援(?![队医])|购(?!物)"
    r"|开放(?!景)|收治(?!医)|接收(?!医)|预留|提供(?!商)|准备|腾|领(?![域导馆队])|分得|补贴|建(?![设筑制])|安排|报告(?![单点医])|确诊"
    r"|死亡|[配放备備罚](?![送套案])|抽(?![检样])|拨|指定(?![医单])|储备(?!库)|需(?!求)|奖励)[^，,。；;：:、！？\n\d共]{0,12})?\Z"
)
# 每个点配医生1名、护士|2名
_MORE = re.compile(r"[^，,。；;：:、！？\n\d共总]{0,6}[、和及][^，,。；;：:、！？\n\d共总捐赠派收]{0,8}")
REACH = 24


def fill_each(reading: Reading, number: int, filled: Filled, before: Filled | None) -> None:
    """Mark a figure that holds for each of several, where its clause says so.

    Of 208 figures of annotated news that are told so 203 hold for each of several. Of 各出41人、37人 each figure has
    its own giver.

    Args:
        reading: The document, decided.
        number: The figure's place among the figures.
        filled: Its event, filled.
        before: The event before it, if any.
    """
    if filled.type in (PRICE, OTHER) or filled.dealt or SLOT in filled.slots:
        return
    if _is_told(reading, number) or (before is not None and _goes_on(reading, before, filled)):
        filled.slots[SLOT] = True


def _is_told(reading: Reading, number: int) -> bool:
    figure, text = reading.figures[number], reading.text
    start = max(figure.clause[0], figure.start - REACH)
    if _EVERY.search(text, start, figure.start) or _EVERY_WARD.search(text, start, figure.start):
        return True
    if _EACH.search(text, start, figure.start) is None:
        return False
    figures: Sequence[object] = list_of(reading, number)[0]
    return len(figures) == 1


def _goes_on(reading: Reading, before: Filled, filled: Filled) -> bool:
    """Tell whether a figure goes on with what each of several has: 每个点配医生1名、护士2名."""
    one, other = before.figure, filled.figure
    if before.type != filled.type or one.sentence != other.sentence or not before.slots.get(SLOT):
        return False
    return _MORE.fullmatch(reading.text, one.end, other.start) is not None
