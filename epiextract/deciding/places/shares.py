"""What each place got of a whole: 江苏省共接收捐款3000万元，其中南京市500万元、无锡市20万元 went to where it names."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import GOODS
from epiextract.deciding.candidates.spots import PLACE, Spot, line
from epiextract.deciding.lists.parts import AMONG
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import lineage

# 其中|南京市500万元、|无锡市20万元
_OPENS = re.compile(rf"{AMONG}[，,：:]?(?:包括)?\Z")
_GOES_ON = re.compile(r"[、，,；;和及与]|以及|，(?:其次|另有|还有)")
# 南京市|口罩|9000只 once the goods are left out.
_HAS = re.compile(r"(?:市本级|各地)?(?:共计?|各|为|有|获捐|获赠|收到|接[收受]|[：:]|\s){0,3}[近约超逾]?")
# 江苏省|各地共接收捐款, 武汉市|慈善组织收到捐赠; 江苏省慈善总会 is a name, and 南京市 may be where its givers live.
_RECEIVES = re.compile(r"[^，。；：、！？\n向给为对由表说称]{0,12}?(?:收到|接收|接受|签收|获赠|受赠|获捐)")
# 向南京市、|无锡市捐赠口罩
_TO = re.compile(r"[向给为]\Z")
# 南京市口罩9000只，|防护服|300套; money alone is another place's.
_MORE = re.compile(r"[、，,和及与](?!\d)[近约超逾]?")
LEAD, MOST_GOODS = 6, 3
_NAMES = frozenset({"ORG", "FACILITY", "PERSON"})


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares that a document tells.

    Args:
        of: Where the place of each share begins, by the index of its figure.
        starts: Where any of them begins.
    """

    of: Mapping[int, int]
    starts: Container[int]


def shares(reading: Reading) -> Shares:
    """Return which figures are shares of places, worked out once.

    Args:
        reading: The document as read.
    """
    found: Shares | None = reading.lines.get("shares")
    if found is None:
        told = _shares(reading)
        found = reading.lines["shares"] = Shares(told, frozenset(told.values()))
    return found


def share_place(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place whose share a figure is, or None.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    start = shares(reading).of.get(figure.index)
    if start is None:
        return None
    return next((one for one in candidates if one.sentence >= 0 and one.spot.start == start), None)


def is_share(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is a place that got its share, and so gives nothing.

    Args:
        reading: The document as read.
        spot: Where the name stands.
    """
    return spot.start in shares(reading).starts


def is_share_of_another(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name is a place that got another share than the figure.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name stands.
    """
    known = shares(reading)
    return spot.start in known.starts and known.of.get(figure.index) != spot.start


def _shares(reading: Reading) -> dict[int, int]:
    told: dict[int, int] = {}
    before: Figure | None = None
    for figure in reading.figures:
        place = _beside(reading, figure)
        goes_on = before is not None and before.index in told
        if before and goes_on and place is None and _MORE.fullmatch(_besides_goods(reading, before, figure)):
            told[figure.index] = told[before.index]
        elif place is not None:
            joined = before and goes_on and _GOES_ON.fullmatch(reading.text, before.end, place.start)
            if joined or _opens(reading, place):
                told[figure.index] = place.start
        before = figure
    return told


def _besides_goods(reading: Reading, one: Figure, other: Figure) -> str:
    """Return what stands between two figures but for goods: a comma of 口罩9000只，|防护服300套."""
    at, said = one.end, ""
    for mention in reading.mentions[one.index + 1 : other.index][:MOST_GOODS]:
        if mention.tag == GOODS and mention.start >= at:
            said, at = said + reading.text[at : mention.start], mention.end
    return said + reading.text[at : other.start]


def _beside(reading: Reading, figure: Figure) -> Mention | None:
    """Return the place right before a figure, no more than goods between the two."""
    said, at = "", figure.start
    for mention in reversed(reading.mentions[max(0, figure.index - 3) : figure.index]):
        if mention.tag == "PLACE":
            return mention if _HAS.fullmatch(reading.text[mention.end : at] + said) else None
        if mention.tag == GOODS:
            said, at = reading.text[mention.end : at] + said, mention.start
        elif mention.tag in _NAMES or mention.tag == "QTY":
            return None
    return None


def _opens(reading: Reading, place: Mention) -> bool:
    """Tell whether a place opens the parts of what a place around it got, or a list of which it is one."""
    opened = _OPENS.search(reading.text, max(0, place.start - LEAD), place.start)
    if opened is None:
        return False
    sentence = reading.sentence_at(max(0, opened.start() - 1))
    low = reading.sentences[sentence].start
    known = line(reading, "places", lambda: reading.places.mentions, PLACE)
    left, _ = known.around(reading, opened.start(), 8, 0)
    for spot in left:
        if spot.start < low:
            return False
        if _whole(reading, spot, place, opened.start()):
            return True
    return False


def _whole(reading: Reading, spot: Spot, place: Mention, end: int) -> bool:
    """Tell whether a place, or a list of places, gets the whole of which another place has a share."""
    first = spot.mentions[0]
    if reading.places.is_inside(first):
        return False
    if len(spot.mentions) > 1:
        return _TO.search(spot.lead) is not None and any(one.value == place.value for one in spot.mentions)
    around = any(one.id == first.value for one in lineage(place.value)[1:])
    return around and _RECEIVES.match(reading.text, spot.end, end) is not None
