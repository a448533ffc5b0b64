"""Which figures count cases that were infected abroad: 境外输入28例, 28例为境外输入, 10例，全部为境外输入."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from epiextract.deciding.attributes.imported_from import came_from
from epiextract.deciding.attributes.imported_sums import summed_cases
from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.cues import tag_of
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.wholes import part_of, whole_of
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

IMPORTED = "imported"
# What the cue is said of stands so near.
REACH = 12
_COUNTED = frozenset({"person", "bare", "count"})
# 境外输入关联病例 were infected at home, by somebody who was not; 非境外输入 and 防境外输入 count nobody.
_LINKED = re.compile("(?:确诊)?(?:病例)?的?(?:引[起发]|关联|相关|续发)")
_DENIED = re.compile("[非防除]$")
# 湖北输入病例 and 省外输入性病例 came from inside the country, and so did those of January and February 2020 in all
# annotated articles, from 湖北; not the 输入个案 of Hong Kong and Macau, nor the dengue fever of 2019.
_CASES_OF_HARBOURS = ("个案", "個案")
_BARE, _INSIDE = ("输入", "輸入"), re.compile("(?:外[省市地区區县縣]|[省市区區县縣]外)$")
_FROM_HUBEI = date(2020, 1, 1), date(2020, 2, 29)
_HOME = "cn:"
# Cases of both sorts, or the end of a list's item, part the cue from a figure.
_PARTED = re.compile("[、；;，。）)]|本土|本地")
# 新增10例，全部来自于境外输入: the cue speaks of the figure of the clause before.
_ALL, _REST = re.compile("全部|[均都皆]"), re.compile("其余|其餘|其他|其它")
_STANDING = ("current", "cumulative")
_ENDS_TOPIC = frozenset({"TIME", "PLACE"})
_GOES_ON = re.compile(
    r"[，,](?:现有|目前|现|尚有|仍有)?(?:治愈|出院|死亡|在院|在治|住院|现有|重症|危重)[^，,。；;：:、（(\n\d]{0,8}"
)
_LOCAL = re.compile("本土|本地")
# A row of days: 境外输入确诊病例176例，|19日达203例，|21日达287例; 境外输入病例不断攀升，|6日为21例.
_DAY = (
    r"(?:[，,][^，,。；;：:（(\d\n]{0,8})?[，,、；;]\s*(?:\d{1,2}月)?\d{1,2}日(?:[^，,。；;：:（(\d\n]{0,4}[，,])?"
    r"(?:又|再|就|便)?(?:[为為达達至是]|达到|達到|[增升][至到])(?:了|至|到)?"
)
_NEXT_DAY = re.compile(_DAY)
_FIRST_DAY = re.compile(rf"(?:确诊|確診)?(?:病例|个案|個案)?数?[^，,。；;、：:（(\d\n]{{0,8}}{_DAY}")
# 19日达228例，突破两百: the same once more.
_PASSED, _PASSES = re.compile(r"[，,](?:首次|已|就|便)?"), "突破"
# 境外输入确诊病例8例|和无症状感染者4例, where no bracket tells what of the second came in.
_TOO = re.compile(r"(?:和|及|以及|与|與)(?:无症状感染者|無症狀感染者)")
_TOLD_APART = re.compile(r"[（(][^）)\n]{0,30}(?:输入|輸入|本土|本地)")


def fill_imported(reading: Reading, filled: Filled, events: Mapping[int, Filled]) -> None:
    """Fill whether the people of a figure were infected abroad.

    Args:
        reading: The document, decided.
        filled: The event in the making.
        events: The events before it, by the index of their figures.
    """
    # what a pattern captured may be another figure's: 5例境外输入病例和3例本土病例
    if filled.mentions.pop(IMPORTED, None):
        del filled.slots[IMPORTED]
    if filled.slots.get("measure") == "close_contact":
        return
    figure = filled.figure
    cue = _cues(reading).get(figure.index) or came_from(reading, figure) or _inherited(reading, figure, events)
    if cue:
        filled.slots[IMPORTED], filled.mentions[IMPORTED] = True, (cue,)


def _inherited(reading: Reading, figure: Figure, events: Mapping[int, Filled]) -> Mention | None:
    """Return the cue of the figure that one is a part of: 境外输入确诊病例6例（甘肃4例，陕西2例）."""
    if _LOCAL.search(reading.text, figure.clause[0], figure.start):
        return None
    whole = whole_of(reading, figure) or _whole_before(reading, figure) or _alike(reading, figure)
    source = events.get(whole.index) if whole else None
    cues = source.mentions.get(IMPORTED, ()) if source else ()
    return cues[0] if cues else None


def _before(reading: Reading, figure: Figure) -> Figure | None:
    at = reading.figure_after(figure.start)
    return reading.figures[at - 1] if at else None


def _alike(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure before one that counts the same on another day, or joined by 和 those without symptoms."""
    before = _before(reading, figure)
    if before is None:
        return None
    if _NEXT_DAY.fullmatch(reading.text, before.end, figure.start):
        return before
    if reading.text.startswith(_PASSES, figure.start) and _PASSED.fullmatch(reading.text, before.end, figure.start):
        return before
    joined = _TOO.fullmatch(reading.text, before.end, figure.start) is not None
    return before if joined and not _TOLD_APART.match(reading.text, figure.end) else None


def _whole_before(reading: Reading, figure: Figure) -> Figure | None:
    """Return the whole of the part before a figure that goes on with it: 其中治愈5例，|在院治疗2例."""
    before = _before(reading, figure)
    if before is None or _GOES_ON.fullmatch(reading.text, before.end, figure.start) is None:
        return None
    return part_of(reading, before)


def _cues(reading: Reading) -> dict[int, Mention]:
    """Return the cue of each figure that has one, by the index of the figure, worked out once."""
    if IMPORTED not in reading.lines:
        told = ((_whose(reading, index), cue) for index, cue in enumerate(reading.mentions))
        cues = {whose: cue for whose, cue in told if whose is not None}
        reading.lines[IMPORTED] = dict(summed_cases(reading, cues)) | dict(_topical(reading)) | cues
    found: dict[int, Mention] = reading.lines[IMPORTED]
    return found


def _topical(reading: Reading) -> Iterator[tuple[int, Mention]]:
    """Yield the figures of bulletins that go on about imported cases, by index, each with the cue that opens them.

    境外输入现有确诊病例776例，现有疑似病例48例。累计确诊病例1183例 are imported throughout, up to a date or a place.
    """
    topic: Mention | None = None
    paragraph = -1
    for number, sentence in enumerate(reading.sentences):
        first, last = reading.bounds[number]
        mentions = reading.mentions[first:last]
        if _opens_topic(mentions, sentence.start):
            topic, paragraph = mentions[0], sentence.paragraph
        elif sentence.paragraph != paragraph or any(one.tag in _ENDS_TOPIC for one in mentions):
            topic = None
        if topic is not None and not _LOCAL.search(reading.text, sentence.start, sentence.end):
            yield from ((at, topic) for at in range(first, last) if _is_count(reading.mentions[at]))


def _opens_topic(mentions: Sequence[Mention], start: int) -> bool:
    """Tell whether a sentence opens with 境外输入现有 or 境外输入累计, and not with 境外输入病例3例."""
    if len(mentions) < 3 or mentions[0].start != start or not tag_of(mentions[0], IMPORTED):
        return False
    second = mentions[1]
    return second.start == mentions[0].end and second.valued(tag_of(second, "accumulation")) in _STANDING


def _is_count(mention: Mention) -> bool:
    return mention.tag == "QTY" and mention.value in _COUNTED


def _whose(reading: Reading, index: int) -> int | None:
    """Return the index of the figure that a mention is the cue of, or None."""
    cue = reading.mentions[index]
    text = reading.text
    if not tag_of(cue, IMPORTED) or _LINKED.match(text, cue.end) or _DENIED.search(text[cue.start - 1 : cue.start]):
        return None
    if _is_from_inside(reading, index):
        return None
    right, left = _neighbour(reading, index, 1), _neighbour(reading, index, -1)
    # 疑似病例3例，均为境外输入病例（上海1例，广东2例）: what brackets tell are parts
    if left is None and right is None and (day := _first_day(reading, index)) is not None:
        return day
    if left is None and (right is None or "（" in text[cue.end : reading.mentions[right].start]):
        all_ = _before_all(reading, cue)
        return right if all_ is None else all_
    if right is None or left is None:
        return left if right is None else right
    before = text[reading.mentions[left].end : cue.start]
    behind = reading.mentions[right].start - cue.end
    # a bracket opens the parts of the figure before it: 30例（境外输入28例）
    return left if len(before) < behind and not set(before) & {"（", "("} else right


def _is_from_inside(reading: Reading, index: int) -> bool:
    """Tell whether 输入病例 are not said to come from abroad, and came from another part of the country."""
    cue, text = reading.mentions[index], reading.text
    if not text.startswith(_BARE, cue.start):
        return False
    if _INSIDE.search(text, max(0, cue.start - 2), cue.start):
        return True
    before = reading.mentions[index - 1] if index else cue
    if before.tag == "PLACE" and before.end == cue.start:
        return (before.value or "").startswith(_HOME)
    if text.endswith(_CASES_OF_HARBOURS, cue.start, cue.end):
        return False
    first, last = _FROM_HUBEI
    return reading.published is not None and first <= reading.published <= last


def _neighbour(reading: Reading, index: int, step: int) -> int | None:
    """Return the index of the nearest count to the one side of a cue, in its clause."""
    cue = reading.mentions[index]
    at = index + step
    while 0 <= at < len(reading.mentions):
        mention = reading.mentions[at]
        between = reading.text[mention.end : cue.start] if step < 0 else reading.text[cue.end : mention.start]
        if len(between) > REACH or _PARTED.search(between):
            return None
        if _is_count(mention):
            return at
        at += step
    return None


def _first_day(reading: Reading, index: int) -> int | None:
    """Return the first figure of a row of days that the clause of a cue opens: 境外输入病例不断攀升，5日为|20例."""
    end = reading.mentions[index].end
    at = reading.figure_after(end)
    figure = reading.figures[at] if at < len(reading.figures) else None
    if figure is None or not _is_count(reading.mentions[figure.index]):
        return None
    return figure.index if _FIRST_DAY.fullmatch(reading.text, end, figure.start) else None


def _before_all(reading: Reading, cue: Mention) -> int | None:
    """Return the figure before the clause, or the brackets, in which a cue speaks of all: 10例，均为境外输入."""
    sentence = reading.sentence_at(cue.start)
    start, _ = reading.clause_at(sentence, cue.start)
    if not _ALL.search(reading.text, start, cue.start) or _REST.search(reading.text, start, cue.start):
        return None
    brackets = brackets_of(reading, sentence)
    opened = brackets.around(cue.start)
    end = opened if opened >= 0 else start
    first, _ = reading.bounds[sentence]
    for at in range(reading.index_after(end) - 1, first - 1, -1):
        mention = reading.mentions[at]
        if _is_count(mention) and not brackets.hides(mention.start, end):
            return at
    return None
