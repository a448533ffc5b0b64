"""What was counted from the day on which something began up to now: 从2月9日接收首批30名患者至今，收治1800人."""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.deciding.cues import cue_of, tag_of
from epiextract.deciding.dates.opening import times_of
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

_FROM = frozenset("从自從")
_NOW = "至今|以来|以來|到现在|到目前|到今天"
# 从2月9日|接收首批30名患者至今，|…, and 从1月20日开始|收治患者，到今天|…; 自1月28日以来有了首批出院患者 tells of now.
_GOES_ON = re.compile(
    rf"(?:[^，,。；;：:！？\n]{{1,30}}?(?P<now>{_NOW})"
    r"|(?<=[始起])[^，,。；;：:！？\n]{0,24}[，,](?P<later>(?:截?至|到)(?:今天|今日|今|目前|现在)(?:为止)?))"
    r"[，,]?(?:(?!首[批例次名])[^。；;！？\n]){0,60}\Z"
)
_REACH = 120
# So many times are looked at before a figure.
MOST = 3
_SUMS = frozenset({None, "cumulative"})


def fill_since_opened(reading: Reading, filled: Filled) -> bool:
    """Fill the dates of a total from a day up to the document's own; tell whether it is one.

    Args:
        reading: The document as read.
        filled: An event in the making.
    """
    opened = _opened(reading, filled.figure)
    if opened is None:
        return False
    filled.slots["date_start"] = reading.period_of(opened).start
    filled.slots["date_end"] = reading.published
    filled.mentions["date_end" if reading.published else "date_start"] = (opened,)
    return True


def _opened(reading: Reading, figure: Figure) -> Mention | None:
    """Return the day from which a figure is counted up to now, no other time named in between, or None."""
    times, text = times_of(reading), reading.text
    at = bisect_left(times, figure.index)
    first = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    for index in reversed(times[max(0, at - MOST) : at]):
        mention = reading.mentions[index]
        if mention.start < first:
            return None
        if mention.value not in ("at", "since") or index not in reading.periods:
            continue
        if text[mention.start] not in _FROM and text[mention.start - 1 : mention.start] not in _FROM:
            continue
        day, goes_on = reading.periods[index], _GOES_ON.match(text, mention.end, figure.start)
        if goes_on is None or day.start is None or (mention.value == "at" and day.start != day.end):
            return None
        low, high = goes_on.span("now" if goes_on["now"] else "later")
        between = (reading.mentions[one] for one in times[bisect_left(times, index) + 1 : at])
        if any(one.end <= low or one.start >= high for one in between):
            return None
        cue = cue_of(reading, figure, "accumulation")
        return mention if (cue.valued(tag_of(cue, "accumulation")) if cue else None) in _SUMS else None
    return None
