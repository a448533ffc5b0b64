"""Figures whose count is told by one before them: 死亡累计15例，当日新增2例，其中：城区4例 are all of the dead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.brackets import CLOSED, brackets_of
from epiextract.deciding.lists.carrying import MOST_BACK
from epiextract.deciding.lists.changes import PEOPLE, changes, rises_to
from epiextract.matching.reading import Figure, Reading

# What is listed, 〇 below, and what may stand with it; any other mention tells of something else.
_NAMED = frozenset({"PLACE", "FACILITY", "TIME"})
_SILENT = frozenset({"zh.base:SCOPE", "zh.base:WORD"})
# What leads from a whole to its parts.
AMONG = "其中|当中|當中"
# More than that is no name of an item with what leads to it, nor with what brackets tell of the item before.
MOST_BETWEEN = 400
# Villages, farms and states that the tagger does not know: 雷池镇6例、兵团第四师1例.
_NAME = (
    r"(?:〇(?:市区|城区|市本级|本级|境内)?|(?:〇|[一-鿿]{0,4})第[一二三四五六七八九十]{1,3}[师師团團]"
    r"|[一-鿿]{1,8}[市县縣区區镇鎮乡鄉村州旗盟省道府]|[一-鿿]{1,6}(?:街道|农场|地区|地區|医院|醫院|监狱|監獄)"
    r"|男性?|女性?|(?:其余|其他|其它|其餘)(?:地区|各地|地區|市州|县区|省份)?)"
)
_NAMES = rf"{_NAME}(?:[、和及与與]{_NAME}){{0,9}}(?:各有|各|有|为|為|占|佔|[:：])?\s*"
_LIST = r"[，、；,;及和]\s*(?:以及|及|和|另有|还有|還有)?"
_PARTS = (
    rf"(?:[，,；;。]?\s*(?:{AMONG}|分别[为是]|分別[為是]|包括|按地区分|按地區分)\s*[，,：:]?|中[，,：:]"
    r"|[（(：:]\s*(?:其中)?[，,：:]?)\s*"
)
_AT = r"[均都]?(?:在|来自|來自)"
_LEADS, _TOLD = re.compile(_PARTS), re.compile(r"[^，,；;。：:、（(\n]{0,20}")
# From an item to the next one, and from a whole to its first part.
_NEXT = re.compile(rf"(?:{_AT}〇)?\s*{_LIST}(?:{_NAMES})")
_FIRST = re.compile(rf"\s*{_PARTS}(?:{_NAMES})")
# The place of an item may stand behind it: 新增死亡89例，81例在湖北，河南2例.
_NEXT_AT, _FIRST_AT = re.compile(rf"(?:{_AT}〇)?\s*{_LIST}"), re.compile(rf"\s*{_PARTS}")
_BEHIND = re.compile(_AT)
# 死亡54例，大邱占|5663例: a part, though nothing leads to it.
_TAKES = re.compile(r"[占佔]\s*\Z")
# 确诊40171例、死亡908例，湖北省占|29631例和871例: one of each.
_OF_BOTH = re.compile(rf"(?:[占佔]|(?:{AMONG})[，,]?[^，,。；;：:、\n\d]{{2,10}}(?:分别)?[占有为為]?)\s*\Z")
_AND, _OF_BOTH_REACH = re.compile("[、和及与與]"), 18
# A word that points back at the figure before: 一周前这一数字为394例.
_POINTING = re.compile(r"(?:这[一个项]|该|此|上述)(?:数字|数据|数值|数目)[^，,；;。]{0,20}\Z")
POINTING_REACH = 60
# What stands between two days of a row: 890例(3日)、731例(4日).
_NEXT_DAY = re.compile(r"\s*[（(](?:\d{1,2}月)?\d{1,2}日[)）]\s*[、，,；;]\s*")
_ITEM_ENDS = re.compile(r"[；;]")
_END = re.compile(r"\s*(?:[，、；。,;）)（(和及\n]|$)")


def followed(reading: Reading, figures: Sequence[Figure]) -> list[int | None]:
    """Return for each figure which one before it tells what it counts; None where that is told by itself.

    That is its whole, or the item before it in a list or a row, or the total that it adds to, or what
    这一数字 points at.

    Args:
        reading: The document as read.
        figures: Figures in the order of the text.
    """
    return [_followed(reading, figures, at) for at in range(len(figures))]


def repeats(reading: Reading, one: Figure, other: Figure) -> bool:
    """Tell whether a figure counts what the one before it does and says nothing of it itself.

    Args:
        reading: The document as read.
        one: A figure.
        other: The next one: 97例 of 新增死亡168例，而前一天这一数字是97例.
    """
    kinds = {one.quantity.kind, other.quantity.kind}
    if len(kinds) > 1 and not kinds <= PEOPLE:
        return False
    if _NEXT_DAY.fullmatch(reading.text, one.end, other.start):
        return True
    if changes(reading, one, other) or rises_to(reading, one, other):
        return True
    return _POINTING.search(reading.text, max(one.end, other.start - POINTING_REACH), other.start) is not None


def says_itself(reading: Reading, figure: Figure) -> bool:
    """Tell whether a word of a pack stands at a figure, between those before and behind it in its clause."""
    mentions, (first, last) = reading.mentions, figure.clause
    for step in (-1, 1):
        at = figure.index + step
        while 0 <= at < len(mentions) and first <= mentions[at].start < last and mentions[at].tag != "QTY":
            if ":" in mentions[at].tag and mentions[at].tag not in _SILENT:
                return True
            at += step
    return False


def _followed(reading: Reading, figures: Sequence[Figure], at: int) -> int | None:
    if at and repeats(reading, figures[at - 1], figures[at]):
        return at - 1
    return listed(reading, figures, at)


def listed(reading: Reading, figures: Sequence[Figure], at: int) -> int | None:
    """Return the place of the whole of a figure that only a name tells from it, or of the item before it in a list.

    Args:
        reading: The document as read.
        figures: Figures in the order of the text.
        at: The place of the figure among them.
    """
    figure = figures[at]
    if figure.quantity.kind not in PEOPLE:
        return None
    dealt = _dealt(reading, figures, at)
    if dealt is not None:
        return dealt
    alone = _END.match(reading.text, figure.end) is not None
    if not alone and not _placed_behind(reading, figure):
        return None
    for before in range(at - 1, max(-1, at - 1 - MOST_BACK), -1):
        other = figures[before]
        if not brackets_of(reading, other.sentence).hides(other.start, figure.start):
            if other.quantity.kind not in PEOPLE:
                return None
            if alone and _is_more(other, figure) and _leads_on(reading, other, figure):
                return _larger(reading, figures, before, figure)
            return _head(reading, figures, before, figure) if _listed(reading, other, figure, alone) else None
    return None


def _dealt(reading: Reading, figures: Sequence[Figure], at: int) -> int | None:
    """Return the place of the whole of one of two parts of two: 确诊40171例、死亡908例，湖北省占29631例和871例."""
    for first, whole in ((at, at - 2), (at - 1, at - 2)):
        if first < 2 or first + 1 >= len(figures):
            continue
        one, two, part, other = figures[first - 2 : first + 2]
        units = {each.quantity.surface_unit for each in (one, two, part, other)}
        if len(units) > 1 or _is_more(one, part) or _is_more(two, other):
            continue
        start = max(two.end, part.start - _OF_BOTH_REACH)
        joined = _AND.fullmatch(reading.text, part.end, other.start) and _END.match(reading.text, other.end)
        if joined and _OF_BOTH.search(reading.text, start, part.start):
            return whole
    return None


def _is_more(whole: Figure, part: Figure) -> bool:
    """Tell whether a part would be more than its whole."""
    most, value = whole.quantity.value, part.quantity.value
    return most is not None and value is not None and value > most


def _leads_on(reading: Reading, other: Figure, figure: Figure) -> bool:
    """Tell whether a figure is said to be a part of something: 死亡28例，其中大邱市3600例, 死亡54例，大邱占5663例."""
    between = _between(reading, other, figure)
    if between is None:
        return False
    if _FIRST.fullmatch(between):
        return True
    return _TAKES.search(between) is not None and _NEXT.fullmatch(between) is not None and says_itself(reading, other)


def _larger(reading: Reading, figures: Sequence[Figure], at: int, part: Figure) -> int | None:
    """Return the place of the nearest figure before one in its item that can be the whole of a part.

    It counts in the same unit, and a word says what.
    """
    brackets = brackets_of(reading, figures[at].sentence)
    for before in range(at - 1, max(-1, at - 1 - MOST_BACK), -1):
        other = figures[before]
        if other.sentence != figures[at].sentence or _ITEM_ENDS.search(reading.text, other.end, figures[at].start):
            return None
        apart = other.quantity.surface_unit != part.quantity.surface_unit or _is_more(other, part)
        if not apart and any(other.measures) and not brackets.hides(other.start, part.start):
            return before
    return None


def leads(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Tell whether words or brackets lead from a whole to a part: 其中, 分别为, （.

    Args:
        reading: The document as read.
        whole: A figure.
        part: One behind it.
    """
    return _LEADS.search(reading.text, whole.end, part.start) is not None


def _head(reading: Reading, figures: Sequence[Figure], at: int, figure: Figure) -> int:
    """Return the place of the figure that opens an item, where a semicolon parts it from the next one; else its own.

    意大利累计9172例，死亡463例；韩国7513例，死亡54例: Korea's first figure counts what Italy's first one does.
    """
    if _ITEM_ENDS.search(reading.text, figures[at].end, figure.start) is None:
        return at
    brackets = brackets_of(reading, figures[at].sentence)
    head = at
    for before in range(at - 1, max(-1, at - 1 - MOST_BACK), -1):
        other = figures[before]
        if other.sentence != figures[at].sentence or _ITEM_ENDS.search(reading.text, other.end, figures[at].start):
            break
        if other.quantity.kind in PEOPLE and not brackets.hides(other.start, figures[at].start):
            head = before
    return head


def _placed_behind(reading: Reading, figure: Figure) -> bool:
    """Tell whether nothing but where it is stands behind a figure: 81例在湖北，."""
    at = _BEHIND.match(reading.text, figure.end)
    index = reading.index_after(at.end()) if at else len(reading.mentions)
    if at is None or index >= len(reading.mentions):
        return False
    place = reading.mentions[index]
    return place.tag == "PLACE" and place.start == at.end() and _END.match(reading.text, place.end) is not None


def _listed(reading: Reading, other: Figure, figure: Figure, alone: bool) -> bool:
    """Tell whether a figure is a part of the other one, or the next item of its list."""
    between = _between(reading, other, figure)
    if between is None:
        return False
    if (_NEXT if alone else _NEXT_AT).fullmatch(between):
        return True
    # 新增588例，死亡35例，其中大邱市3905例 are no part of the dead
    return not _is_more(other, figure) and (_FIRST if alone else _FIRST_AT).fullmatch(between) is not None


def _told(reading: Reading, other: Figure, figure: Figure) -> int:
    """Return where what is said of a whole ends: 21名患者治愈出院，其中成都市8例; 42例境外输入病例|中，黑龙江省22例."""
    leads = _LEADS.search(reading.text, other.end, figure.start)
    told = _TOLD.match(reading.text, other.end, figure.start)
    if told and reading.text[told.end()] in "，," and _TAKES.search(reading.text, told.end(), figure.start):
        # 463人死亡|，伦巴第大区占5469例
        return told.end()
    return leads.start() if leads and told and leads.start() <= told.end() else other.end


def _between(reading: Reading, other: Figure, figure: Figure) -> str | None:
    """Return what stands between two figures, brackets dropped and a 〇 for each known name; None if more is told."""
    if figure.start - other.end > MOST_BETWEEN:
        return None
    text, out, at = reading.text, "", _told(reading, other, figure)
    closed = [match.span() for match in CLOSED.finditer(text, at, figure.start)]
    for mention in reading.mentions[reading.index_after(at) : figure.index]:
        if any(start < mention.start < end for start, end in closed):
            continue
        if mention.tag in _NAMED:
            out += text[at : mention.start] + "〇"
            at = mention.end
        elif mention.tag not in _SILENT:
            return None
    return CLOSED.sub("", out + text[at : figure.start])
