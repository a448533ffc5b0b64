"""Where a giver lives or comes from, which neither gives nor gets: 侨居日本的周建明捐赠口罩."""

from __future__ import annotations

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Reading
from epiextract.tagging.names.words import boundary_words

_LONGEST = 4


def is_home_of_person(reading: Reading, spot: Spot) -> bool:
    """Tell whether a place is only told of the person named right behind it: 家住|武昌区|的陈丽.

    Args:
        reading: The document as read.
        spot: The place.
    """
    text = reading.text
    if spot.mentions[-1].tag != "PLACE" or not text.startswith("的", spot.end):
        return False
    index = reading.index_after(spot.end)
    person = reading.mentions[index] if index < len(reading.mentions) else None
    if person is None or person.tag != "PERSON" or person.start != spot.end + 1:
        return False
    return text[max(0, spot.start - _LONGEST) : spot.start].endswith(tuple(boundary_words("dwelling")))
