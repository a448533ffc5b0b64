"""Which places can be where a gift goes: not those in its giver's name, 莆田健康产业总会捐赠3683万元."""

from __future__ import annotations

from collections.abc import Sequence

from epiextract.deciding.candidates import Candidate
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

# The role of who gives, and those of who gets or passes on, whose names do tell where a gift goes.
GIVER, GETTERS = "donor", ("recipient", "via")


def goals(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that may be where something goes: all that stand in no name of its giver.

    Args:
        reading: The document as read.
        filled: The event, with its roles.
        candidates: Its candidates for a place.
    """
    getters = {reading.names.name(one) for role in GETTERS for one in filled.mentions.get(role, ())}
    givers = {reading.names.name(one) for one in filled.mentions.get(GIVER, ())} - getters
    if not givers:
        return list(candidates)
    return [one for one in candidates if not any(_bearer(reading, place) in givers for place in one.mentions)]


def _bearer(reading: Reading, place: Mention) -> str:
    """Return the name in which a place stands, or that it is by itself: 海南省 gives too."""
    host = reading.mentions[max(0, reading.index_after(place.start + 1) - 1)]
    return reading.names.name(host if host.start <= place.start < host.end else place)
