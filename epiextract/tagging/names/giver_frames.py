"""Givers that do not stand right before the verb of giving: X第一时间行动，向武汉捐款; 由X捐赠; 爱心企业X."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from epiextract.tagging.names.giver_lists import LEAD
from epiextract.values.times.model import TimeExpression

_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[^，；、！!/|\s]+")
_GIVES = re.compile(r"[捐赠]|善款|出资|无偿|免费|送[去往到达给来抵]")
# 一方面组织, 企业|多次捐赠, 图注：捐赠, 此次|共捐赠 open with no name.
_NAME = (
    r"(?!一方|(?:[一总]?共|共计|累计|合计)(?:再|又|已|向|为|给)?[捐赠向为给]|[大小多每]|图|抗击|加班)"
    r"((?:(?![向给为对将把被从由])[\u3400-\u9fffA-Za-z0-9·&.（）]){2,14}?)"
)
# What one who gives does before, in a clause of its own: 旺顺阁第一时间行动，向武汉捐款.
_DOES = re.compile(
    rf"{_NAME}(?=对外|第一时间|迅速|火速|紧急|积极|主动|率先|立即|连夜|高度重视|[时密持][刻切续]关注|启动|发起|宣布|今[天日]宣布|发布公告|公告称|践行|履行|响应"
    r"|助力|驰援|(?:[自到]处|四处|多方|积极)?(?:寻找|联系|对接)(?=货源|厂家|渠道|供应|物资|口罩)|组织|筹[集措得]|募集|采购|购买|购置|调[集配拨]|出资|拿出|开展|推出|联合|携手|从[海国全境日韩美德泰英]"
    r"|[将把][^，。；：！？\n]{0,24}[捐赠送运发汇]|为[^，。；：！？\n]{2,24}(?:[送捐赠]|提供)|全体员工|全体职工|员工|职工|旗下|董事长|总裁|总经理|创始人"
    r"|公益基金会|慈善基金会|在(?:做好|积极|保障|全力|得知|了解|自身)|[：:]捐)"
)
# What points at a giver inside of a clause: 由旺顺阁捐赠的, 来自旺顺阁的3万个口罩, 餐饮企业旺顺阁.
_POINTED = re.compile(
    rf"(?:由|收到了?|接收到?了?|接受了?|获得了?|感谢|此次|本次){_NAME}(?=捐|赠|[向为给][^，。；：！？\n]{{1,20}}[捐赠])"
    rf"|来自于?{_NAME}(?=的?(?:捐|赠|爱心|[0-9]))"
    rf"|(?:据|记者从){_NAME}(?=介绍|了解到|获悉|透露|[有相]关负责人|负责人)"
)
_KIND = re.compile(
    rf"(?:企业|公司|品牌|平台|[药车房]企|商家|机构|巨头|龙头){_NAME}"
    r"(?=[也还又再已将拟]?(?:捐[赠助款资献出了]|[向为给通][^，。；：！？\n]{1,28}?(?:[捐赠]|送餐|送[去来出])))"
)
# 在本次疫情中捐赠, 接收新冠肺炎防控社会捐赠, 接受网上捐赠 name nobody, and neither does 此次共捐|赠.
_NO_NAME = re.compile("疫情|病毒|肺炎|防控|抗疫|网上|线上|社会|各界|爱心|公开|[中上里下间内捐]$")


def distant_givers(text: str, values: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield what may be the name of a giver, by what it does before it gives or by what points at it.

    Args:
        text: The text as read.
        values: Quantities and times, sorted.
    """
    times = [v.end for v in values if isinstance(v, TimeExpression)]
    counted = {at for v in values for at in range(v.start, v.end)}  # type: ignore[attr-defined]
    for sentence in _SENTENCE.finditer(text):
        if not _GIVES.search(sentence[0]):
            continue
        for clause in _CLAUSE.finditer(text, sentence.start(), sentence.end()):
            start, end = clause.span()
            spans: list[tuple[int, int]] = []
            for begin in (start, *times[bisect_left(times, start + 1) : bisect_left(times, end)]):
                lead = LEAD.match(text, begin, end)
                found = _DOES.match(text, lead.end() if lead else begin, end)
                spans += [found.span(1)] if found else []
            spans += [
                found.span(found.lastindex or 1)
                for pattern in (_POINTED, _KIND)
                for found in pattern.finditer(text, start, end)
            ]
            # 27万|员工投入, 收到|一份捐助
            named = (span for span in spans if not _NO_NAME.search(text, *span))
            yield from (span for span in named if counted.isdisjoint(range(*span)))
