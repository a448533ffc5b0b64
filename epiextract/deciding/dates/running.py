"""What has come about in a period that still runs is true up to the day of the document: 今年已报告120例."""

from __future__ import annotations

from epiextract.deciding.attributes.moods import ACTUAL
from epiextract.deciding.attributes.moods import SLOT as MODALITY
from epiextract.deciding.cues import cue_of
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading

# 全年接种300万剂次, written early in the next year, is told of the year before.
_WHOLE = frozenset("全整")


def end_with_own_day(reading: Reading, filled: Filled) -> None:
    """Let what was counted in 今年, 本月 or 本周 end with the document's own day, where that is known and lies in it.

    Args:
        reading: The document as read.
        filled: An event in the making, its date, accumulation and modality filled.
    """
    own, start, end = reading.published, filled.slots.get("date_start"), filled.slots.get("date_end")
    if own is None or start is None or end is None or not start <= own < end:
        return
    # what is planned, and prices and targets of a year, hold for all of it
    if filled.slots.get(MODALITY) != ACTUAL or "accumulation" not in filled.slots:
        return
    if cue_of(reading, filled.figure, MODALITY) is not None:
        return
    named = filled.mentions.get("date_end", ())
    if named and named[0].value == "at" and not _WHOLE & {*reading.text[named[0].start : named[0].end]}:
        filled.slots["date_end"] = own
