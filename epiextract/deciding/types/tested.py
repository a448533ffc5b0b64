"""People who are tested, whoever they are: 对450名环卫工人进行核酸检测 counts tests, not staff."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

TESTED = ("testing", "tested")
# Who is told between a number and the test, and the items of a list of them: 450名|职工、36名住院患者|开展核酸检测.
_WHO = r"[^，,。；;：:、\n对對为為给給赴在]{1,14}"
_WHOM = rf"(?:{_WHO}、){{0,3}}{_WHO}?"
_MORE = r"(?:免费|全员|新一轮|[第首]?[一二三四五六两\d]?[轮次]|新冠病毒|新型冠状病毒|新冠|冠状病毒|咽拭子){0,3}"
_TEST = rf"{_MORE}(?:核酸(?:检测|檢測|采样|採樣|筛查|检验)|采样|採樣)(?![培能点站机員员工队试技])"
_DO = r"(?:进行|進行|开展|開展|实施|做|提供|接受|完成|采取)(?:了|过)?"
# 对…450名居民|进行核酸检测, 为返程人员提供免费核酸检测, 完成1.2万名居民|核酸采样.
_GIVEN = re.compile(r"(?:对|對|给|給|为|為|完成了?)[^，,。；;：:、\n]{0,14}(?:[^，,。；;：:、\n]{1,12}、){0,3}\Z")
_GIVEN_TEST = re.compile(rf"{_WHOM}(?:{_DO})?{_TEST}")
# 组织1.2万名学生进行核酸检测; who is organised to test others is staff.
_LED = re.compile(r"(?:组织|組織|安排)[^，,。；;：:\n]{0,8}\Z")
_LED_TEST = re.compile(
    rf"(?![^，,。；;：:\n]{{0,10}}(?:医|醫|护|護|卫|疾控|检测[人员队]|采样[人员队]|志愿|干部|党员|队员|工作人员|人员力量)){_WHO}?{_DO}{_TEST}"
)
# 1.2万名居民|完成第二轮核酸检测.
_TOOK_TEST = re.compile(rf"[^，,。；;：:、\n对對为為给給\d]{{1,8}}?(?:完成|接受)(?:了|过)?{_TEST}")
# Who is counted by the state of health, tested or not.
_BY_STATE = re.compile(r"[^，,。；;：:、\n]{0,8}?(?:密切接触|密接|确诊|確診|疑似|感染者|病例|阳性)")
REACH = 44


def tested(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of people of whom it is told that they were tested, or None.

    Args:
        text: The text as read.
        figure: The figure.
    """
    if figure.quantity.kind != "person" or figure.quantity.article or _BY_STATE.match(text, figure.end):
        return None
    start = max(figure.clause[0], figure.start - REACH)
    if _GIVEN.search(text, start, figure.start) and _GIVEN_TEST.match(text, figure.end):
        return TESTED
    if _LED.search(text, start, figure.start) and _LED_TEST.match(text, figure.end):
        return TESTED
    return TESTED if _TOOK_TEST.match(text, figure.end) else None
