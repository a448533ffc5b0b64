"""Times that date nothing of what is counted: hours of every day, comparisons, other clocks, ages, somebody's life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from epiextract.values.times.lexicon import time_lexicon

if TYPE_CHECKING:
    from datetime import date

    from epiextract.matching.reading import Reading
    from epiextract.tagging.mentions import Mention
    from epiextract.values.times.model import TimeExpression

# Room for a comma, 的 and the longest word that compares.
_LONGEST_TAIL = 5
# 12月在武汉暴发以来最高: what was done at a date and opens a period stands before what compares.
_LONGEST_DEED = 14
_SINCE = re.compile("以[来來]")
# 今年43岁, 今年才刚满20岁
_AGE = re.compile("[已就才刚剛也不即将將满滿快仅僅有近约約了]{0,4}(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})多?[岁歲]")
# 比1月29日|减少2例, 较前一日|新增12例; beside 比前一日增长7% stands a figure of another day
_THAN = re.compile("[比较較][起之]?")
_THAN_REACH = 2
_CHANGED = re.compile(
    "[^，,。；;：:\n\\d]{0,16}?(?:增加|增长|增長|净增|凈增|增|减少|減少|下降|上升|减|減|多|少|低|高)了?(?:约|約|近)?"
    "(?![0-9.．]+[%％倍])[0-9一二两兩三四五六七八九十百]"
)
# 截至19日15时（北京时间|20日3时）: the same moment by another clock.
_CLOCK = re.compile(r"[（(](?:即|约|約)?[^，,。；;：:（(）)\n\d]{1,6}[时時][间間]\Z")
_CLOCK_REACH = 12
# 发病日期|均在|1月13日前
_ONSET_LINK = re.compile("[分别別均都]{0,3}[在为為于於是介：:]{0,2}\\Z")
_ONSET_REACH = 5
# 投产|后年|产值可达5亿元, 建成|后年|产口罩3亿只: the year is what is made each of.
_ONCE, _AFTER_YEAR = ("产", "成", "营", "工", "用", "效", "运", "板", "扩", "建", "改", "业"), "后年"
_THIS_YEAR = ("今年", "当年", "當年", "那年")


def is_stray(reading: Reading, mention: Mention, day: date) -> bool:
    """Tell whether a time says nothing of when the figures around it were counted, nor of the dates after it.

    Args:
        reading: The document.
        mention: The time expression.
        day: The last day that it means.
    """
    told = (
        _is_yearly(reading, mention)
        or _recurs(reading, mention)
        or _tells_age(reading, mention)
        or _tells_onset(reading, mention)
    )
    return told or _tells_life(reading, mention, day)


def expression_of(mention: Mention) -> TimeExpression:
    """Return what a time expression says."""
    return cast("TimeExpression", mention.payload)


def _is_yearly(reading: Reading, mention: Mention) -> bool:
    """Tell 投产后年产值 and 建成后年产口罩."""
    words = reading.text[mention.start : mention.end]
    return words == _AFTER_YEAR and reading.text.endswith(_ONCE, 0, mention.start)


def _recurs(reading: Reading, mention: Mention) -> bool:
    """Tell 每天凌晨0点到8点 and 每晚11点, an hour of every day."""
    point = expression_of(mention).begin
    if point is None or point.has_date:
        return False
    return reading.text.endswith(time_lexicon().words["recurring_before"], 0, mention.start)


def compares(reading: Reading, mention: Mention) -> bool:
    """Tell whether a time says with what a figure is compared, not when it was counted: 2月1日以来新高, 今年以来首次.

    Args:
        reading: The document.
        mention: The time expression.
    """
    if expression_of(mention).relation != "since":
        return False
    deed = _SINCE.search(reading.text, mention.end, mention.end + _LONGEST_DEED)
    end = deed.end() if deed is not None else mention.end
    tail = reading.text[end : end + _LONGEST_TAIL].lstrip("，,的 ")
    return tail.startswith(time_lexicon().words["compared_after"])


def is_base(reading: Reading, mention: Mention) -> bool:
    """Tell whether a day is that from which a figure is the change, and not its own: 比1月29日减少2例, 较前一日增加2例.

    Args:
        reading: The document.
        mention: The time expression.
    """
    text, start = reading.text, mention.start
    than = any(_THAN.fullmatch(text, max(0, start - back), start) for back in range(1, _THAN_REACH + 1))
    return than and _CHANGED.match(text, mention.end) is not None


def is_other_clock(reading: Reading, mention: Mention) -> bool:
    """Tell whether a time says in brackets what another clock shows: 截至19日15时（北京时间20日3时）.

    Args:
        reading: The document.
        mention: The time expression.
    """
    point = expression_of(mention).begin
    if point is None or point.clock is None:
        return False
    opened = _CLOCK.search(reading.text, max(0, mention.start - _CLOCK_REACH), mention.start)
    if opened is None:
        return False
    at = reading.index_after(opened.start()) - 1
    return at >= 0 and reading.mentions[at].tag == "TIME" and reading.mentions[at].end == opened.start()


def _tells_age(reading: Reading, mention: Mention) -> bool:
    """Tell 今年43岁 and 那年才20岁."""
    text = reading.text
    return text.endswith(_THIS_YEAR, mention.start, mention.end) and _AGE.match(text, mention.end) is not None


def _tells_onset(reading: Reading, mention: Mention) -> bool:
    """Tell 发病日期在1月13日前 and 发病时间均为1月13日."""
    start, words = mention.start, time_lexicon().words["onset_before"]
    link = _ONSET_LINK.search(reading.text, max(0, start - _ONSET_REACH), start)
    return link is not None and reading.text.endswith(words, 0, link.start())


def _tells_life(reading: Reading, mention: Mention, day: date) -> bool:
    """Tell 成立于2017年11月 and 1993年出生, of which 现有队员50多名 is not told; last month's founding may be."""
    own, text, words = reading.own_date, reading.text, time_lexicon().words
    if own and day.year >= int(own[:4]):
        return False
    return text.endswith(words["life_before"], 0, mention.start) or text.startswith(words["life_after"], mention.end)
