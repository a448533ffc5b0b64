"""Forces that are told before their number, and experts of other things than health: neither treats anybody."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

STAFF, MEDICAL, OTHERS = "personnel", "medical_staff", "other_staff"
_AMOUNT = r"(?:共计|总计|合计|总数|累计|共有|共|约|达到|已达|达|已有|有|超过|超|近){0,2}\Z"
_SORT = r"(?:消防|森林|应急|专业|综合|社会|地方|航空|民间|水上|地面|电力|通信|道路|各类|各方|等){0,3}"
_DOES = "(?:救援|扑火|扑救|灭火|抢险|抢修|救灾|搜救|防汛|应急|保障|施工|作业|值守|巡查|巡逻|执勤|安保|处置)"
# 投入|扑火力量|1420人, 现场|救援力量达|2360人; 医护力量 treat.
_FORCE = re.compile(
    rf"(?:\A|[，,。；;：:、\n]|投入|出动|组织|调集|调派|派出|调动|集结|现场|前置|部署|增派|共有?|有|等){_SORT}{_DOES}力量{_AMOUNT}"
)
# ，抢修人员|2360人|连夜作业
_HANDS = re.compile(
    rf"(?:\A|[，,。；;：:\n]|投入|出动|组织|调集|调派|派出|调动|集结|现场){_SORT}{_DOES}(?:人员|队员){_AMOUNT}"
)
# What was done to them, or befell them: 施工人员2360人撤离.
_UNDONE = re.compile(
    r"[^，,。；;\n]{0,8}?(?:撤离|撤出|转移|受伤|被困|获救|失联|遇难|死亡|培训|确诊|感染|隔离|检测|阳性|疫苗|接种)"
)
# 交通运输部派出|23名|专家: those of a body that has nothing to do with health.
_BODY = re.compile(
    r"(?:交通运输|交通|水利|水务|水文|农业农村|农业|林业|林草|应急管理|住建|住房和城乡建设|自然资源|国土资源|气象|地震|地质|电力|电网|能源|铁路|公路|通信|"
    r"商务|教育|科技|工业和信息化|工信|生态环境|环保|文化和旅游|文旅)[厅部局委院所]"
)
_EXPERTS = re.compile(r"[^，,。；;：:、\n\d]{0,6}?(?:专家|骨干|队员)")
_HEALTH = re.compile("医|疫|护|病|卫生|疾控|救治|核酸|防控|消杀|消毒|心理|健康")
REACH, BACK, AHEAD = 26, 30, 24


def force(text: str, figure: Figure, kind: str) -> tuple[str, str] | None:
    """Return the type and measure of a number of people who are told as a force, or None.

    Args:
        text: The text as read.
        figure: The figure.
        kind: What it was taken for.
    """
    if figure.quantity.kind != "person" or figure.quantity.article or _UNDONE.match(text, figure.end):
        return None
    start = max(0, figure.start - REACH)
    told = _FORCE.search(text, start, figure.start)
    if told is None and kind != STAFF:
        told = _HANDS.search(text, start, figure.start)
    return (STAFF, OTHERS) if told else None


def field_experts(text: str, figure: Figure) -> str | None:
    """Return the measure of experts whom a body sends that has nothing to do with health, or None.

    Args:
        text: The text as read.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (STAFF, MEDICAL):
        return None
    experts = _EXPERTS.match(text, figure.end)
    if experts is None:
        return None
    start = max(figure.clause[0], figure.start - BACK)
    body = _BODY.search(text, start, figure.start)
    if body is None or _HEALTH.search(text, start, min(len(text), experts.end() + AHEAD)):
        return None
    return OTHERS
