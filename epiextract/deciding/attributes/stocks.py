"""What is no total though no word beside the figure says so: 目前…共隔离512人, and 重型2例 of those who are new."""

from __future__ import annotations

import re

from epiextract.deciding.cues import tag_of
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# 目前，全市12个隔离点共隔离|512人 are there; 截至目前 counts all that were.
_NOW = re.compile(
    r"(?<![至止到])(?:目前|当前|當前|现在|現在|眼下)[^。；;！？\n累已至]{0,30}?共(?![计計累])[^，,。；;：:！？\n\d累已解]{0,8}"
    r"(?:隔离|隔離|观察|觀察|留观|留觀)[^，,。；;：:！？\n\d累已解过過]{0,10}\Z"
)
_NOW_REACH = 60
# A stock is told so near behind its figure. Whoever was confirmed, died or was cured is no stock: 5人正在出院.
STOCK_REACH = 6
_AMONG = "中"
ENDED = frozenset({"confirmed", "death", "recovered"})
_HELD = frozenset({"observation", "close_contact"})
# 新增确诊病例12例。普通型3例，重型|2例 tells how grave the new ones are; 现有重型2例 does not.
_GRAVE = (
    r"(?:(?:轻|輕|普通|重|危重)(?:型|症|癥)|普通|无症状|無症狀)(?:肺炎)?(?:确诊|確診)?(?:病例|患者|病人)?"
    r"(?:为|為|有|[:：])?\s*"
)
_LIST = re.compile(
    rf"\s*(?:其中|按病情分|临床分型|病情)?[，,：:为為]?(?:{_GRAVE}\d{{1,5}}[例人名][，,、和及]?)*{_GRAVE}\Z"
)
_LIST_REACH = 90
_COUNTED = re.compile(r"(?:确诊|確診)?(?:病例|患者)?[）)]?\s*[。；;]\s*")
# 累计隔离136人，在隔离|12人, whatever the sentence says of all; not 在隔离点, 所在隔离.
_KEPT = re.compile(
    r"(?<!所)在(?:(?:集中|居家)?(?:隔离|隔離|医学观察|醫學觀察)(?:观察|觀察)?|舱|艙|管)的?"
    r"(?:密切接触者|确诊患者|发热病人|患者|病人|人员|人員|者)?[有共为：:]?\Z"
)
# 目前|3例危重 are in that state; 目前已有 and 截至目前 may tell of all.
_STILL = re.compile(r"(?<![至止到])(?:目前|现在|現在|当前)(?:有|还有|仍有|尚有|其中|仅有?)?\Z")
_STATES = frozenset({"severe", "critical", "hospitalized", "observation"})
_KEPT_REACH = 20
# 现有重症病例49例，累计死亡1例。其中：|重症病例中，杭州市7例、温州市16例: the item says of whom, the stock before how.
_ITEM_HEAD = re.compile(
    r"[；;。：:\n]\s*(?:其中[，,：:]?\s*)?(?:危重症?|重症|在院|住院)(?:病例|患者|病人)中[，,：:][^；;。：:\n]{0,240}\Z"
)
_HEAD_REACH, _MOST_PARAGRAPHS = 270, 2


def now_together(reading: Reading, filled: Filled) -> bool:
    """Tell whether people are said to be held somewhere now, all of them together: 目前…共隔离512人.

    Args:
        reading: The document as read.
        filled: A count of cases in the making.
    """
    figure = filled.figure
    start = max(reading.sentences[figure.sentence].start, figure.start - _NOW_REACH)
    return filled.slots.get("measure") in _HELD and _NOW.search(reading.text, start, figure.start) is not None


def how_grave(reading: Reading, whole: Figure, figure: Figure) -> bool:
    """Tell whether a sentence opens with how grave the cases are that the one before it ends with.

    Args:
        reading: The document as read.
        whole: The last figure of the sentence before.
        figure: A figure of the list: 普通型3例，重型2例.
    """
    start = reading.sentences[figure.sentence].start
    if figure.start - start > _LIST_REACH or figure.sentence - whole.sentence > 1 or whole.start >= figure.start:
        return False
    value, most = figure.quantity.value, whole.quantity.value
    fits = value is not None and most is not None and value <= most
    return fits and _COUNTED.fullmatch(reading.text, whole.end, start) is not None and _is_list(reading, start, figure)


def _is_list(reading: Reading, start: int, figure: Figure) -> bool:
    return _LIST.match(reading.text[start : figure.start]) is not None


def is_kept(reading: Reading, filled: Filled) -> bool:
    """Tell whether a word right before a figure says that its people are in isolation, or in that state now.

    Args:
        reading: The document as read.
        filled: A count of cases in the making.
    """
    figure = filled.figure
    start = max(figure.clause[0], figure.start - _KEPT_REACH)
    if _KEPT.search(reading.text, start, figure.start) is not None:
        return True
    now = _STILL.search(reading.text, max(0, start - 2), figure.start)
    return now is not None and filled.slots.get("measure") in _STATES


def headed_by_state(reading: Reading, stock: Figure, figure: Figure) -> bool:
    """Tell whether a figure stands in a list of those in some state, of whom a stock was told just before.

    Args:
        reading: The document as read.
        stock: The stock: 现有重症病例49例.
        figure: A figure of the same state behind it: 其中：重症病例中，杭州市7例.
    """
    apart = reading.paragraph_of(figure.sentence) - reading.paragraph_of(stock.sentence)
    start = max(stock.end, figure.start - _HEAD_REACH)
    return apart <= _MOST_PARAGRAPHS and _ITEM_HEAD.search(reading.text, start, figure.start) is not None


def stock_behind(reading: Reading, filled: Filled) -> Mention | None:
    """Return the word right behind a figure by which its people are still there: 9人正在接受隔离治疗.

    Args:
        reading: The document as read.
        filled: A count of cases in the making.
    """
    figure = filled.figure
    if filled.slots.get("measure") in ENDED:
        return None
    for mention in reading.mentions[figure.index + 1 : figure.index + 3]:
        between = reading.text[figure.end : mention.start]
        # of 89名患者中仍在住院的 the 89 are not all
        if len(between) > STOCK_REACH or not (not between or between.isalpha()) or _AMONG in between:
            return None
        if mention.valued(tag_of(mention, "accumulation")) == "current":
            return mention
    return None
