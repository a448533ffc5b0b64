"""Places that only say what somebody is like: 典型的山东人, 地道的河南汉子."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Reading

# 典型的|山东|人, 土生土长的|山东|汉子: what somebody is like says not where they are.
_LIKE = re.compile(r"(?:典型|地道|道地|正宗|十足)的?\Z")
_PERSON = re.compile(r"[省市]?(?:人(?!民|口|员|大|社|才)|汉子|大汉|姑娘|小伙|女子|男子|妹子)")
LOOK = 6


def without_epithets(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those that an epithet holds; all where no other is named.

    Args:
        reading: The document as read.
        candidates: The candidates for a place.
    """
    kept = [one for one in candidates if one.sentence < 0 or not _is_epithet(reading, one)]
    return kept or list(candidates)


def _is_epithet(reading: Reading, one: Candidate) -> bool:
    text, spot = reading.text, one.spot
    like = _LIKE.search(text, max(0, spot.start - LOOK), spot.start)
    return like is not None and _PERSON.match(text, spot.end) is not None
