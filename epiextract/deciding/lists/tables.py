"""Tables that were flattened to text: below 地区 累计确诊 死亡 the second figure of 南京市 1346例 12例 are the dead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

_CELL = re.compile(r"[^\s|｜，,]+")
_ROOM = re.compile(r"[\s|｜，,]*")
_NAME = re.compile(r"[\s|｜]*[^\s|｜，,。；;：:、\d]{2,16}[\s|｜，,]*")
# 排名 国家 确诊: the rows below are numbered.
_NUMBERED = re.compile(r"排名|名次|序号|序號|编号|編號|No\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[ |｜]{0,4}\d{1,4}[ |｜，,]{1,8}")
# A heading is short, and says no sentence. Its cells may stand apart by commas, as those of its rows do.
_LONGEST_HEADING = 80
_SENTENCE = re.compile(r"[。；;：:！？、\d]")
_COMMAS = re.compile(r"[，,]")
_MEASURES = (":STATE", ":CASE")
_ACCUMULATION = ":ACCUMULATION"
_PEOPLE = frozenset({"person", "bare", "count"})
_PLACE = "PLACE"
_NAMES = frozenset({_PLACE, "TIME", "FACILITY"})
LEAST = 2
TOTAL, FRESH, STOCK = "cumulative", "new", "current"
_CONFIRMED = "confirmed"
# A column that is headed by nothing but 新增, 累计 or 现有 beside one of 治愈 or 死亡 counts who was confirmed.
_BARE = frozenset({"新增", "累计", "累計", "现有", "現有", "现存", "現存"})
_BARE_BEFORE, _BARE_BEHIND = (
    re.compile("(?:今日|昨日|当日|本日)?"),
    re.compile("(?:人数|人數|例数|例數|总数|總數|数|數|例)?"),
)
# 累计出院 is one term of a pack.
_TOTALLED = ("累计", "累計", "累积")
# What a column counts that its head alone names: who was confirmed, died or was cured by then, and who is ill now.
_BY_THEN, _NOW = frozenset({_CONFIRMED, "death", "recovered"}), frozenset({"severe", "critical"})
# Unless the line above tells of one day: 2月3日各市新增情况.
_OF_DAY = re.compile("新增|当日|當日|当天|昨日|今日|单日|日增|净增")
# A row of sums has no place of its own: 合计 3 201.
_SUMS = re.compile(r"[\s|｜]*(?:合计|合計|总计|總計|共计|小计|累计|总数|总和)[\s|｜，,]*")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a column says of its figures.

    Args:
        measure: What is counted.
        accumulation: Whether it is a total, an increase or a stock; None where the head does not say.
    """

    measure: str
    accumulation: str | None


@dataclass(slots=True)
class Tables:
    """The tables of a document, all by the indexes of mentions.

    Args:
        heads: What the column of each figure is headed by.
        numbers: The figures that only number rows.
        places: The place that each figure's row names first.
        sums: Where the table begins of each figure that stands in a row of sums.
    """

    heads: dict[int, Head] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)
    places: dict[int, Mention] = field(default_factory=dict)
    sums: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Heading:
    start: int
    heads: Sequence[Head]
    numbered: bool


def column_heads(reading: Reading) -> Mapping[int, Head]:
    """Return by the index of its mention what the column of each figure of a table is headed by.

    Args:
        reading: The document as read.
    """
    return tables_of(reading).heads


def tables_of(reading: Reading) -> Tables:
    """Return the tables of a document, worked out once.

    Args:
        reading: The document as read.
    """
    found: Tables | None = reading.lines.get("tables")
    if found is None:
        found = reading.lines["tables"] = _tables(reading)
    return found


def _tables(reading: Reading) -> Tables:
    found = Tables()
    heading: _Heading | None = None
    above = ""
    for paragraph in reading.paragraphs:
        first, last = reading.index_after(paragraph.start), reading.index_after(paragraph.end)
        if heading is None or not _add_row(reading, found, heading, (paragraph.start, paragraph.end), (first, last)):
            heading = _heading(reading, paragraph.start, paragraph.end, reading.mentions[first:last], above)
        above = reading.text[max(paragraph.start, paragraph.end - _LONGEST_HEADING) : paragraph.end]
    return found


def _heading(reading: Reading, start: int, end: int, mentions: Sequence[Mention], above: str) -> _Heading | None:
    """Return what the cells of a line say where all but the first ones name what is counted, else nothing."""
    text = reading.text
    if end - start > _LONGEST_HEADING or len(mentions) < LEAST or _SENTENCE.search(text, start, end):
        return None
    cells = [cell.span() for cell in _CELL.finditer(text, start, end)]
    numbered = bool(cells) and _NUMBERED.fullmatch(text, *cells[0]) is not None
    cells = cells[numbered:]
    heads = [_head(text, low, high, [m for m in mentions if low <= m.start < high]) for low, high in cells]
    told = [head for head in heads[1:] if head is not None]
    if len(told) < len(heads) - 1 or len(heads) < LEAST:
        return None
    # prose lists what it tells of too, but no name before it
    if heads[0] is not None and (numbered or _COMMAS.search(text, start, end)):
        return None
    whole = [heads[0], *told] if heads[0] is not None else told
    kept = [head for head in whole if head is not None]
    # one figure in a row is no table, unless the row is numbered
    if len(kept) < (1 if numbered else LEAST) or not any(head.measure for head in kept):
        return None
    return _Heading(start, _as_counted(kept, above), numbered)


def _head(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Head | None:
    """Return what one cell says, with no measure where it says no more than 新增; None where it names nothing."""
    said = [meaning for mention in mentions for meaning in mention.meanings()]
    measure = next((value for ending in _MEASURES for tag, value in said if tag.endswith(ending)), None)
    accumulation = next((value for tag, value in said if tag.endswith(_ACCUMULATION)), None)
    if accumulation is None and text.startswith(_TOTALLED, start):
        accumulation = TOTAL
    if measure is not None:
        return Head(measure, accumulation)
    return Head("", accumulation) if any(_is_bare(text, start, end, one) for one in mentions) else None


def _is_bare(text: str, start: int, end: int, mention: Mention) -> bool:
    """Tell whether a cell holds nothing but a word for what is new, a total or a stock: 新增, 累计人数."""
    alone = _BARE_BEFORE.fullmatch(text, start, mention.start) and _BARE_BEHIND.fullmatch(text, mention.end, end)
    return alone is not None and text[mention.start : mention.end] in _BARE


def _as_counted(heads: Sequence[Head], above: str) -> Sequence[Head]:
    """Return the heads of a table with what it tells beside them of those that say less."""
    named = _named(heads)
    if _OF_DAY.search(above):
        return named
    said = {head.accumulation for head in heads}
    # 确诊 beside 新增确诊 is a total; what else there is beside it may be new as well
    fresh = {head.measure for head in named if head.accumulation == FRESH} if TOTAL not in said else None
    return [
        head
        if head.accumulation or (fresh and head.measure not in fresh)
        else replace(head, accumulation=_usual(head.measure))
        for head in named
    ]


def _named(heads: Sequence[Head]) -> list[Head]:
    """Return the heads with a measure each: 确诊 新增 死亡 新增 has the one before, what is told once is confirmed."""
    bare = [head.accumulation for head in heads if not head.measure]
    repeats = len(bare) > len({*bare})
    found: list[Head] = []
    for head in heads:
        measure = found[-1].measure if repeats and found else _CONFIRMED
        found.append(head if head.measure else replace(head, measure=measure))
    return found


def _usual(measure: str) -> str | None:
    return TOTAL if measure in _BY_THEN else STOCK if measure in _NOW else None


def _add_row(
    reading: Reading, found: Tables, heading: _Heading, line: tuple[int, int], indexes: tuple[int, int]
) -> bool:
    """Add a line that holds a name and as many figures as there are heads, nothing but room between; tell if it is one.

    The room between a word and a number is dropped in what is read: 南京市1346例512例.
    """
    (start, end), (first, last), text, mentions = line, indexes, reading.text, reading.mentions
    number = range(0)
    opened = _NUMBER.match(text, start, end) if heading.numbered else None
    if opened is not None:
        start = opened.end()
        number, first = range(first, reading.index_after(start)), reading.index_after(start)
    figures = [index for index in range(first, last) if mentions[index].tag == "QTY"]
    if len(figures) != len(heading.heads) or any(mentions[index].value not in _PEOPLE for index in figures):
        return False
    ends = [*(mentions[index].start for index in figures[1:]), end]
    gaps = [(mentions[at].end, stop) for at, stop in zip(figures, ends, strict=True)]
    low, high = start, mentions[figures[0]].start
    sums = _SUMS.fullmatch(text, low, high) is not None
    named = first < last and mentions[first].tag in _NAMES and _NAME.fullmatch(text, low, high)
    if not (sums or named) or not all(_ROOM.fullmatch(text, *gap) for gap in gaps):
        return False
    found.heads.update(zip(figures, heading.heads, strict=True))
    found.numbers.update(number)
    if sums:
        found.sums.update((index, heading.start) for index in figures)
    elif mentions[first].tag == _PLACE:
        found.places.update((index, mentions[first]) for index in figures)
    return True
