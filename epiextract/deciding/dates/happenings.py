"""The day on which something happened is not the day of its toll: 11日说，8日发生的地震已造成2862人死亡."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.dates.opening import times_of
from epiextract.deciding.disasters import disasters
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.values.times.lexicon import alternation, time_lexicon

# So many days after it an authority still counts; what it tells of an earlier one is as it was then.
REACH = 45


def is_happening(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a day is said of what happened on it, and another day before it tells when its toll is true.

    Args:
        reading: The document as read.
        figure: The figure.
        one: A time that may govern it.
    """
    mention = one.mentions[0]
    if one.sentence != figure.sentence or mention.start > figure.start or mention.value != "at":
        return False
    if _toll().match(reading.text, mention.end, figure.start) is None:
        return False
    day = reading.period_of(mention).end
    told = _told_before(reading, mention)
    last = reading.period_of(told).end if told is not None else None
    if told is None or day is None or last is None or last <= day:
        return False
    return told.value == "until" or (last - day).days <= REACH


def _told_before(reading: Reading, mention: Mention) -> Mention | None:
    """Return the day, or the time up to which is counted, that is named before a time in its sentence."""
    times = times_of(reading)
    at = bisect_left(times, mention.start, key=lambda index: reading.mentions[index].start) - 1
    if at < 0 or times[at] not in reading.periods:
        return None
    found = reading.mentions[times[at]]
    same = found.start >= reading.sentences[reading.sentence_at(mention.start)].start
    return found if same and found.value in ("at", "until") else None


@lru_cache(maxsize=1)
def _toll() -> re.Pattern[str]:
    """Return what follows a day on which something happened, up to the word for its toll: 夜间发生的强烈地震已造成."""
    words = time_lexicon().words
    happened, event = alternation(words["happened"]), disasters("local", "falls", "wide", "attacks", "any")
    within = r"[^，,。；;：:、\d\n]"
    total = alternation(words["toll"])
    so_told = rf"(?:{happened})(?:在{within}{{1,12}})?的{within}{{1,14}}?|的{within}{{0,8}}?(?:{event})"
    return re.compile(rf"{within}{{0,16}}?(?:{so_told}){within}{{0,10}}?(?:{total})")
