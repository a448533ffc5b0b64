"""Where cases were brought in from is not where they are counted: 自韩国输入12例; 均来自境外（英国1例，美国1例）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading

_FROM = re.compile(r"(?:[自从從由])\Z")
_COME_FROM = re.compile(r"[均都]?(?:来自|來自|自|从|從)于?")
_BROUGHT = re.compile(r"[^，,。；;、：:\n\d]{0,8}?(?:输入|輸入|移入|入境|归国|歸國|回国|回國|返[国國])")
_ABROAD, _HOME = "iso:", frozenset({"iso:CN", "iso:TW", "iso:HK", "iso:MO"})


def without_origins(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates for the place of a count of imported cases that are not where these came from.

    Where nothing else names a place all are left.

    Args:
        reading: The document as read.
        filled: The event in the making.
        candidates: The candidates for its place.
    """
    if not filled.slots.get("imported"):
        return list(candidates)
    kept = [one for one in candidates if not _is_origin(reading, filled, one)]
    return kept or list(candidates)


def _is_origin(reading: Reading, filled: Filled, one: Candidate) -> bool:
    if one.sentence < 0 or not _is_country_abroad(one):
        return False
    spot = one.spot
    if _FROM.search(reading.text, max(0, spot.start - 2), spot.start) and _BROUGHT.match(reading.text, spot.end):
        return True
    if spot.start >= filled.figure.end and _COME_FROM.fullmatch(reading.text, filled.figure.end, spot.start):
        return True
    # the parts of imported cases that countries name in brackets: what stands before these counts
    figure = filled.figure
    brackets = brackets_of(reading, figure.sentence)
    opened = brackets.around(figure.start)
    return opened >= 0 and one.sentence == figure.sentence and brackets.around(spot.start) == opened


def _is_country_abroad(one: Candidate) -> bool:
    place = one.mentions[0].value
    return place.startswith(_ABROAD) and place not in _HOME
