"""A period told in two, its end and since when: 截至2月12日，今年以来共发生森林火灾52起."""

from __future__ import annotations

import re

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading

_BOTH = frozenset({"until", "since"})
_BESIDE = re.compile(r"\s*[，,、]?\s*")


def begin_with_since(reading: Reading, filled: Filled) -> None:
    """Let what was counted up to a day begin with the day since when, where the two stand side by side before it.

    Args:
        reading: The document as read.
        filled: An event in the making, its date filled.
    """
    named = filled.mentions.get("date_end") or filled.mentions.get("date_start", ())
    if len(named) != 1 or named[0].value not in _BOTH or named[0].end > filled.figure.start:
        return
    own = reading.index_after(named[0].start)
    for first in (own, own - 1):
        if first < 0 or first + 1 not in reading.periods or first not in reading.periods:
            continue
        one, two = reading.mentions[first], reading.mentions[first + 1]
        if {one.value, two.value} != _BOTH or two.end > filled.figure.start:
            continue
        if _BESIDE.fullmatch(reading.text, one.end, two.start):
            since, until = (first, first + 1) if one.value == "since" else (first + 1, first)
            start, end = reading.periods[since].start, reading.periods[until].end
            if start is not None and end is not None and start <= end:
                filled.slots["date_start"], filled.slots["date_end"] = start, end
            return
