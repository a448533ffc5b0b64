"""Zones that no table holds, by the city or county before them: 宣城|经开区, 济宁市|高新区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import Place
from epiextract.tagging.places.localities import LOCAL

_ZONE = re.compile(
    r"(?:国家级?)?(?:经开区|高新区|(?:经济(?:技术)?|高新技术(?:产业)?|高新)(?:开发区|产业园区)|综合保税区|保税区)(?![县域])"
)
_HOLDERS = frozenset({"city", "county"})


def with_zones(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places, those that a zone follows grown to the zone.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    for mention in mentions:
        holder = mention.payload.place if isinstance(mention.payload, PlaceRef) else None
        zone = _ZONE.match(text, mention.end) if holder is not None and holder.level in _HOLDERS else None
        if zone is None or holder is None:
            yield mention
            continue
        words = text[mention.start : mention.end]
        name = (words if holder.name.startswith(words) else holder.name) + zone.group()
        place = Place(f"{LOCAL}:{name}", name, LOCAL, holder.id)
        yield Mention(mention.start, zone.end(), "PLACE", place.id, PlaceRef(place))
