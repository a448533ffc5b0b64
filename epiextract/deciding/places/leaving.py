"""Where people leave and where they go back to: 126人离开黄石，返回|南京 are at home, and go to no 黄石."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading

_LEAVE = "(?:撤离|撤離|撤出|离开|離開|告别|告別|辞别|作别|离别|阔别)"
# 撤离|武汉, 离开了|黄石
_LEAVES = re.compile(rf"{_LEAVE}了?\Z")
# 返回|南京; 返回南京|隔离点 is there too, 返回|原岗位 no place.
_BACK = re.compile(r"(?:返回|回到|返抵|飞返|撤回|飞回|返程回)了?\Z")
# Behind whom the first of both is looked for, and between the two: who is left and goes back is told in one breath.
_PEOPLE_GO = re.compile(rf"[^。；;！？\n\d]{{0,24}}{_LEAVE}[^。；;！？\n\d]{{0,20}}\Z")
LOOK, REACH = 5, 50


def is_left_behind(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is where somebody leaves, and so none where they go: 撤离|武汉.

    Args:
        reading: The document as read.
        spot: Where the name stands.
    """
    return _LEAVES.search(reading.text, max(0, spot.start - LOOK), spot.start) is not None


def goes_back(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return where people go back to, behind where they leave: 800名医护人员离开武汉，返回|广东; or None.

    Args:
        reading: The document as read.
        figure: The people.
        spots: Where the names stand that may tell it.
    """
    return next((one for one in spots if _is_back(reading, figure, one)), None)


def home_again(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place to which people go back behind where they leave, or None.

    Args:
        reading: The document as read.
        figure: The people.
        candidates: The candidates for their place.
    """
    return next((one for one in candidates if one.sentence >= 0 and _is_back(reading, figure, one.spot)), None)


def _is_back(reading: Reading, figure: Figure, spot: Spot) -> bool:
    text = reading.text
    if len(spot.mentions) > 1 or spot.mentions[0].tag != "PLACE":
        return False
    if spot.sentence != figure.sentence or not figure.end < spot.start <= figure.end + REACH:
        return False
    back = _BACK.search(text, max(figure.end, spot.start - LOOK), spot.start)
    return back is not None and _PEOPLE_GO.match(text[figure.end : back.start()]) is not None
