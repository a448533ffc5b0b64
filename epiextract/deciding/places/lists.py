"""Figures of one list hold at one place, which is chosen for all of them together: 甘肃105人遇难、397人受伤."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from epiextract.deciding.brackets import CLOSED, brackets_of
from epiextract.deciding.candidates.spots import PLACE, line
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.carrying import MOST_BACK
from epiextract.deciding.lists.sums_behind import added_up_behind
from epiextract.deciding.lists.wholes import names_itself, part_of, whole_of
from epiextract.matching.reading import Figure, Reading

# How much likelier two neighbours in a list hold at one place, in nats. Of 1,000 such pairs of annotated news 985 do;
# of 117 that touch, 武汉181支|20374人, all but one.
TOGETHER, TOUCHING = 3.0, 8.0
# What stands between the figures of a list, what is told in brackets left out: 35例（重症3例），死亡|1例.
_BETWEEN = re.compile(r"(?!.*(?:其[他它余]|另外))[^。；;：:！？!?\n（()）]{0,30}")
# Brackets between two figures of a list are no longer than that, so that a sentence without end costs no more.
MOST_BETWEEN = 400
_PLACES = frozenset({"PLACE"})
_NAMES = frozenset({"PLACE", "ORG", "FACILITY"})
# A place right behind a figure is its own: 13例来自湖北武汉，8例在北京.
_BEHIND = re.compile(r"[^，、。；：！？\n（()）]{0,8}")
MOST_BEHIND = 4


def place_lists(reading: Reading, typed: Sequence[Filled]) -> list[list[Filled]]:
    """Return all events, those of one list together.

    Args:
        reading: The document as read.
        typed: Events in the order of the text.
    """
    lists: list[list[Filled]] = []
    # the list of each figure, by its index: a list may go on for pages
    listed: dict[int, int] = {}
    for filled in typed:
        whole = None if names_itself(reading, filled.figure, _PLACES) else whole_of(reading, filled.figure)
        of_whole = -1 if whole is None else listed.get(whole.index, -1)
        last = range(len(lists) - 1, max(0, len(lists) - MOST_BACK) - 1, -1)
        home = next((at for at in last if at == of_whole or _goes_on(reading, lists[at][-1], filled)), len(lists))
        if home == len(lists):
            lists.append([])
        lists[home].append(filled)
        listed[filled.figure.index] = home
    return lists


def likeness(row: Sequence[Filled]) -> list[float]:
    """Return how much likelier each event of a list holds where the one before it does, in nats."""
    return [TOUCHING if one.figure.end == other.figure.start else TOGETHER for one, other in pairwise(row)]


def _goes_on(reading: Reading, before: Filled, filled: Filled) -> bool:
    one, other = before.figure, filled.figure
    if one.sentence != other.sentence or other.start - one.end > MOST_BETWEEN:
        return False
    # 大邱5867人，庆北1143人，合计|7010人: no item, but what all of them make
    if added_up_behind(reading, other):
        return False
    if "excluding" in before.mentions or "excluding" in filled.mentions:
        return False
    # 593例，其中长沙市132例，岳阳市92例，现有重症病例59例: the last are no part of what the cities are
    whole = part_of(reading, one)
    if whole is not None and part_of(reading, other) is not whole and names_itself(reading, one, _PLACES):
        return False
    if brackets_of(reading, one.sentence).hides(one.start, other.start):
        return False
    between = CLOSED.sub("", reading.text[one.end : other.start])
    if not _BETWEEN.fullmatch(between) or _placed_behind(reading, other):
        return False
    closed = [match.span() for match in CLOSED.finditer(reading.text, one.end, other.start)]
    named = [m.start for m in reading.mentions[one.index + 1 : other.index] if m.tag in _NAMES]
    named += _places(reading, one.end, other.start)
    return all(any(start < at < end for start, end in closed) for at in named)


def _placed_behind(reading: Reading, figure: Figure) -> bool:
    """Tell whether a place or a name stands in what follows a figure up to the next comma."""
    said = _BEHIND.match(reading.text, figure.end)
    end = said.end() if said else figure.end
    behind = reading.mentions[figure.index + 1 : figure.index + 1 + MOST_BEHIND]
    return any(m.tag in _NAMES and m.start <= end for m in behind) or bool(_places(reading, figure.end, end))


def _places(reading: Reading, first: int, last: int) -> list[int]:
    """Return where places stand between two characters, those inside of other words too: 援助|湖北1200万元."""
    starts = line(reading, "places", lambda: reading.places.mentions, PLACE).starts
    return list(starts[bisect_left(starts, first) : bisect_left(starts, last)])
