"""Places that 分别 deals out: 南京市、苏州市分别新增12例、7例，累计出院19例、12例 gives each city one of each list."""

from __future__ import annotations

from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.dealing import JOINERS, MOST_ITEMS, left_of, list_of, note
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

PLACE = "place"
_DEALS = frozenset({"分别", "分別", "依次", "依序"})
_NAMES = frozenset({"PLACE", "ORG", "FACILITY"})
# So many lists may follow the one that 分别 deals out: 累计确诊…，死亡…，出院….
MOST_LISTS = 6
# Who sends or gives stands before 分别 too: 江苏、浙江分别派出30人、50人 are where they go.
MOVING = frozenset({"personnel", "donation", "supply"})


def deal_place(reading: Reading, filled: Filled) -> bool:
    """Fill the place of a figure that is one of a list with as many places before 分别, and tell whether it is.

    A next list of the same length that names nobody goes to the same places.

    Args:
        reading: The document, decided.
        filled: The event in the making.
    """
    figure = filled.figure
    at = reading.figure_after(figure.start)
    figures, item = list_of(reading, at)
    if len(figures) < 2 or filled.type in MOVING:
        return False
    first, length = at - item, len(figures)
    for _ in range(MOST_LISTS):
        run = _run(reading, reading.figures[first], length)
        if run:
            filled.mentions[PLACE], filled.notes[PLACE] = (run[item],), note(item, run)
            filled.dealt = True
            return True
        before = _list_before(reading, first)
        if len(before) != length:
            break
        first -= length
    return False


def _list_before(reading: Reading, first: int) -> list[Figure]:
    """Return the list before the one that a figure opens, where its sentence holds it and names nobody since."""
    figure, before = reading.figures[first], reading.figures[first - 1] if first else None
    if before is None or before.sentence != figure.sentence:
        return []
    between = reading.mentions[before.index + 1 : figure.index]
    return [] if any(mention.tag in _NAMES for mention in between) else list_of(reading, first - 1)[0]


def _run(reading: Reading, first: Figure, length: int) -> list[Mention]:
    """Return the places that stand in one list right before 分别, if there are as many as asked for."""
    run: list[Mention] = []
    dealt = False
    for mention in left_of(reading, first, 2 * MOST_ITEMS):
        dealt = dealt or reading.text[mention.start : mention.end] in _DEALS
        if mention.tag not in _NAMES:
            if run:
                break
            continue
        joined = not run or reading.text[mention.end : run[-1].start].strip() in JOINERS
        if mention.tag != "PLACE" or not joined or not dealt:
            break
        run.append(mention)
    return run[::-1] if len(run) == length <= MOST_ITEMS else []
