"""Staff whom something befell, or who got away: 23名工人被困隧道 and 4名消防员在救火中牺牲 are no staff at work."""

from __future__ import annotations

import re

from epiextract.deciding.types.tolls import DEAD
from epiextract.matching.reading import Figure

ACTIVITY = "activity"
# Who is at work where something can befall them, and what tells them more closely: 海上|作业人员, 现场|施工|人员.
_CREW = (
    r"[^，,。；;：:、\n\d的被把对对為为给向与和由将从]{0,6}?(?:[矿工]人|矿工|农民工|民工|施工人员|作业人员|工作人员|救援人员|抢险人员|务工人员"
    r"|[船渔]民|渔民|[船海]员|职工|员工)"
)
_OTHERS = (
    r"[^，,。；;：:、\n\d的被把对為为给向与和由将从]{0,6}?(?:消防员|消防队员|消防战士|消防指战员|指战员|官兵|战士|[民辅交特]警|警察|警员"
    r"|队员|专家|司机|驾驶员|乘务员|保安|干部|党员|志愿者|医护人员|医务人员|护士|医生|教师|记者)"
)
# How, where and why it happened: 全部|安全|升井, 在救火中|牺牲, 因公|殉职.
_HOW = (
    r"(?:(?:均|都|已经|已|也|全部|全员|全|安全|成功|顺利|平安|相继|先后|不幸|当场|英勇|因公|光荣|紧急|及时|陆续|集体)"
    r"|(?:在|因)[^，,。；;：:、\n\d]{1,10}?[中时里内]|因[^，,。；;：:、\n\d]{2,6}?){0,3}"
)
_HARM = (
    r"(?P<what>被困|受困|被埋|失联|失踪|下落不明|受伤|重伤|轻伤|负伤|烧伤|灼伤|中毒|遇险|获救|脱险|生还|升井|落水|落海)"
    r"(?![的者率人群员扰事])"
)
# 牺牲休息时间 is no death.
_DIED = r"(?P<dead>牺牲(?=[，,。；;、！？）)\s在于]|\Z)|殉职|遇难|遇害|身亡|丧生)(?![的者人前])"
# Who is sent home or moved on may have been at work: 医疗队员撤离武汉; crews leave where it isn't safe.
_LEFT = r"(?P<left>撤离|撤出)(?=上岸|到|至|危险|井|现场|作业|隧道|[，,。；;、！？）\s]|\Z)"
_BEFELL = re.compile(rf"(?:{_CREW}{_HOW}(?:{_HARM}|{_DIED}|{_LEFT}))")
_BEFELL_OTHERS = re.compile(rf"(?:{_OTHERS}{_HOW}(?:{_HARM}|{_DIED}))")


def befallen(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of staff of whom it is told what befell them, or None.

    Args:
        text: The text as read.
        figure: The figure.
    """
    if figure.quantity.kind != "person":
        return None
    told = _BEFELL.match(text, figure.end)
    if told is None:
        told = _BEFELL_OTHERS.match(text, figure.end)
    if told is None:
        return None
    if told["dead"]:
        return DEAD
    return ACTIVITY, told["what"] or told["left"]
