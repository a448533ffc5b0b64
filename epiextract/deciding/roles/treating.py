"""Which hospital treats the cases of a figure, where brackets tell: 在市第一医院（12例）、市第二医院（7例）治疗."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading

_OPENS, _CLOSES = frozenset("（("), frozenset("）)")
_COUNTED = re.compile(r"[（(]\d{1,5}[例人名位][）)]")


def treats(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the facility behind which brackets hold a figure and nothing else, or None.

    Args:
        reading: The document as read.
        figure: The figure.
        spots: Where facilities stand around it.
    """
    text, opens = reading.text, figure.start - 1
    if text[opens : figure.start] not in _OPENS or text[figure.end : figure.end + 1] not in _CLOSES:
        return None
    return next((one for one in spots if one.end == opens), None)


def counts_its_own(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a facility behind a figure has a number of its own in brackets: 19例在市第一医院（12例）….

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the facility stands.
    """
    return spot.start >= figure.end and _COUNTED.match(reading.text, spot.end) is not None
