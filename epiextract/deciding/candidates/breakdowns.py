"""The parts that a figure is broken down into tell whose it is: 湖北 is the whole of 出院18854例（武汉10337例）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import lineage

# What stands between a figure and its breakdown: 499例确诊病例（武汉464例）, 339例，其中武汉319例.
_BETWEEN = re.compile(r"[^，。；、（(\n]{0,12}")
# 94808例，以新北市18529例最多; 19例，来自南京市12例、苏州市7例
_AMONG = re.compile(
    r"，其中|，以(?=[^，。；\n]{1,24}(?:最多|居多|最高|居首))|，(?:分别)?(?:[来來]自|分布[在于於]|涉及)(?=[^，。；\n]{1,24}[例人名])"
    # 4例，分别为信阳市2例、南阳市1例; 9例，为十堰市4例
    r"|，(?:(?:分[别別])?[为為是]|分[别別](?:在|[来來]自)?|包括)(?=[^，。；\n]{1,24}[例人名])"
)
_CITIZENS = re.compile("(?:国)?籍|人(?=[0-9])")
# The provinces of China and what lies in them; so many are parts of the nation.
_HOME, _MANY = "cn:", 3


def parts(reading: Reading, figure: Figure) -> tuple[str, ...]:
    """Return the ids of the places that a figure is broken down by right behind it.

    Args:
        reading: The document as read.
        figure: The figure, the whole of the breakdown.
    """
    return tuple(dict.fromkeys(place.value for place, _ in counted_parts(reading, figure)))


def counted_parts(reading: Reading, figure: Figure) -> list[tuple[Mention, Mention]]:
    """Return the places that a figure is broken down by right behind it, each with its number.

    Args:
        reading: The document as read.
        figure: The figure, the whole of the breakdown.
    """
    text = reading.text
    between = _BETWEEN.match(text, figure.end)
    end = between.end() if between else figure.end
    if text[end : end + 1] in ("（", "("):
        held = brackets_of(reading, figure.sentence).enclosing(end + 1)
        low, high = held or (end, end)
    elif _AMONG.match(text, end):
        low, high = end, reading.sentences[figure.sentence].end
    else:
        return []
    found = _counted(reading.mentions[reading.index_after(low) : reading.index_after(high)])
    # 累计25例，其中中国籍19例、泰国籍6例 are citizens, wherever they are
    return [] if any(_CITIZENS.match(text, place.end) for place, _ in found) else found


def _counted(mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return the places before whose figures nothing else is counted: 湖北139例，四川2例, and not 死亡3例."""
    found = []
    pending = None
    for mention in mentions:
        if mention.tag == "PLACE":
            pending = mention
        elif mention.tag == "QTY":
            if pending is None:
                break
            found.append((pending, mention))
            pending = None
    return found


def _province(place: str) -> str:
    return next((one.id for one in lineage(place) if one.level == "province"), place)


def standing(place: str, parts: Sequence[str]) -> str:
    """Return how a place stands to the parts of a breakdown.

    Args:
        place: Its id.
        parts: The ids of the parts, one or more.

    >>> standing("cn:420000", ("cn:420100",)), standing("iso:CN", ("cn:420100",))
    ('whole', 'above')
    >>> standing("iso:CN", ("cn:420000", "cn:510000")), standing("cn:420100", ("cn:420100",))
    ('whole', 'part')

    黄石市区186人，大冶市62人 are parts of 黄石市:

    >>> standing("cn:420200", ("cn:420200", "cn:420281"))
    'whole'
    """
    others = [part for part in parts if part != place]
    holders = [[one.id for one in lineage(part)[1:]] for part in others]
    if place in parts and not (others and all(place in ids for ids in holders)):
        return "part"
    shared = [id for id in holders[0] if all(id in others for others in holders[1:])]
    if place not in shared:
        return "apart"
    return "whole" if place == shared[0] else "above"


def wholes(candidates: Sequence[Candidate], parts: Sequence[str]) -> list[Candidate]:
    """Return the candidates for a figure without the parts and what holds more than the whole, if the whole is there.

    A bulletin names 湖北 at the head of a paragraph, and 全国 everywhere else. Where the whole is not there, two parts
    are no place of the figure all the same: 确诊病例71例，其中江苏35例，湖南15例.
    """
    stands = [standing(one.mentions[0].value, parts) for one in candidates]
    if "whole" in stands:
        kept = {"whole", "apart"}
        if len({_province(part) for part in parts}) >= _MANY and all(part.startswith(_HOME) for part in parts):
            # 湖北新增死亡7例。/新增境外输入41例（北京14例，上海9例）: where none of the parts lies is no whole
            stands = [
                "above" if stand == "apart" and one.mentions[0].value.startswith(_HOME) else stand
                for one, stand in zip(candidates, stands, strict=True)
            ]
    elif len(parts) > 1:
        kept = {"above", "apart"}
    else:
        return list(candidates)
    return [one for one, stand in zip(candidates, stands, strict=True) if stand in kept]
