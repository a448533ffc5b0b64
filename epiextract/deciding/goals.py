"""Where a gift goes: where its clause says, and to no place in its giver's name, 莆田健康产业总会捐赠3683万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates import Candidate
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.name_words import GROUP

# The role of who gives, and those of who gets or passes on, whose names do tell where a gift goes.
GIVER, GETTERS = "donor", ("recipient", "via")
# 捐款3000万元，支援|湖北 and 防护服2000套、护目镜500副，用于支援|武汉; 捐 before the comma begins another gift
_TOWARDS = re.compile(
    r"[^，。；“”\n捐赠]{0,40}，(?:主要|全部|专项|全力|专门|紧急|将|并|以)?"
    r"(?:(?:用于|用以)?(?:支援|支持|驰援|援助|助力|帮助|协助)|用于|用以|捐赠?给|[捐送运发寄]往|[运送]抵)"
)
# The ids of places in China, and of 全球 and the like.
_HOME = ("cn:", "iso:CN", "x:", "local:")
_TO = frozenset("向给")
# 向武汉等20个城市 and 用于武汉乃至全国 tell of more than they name, 给河南援助湖北的护士 of where those come from
_TELLS_ELSE = re.compile("等(?!地|疫)|乃至|以至|直至|[和及]其[他余它]|特别|尤其|籍|[支驰增]?援|赴")
_QUOTES = frozenset("“”")
# 面向全国组织口罩 and 向浙江企业筹集口罩 get goods from there
_ASKED, _ASKED_FOR = "面向", re.compile("[^捐赠送]*[募筹征购借]")


def told_goal(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that the words around a gift say it goes to, or None.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    return _told_behind(reading, figure, candidates) or _told_before(reading, figure, candidates)


def goals(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that may be where a gift goes: all that stand in no name of its giver, nor abroad where it is.

    Args:
        reading: The document as read.
        filled: The gift, with its roles.
        candidates: Its candidates for a place.
    """
    getters = {reading.names.name(one) for role in GETTERS for one in filled.mentions.get(role, ())}
    givers = {reading.names.name(one) for one in filled.mentions.get(GIVER, ())} - getters
    if not givers:
        return list(candidates)
    told = {place for one in filled.mentions.get(GIVER, ()) for place in _from_abroad(reading, one)}
    abroad = {place.value for place in told if _is_abroad(place)}
    return [
        one
        for one in candidates
        if not any(
            _bearer(reading, place) in givers or place in told or place.value in abroad for place in one.mentions
        )
    ]


def _told_behind(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    towards = _TOWARDS.match(reading.text, figure.end)
    if towards is None:
        return None
    found = (one for one in candidates if one.sentence >= 0 and one.spot.start == towards.end())
    return next((one for one in found if not _TELLS_ELSE.match(reading.text, one.spot.end)), None)


def _told_before(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the last place in the clause that 向 or 给 points at, by itself or in the name of a facility."""
    text = reading.text
    for one in candidates:
        spot = one.spot
        if one.sentence != figure.sentence or spot.lead[-1:] not in _TO:
            continue
        if not figure.clause[0] <= spot.start < figure.start or _TELLS_ELSE.match(text, spot.end):
            continue
        between = text[spot.end : figure.start]
        if spot.lead.endswith(_ASKED) or _ASKED_FOR.match(between) or not _QUOTES.isdisjoint(between):
            continue
        if reading.places.facts(one.mentions[-1]).inside != "ORG":
            return one
    return None


def _from_abroad(reading: Reading, giver: Mention) -> list[Mention]:
    """Return the places that tell of which kind givers abroad are: what 洛杉矶北京|乡亲 give goes elsewhere.

    What 武汉|市民 give goes to 武汉 more often than not.
    """
    start = giver.end - len(reading.names.name(giver)) if giver.value == GROUP else giver.start
    within = reading.mentions[reading.index_after(start) : reading.index_after(giver.start)]
    places = [one for one in within if one.tag == "PLACE"]
    return places if any(map(_is_abroad, places)) else []


def _is_abroad(place: Mention) -> bool:
    return not place.value.startswith(_HOME)


def _bearer(reading: Reading, place: Mention) -> str:
    """Return the name in which a place stands, or that it is by itself: 海南省 gives too."""
    host = reading.mentions[max(0, reading.index_after(place.start + 1) - 1)]
    return reading.names.name(host if host.start <= place.start < host.end else place)
