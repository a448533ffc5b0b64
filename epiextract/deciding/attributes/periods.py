"""A count for a stated period is new without a word that says so: 3月24日，治愈出院12例; 上周，全市报告病例48例."""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.deciding.candidates.heads import opens_sentence
from epiextract.deciding.disasters import disasters
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# What is told of a year is told of an outbreak: 2003年，774人死于非典.
LONGEST = 31
# One clause more than the period's own: 3月24日，两车相撞，3人死亡 tells of one case.
_NEAR = r"(?:[日天]?[之以]?内)?[，,]?[^，,。；;：:、\n]{0,20}"
# 过去24小时内有26人死亡: the day is not always known
_HOURS = re.compile(r"(?:过去|過去)(?:的)?(?:24|二十四|48|四十八)(?:个|個)?(?:小时|小時)(?:内|內)?")
# Who died, was cured or let go did so in the period; 死亡病例 may be all that there were.
_LEFT = re.compile(r"(?:死亡|治愈|治癒|出院|康复|康復|(?:解除|解除了)[^，,。；;\d]{0,8})(?:了|有)?$")
_LEFT_BEHIND = re.compile(r"(?:患者|病人|病例|病患)?(?:集体|集體)?(?:死亡|病亡|去世|死于|治愈|治癒|康复|康復|出院)")
# 2月11日，共有28名患者出院: so many in the day, where they went home; 共有19人死亡 may be all that there were.
_IN_ALL = re.compile(r"(?:一?共有?|有)$")
_REPORTED = re.compile(r"报告|報告|发病|發病|检出|檢出")
# 1月30日，南京市|确诊|12例, 有|12人|确诊: what happened in the day; 确诊病例12例 may be all that there are.
_TURNED = r"(?:转归?为?|轉為?|订正为)(?:确诊|確診)"
_FELL_ILL = re.compile(rf"(?:(?:确诊|確診|感染|染疫|发现|發現)了?|{_TURNED}(?:病例|患者)?)$")
_FELL_ILL_BEHIND = re.compile(
    rf"(?:无症状|無症狀)感染者?(?:被|由)?{_TURNED}|"
    r"(?:居民|群众|职工|员工|学生|旅客|乘客|医护人员|医务人员)?(?:被|又|再)?(?:确诊|確診|感染|染疫|染病)"
    r"(?!病例|患者|[者率的])"
)
# 2月3日，全市共完成核酸检测1.2万人次, 发热门诊共接诊450人次: the 共 of one day adds up what was done in it; 共有 tells
# what there is.
_SUMMED = re.compile(r"共(?=计?(?:完成|采集|採集|采样|採樣|检测|檢測|核酸|筛查|检验|送检|接诊))")
_TESTED = re.compile(r"检测|檢測|采样|採樣|采集|採集|筛查|篩查|检验|檢驗|送检|送檢|化验")
_SEEN = re.compile(r"(?:接诊|接診)(?:发热)?(?:患者|病人)?$")
_STATED = frozenset({"at", "range", "past"})
TESTS, _DONE = "testing", "tested"
_HOME = frozenset({"recovered", "released"})
_OF_LEAVING = frozenset({"death", "recovered", "released"})
_OF_REPORTS = frozenset({"confirmed", "suspected", "asymptomatic", "infection", "patient"})
# 截至2月14日24时，黑龙江省报告确诊病例|425例: all 101 such cases of annotated articles are totals.
_UNTIL = re.compile(
    r"截[至止](?!目前|发稿|记者)[^，,。；;：:\n]{2,20}[，,]\s?"
    r"(?:(?!新增|[现尚仍]有|在[院治]|当日|住院|现存|目前|收治|正在|隔离|观察|追踪)[^，,。；;：:、\n\d（(]){0,24}?"
    r"(?:报告|報告|通报|通報|发现|發現|出现|確診|确诊)"
    r"(?:(?!新增|[现尚仍]有|在[院治]|当日|住院|现存|收治|隔离|观察|追踪)[^，,。；;：:、\n\d（(]){0,24}确诊病例\Z"
)
_UNTIL_REACH = 76
_ONE_DAY = "当日|當日|当天|當天|昨日|昨天|今日|单日"
# 昨日，某市热线共受理|2360件, 某市2月12日共接听电话|2360个: 共 adds up what one day had (of 5 such activities in
# annotated articles none is a total); of 2月1日至12日 they say nothing sure.
_SUM_OF_DAY = re.compile(
    rf"(?:(?<![^，,。；;：:\n])(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{_ONE_DAY})(?![前起止])"
    r"|(?<![\d月至到自从起—―~～－-])(?:\d{1,2}月)?\d{1,2}日(?![\d前起止至到以之—―~～－-]|24时))[，,]?"
    r"[^，,。；;（(\n累总總现現已共至]{0,24}共[^，,。；;（(\n累总總现現已]{0,14}\Z"
)
_UP_TO, _UP_TO_REACH = "截", 12
_SUM_REACH = 48
# What tells a total, a news item or what one accident did, between the period and its figure.
_OTHERWISE = (
    "累已至达達共总總升增超破余餘首现現仍尚还還将將拟擬",
    "截止|目前|以来|以來|造成|致|发生|發生|获悉|公布|宣布|通报|通報|表示|显示|介绍|其中|其余|每|均",
)


def reported_until(reading: Reading, figure: Figure) -> bool:
    """Tell whether cases are those reported up to a day, with no word for others: 截至2月14日，全省报告确诊病例425例.

    Args:
        reading: The document as read.
        figure: A number of cases.
    """
    start = max(reading.sentences[figure.sentence].start, figure.start - _UNTIL_REACH)
    return _UNTIL.search(reading.text, start, figure.start) is not None


def counted_in_period(reading: Reading, filled: Filled) -> bool:
    """Tell whether a sentence opens with a day, a week or a month and its first figure counts what came about in it.

    Args:
        reading: The document as read.
        filled: A count of cases or tests in the making, the date filled.
    """
    figure = filled.figure
    period = _period_end(reading, filled)
    if period is None or figure.start <= period:
        return False
    between = reading.text[period : figure.start]
    measure = filled.slots.get("measure")
    behind = _LEFT_BEHIND.match(reading.text, figure.end, figure.clause[1])
    if measure in _HOME and behind is not None:
        between = _IN_ALL.sub("", between)
    work = _TESTED if filled.type == TESTS else _SEEN
    summed = work.search(between) is not None
    if summed:
        between = _SUMMED.sub("", between)
    if not re.fullmatch(_NEAR, between) or _otherwise().search(between):
        return False
    if filled.type == TESTS:
        return summed and measure == _DONE
    if summed:
        return True
    if measure in _OF_LEAVING:
        return _LEFT.search(between) is not None or behind is not None
    fell_ill = _FELL_ILL.search(between) or _FELL_ILL_BEHIND.match(reading.text, figure.end, figure.clause[1])
    return measure in _OF_REPORTS and (_REPORTED.search(between) or fell_ill) is not None


def of_whole_day(reading: Reading, filled: Filled) -> bool:
    """Tell whether a sentence opens with a day from 0时 to 24时 and its figure is told as that day's, not as a total.

    Args:
        reading: The document as read.
        filled: A gift in the making, the date filled.
    """
    period = _period_end(reading, filled)
    if period is None or filled.figure.start <= period:
        return False
    date = filled.mentions["date_end"][0]
    if date.value != "range" or "24" not in reading.text[date.start : date.end]:
        return False
    return re.search("累计|累積|截至|截止|总额|总计", reading.text[period : filled.figure.start]) is None


def sums_day(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure adds up what one day had, by a date or a word for that day.

    Args:
        reading: The document as read.
        figure: A number of an activity.
    """
    opened = reading.sentences[figure.sentence].start
    told = _SUM_OF_DAY.search(reading.text, max(opened, figure.start - _SUM_REACH), figure.start)
    if told is None:
        return False
    return reading.text.find(_UP_TO, max(opened, told.start() - _UP_TO_REACH), told.start()) < 0


def _period_end(reading: Reading, filled: Filled) -> int | None:
    """Return where the name of the period ends that opens the sentence of a figure, or None."""
    start = reading.sentences[filled.figure.sentence].start
    hours = _HOURS.match(reading.text, start)
    if hours is not None:
        return hours.end()
    dates: tuple[Mention, ...] = filled.mentions.get("date_end", ())
    if not dates or dates[0].value not in _STATED or dates[0].start < start:
        return None
    period = reading.period_of(dates[0])
    if period.start is None or period.end is None or not 0 <= (period.end - period.start).days < LONGEST:
        return None
    return dates[0].end if opens_sentence(reading, dates[0], start) else None


@lru_cache(maxsize=1)
def _otherwise() -> re.Pattern[str]:
    signs, words = _OTHERWISE
    return re.compile(f"[{signs}]|{words}|{disasters('local', 'falls', 'wide', 'attacks', 'any')}")
