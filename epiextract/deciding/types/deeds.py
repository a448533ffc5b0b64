"""Words for what was done, where those beside a figure say only what it is counted in."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

_DEED = ":DEED"
ACTIVITY = "activity"
# 消毒面积|1.2万平方米: the area of what was done.
_AREA = re.compile(
    r"(?P<what>(?:消毒|消杀|洗消|清洗|清扫|保洁|喷洒|消毒消杀|消杀消毒)总?面积)(?:[共达约近为超过到了]|累计|合计|总计|超)*\Z"
)
_AREA_REACH = 16
# 营救|被困|群众311人, 转移|受灾群众|2360人
_DANGERS = frozenset(
    {"被困", "受困", "被埋", "受灾", "受灾群众", "受灾人口", "受伤人员", "失踪人员", "失踪者", "失联人员"}
)
_BROUGHT = re.compile(
    r"(?P<what>(?:营救|解救|搜救|抢救|救)出|营救|解救|搜救|救助|疏散|转移安置|紧急转移|转移|安置|找到)了?\Z"
)
_BROUGHT_REACH = 6
# So far before a figure stands what was done: 排查了421万户，1059万人; not behind the end of what is told of it.
REACH, MOST_BACK = 30, 16
_ENDS = re.compile("[。；;：:！？\\n]")
# 检查|过往|车辆1.2万辆、|司乘人员|3.6万人次: what was done to them, and who else it was done to.
_OBJECT = re.compile(r"(?:过往|各类|来往|运营|进出|入境|出境)?")
_OTHERS = re.compile(r"(?:、|，|和|及|以及)[\u3400-\u9fff]{2,8}")


def deed_before(reading: Reading, figure: Figure) -> str | None:
    """Return the nearest word for something done before a figure of its sentence, or None.

    Args:
        reading: The document as read.
        figure: The figure, with no word of its own.
    """
    for mention in _before(reading, figure):
        deed = _deed(mention)
        if deed:
            return None if _ENDS.search(reading.text, mention.end, figure.start) else deed
    return None


def shared_deed(reading: Reading, figure: Figure) -> str | None:
    """Return what was done to two things of which a figure counts the second, taken for the first; or None.

    Args:
        reading: The document, decided.
        figure: A figure of an activity: of 检查车辆1.2万辆、人员3.6万人次 the persons were 检查, they are no 车辆.
    """
    decided = figure.decided
    match = decided.match if decided and decided.type == ACTIVITY else None
    index = match.captured.get("measure") if match else None
    if index is None:
        return None
    first = reading.bounds[figure.sentence][0]
    thing = reading.mentions[first + index]
    between = [one for one in reading.mentions[first + index + 1 : figure.index] if one.tag == "QTY"]
    if len(between) != 1 or between[0].start != thing.end:
        return None
    if not _OTHERS.fullmatch(reading.text, between[0].end, figure.start):
        return None
    for mention in reversed(reading.mentions[max(first, first + index - 3) : first + index]):
        if _deed(mention) and _OBJECT.fullmatch(reading.text, mention.end, thing.start):
            return _deed(mention)
    return None


def brought_out(reading: Reading, figure: Figure) -> str | None:
    """Return how people were brought out of the danger that a figure of an activity was taken for, or None.

    Args:
        reading: The document, decided.
        figure: A figure: of 营救被困群众311人 the 311 are 营救, they are no longer 被困.
    """
    decided = figure.decided
    match = decided.match if decided and decided.type == ACTIVITY else None
    index = match.captured.get("measure") if match else None
    if index is None:
        return None
    danger = reading.mentions[reading.bounds[figure.sentence][0] + index]
    if danger.end > figure.start or reading.text[danger.start : danger.end] not in _DANGERS:
        return None
    told = _BROUGHT.search(reading.text, max(0, danger.start - _BROUGHT_REACH), danger.start)
    return told["what"] if told else None


def area_done(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of an area that was disinfected or cleaned, or None.

    Args:
        text: The text as read.
        figure: The figure.
    """
    if figure.quantity.kind != "area":
        return None
    told = _AREA.search(text, max(figure.clause[0], figure.start - _AREA_REACH), figure.start)
    return (ACTIVITY, told["what"]) if told else None


def _before(reading: Reading, figure: Figure) -> list[Mention]:
    """Return the mentions before a figure in its sentence, the nearest first."""
    first = max(reading.bounds[figure.sentence][0], figure.index - MOST_BACK)
    return [one for one in reversed(reading.mentions[first : figure.index]) if figure.start - one.end <= REACH]


def _deed(mention: Mention) -> str | None:
    return next((value for tag, value in mention.meanings() if tag.endswith(_DEED)), None)
