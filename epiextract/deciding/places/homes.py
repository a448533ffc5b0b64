"""Where a giver lives, and where they come from: 侨居日本的周建明, 在广州工作的刘先生给家乡|绵阳市捐赠."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.names.words import boundary_words

_HOME = re.compile("家乡|故乡|老家")
# 远在|深圳的, 旅居|意大利的, 在|广州工作的
_LIVES = re.compile(r"(?:[远身]?在|[旅侨客移定]居(?:在|于)?)\Z")
_LIVES_ON = re.compile(
    r"[^，。；！？\n向给为]{0,6}?的|[^，。；！？\n向给为的]{0,4}(?:工作|务工|打工|经商|创业|生活|求学|留学|定居)"
)
# 绵阳|籍企业家 and, of those who live abroad, 南京|华侨
_NATIVE = re.compile(r"[市省县]?(?:籍|老乡|乡[亲贤友])")
LOOK = 6
# The longest word for dwelling: 家住, 侨居于.
_LONGEST = 4


def told_hometown(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the hometown that a gift goes to, where it is named, or the giver is called its native; or None.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    start = max(reading.sentences[figure.sentence].start, figure.start - 80)
    home = next(_HOME.finditer(reading.text, start, figure.start), None)
    if home is None:
        return None
    near = [one for one in candidates if one.sentence == figure.sentence and len(one.mentions) == 1]
    named = next((one for one in near if one.spot.start == home.end()), None)
    return named or next((one for one in near if _NATIVE.match(reading.text, one.spot.end, home.start())), None)


def without_homes(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates but those where a giver lives who gives to their hometown.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    return [one for one in candidates if not _lives_there(reading, figure, one)]


def _lives_there(reading: Reading, figure: Figure, one: Candidate) -> bool:
    if one.sentence != figure.sentence or not is_lived_in(reading, figure, one.spot):
        return False
    return _HOME.search(reading.text, one.spot.end, figure.start) is not None


def is_lived_in(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a place only says where somebody lives: 在|深圳打工的李女士, 远在|深圳的; it gives nothing.

    Args:
        reading: The document as read.
        spot: Where the place stands.
    """
    if spot.mentions[0].tag != "PLACE" or not _LIVES.search(reading.text, max(0, spot.start - LOOK), spot.start):
        return False
    return _LIVES_ON.match(reading.text, spot.end) is not None


def is_home_of_person(reading: Reading, spot: Spot) -> bool:
    """Tell whether a place is only told of the person named right behind it: 家住|武昌区|的陈丽.

    Args:
        reading: The document as read.
        spot: The place.
    """
    text = reading.text
    if spot.mentions[-1].tag != "PLACE" or not text.startswith("的", spot.end):
        return False
    index = reading.index_after(spot.end)
    person = reading.mentions[index] if index < len(reading.mentions) else None
    if person is None or person.tag != "PERSON" or person.start != spot.end + 1:
        return False
    return text[max(0, spot.start - _LONGEST) : spot.start].endswith(tuple(boundary_words("dwelling")))
