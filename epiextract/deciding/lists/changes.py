"""How much of a count came or went: 死亡病例87例，当日新增11例; 重症219例，比前一日少12例; 确诊97689例（+5217）."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

PEOPLE = frozenset({"person", "bare"})
_CHANGE = r"(?:又|再|净)?(?:新增加?|增加|增长|增|减少|下降|减|減少|減)了?\s*"
_THAN = r"(?:较|較|比|与)[^，,。；;、（(\n]{0,10}?(?:[日天期周前]|\d时)(?:相比|比)?"
_SINCE = (
    r"(?:(?:其中|当日|當日|当天|當天|昨日|昨天|今日|今天|同日|单日|單日|一天|一日|日|一周|本周|24小时内?)\s*"
    rf"|{_THAN})"
)
# 死亡827例，比前一天|多196例, 重症300例，较前一日|少了12例.
_MORE = rf"{_THAN}(?:多|少)[出了]{{0,2}}\s*"
_COMPARED, _COMPARED_REACH = re.compile(rf"{_MORE}\Z"), 20
# What dashboards put before it in brackets: 死亡10779例（+756）, 确诊607（↑6）; a minus is read with the number.
SIGN = "[+＋↑↓]"
_CHANGED = re.compile(
    rf"\s*(?:[，,][又再还]?(?:{_SINCE}{{1,2}}{_CHANGE}|{_MORE})"
    rf"|[（(](?:(?:{_SINCE}){{0,2}}{_CHANGE}|{_MORE}|(?:{_SINCE})?\s*{SIGN}\s*))"
)
_FALLEN = re.compile(r"\s*[（(]\s*")
# Without a word for since when, only the first figure of a part of a sentence is so told: 确诊56例，死亡3例，新增5例.
_CHANGED_PLAINLY, _PART = re.compile(rf"\s*[，,]{_CHANGE}"), re.compile(r"[；;。！？\n]")
# Pairs in a row before one: 确诊6863例，新增1237例，|死亡80例，新增24例.
_MOST_PAIRS = 8
_END = re.compile(r"\s*(?:[，、；。,;）)（(和及\n]|$)")
# What a count has come to stands behind how much it rose: 死亡增加97例|至463例, 新增31例，|累计达908例.
_ROSE = re.compile(r"(?:新增|增加|增长|增長|上升|增)了?\s*\Z")
_ROSE_REACH = 6
_TO = re.compile(r"[，,]?(?:[至到]|达到?|達到?|[增升]至|增加[到至]|上升[到至])\s*")


def changes(reading: Reading, one: Figure, other: Figure) -> bool:
    """Tell whether a figure says how much of the one before it is new, or went.

    Args:
        reading: The document as read.
        one: A figure.
        other: The next one.
    """
    text = reading.text
    if other.quantity.kind not in PEOPLE or not _END.match(text, other.end):
        return False
    if _CHANGED.fullmatch(text, one.end, other.start):
        return True
    if (other.quantity.value or 0) < 0 and _FALLEN.fullmatch(text, one.end, other.start):
        return True
    return _CHANGED_PLAINLY.fullmatch(text, one.end, other.start) is not None and _opens_pairs(reading, one)


def _opens_pairs(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is the first of its part of a sentence, or nothing but pairs of such stand before it."""
    text, at = reading.text, reading.figure_after(figure.start)
    earlier = reading.figures[max(0, at - 2 * _MOST_PAIRS) : at]
    before = [one for one in earlier if one.sentence == figure.sentence and one.quantity.kind in PEOPLE]
    while before:
        change = before.pop()
        if _PART.search(text, change.end, figure.start):
            return True
        total = before.pop() if before else None
        if total is None or not _CHANGED_PLAINLY.fullmatch(text, total.end, change.start):
            return False
        figure = total
    return True


def rises_to(reading: Reading, one: Figure, other: Figure) -> bool:
    """Tell whether a figure says what has been reached by a rise that the one before it tells: 增加97例至463例.

    Args:
        reading: The document as read.
        one: A figure.
        other: The next one.
    """
    rise, level = one.quantity.value, other.quantity.value
    if other.quantity.kind not in PEOPLE or rise is None or level is None or level < rise:
        return False
    start = max(0, one.start - _ROSE_REACH)
    return _TO.fullmatch(reading.text, one.end, other.start) is not None and (
        _ROSE.search(reading.text, start, one.start) is not None
    )


def compared(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure only says how many more or fewer there are than before: 比前一天多6例.

    Args:
        reading: The document as read.
        figure: A figure of people.
    """
    start = max(reading.sentences[figure.sentence].start, figure.start - _COMPARED_REACH)
    return _COMPARED.search(reading.text, start, figure.start) is not None
