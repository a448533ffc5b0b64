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
_CORPS = r"(?:[和及与與、]|以及|包括)?新疆(?:生[产產産]建[设設])?兵[团團]"
_PROVINCES = (
    r"(?:[(（](?:自治)?[区區][、,]?(?:直[辖轄])?市[)）]"
    r"|(?:、?(?:自治)?[区區])?、?(?:直[辖轄])?市?(?:、?自治[区區]|[区區])?)"
)
_WHOLE = re.compile(
    rf"(?:2[5-9]|3[0-4]|二十[五六七八九]|三十[一二三四]?)[个個]?"
    rf"(?P<whole>省(?:份|{_PROVINCES})(?:{_CORPS})?)(?![内外会委级直属道])"
    # 各省（区、市）和新疆生产建设兵团|报告; 各省（区、市）要 may mean each of them
    rf"|(?<=各)(?P<each>省(?:份|{_PROVINCES}){_CORPS})(?![内外会委级直属道])"
)
# 20个省份和|新疆生产建设兵团 report together: the corps alone is none of what they do.
_CORPS_ID = "cn:bingtuan"
_SOME = re.compile(rf"(?:\d|[一二两三四五六七八九十])[个個]?省(?:份|{_PROVINCES})(?:[和及与與、]|以及)\Z")
_SOME_REACH = 20
# 2月20日，有28个省份新增确诊病例数在10例以下 are some.
_PART = re.compile(r"(?:[\d.等他余的]|(?<![全中]国)共有|[，,]有)\Z")


def with_nationwide(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places with 全国 where so many provinces report together that they are all of it.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    mentions = [one for one in mentions if not _is_beside_provinces(text, one)]
    matches = [one for one in _WHOLE.finditer(text) if not _PART.search(text, max(0, one.start() - 4), one.start())]
    if not matches:
        return mentions
    spans = [one.span(one.lastgroup or 0) for one in matches]
    inside = {at for span in spans for at in range(*span)}
    kept = [m for m in mentions if m.start not in inside]
    # 31省区市 is told by a table
    taken = {at for m in kept for at in range(m.start, m.end)}
    # 湖北以外30个省份 is what 以外 leaves
    taken |= {one.start("whole") for one in matches if text[one.start() - 1 : one.start()] == "外"}
    found = [Mention(*span, "PLACE", CHINA, PlaceRef(places()[CHINA])) for span in spans if span[0] not in taken]
    return sorted([*kept, *found], key=lambda m: m.start)


def _is_beside_provinces(text: str, mention: Mention) -> bool:
    """Tell whether a place is the corps behind a number of provinces: 20个省份和|新疆生产建设兵团."""
    if mention.value != _CORPS_ID:
        return False
    return _SOME.search(text, max(0, mention.start - _SOME_REACH), mention.start) is not None
