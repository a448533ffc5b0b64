"""Places that tell less than others: a province in the name of a firm of a town, and who sends goods elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.filled import Filled
from epiextract.deciding.types.members import rests
from epiextract.matching.reading import Reading
from epiextract.tagging.places.geography import lineage

_GOODS, _SENT, _MADE = "supply", "delivered", frozenset({"produced", "capacity", "stock"})
# 向外地调运|16.72万件, 交付省外: to no place that is named before it.
_ELSEWHERE = "(?:外地|外省|外市|外县|省外|市外|县外|区外|其他(?:省份|省市|省区市|地区|城市|地市))"
_SENT_AWAY = re.compile(
    rf"(?:(?:[向往给对为]|支援|驰援|发往|运往|销往|供应|交付|保障|输往|调往){_ELSEWHERE}|对外(?:支援|调拨|调运|供应))"
    r"[^，,。；;：:！？\n向往给为从由]{0,160}\Z"
)
# 1018台|交付省外
_GOES_AWAY = re.compile(
    rf"[^，,。；;：:、！？\n0-9]{{0,12}}?(?:[交送运发销调供][付往到至向给应]|支援|驰援){_ELSEWHERE}"
)
_REACH = 200
# 全省 counts a province, whichever it is, and 本市 a city.
_WHOLE = re.compile("(?P<province>[全我本]省(?!级|内外|委|政府|[卫疾红]))|[全我本]市(?!级|区|场|内外|委|政府|[卫疾红])")
_WHOLE_REACH = 60
# 驰援|湖北, 援|鄂
_PEOPLE, _HELPED = "personnel", re.compile(r"(?:援助?|支持)\Z")
_TOWNS, _LARGER = frozenset({"city", "county", "local"}), frozenset({"province", "country"})


def without_firms_region(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places of goods made without the region in a firm's name where a place in it was named.

    汉川市4家企业复工。湖北环福公司日产2000件: those are made in 汉川市.

    Args:
        reading: The document as read.
        filled: The event in the making.
        candidates: The candidates for its place.
    """
    if filled.type != _GOODS or filled.slots.get("measure") not in _MADE:
        return list(candidates)
    figure = filled.figure
    paragraph = reading.paragraph_of(figure.sentence)
    near = [
        one
        for one in candidates
        if one.sentence >= 0 and one.spot.end <= figure.start and reading.paragraph_of(one.sentence) == paragraph
    ]
    around = {place.id for one in near if not _in_name(reading, one) for place in lineage(_meant(one))[1:]}
    return [one for one in candidates if one not in near or not _in_name(reading, one) or _meant(one) not in around]


def without_towns(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return no towns for what 全省 counts where nobody knows which province that is: 全省新增3例，2例曾到武汉市.

    Nor are there provinces and countries for what 本市 counts.

    Args:
        reading: The document as read.
        filled: The event in the making.
        candidates: The candidates for its place.
    """
    figure = filled.figure
    start = max(figure.clause[0], figure.start - _WHOLE_REACH)
    whole = max(_WHOLE.finditer(reading.text, start, figure.start), key=re.Match.start, default=None)
    if whole is None:
        return list(candidates)
    between = reading.mentions[reading.index_after(whole.start()) : figure.index]
    if any(one.tag == "PLACE" for one in between):
        return list(candidates)
    barred = _TOWNS if whole["province"] else _LARGER
    return [one for one in candidates if _level(one) not in barred]


def _level(one: Candidate) -> str | None:
    place = getattr(one.mentions[-1].payload, "place", None)
    return place.level if place is not None else None


def without_left(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return no place for goods that go somewhere else than all places that are named: 广东累计向外地调运|16.72万件.

    Args:
        reading: The document as read.
        filled: The event in the making.
        candidates: The candidates for its place.
    """
    figure = filled.figure
    start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    away = filled.type == _GOODS and filled.slots.get("measure") == _SENT
    if away and (_SENT_AWAY.search(reading.text, start, figure.start) or _GOES_AWAY.match(reading.text, figure.end)):
        return []
    return list(candidates)


def without_helped(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those that a team helped, where it is back and rests: 云南援|鄂医疗队92名队员结束休整.

    Args:
        reading: The document as read.
        filled: The event in the making.
        candidates: The candidates for its place.
    """
    if filled.type != _PEOPLE or not rests(reading.text, filled.figure):
        return list(candidates)
    return [one for one in candidates if not _HELPED.search(one.spot.lead)]


def _in_name(reading: Reading, one: Candidate) -> bool:
    return reading.places.facts(one.mentions[-1]).inside in ("ORG", "FACILITY")


def _meant(one: Candidate) -> str:
    return one.mentions[0].value
