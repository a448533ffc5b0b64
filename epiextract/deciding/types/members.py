"""Who belongs to a medical team, told by what he is besides: 队员134人，其中党员52人; and teams that rest at home."""

from __future__ import annotations

import re
from collections.abc import Container

from epiextract.deciding.types.squads import MEDICAL, OTHERS
from epiextract.matching.reading import Figure, Reading

STAFF = "personnel"
_PARTY = r"(?:中共|共产党)?(?:正式|预备)?(?:党员|团员|共青团员)"
# 其中党员|52人, 有中共党员|52名, 、团员|19人; behind its number, 其中3名|共产党员. 党员干部 are sent by offices.
_BEFORE = re.compile(
    rf"(?:(?:其中|包括|含|(?<![所拥])有|里)[，,]?(?:有|包括)?|[、，,和](?=(?:预备|团员|共青团员))){_PARTY}(?:共|有)?\Z"
)
_AMONG = re.compile(r"(?:其中|包括|含)[，,]?(?:有|包括)?\Z")
_BEHIND = re.compile(rf"{_PARTY}(?!干部|群众|志愿|突击|先锋|职工|教师|民警|家庭)")
_REACH = 14
# Between the whole and its part, no one else is named.
_BETWEEN = re.compile(r"[^。！？!?\n]{0,30}")
# 92名|队员结束隔离休整: a team that is back and rests, as all do, is no group of cases.
_RESTS = re.compile(
    r"[^，,。；;：:！？\n\d患病]{0,14}?(?:队员|医护人员|医务人员|医护|护士|医生|队友)[^，,。；;：:！？\n\d]{0,12}?(?:结束|完成|解除)了?[^，,。；;：:！？\n患病]{0,12}?"
    r"(?:休整|休养|疗养)"
)


def member_measure(reading: Reading, figure: Figure) -> str | None:
    """Return the measure of party members who are told of medical staff, where they were taken for others.

    All nine such figures of annotated news are medical staff.

    Args:
        reading: The document, decided.
        figure: The figure.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (STAFF, OTHERS):
        return None
    text, at = reading.text, reading.figure_after(figure.start)
    low = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    among = _AMONG.search(text, low, figure.start) is not None and _BEHIND.match(text, figure.end) is not None
    if not among and not _BEFORE.search(text, low, figure.start):
        return None
    whole = reading.figures[at - 1] if at else None
    if whole is None or whole.sentence != figure.sentence or whole.quantity.kind != "person" or whole.decided is None:
        return None
    of_team = (whole.decided.type, whole.decided.measure) == (STAFF, MEDICAL)
    return MEDICAL if of_team and _BETWEEN.fullmatch(text, whole.end, figure.start) else None


def rested(text: str, figure: Figure, types: Container[str]) -> tuple[str, str] | None:
    """Return what people count who are back from work in another place and have rested: 92名|队员结束隔离休整.

    Args:
        text: The text as read.
        figure: The figure.
        types: The types of events that are wanted.
    """
    return (STAFF, MEDICAL) if STAFF in types and rests(text, figure) else None


def rests(text: str, figure: Figure) -> bool:
    """Tell whether people are back from work in another place and have rested.

    Args:
        text: The text as read.
        figure: The figure.
    """
    return _RESTS.match(text, figure.end) is not None
