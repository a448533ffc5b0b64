"""Which of the names and places around a figure may fill its slots: the nearest of each sort on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure

# How far behind the wanted number of names to look, and how often one name may stand among the candidates.
WIDE, SAME = 4, 2
# The same where parts are passed over: a list of all cities of a province, twice.
WIDER = 12
# How many names before a figure, behind it in its sentence and in the two sentences after that may fill a slot; and how
# many groups (群众, 医院) and places may do so beside the names.
BEFORE, BEHIND, NEXT, BESIDE = 6, 4, 1, 3
ROOM = {"name": BEFORE, "place": BESIDE, "group": BESIDE}
# How many sentences before the figure a name may stand.
FARTHEST = 12


def sort(one: Spot) -> str:
    """Return whether a spot is a name, a place, or a group that must not take a name's room: 群众, 患者, 医院."""
    first = one.mentions[0]
    return "place" if first.tag == "PLACE" else "group" if first.value in POINTING else "name"


def alike(_: Spot) -> str:
    """Return one sort for all spots."""
    return ""


def spread(
    spots: Iterable[Spot], figure: Figure, room: Mapping[str, int], sort_of: Callable[[Spot], str]
) -> Iterator[Spot]:
    """Yield the nearest spots of each sort; of one name that stands again and again only the nearest two count.

    A table that gives 武汉 behind every figure would hide the 湖北 that it is about.

    Args:
        spots: The spots before the figure, the nearest first.
        figure: The figure.
        room: How many spots of each sort there may be.
        sort_of: What sort a spot is of.
    """
    counts: Counter[str] = Counter()
    left = dict(room)
    for one in spots:
        if figure.sentence - one.sentence > FARTHEST:
            return
        if not _speaks_for(one, figure):
            continue
        counts[one.words] += 1
        kind = sort_of(one)
        if counts[one.words] <= SAME and left[kind]:
            yield one
            left[kind] -= 1
            if not any(left.values()):
                return


def following(spots: Iterable[Spot], figure: Figure, most: int) -> Iterator[Spot]:
    """Yield the nearest spots behind the figure in its sentence, then the first in the two sentences after it.

    A headline gives a firm's short name, and the text that follows it the full one.
    """
    after = NEXT
    for one in spots:
        if one.sentence > figure.sentence + 2:
            return
        if not _speaks_for(one, figure):
            continue
        if one.sentence == figure.sentence:
            most -= 1
            if most >= 0:
                yield one
        elif after:
            after -= 1
            yield one
        else:
            return


def _speaks_for(one: Spot, figure: Figure) -> bool:
    """Tell whether a spot may speak for *figure*: one in the brackets of a breakdown does so for what they hold."""
    return one.aside is None or one.aside[0] < figure.start < one.aside[1]
