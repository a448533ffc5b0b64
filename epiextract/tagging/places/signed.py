"""Who signs a report says which county 我县 is, where none is named before: …/南漳县疫情防控指挥部."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import Place, lineage

# A line of its own that opens with a place and ends with an office.
_OFFICE = re.compile(
    r"[^，,。；;：:\n\d]{0,30}(?:领导小组|指挥部|卫生健康(?:委员会|局|委)|卫健[局委]|疾病预防控制中心|疾控中心|人民政府|政府)"
    r"(?:办公室)?\s*(?=\n|\Z)"
)
# So many names at the end of a text are looked at.
MOST = 6
_LEVELS = frozenset({"province", "city", "county"})


def signed(text: str, mentions: Sequence[Mention]) -> dict[str, Place]:
    """Return by level the place of the office that signs a text; nothing where no office does.

    Args:
        text: The text as read.
        mentions: Its places, sorted.
    """
    for mention in reversed(mentions[-MOST:]):
        if not isinstance(mention.payload, PlaceRef) or not _OFFICE.match(text, mention.end):
            continue
        if text[max(0, text.rfind("\n", 0, mention.start)) : mention.start].strip():
            continue
        place = mention.payload.place
        return {one.level: one for one in (place, *lineage(place.parent)) if one.level in _LEVELS}
    return {}
