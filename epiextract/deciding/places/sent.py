"""Where the people of a list are sent, each to a place of its own: 浙江省支援武汉450人、黄石136人."""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading

# What stands right before where somebody goes.
GOES = "(?:[驰支增]援|援助|[奔赶飞开前]?赴|前往|出征|飞往|[飞到抵]达|飞抵|进驻|挺进|奔向)[到了往至]?"
_SENT_TO = re.compile(rf"(?:{GOES}|派[往驻到赴]了?)\Z")
# So far before a place its verb begins, and so many items of a list are looked at.
VERB, _MOST_ITEMS = 5, 30
_LIST_MARKS = frozenset("、，,和及")


def is_listed_goal(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place touches its figure in a list of where people are sent: 支援|武汉450人、黄石136人.

    Args:
        reading: The document as read.
        figure: The people.
        spot: The place.
    """
    return spot.end == figure.start and in_goals(reading, figure, spot)


def in_goals(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a place is one of a list of where people are sent, each with its number.

    Args:
        reading: The document as read.
        spot: The place.
    """
    text, at, index = reading.text, spot.start, reading.index_after(spot.end)
    counted = reading.mentions[index] if index < len(reading.mentions) else None
    if len(spot.mentions) > 1 or counted is None or counted.start != spot.end or counted.tag != "QTY":
        return False
    for _item in range(_MOST_ITEMS):
        if _SENT_TO.search(text, max(0, at - VERB), at):
            return True
        before = _item_before(reading, at, index)
        if before is None:
            return False
        at, index = before
    return False


def _item_before(reading: Reading, start: int, index: int) -> tuple[int, int] | None:
    """Return where the item before one of a list starts, and the index of its figure: 武汉|450人、."""
    if reading.text[start - 1 : start] not in _LIST_MARKS:
        return None
    at = next((at for at in range(index - 1, max(-1, index - 4), -1) if reading.mentions[at].tag == "QTY"), -1)
    if at < 0 or reading.mentions[at].end != start - 1:
        return None
    # that of a term too: 支援武汉
    places, counted = reading.places.mentions, reading.mentions[at].start
    before = bisect_left(places, counted, key=lambda one: one.start) - 1
    # a document may name none: 收治患者136名，医护人员36名
    return (places[before].start, at) if before >= 0 and places[before].end == counted else None
