"""Counties that are cities of their own: in 义乌市新增3例，全市累计30例 全市 is 义乌市, not 金华市, which holds it."""

from __future__ import annotations

import re

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import Place

# What may stand before the subject of a clause: its beginning, a date, who says it.
_OPENS = re.compile(r"(?:^|[，,。；;：:“”（()）【】！？\s日晚午]|[0-9]时|据|目前|近日|日前|[省区州])$")
# What makes the item of a list of it, or a place where somebody only comes from.
_LISTED = re.compile(r"[、和与及]|人[，,]|籍|返|来的")


def leads(text: str, mention: Mention) -> bool:
    """Tell whether a place is the subject of its clause and no item of a list: 2月3日，义乌市|新增3例.

    Args:
        text: The text as read.
        mention: A place.
    """
    begins = _OPENS.search(text, max(0, mention.start - 2), mention.start) or mention.start == 0
    return bool(begins) and _LISTED.match(text, mention.end) is None


class OwnCity:
    """The county-level city that a text is about, as long as nothing else of its prefecture is named."""

    def __init__(self) -> None:
        self._subject: Place | None = None
        # prefectures by name, and the prefectures of which several parts are named
        self._told: set[str] = set()
        self._parts: dict[str, str] = {}

    def see(self, place: Place, *, leads: bool) -> None:
        """Take up a place that is named.

        Args:
            place: The place.
            leads: Whether it is the subject of its clause.
        """
        if place.level == "city":
            self._told.add(place.id)
        elif place.level == "county" and place.parent:
            if self._parts.setdefault(place.parent, place.id) != place.id:
                # 义乌市新增3例，东阳市新增2例，全市: a list of the parts of 金华市
                self._told.add(place.parent)
            if leads and place.name.endswith("市"):
                self._subject = place

    def meant(self, prefecture: Place | None) -> Place | None:
        """Return the county-level city that 全市 means, where the prefecture would be meant else; or None.

        Args:
            prefecture: The city that 全市 means without it.
        """
        own = self._subject
        alone = own is not None and prefecture is not None and own.parent == prefecture.id not in self._told
        return own if alone else None
