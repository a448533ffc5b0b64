"""People who are tested, trained, back at work or give birth: 对450名环卫工人进行核酸检测 counts tests, not staff."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

TESTED, TRAINED = ("testing", "tested"), ("activity", "培训")
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
# 对450名医务人员|进行穿脱防护服培训.
_TRAINING = re.compile(rf"{_WHOM}(?:进行|進行|开展|開展|实施)了?[^，,。；;：:、\n]{{0,12}}培训(?![班师机教])")
# 培训|了400名医护人员, 培训医务人员|450人、采样人员|60名; of those whom 培训的 tells something else is counted.
_TRAINED = re.compile(
    r"培训(?![班师机教后中的])(?:了|[^，,。；;：:、\n的\d]{2,12}(?:[^，,。；;：:、\n的]{1,10}、[^，,。；;：:、\n的\d]{2,10}){0,3})?\Z"
)
# 12名|护士接受检测培训, 36名|孕妇平安生产: neither are tested, nor ill.
_LEARNED = re.compile(
    r"[^，,。；;：:、\n对對为為给給\d]{1,8}?(?:接受|参加|參加|参与)了?[^，,。；;：:、\n\d]{0,10}?"
    r"(?P<what>培训|演练)(?![班师机教])"
)
_BORE = re.compile(
    r"[^，,。；;：:、\n\d]{0,6}?[孕产產][妇婦](?:[已均都]|顺利|平安|安全|成功|相继){0,3}(?P<what>生产|分娩|顺产)"
)
# 1.2万名|员工返岗, 师生参与线上教学: who goes back to work or school was sent nowhere; not 员工返岗前.
_BACK = re.compile(
    r"[^，,。；;：:、\n医护的]{0,4}?(?:员工|職工|职工|工人|务工人员|师生|学生|教师|教职工)(?:已经|已|全部|均|都|陆续|顺利|安全)?"
    r"(?P<what>返岗|复工|返校|复课|返厂|(?:参与|参加|开展|上)(?:线上|在线|网上|居家)?(?:教学|学习|网课|上课))(?![前后率的时])"
)
# 待检|36份: of samples whose result is not known yet none was positive.
_AWAITING = re.compile(
    r"(?:待检测?|待测|待出结果|等待结果|在检|结果未出|结果待出)(?:样本|标本|人员)?(?:还有|尚有|仍有|有|为|共)?[：:]?\Z"
)
_POSITIVE = "positive"
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


def trained(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of staff who were trained, or None.

    Args:
        text: The text as read.
        figure: The figure, a number of staff.
    """
    start = max(figure.clause[0], figure.start - REACH)
    given = _GIVEN.search(text, start, figure.start) and _TRAINING.match(text, figure.end)
    return TRAINED if given or _TRAINED.search(text, start, figure.start) else None


def back(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of staff who went back to work or school, or None.

    Args:
        text: The text as read.
        figure: The figure, a number of staff.
    """
    told = _BACK.match(text, figure.end)
    return (TRAINED[0], told["what"]) if told else None


def neither_tested_nor_ill(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of people who were trained or gave birth, or None.

    Args:
        text: The text as read.
        figure: The figure, a number of people tested or ill.
    """
    told = _LEARNED.match(text, figure.end) or _BORE.match(text, figure.end)
    return (TRAINED[0], told["what"]) if told else None


def awaiting(text: str, figure: Figure) -> str | None:
    """Return the measure of samples that wait for their result where they were taken for positive ones, or None.

    Args:
        text: The text as read.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (TESTED[0], _POSITIVE):
        return None
    start = max(figure.clause[0], figure.start - 12)
    return TESTED[1] if _AWAITING.search(text, start, figure.start) else None
