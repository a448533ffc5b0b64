"""The whole country told by how many of its provinces report: 30个省（区、市）累计报告确诊1210例."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import CHINA, places

# 31 report to the commission, and 30 in January; 广东、四川等26个省区市 is a list,
# the rest of 全国其他30个省份 is told of by 其他, and 共有31个省 alone counts them. The number stays a figure.
# The numeral comes first, so that the search runs over all other characters.
_WHOLE = re.compile(
    r"(?:2[5-9]|3[0-4]|二十[五六七八九]|三十[一二三四]?)个?"
    r"(?P<whole>省(?:份|[(（](?:自治)?区[、,]?(?:直辖)?市[)）]|(?:、?(?:自治)?区)?、?(?:直辖)?市?(?:、?自治区|区)?)"
    r"(?:(?:[和及与、]|以及|包括)?新疆(?:生产建设)?兵团)?)(?![内外会委级直属道])"
)
_PART = re.compile(r"(?:[\d.等他余的]|(?<![全中]国)共有)\Z")


def with_nationwide(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places with 全国 where so many provinces report together that they are all of it.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    matches = [one for one in _WHOLE.finditer(text) if not _PART.search(text, max(0, one.start() - 4), one.start())]
    if not matches:
        return list(mentions)
    spans = [one.span("whole") for one in matches]
    inside = {at for span in spans for at in range(*span)}
    kept = [m for m in mentions if m.start not in inside]
    # 31省区市 is told by a table
    taken = {at for m in kept for at in range(m.start, m.end)}
    # 湖北以外30个省份 is what 以外 leaves
    taken |= {one.start("whole") for one in matches if text[one.start() - 1 : one.start()] == "外"}
    found = [Mention(*span, "PLACE", CHINA, PlaceRef(places()[CHINA])) for span in spans if span[0] not in taken]
    return sorted([*kept, *found], key=lambda m: m.start)
