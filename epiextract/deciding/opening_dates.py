"""A date that opens its sentence, or its paragraph, governs what follows it: 25日，工信部公布…；…捐赠10台.

The ranker of dates grows unsure with every clause between a date and its figure. What opens a sentence and is set off
by a comma holds on to the end of the sentence, however long its list is, and what opens a paragraph for a sentence or
two more, unless another time is named in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# What may stand before a date that opens: the mark of a list's item, a quotation mark.
_BARE = re.compile(r"[\W\d]{0,4}")
_COMMAS = frozenset("，,")
# A date that opens a paragraph holds for so many sentences more.
REACH = 2


def opening_date(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the date that opens the sentence or paragraph of *figure* and is the last time named before it, or None.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    times = _times(reading)
    at = bisect_left(times, figure.index)
    if not at or times[at - 1] not in reading.periods:
        return None
    mention = reading.mentions[times[at - 1]]
    sentence = reading.sentence_at(mention.start)
    behind = reading.text[mention.end : mention.end + 1]
    if behind not in _COMMAS or not _opens(reading, mention, reading.sentences[sentence].start):
        return None
    return (mention,) if figure.sentence == sentence or _holds_on(reading, mention, sentence, figure) else None


def _times(reading: Reading) -> list[int]:
    """Return the indexes of all time expressions of a document, those too whose day nobody knows."""
    found: list[int] | None = reading.lines.get("times")
    if found is None:
        found = reading.lines["times"] = [at for at, one in enumerate(reading.mentions) if one.tag == "TIME"]
    return found


def _opens(reading: Reading, mention: Mention, start: int) -> bool:
    """Tell whether nothing but signs stands before a date: in 每天凌晨0点到8点 it is told of every day."""
    return not reading.in_dateline(mention) and _BARE.fullmatch(reading.text, start, mention.start) is not None


def _holds_on(reading: Reading, mention: Mention, sentence: int, figure: Figure) -> bool:
    """Tell whether a day that opens a paragraph holds for a sentence behind its own; 截至 and 以来 end with theirs."""
    paragraph = reading.paragraph_of(sentence)
    return (
        mention.value == "at"
        and figure.sentence - sentence <= REACH
        and reading.paragraph_of(figure.sentence) == paragraph
        and _opens(reading, mention, reading.paragraphs[paragraph].start)
    )
