"""Who sends help is not where it goes: 土耳其地震…。日本派出18人的救援队，韩国派出118人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import place_candidates
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.places.goals import CLAUSE_ENDS, POINTS, is_struck
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import lineage

# 江苏|消防总队派出, 韩国|派出: who stands there sends or gives.
_SENDS = re.compile(r"[^，。；：！？\n\d]{0,12}?(?:派出|派遣|增派|选派|加派|调派|抽调|[捐赠献贈])")
# 中国|救援队, 浙江省|消防救援队伍: where those come from who help.
_TEAM = re.compile(r"(?:国际|国家|省|市)?(?:消防|应急|专业|公羊|蓝天|重型)?(?:救援|搜救|医疗|救护)[^，。；、\n]{0,2}队")


def without_next_senders(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those of who sends what comes next: 日本派出18人，|韩国派出118人.

    Args:
        reading: The document as read.
        figure: What moves.
        candidates: The candidates for its place.
    """
    return [
        one
        for one in candidates
        if one.sentence < 0
        or one.spot.start < figure.end
        or one.spot.lead[-1:] not in CLAUSE_ENDS
        or not _sends(reading, one.spot)
    ]


def without_helpers(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those of who helps, where one was named before that a disaster struck; else all.

    Where senders alone stand near, it is looked beyond them in the paragraph.

    Args:
        reading: The document as read.
        figure: A figure.
        candidates: The candidates for its place.
    """
    given = list(candidates)
    helpers = [one for one in given if one.sentence >= 0 and _helps(reading, one.spot)]
    if not helpers:
        return given
    struck = _struck(reading, figure, candidates)
    if not struck:
        candidates = place_candidates(reading, figure, partial(_helps, reading))
        struck = _struck(reading, figure, candidates)
    if not struck:
        return given
    barred = {one.spot.start for one in helpers if not struck & _chain(one.mentions[0])}
    named = {_meant(one) for one in candidates if one.sentence >= 0 and one.spot.start not in barred}
    # what heads the text or is named often is no other place than that
    home = {_meant(one) for one in helpers if one.spot.start in barred} - named
    return [
        one for one in candidates if one.spot.start not in barred and not (one.sentence < 0 and _meant(one) in home)
    ]


def _struck(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> set[str]:
    """Return the places before a figure, in its paragraph, that a disaster is said to have struck."""
    paragraph = reading.paragraph_of(figure.sentence)
    return {
        _meant(one)
        for one in candidates
        if one.sentence >= 0
        and one.spot.start < figure.start
        and one.spot.paragraph == paragraph
        and is_struck(reading.text, one.spot)
    }


def _helps(reading: Reading, spot: Spot) -> bool:
    return _TEAM.match(reading.text, spot.end) is not None or _sends(reading, spot)


def _sends(reading: Reading, spot: Spot) -> bool:
    """Tell whether a place is that of who sends or gives; no 向|土耳其派出."""
    return POINTS.search(spot.lead) is None and _SENDS.match(reading.text, spot.end) is not None


def _chain(mention: Mention) -> set[str]:
    """Return the ids of a place and of those around it: 郑州 helps within 河南."""
    assert isinstance(mention.payload, PlaceRef)
    place = mention.payload.place
    return {place.id, *(one.id for one in lineage(place.parent))}


def _meant(one: Candidate) -> str:
    return one.mentions[0].value
