"""Parts that are told by where people came from, or whose citizens they are, are where their whole is.

上海境外输入病例66例，其中英国|27例 were counted in 上海, and of “钻石公主号”新增13例，其中日本人|5例 all are
on the ship.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from epiextract.deciding.attributes.imported import IMPORTED
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.wholes import part_of
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

PLACE, PEOPLE = "place", "case_count"
_COUNTRY, _HOME = "iso:", frozenset({"iso:CN", "iso:TW", "iso:HK", "iso:MO"})
# Between a country and its number: 英国|27例, 来自英国的|18例, 日本人|5例, 尼日利亚籍乘客|9例.
_CITIZENS = r"(?:人|籍|国籍|公民|国民|旅客|乘客|游客|留学生)"
_TO_NUMBER = re.compile(
    rf"(?:{_CITIZENS}{{1,2}}(?:人员|患者|病例|人)?)?(?:输入)?的?(?:病例|患者)?(?:各有|各|有|为|占|共|[:：])?\s*"
)
_CITIZEN = re.compile(_CITIZENS)
# Whom the whole counts: 累计确诊外籍人员|19例, 外国游客|5人.
_FOREIGNERS = re.compile(r"外籍|外国(?:人|籍|公民|国民|游客|旅客|乘客|留学生|患者)")
_REACH = 24
# So many mentions before a figure are looked at.
MOST = 3


def place_as_whole(reading: Reading, filled: Filled, events: Mapping[int, Filled]) -> None:
    """Give a part that a nation alone tells the place of its whole, or none where that has none.

    Args:
        reading: The document, decided.
        filled: The event, its place filled.
        events: All events by the index of their figures, their places filled.
    """
    figure = filled.figure
    nation = _nation(reading, figure) if filled.type == PEOPLE else None
    if nation is None:
        return
    whole = part_of(reading, figure)
    source = events.get(whole.index) if whole is not None else None
    if whole is None or source is None or source.type != filled.type or not _is_less(figure, whole):
        return
    if not _is_told_by_nation(reading, source, nation, figure):
        return
    held = source.mentions.get(PLACE)
    if held:
        filled.mentions[PLACE] = held
    else:
        filled.mentions.pop(PLACE, None)


def _nation(reading: Reading, figure: Figure) -> Mention | None:
    """Return the country that stands right before a figure, or None."""
    for mention in reversed(reading.mentions[max(0, figure.index - MOST) : figure.index]):
        if mention.tag == "QTY":
            return None
        if mention.tag == "PLACE":
            told = mention.value.startswith(_COUNTRY) and _TO_NUMBER.fullmatch(reading.text, mention.end, figure.start)
            return mention if told else None
    return None


def _is_told_by_nation(reading: Reading, whole: Filled, nation: Mention, figure: Figure) -> bool:
    if whole.slots.get(IMPORTED) and nation.value not in _HOME:
        return True
    if _CITIZEN.match(reading.text, nation.end, figure.start):
        return True
    held = whole.mentions.get(PLACE, ())
    if any(getattr(getattr(one.payload, "place", None), "level", None) == "ship" for one in held):
        return True
    start, end = whole.figure.clause[0], whole.figure.end
    said = _FOREIGNERS.search(reading.text, max(start, whole.figure.start - _REACH), end + _REACH)
    return said is not None and said.end() <= nation.start


def _is_less(part: Figure, whole: Figure) -> bool:
    one, all_ = part.quantity.value, whole.quantity.value
    return one is not None and all_ is not None and one <= all_
