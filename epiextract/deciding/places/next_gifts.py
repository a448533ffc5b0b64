"""Where the next gift of a list goes is not where this one does: 甲捐赠消毒液30桶；乙向秦湖村捐赠20桶."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading

_ITEM_ENDS = re.compile("[；;]")
_ITEM = re.compile("[^；;。！？\n]{0,200}")
# How far behind a gift another one of its list is looked for.
_REACH = 400
# 金轩公司|向|秦湖村捐赠消毒液20桶
_TO = frozenset("向给为")
_GIVES = re.compile(r"[^，。；;\n]{0,24}?(?:[捐赠献贈]|资助)[^，。；;\n]{0,16}?[\d一二两三四五六七八九十百千]")
_GIVERS = frozenset({"ORG", "PERSON", "FACILITY"})
_GIFT = "donation"
# （…向省慈善协会转10万元）；收到捐赠的口罩3000只: what brackets tell ends before the next item.
_CLOSED = re.compile(r"[^，,。！？\n]{0,2}[；;]")


def without_next_gifts(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places of a gift but those that only the next gift of a list goes to, or what closed brackets tell.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    return [one for one in candidates if one.sentence < 0 or not _is_elsewhere(reading, figure, one.spot)]


def _is_elsewhere(reading: Reading, figure: Figure, spot: Spot) -> bool:
    if spot.start >= figure.end:
        return _in_next_item(reading, figure, spot) or _of_next_giver(reading, figure, spot)
    return _in_closed_item(reading, figure, spot)


def _in_next_item(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place stands in a later item of the sentence that gives something itself."""
    if spot.sentence != figure.sentence or spot.start - figure.end > _REACH:
        return False
    marks = [mark.end() for mark in _ITEM_ENDS.finditer(reading.text, figure.end, spot.start)]
    if not marks or brackets_of(reading, figure.sentence).hides(figure.start, spot.start):
        return False
    item = _ITEM.match(reading.text, spot.end)
    figures = reading.figures
    first = reading.figure_after(marks[-1])
    last = reading.figure_after(item.end() if item else spot.end)
    return any(one.decided is not None and one.decided.type == _GIFT for one in figures[first:last])


def _of_next_giver(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether somebody named right before 向 or 给 gives to a place what comes next."""
    if spot.lead[-1:] not in _TO or not _GIVES.match(reading.text, spot.end):
        return False
    at = reading.index_after(spot.start - 1) - 1
    giver = reading.mentions[at] if at >= 0 else None
    return giver is not None and giver.tag in _GIVERS and figure.end <= giver.start and giver.end == spot.start - 1


def _in_closed_item(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place stands in brackets with a figure of their own that an item before this one ends with."""
    if spot.sentence != figure.sentence or spot.aside is None or not spot.aside[1] <= figure.start:
        return False
    return spot.lead[-1:] in _TO and _CLOSED.match(reading.text, spot.aside[1]) is not None
