"""Cases that came in from a country, without a word for abroad: 新增1例，为伊朗输入; 11例，均由意大利输入."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import lineage

# Between a figure and the country: 1例，为|伊朗, 11例，均为|伊朗, 1例（|英国, 2例，全部由|法国, 8例从|意大利.
_TO = re.compile(
    r"(?:[确確][诊診])?(?:病例|患者|[个個]案)?[，,（(]?(?:[均都皆]|全部)?(?:[为為系係]|是|属于?|屬|由|自|从|從|[来來]自)?"
)
# From a country to the next one, or to a city of it: 法国、|英国输入, 意大利|米兰输入.
_NEXT = re.compile("[、和及与與]?")
# What was brought in are people, and no figure of them follows: 巴西输入大豆, 英国输入病例|3例; 输入关联病例 were
# infected at home.
_BROUGHT = re.compile(
    r"(?:等国|等地|等國)?[输輸]入性?的?(?:[确確][诊診]|新冠肺炎)?(?:病例|[个個]案|患者|病人)?(?=[，,。；;）)、和及\n]|\Z)"
)
# The figure may stand behind: 意大利输入的|8人, 英国输入|3例.
_OF = re.compile(r"(?:等国|等地|等國)?[输輸]入性?的?(?:[确確][诊診]|新冠肺炎)?(?:病例|患者)?")
_ABROAD, _HOME = "iso:", frozenset({"iso:CN", "iso:TW", "iso:HK", "iso:MO"})
# So many mentions behind a figure are looked at, and so many before it.
MOST, BEFORE = 6, 2
# The words are no name that fills a slot: they only tell.
CUE = "IMPORTED"


def came_from(reading: Reading, figure: Figure) -> Mention | None:
    """Return the words for the country that the people of a figure are said to have come in from, or None.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    country = _behind(reading, figure) or _before(reading, figure)
    return Mention(country.start, country.end, CUE, "true") if country else None


def _behind(reading: Reading, figure: Figure) -> Mention | None:
    end, first = figure.end, None
    for mention in reading.mentions[figure.index + 1 : figure.index + 1 + MOST]:
        if mention.tag == "QTY":
            return None
        if mention.tag != "PLACE":
            continue
        between = _TO if first is None else _NEXT
        if not between.fullmatch(reading.text, end, mention.start) or not _is_abroad(mention):
            return None
        first, end = first or mention, mention.end
        if _BROUGHT.match(reading.text, end):
            return first
    return None


def _before(reading: Reading, figure: Figure) -> Mention | None:
    before = reversed(reading.mentions[max(0, figure.index - BEFORE) : figure.index])
    country = next((one for one in before if one.tag == "PLACE"), None)
    if country is None or not _OF.fullmatch(reading.text, country.end, figure.start):
        return None
    return country if _is_abroad(country) else None


def _is_abroad(mention: Mention) -> bool:
    place = getattr(mention.payload, "place", None)
    held = lineage(place.id) if place is not None else ()
    return any(one.id.startswith(_ABROAD) and one.id not in _HOME for one in held)
