"""Givers of one gift among several: who gives a part, who acts in the clause before, who only is a member."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.names.words import GROUP

_BODIES = frozenset({"ORG", "PERSON"})
# 其中1万元由|静安寺捐赠, 口罩2000个全部由|静安寺捐赠
_BY = re.compile(r"(?:[\u3400-\u9fff]{0,6}?[均都])?(?:全部)?[由系是]")
_GIVES = re.compile(r"[^，。；：、！？\n（）向给为对]{0,6}?(?:捐[赠助献款资出]|赠送|无偿提供)")
# （其中，僧众|捐款4万元）, 其中僧众|捐款4万元
_AMONG = re.compile(r"其中[，：]?\Z")
_AMONG_LOOK = 3
_GIVEN_NOW = re.compile(
    r"(?:[共又还已再也]|累计|自发|集体)?(?:捐[赠助献款资出]?|赠送)了?[^，。；：、！？\n（）给]{0,10}"
)
# 王芳捐款，李明|寻找货源，捐助口罩|2000个: who opens the clause before a gift that has no name of its own.
_ACTS = re.compile(
    r"(?![等的和与及、]|表示|介绍|说|称|代表|负责|收到|接[到收受])[^，。；：！？\n（）“”的捐赠]{2,16}，"
    r"(?:并|又|还|再|也|已|共|一共|随后|自费|无偿|主动|先后|为[^，。；：！？\n捐赠]{2,12}|向[^，。；：！？\n捐赠]{2,12})?"
    r"(?:捐[赠助献款资出]?|赠送)了?[^，。；：！？\n（）]{0,12}"
)
_OPENS_CLAUSE = ("，", "；")
# 董事长王芳也是|商会会员，…
_IS = re.compile(r"(?:也|还|既|同时|都|均)*是(?:一[名家位个])?[\u3400-\u9fff]{0,8}\Z")
_IS_LOOK = 14
_CLAUSE_ENDS = re.compile(r"[^，。；：、！？\n捐赠]{0,6}[，；]")


def part_giver(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return who gives what a figure counts where it stands behind it or for a part: 其中1万元由|静安寺捐赠.

    Args:
        reading: The document as read.
        figure: The gift.
        spots: Where names stand around it.
    """
    text = reading.text
    for one in spots:
        if one.sentence != figure.sentence:
            continue
        if one.start > figure.end:
            if _BY.fullmatch(text, figure.end, one.start) and _GIVES.match(text, one.end):
                return one
        elif figure.clause[0] <= one.start and _gives_part(reading, figure, one):
            return one
    return _acting(reading, figure, spots)


def is_membership(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a body is only what somebody named is: 董事长王芳也是|商会会员，捐赠药品."""
    low = max(0, spot.start - _IS_LOOK)
    told = _IS.search(reading.text, low, spot.start)
    if told is None or not _CLAUSE_ENDS.match(reading.text, spot.end):
        return False
    names = reading.mentions[reading.index_after(low) : reading.index_after(spot.start)]
    return any(one.tag in _BODIES and one.end == told.start() for one in names)


def _gives_part(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name behind 其中 gives what a figure counts: （其中，僧众|捐款4万元）."""
    text = reading.text
    if spot.mentions[-1].tag not in _BODIES or not _AMONG.search(text, max(0, spot.start - _AMONG_LOOK), spot.start):
        return False
    return _GIVEN_NOW.fullmatch(text, spot.end, figure.start) is not None


def _acting(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return who opens the clause before a gift in a sentence where another gave something before."""
    at = reading.figure_after(figure.start) - 1
    before = reading.figures[at] if at >= 0 else None
    if before is None or before.sentence != figure.sentence or before.quantity.kind not in ("money", "goods"):
        return None
    left = [one for one in spots if before.end < one.start and one.end <= figure.start]
    if len(left) != 1 or left[0].mentions[-1].tag not in _BODIES:
        return None
    one = left[0]
    if one.mentions[-1].value in POINTING and one.mentions[-1].value != GROUP:
        return None
    opens = reading.text[one.start - 1 : one.start] in _OPENS_CLAUSE
    return one if opens and _ACTS.fullmatch(reading.text, one.end, figure.start) else None
