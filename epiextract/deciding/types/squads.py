"""What the people of a squad are: those of 突击队共41人 and 蓝天救援队3名队员 are no medical staff."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

MEDICAL, OTHERS = "medical_staff", "other_staff"
# Squads that treat nobody; a bare 救援队 may be 医学救援队.
_SQUAD = re.compile(
    r"(?:(?:蓝天|应急|民间|公益|消防|矿山|地震|志愿|水上|水域|海上|山地|空中|中国|国际|中国国际)救援|矿山救[护援][\u3400-\u9fff]{0,4}?|打捞|潜水|地质|地勘|抢修|水上救护|森林扑火|防汛|突击|志愿(?:服务)?|先锋|抢险|施工|消防|搜救|巡逻|执勤|安保|保障|运输|宣传)(?:小分|分)?队"
    r"|(?:志愿者?|社区服务|保障|施工|保洁|配送|处置)(?:小组|团队)"
)
# What stands between a squad and the number of its people names no other one.
_BETWEEN = re.compile(r"[^，。；：、！？\n队组医护患]{0,16}(?:，[现共目前已]{0,2}有?(?:队员|成员)[现共已达]?有?)?")
# 3名|队员, 共41人|，: the number of people who are not told more closely.
_COUNTED = re.compile(r"的?(?:队员|成员|同志|战友)|[，。；、！？：（）\s]|组成|$")
_TREATS = re.compile(r"医|(?<!救)护|疾控|防疫|专家|流调|检测|卫生|药")
# How far before the number of its people a squad may stand, and how far before that its name may say that it treats.
REACH, NAME = 30, 12


def squad_measure(reading: Reading, figure: Figure) -> str | None:
    """Return the measure of the people of a squad that treats nobody, where they were taken for medical staff.

    Args:
        reading: The document, decided.
        figure: The figure.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != ("personnel", MEDICAL):
        return None
    text, opened = reading.text, reading.sentences[figure.sentence].start
    squads = list(_SQUAD.finditer(text, max(opened, figure.start - REACH), figure.start))
    if not squads or not _COUNTED.match(text, figure.end):
        return None
    start, end = squads[-1].span()
    treats = _TREATS.search(text, max(opened, start - NAME), end)
    return OTHERS if not treats and _BETWEEN.fullmatch(text, end, figure.start) else None
