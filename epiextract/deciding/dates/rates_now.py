"""A rate of now is no total since a day that the sentence opened with: 自2月3日以来，…，目前每天检测1200份."""

from __future__ import annotations

import re

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading

# What opens the part of a sentence that tells of now, up to the figure.
_NOW = re.compile(
    r"[，,；;][^，,。；;：:\n\d目现如]{0,8}(?:目前|现在|如今|现(?=日|每))"
    r"(?![^，,。；;]{0,12}(?:累计|已|共|截))[^。；;\n]{0,30}\Z"
)
REACH = 44
_DATES = ("date_start", "date_end")
_SINCE = "since"
TOTAL = "cumulative"


def forget_since(reading: Reading, filled: Filled) -> None:
    """Take a rate of now off the period that its sentence tells of before.

    Args:
        reading: The document as read.
        filled: An event in the making, its date, accumulation and rate filled.
    """
    if "per" not in filled.slots:
        return
    named = next((filled.mentions[slot] for slot in _DATES if filled.mentions.get(slot)), ())
    if not named or named[0].value != _SINCE:
        return
    figure = filled.figure
    start = max(named[0].end, reading.sentences[figure.sentence].start, figure.start - REACH)
    if _NOW.search(reading.text, start, figure.start) is None:
        return
    for slot in _DATES:
        filled.slots.pop(slot, None)
        filled.mentions.pop(slot, None)
    if filled.slots.get("accumulation") == TOTAL:
        del filled.slots["accumulation"]
        filled.mentions.pop("accumulation", None)
