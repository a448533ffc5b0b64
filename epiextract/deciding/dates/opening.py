"""A date that opens its sentence, or its paragraph, governs what follows it: 25日，工信部公布…；…捐赠10台.

The ranker of dates grows unsure with every clause between a date and its figure. What opens a sentence and is set off
by a comma holds on to the end of the sentence, however long its list is, and what opens a paragraph for a sentence or
two more, unless another time is named in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from epiextract.deciding.candidates.heads import opens_sentence
from epiextract.deciding.lists.headings import heading_of
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.values.times.lexicon import time_lexicon

# A date opens a clause of its own: 理事会研究决定，于1月29日，…; 计划在2月25日前，… is told by its relation.
_OWN_CLAUSE = re.compile(r"[，；：][在于]")
_COMMAS = frozenset("，,")
# 1月28日，大年初四，… names one day twice.
_APPOSED = frozenset("，,")
# 捐赠仪式|2月3日|在南京市举行, 南京市|2月3日|召开发布会; 湖北省2月3日|通报 tells of the day before.
_SUBJECT = re.compile(r"[^，。；：、！？\n\d]{2,16}")
_DOES = re.compile(
    r"(?:[上下]午|晚间?|凌晨|中午)?(?:[在于][^，。；：！？\n]{2,20})?(?:正式|紧急|联合|再次|率先)?"
    r"(?:举[行办]|召开|宣布|启动|发起|决定|抵达|开展|成立|开幕|收到|迎来)"
)
# 早前，该集团捐款500万元
_EARLIER = re.compile("此前|早前|之前|先前|曾|去年|过去|往年|从前|早在|以往|将于?|预计|计划")
_OF_DAY_BEFORE = "case_count"
# Headings before the first sentence of an article.
MOST_HEADS = 6
# So often is 目前 said before a figure, as in 至此，目前共有.
MOST_NOW = 3
# 第五批：|2月9日|958人出征, 一、|2月2日, 【|2月2日|】, 1月24日|（除夕）; not 记者 and 来源 of an imprint, nor 截至.
_DAY = re.compile(r"\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|凌晨|中午)?")
_LINE_BEFORE = re.compile(r"[ \u3000]*[^，。；！？、\n讯电记来发截前]{0,16}、?")
_LINE_BEHIND = re.compile(r"[^，。；！？\n讯电记来发前后起止月日至—-]{0,16}")
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
    while at and _only_lasts(reading, reading.mentions[times[at - 1]], figure):
        at -= 1
    if not at or times[at - 1] not in reading.periods:
        return None
    last = reading.mentions[times[at - 1]]
    mention = _first_name(reading, times[max(0, at - 2) : at])
    sentence = reading.sentence_at(mention.start)
    if _tells_day(reading, mention, sentence, figure):
        return (mention,)
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


def goes_on_now(reading: Reading, before: Figure, figure: Figure) -> bool:
    """Tell whether a sentence says of today, and of no other time, how what the one before it tells has come out.

    3月7日，武汉市新增41例确诊病例。目前累计61例 is of that day: of eight such figures of annotated articles six are.

    Args:
        reading: The document as read.
        before: The event's figure before.
        figure: The figure.
    """
    if figure.sentence - before.sentence > 1:
        return False
    if reading.paragraph_of(before.sentence) != reading.paragraph_of(figure.sentence):
        return False
    times, first = times_of(reading), reading.bounds[figure.sentence][0]
    at = bisect_left(times, figure.index)
    opened = at - bisect_left(times, first)
    between = max(opened, at - bisect_left(times, before.index))
    if not opened or between > MOST_NOW:
        return False
    named = (reading.mentions[index] for index in times[at - between : at])
    return all(reading.text[one.start : one.end] in time_lexicon().words["carried_now"] for one in named)


def heading_date(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the date in the line above a list, if no other time is named between it and *figure*.

    截至2月3日，慈善总会收到捐赠如下：/1.恒力集团 500万元

    Args:
        reading: The document as read.
        figure: An item of the list.
    """
    heading = heading_of(reading, figure)
    times = times_of(reading)
    at = bisect_left(times, figure.index)
    if heading is None or not at or times[at - 1] not in reading.periods:
        return None
    last = reading.mentions[times[at - 1]]
    return (last,) if heading.start <= last.start < heading.end and not reading.in_dateline(last) else None


def line_date(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the day in a short line above the paragraph of *figure*, where no other time is named between them.

    2月2日出征/第三批医疗队共106人, 【2月2日】/新增3例.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    times = times_of(reading)
    at = bisect_left(times, figure.index)
    if not at or times[at - 1] not in reading.periods:
        return None
    last = reading.mentions[times[at - 1]]
    above = reading.paragraph_of(reading.sentence_at(last.start))
    if last.value != "at" or reading.paragraph_of(figure.sentence) != above + 1 or reading.in_dateline(last):
        return None
    line = reading.paragraphs[above]
    if figure.sentence - reading.sentence_at(line.end - 1) > REACH:
        return None
    day = reading.period_of(last)
    whole = _DAY.fullmatch(reading.text, last.start, last.end)
    before = _LINE_BEFORE.fullmatch(reading.text, line.start, last.start)
    alone = before and _LINE_BEHIND.fullmatch(reading.text, last.end, line.end)
    return (last,) if whole and alone and day.start == day.end else None


def times_of(reading: Reading) -> list[int]:
    """Return the indexes of all time expressions of a document, those too whose day nobody knows.

    Args:
        reading: The document as read.
    """
    found: list[int] | None = reading.lines.get("times")
    if found is None:
        found = reading.lines["times"] = [at for at, one in enumerate(reading.mentions) if one.tag == "TIME"]
    return found


def _only_lasts(reading: Reading, mention: Mention, figure: Figure) -> bool:
    """Tell whether a time of a sentence before only says how long something went on: 治愈人数连续6天上升."""
    return mention.value == "consecutive" and reading.sentence_at(mention.start) < figure.sentence


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


def _tells_day(reading: Reading, mention: Mention, sentence: int, figure: Figure) -> bool:
    """Tell whether the first sentence of an article says behind its subject on which day all comes about.

    捐赠仪式2月3日在南京市举行。恒力集团捐赠护目镜12副; cases told in such sentences are mostly of the day before.

    Args:
        reading: The document as read.
        mention: The last date before the figure.
        sentence: The sentence of the date.
        figure: The figure.
    """
    if figure.decided is None or figure.decided.type == _OF_DAY_BEFORE:
        return False
    if mention.value != "at" or not sentence < figure.sentence <= sentence + REACH:
        return False
    start, end = reading.sentences[sentence].start, reading.sentences[sentence].end
    if sentence != _first_sentence(reading) or reading.in_dateline(mention):
        return False
    if not _SUBJECT.fullmatch(reading.text, start, mention.start) or not _DOES.match(reading.text, mention.end, end):
        return False
    return _EARLIER.search(reading.text, mention.end, figure.start) is None


def _first_sentence(reading: Reading) -> int:
    """Return the first sentence of the body of a document; a title is none."""
    for number in range(min(len(reading.sentences), MOST_HEADS)):
        if reading.paragraph_kind(reading.paragraph_of(number)) == "body":
            return number
    return -1


def _holds_on(reading: Reading, mention: Mention, sentence: int, figure: Figure) -> bool:
    """Tell whether a day that opens a paragraph holds for a sentence behind its own; 截至 and 以来 end with theirs."""
    paragraph = reading.paragraph_of(sentence)
    return (
        mention.value == "at"
        and figure.sentence - sentence <= REACH
        and reading.paragraph_of(figure.sentence) == paragraph
        and opens_sentence(reading, mention, reading.paragraphs[paragraph].start)
    )
