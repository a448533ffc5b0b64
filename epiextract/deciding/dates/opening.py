"""A date that opens its sentence, or its paragraph, governs what follows it: 25日，工信部公布…；…捐赠10台.

The ranker of dates grows unsure with every clause between a date and its figure. What opens a sentence and is set off
by a comma holds on to the end of the sentence, however long its list is, and what opens a paragraph for a sentence or
two more, unless another time is named in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.deciding.candidates.heads import opens_sentence
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.values.times.lexicon import time_lexicon

# A date opens a clause of its own: 理事会研究决定，于1月29日，…; 计划在2月25日前，… is told by its relation.
_OWN_CLAUSE = re.compile(r"[，；：][在于]")
_COMMAS = frozenset("，,")
# 1月28日，大年初四，… names one day twice.
_APPOSED = frozenset("，,")
# A date that opens a paragraph holds for so many sentences more.
REACH = 2


def opening_date(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the date that opens the sentence or paragraph of *figure* and is the last time named before it, or None.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    times = times_of(reading)
    at = bisect_left(times, figure.index)
    if not at or times[at - 1] not in reading.periods:
        return None
    last = reading.mentions[times[at - 1]]
    mention = _first_name(reading, times[max(0, at - 2) : at])
    sentence = reading.sentence_at(mention.start)
    if reading.text[last.end : last.end + 1] not in _COMMAS or reading.in_dateline(mention):
        return None
    if figure.sentence == sentence:
        return (mention,) if _is_set_off(reading, mention, reading.sentences[sentence].start) else None
    return (mention,) if _holds_on(reading, mention, sentence, figure) else None


def carried_on(reading: Reading, before: Figure, figure: Figure) -> bool:
    """Tell whether a sentence opens with a word that goes on with what the one before it tells of: 其中包括，此外.

    Args:
        reading: The document as read.
        before: The event's figure before, in the same sentence or in the one before it.
        figure: The figure; no time is named between the two.
    """
    opened = reading.sentences[figure.sentence].start
    near = figure.sentence - before.sentence <= 1
    if not near or reading.paragraph_of(before.sentence) != reading.paragraph_of(figure.sentence):
        return False
    times = times_of(reading)
    apart = bisect_left(times, figure.index) - bisect_left(times, before.index)
    return not apart and reading.text.startswith(time_lexicon().words["carried_opening"], opened)


def times_of(reading: Reading) -> list[int]:
    """Return the indexes of all time expressions of a document, those too whose day nobody knows.

    Args:
        reading: The document as read.
    """
    found: list[int] | None = reading.lines.get("times")
    if found is None:
        found = reading.lines["times"] = [at for at, one in enumerate(reading.mentions) if one.tag == "TIME"]
    return found


def _first_name(reading: Reading, last: list[int]) -> Mention:
    """Return the first of two times that name one day, the last of two others: 1月28日，大年初四，…."""
    mentions = [reading.mentions[index] for index in last]
    if len(last) == 2 and reading.text[mentions[0].end : mentions[1].start] in _APPOSED and last[0] in reading.periods:
        first, second = (reading.periods[index] for index in last)
        if first.end is not None and first.end == second.end:
            return mentions[0]
    return mentions[-1]


def _is_set_off(reading: Reading, mention: Mention, start: int) -> bool:
    """Tell whether a date opens its sentence, or sets a limit to all that follows: 计划在2月25日前，…."""
    return (
        (mention.value == "before" and getattr(mention.payload, "duration", None) is None)
        or opens_sentence(reading, mention, start)
        or _OWN_CLAUSE.fullmatch(reading.text, max(start, mention.start - 2), mention.start) is not None
    )


def _holds_on(reading: Reading, mention: Mention, sentence: int, figure: Figure) -> bool:
    """Tell whether a day that opens a paragraph holds for a sentence behind its own; 截至 and 以来 end with theirs."""
    paragraph = reading.paragraph_of(sentence)
    return (
        mention.value == "at"
        and figure.sentence - sentence <= REACH
        and reading.paragraph_of(figure.sentence) == paragraph
        and opens_sentence(reading, mention, reading.paragraphs[paragraph].start)
    )
