"""A day right before a figure is its own, 由前一日的512例增至…, and one it is compared with is not: 比1月29日减少."""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.dates.opening import times_of
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# 前一日|为12例, 2月5日|的2071例; what touches its day is told from hours and ages by the ranker.
_ITS = re.compile(r"的|的?(?:为|為|是|有|则为|則為|约为|約為|就有|仅有?|僅有?|只有|达到?|達到?)(?:约|約|近|逾)?")
# ，|今年全市, 预计|今年全球: a month or a year that opens its clause.
_EXPECTED = re.compile(r"(?:预计|預計|估计|估計|预期|计划|計劃|力争|有望|预测)?\Z")
_CLAUSE_OPENS = frozenset("，,。；;：:！？\n“ \u3000")
_EXPECTED_REACH, SHORTEST, LONGEST = 4, 25, 367
# 比1月29日|减少2例, 较前一天的12例|少2例
_COMPARED = re.compile(r"(?:比|较|較)(?:起|之)?\Z")
_CHANGED = re.compile(
    r"(?:[^，,。；;：:\n]{0,16}?|[^，,。；;：:\n]{0,6}[，,][^，,。；;：:\n]{0,8}?)(?:新增|增加|增长|增長|净增|凈增|增|减少|減少|下降|上升|减|減|多|少|低|高)了?(?:约|約|近)?"
)
# 与截至8日的|统计相比，确诊病例增加286例，死亡病例增加11例: all of them are the change from that day.
_WITH = re.compile(r"(?:[与與和同跟]|相[比较較])(?:截至|截止)?(?:到|于)?\Z")
_COUNT = re.compile(
    r"[^，,。；;：:\n\d]{0,4}(?:(?:统计|統計|数据|數據|数字|數字|结果|通报|报告)[^，,。；;：:\n\d]{0,6}|相[比较較])[，,]"
)
_CHANGE = re.compile(r"(?:新增|增加|增长|增長|净增|增|减少|減少|下降|上升|多|少)了?(?:约|約|近)?\Z")
_WITH_REACH, _CHANGE_REACH = 80, 6
# The longest of both.
REACH = 24
# 牛肉70.8元/公斤，比昨天上升0.1%；鲫鱼|17.9元/公斤: no price is of the day that another is compared with.
_PRICE = "price"


def date_before(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the day that stands right before a figure and is its own, or None.

    Of 20 such days in annotated articles 17 are; the others are not days, or the annotation has none.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    at = figure.index - 1
    if at not in reading.periods:
        return None
    mention, period = reading.mentions[at], reading.periods[at]
    if mention.value != "at" or mention.start < figure.clause[0] or period.start != period.end:
        return None
    return (mention,) if _ITS.fullmatch(reading.text, mention.end, figure.start) else None


def period_of_clause(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the month or year that opens a figure's clause, no other time named in its sentence before; or None.

    预计今年全球损失300亿美元. Of 42 months and years of annotated articles that are alone before a figure of their
    clause 31 are its date.

    Args:
        reading: The document as read.
        figure: A figure that no other date governs.
    """
    times = times_of(reading)
    at, first = bisect_left(times, figure.index), bisect_left(times, reading.bounds[figure.sentence][0])
    period = reading.periods.get(times[first]) if at - first == 1 else None
    if period is None or period.start is None or period.end is None:
        return None
    mention = reading.mentions[times[first]]
    low = max(reading.sentences[figure.sentence].start, mention.start - _EXPECTED_REACH)
    led = _EXPECTED.search(reading.text, low, mention.start)
    # 专家预计|今年全球
    opens = led is not None and bool(led[0] or led.start() == low or reading.text[led.start() - 1] in _CLAUSE_OPENS)
    whole = mention.value == "at" and SHORTEST <= (period.end - period.start).days <= LONGEST
    return (mention,) if opens and whole and mention.start >= figure.clause[0] else None


def is_compared(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a day is that of what a figure is the change from, which is told of the day before the comma.

    Args:
        reading: The document as read.
        figure: The figure.
        one: A time that may govern it.
    """
    mention = one.mentions[0]
    if one.sentence != figure.sentence or not figure.start - REACH <= mention.end <= figure.start:
        return False
    compared = _COMPARED.search(reading.text, max(0, mention.start - 2), mention.start) is not None
    return compared and _CHANGED.fullmatch(reading.text, mention.end, figure.start) is not None


def is_other_count(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a day is that of the count with which a figure's is compared: 与截至8日的统计相比，…增加286例.

    Args:
        reading: The document as read.
        figure: The figure.
        one: A time that may govern it.
    """
    mention = one.mentions[0]
    if one.sentence != figure.sentence or not figure.start - _WITH_REACH <= mention.end <= figure.start:
        return False
    text = reading.text
    if not _WITH.search(text, max(0, mention.start - 5), mention.start) or not _COUNT.match(text, mention.end):
        return False
    return _CHANGE.search(text, max(mention.end, figure.start - _CHANGE_REACH), figure.start) is not None


def is_price_base(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a day is that with which some price is compared, and so no day of a price: 比昨天上升0.1%.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        one: A time that may govern it.
    """
    if figure.decided is None or figure.decided.type != _PRICE or one.sentence < 0:
        return False
    mention = one.mentions[0]
    return _COMPARED.search(reading.text, max(0, mention.start - 2), mention.start) is not None
