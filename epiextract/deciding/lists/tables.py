"""Tables that were flattened to text: below 地区 累计确诊 死亡 the second figure of 南京市 1346例 12例 are the dead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

_CELL = re.compile(r"[^\s|｜]+")
_ROOM = re.compile(r"[\s|｜]*")
_NAME = re.compile(r"[\s|｜]*[^\s|｜，,。；;：:、\d]{2,16}[\s|｜]*")
# A heading is short, and says no sentence.
_LONGEST_HEADING = 80
_SENTENCE = re.compile(r"[，,。；;：:！？、\d]")
_MEASURES = (":STATE", ":CASE")
_ACCUMULATION = ":ACCUMULATION"
_PEOPLE = frozenset({"person", "bare", "count"})
_NAMES = frozenset({"PLACE", "TIME", "FACILITY"})
LEAST = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a column says of its figures.

    Args:
        measure: What is counted.
        accumulation: Whether it is a total, an increase or a stock; None where the head does not say.
    """

    measure: str
    accumulation: str | None


def column_heads(reading: Reading) -> Mapping[int, Head]:
    """Return by the index of its mention what the column of each figure of a table is headed by, worked out once.

    Args:
        reading: The document as read.
    """
    found: dict[int, Head] | None = reading.lines.get("tables")
    if found is None:
        found = reading.lines["tables"] = _tables(reading)
    return found


def _tables(reading: Reading) -> dict[int, Head]:
    found: dict[int, Head] = {}
    heads: list[Head] = []
    for paragraph in reading.paragraphs:
        first, last = reading.index_after(paragraph.start), reading.index_after(paragraph.end)
        figures = _row(reading, paragraph.start, paragraph.end, first, last) if heads else []
        if figures and len(figures) == len(heads):
            found.update(zip(figures, heads, strict=True))
        else:
            heads = _heading(reading, paragraph.start, paragraph.end, reading.mentions[first:last])
    return found


def _heading(reading: Reading, start: int, end: int, mentions: Sequence[Mention]) -> list[Head]:
    """Return what the cells of a line say where all but the first one name what is counted, else nothing."""
    text = reading.text
    if end - start > _LONGEST_HEADING or len(mentions) < LEAST or _SENTENCE.search(text, start, end):
        return []
    cells = [cell.span() for cell in _CELL.finditer(text, start, end)]
    heads = [_head([m for m in mentions if low <= m.start < high]) for low, high in cells]
    told = [head for head in heads[1:] if head is not None]
    if len(told) < len(heads) - 1 or len(heads) < LEAST:
        return []
    whole = [heads[0], *told] if heads[0] is not None else told
    return [head for head in whole if head is not None] if len(whole) >= LEAST else []


def _head(mentions: Sequence[Mention]) -> Head | None:
    """Return what one cell says, or None where it names nothing that is counted."""
    said = [meaning for mention in mentions for meaning in mention.meanings()]
    measure = next((value for ending in _MEASURES for tag, value in said if tag.endswith(ending)), None)
    accumulation = next((value for tag, value in said if tag.endswith(_ACCUMULATION)), None)
    return Head(measure, accumulation) if measure is not None else None


def _row(reading: Reading, start: int, end: int, first: int, last: int) -> list[int]:
    """Return the figures of a line that holds a name and figures alone, nothing but room between them."""
    mentions = reading.mentions
    if first >= last or mentions[first].tag not in _NAMES:
        return []
    figures = [index for index in range(first, last) if mentions[index].tag == "QTY"]
    if not figures or any(mentions[index].value not in _PEOPLE for index in figures):
        return []
    ends = [*(mentions[index].start for index in figures[1:]), end]
    gaps = [reading.text[mentions[at].end : stop] for at, stop in zip(figures, ends, strict=True)]
    name = reading.text[start : mentions[figures[0]].start]
    # the room between a word and a number is dropped in what is read: 南京市1346例512例
    return figures if _NAME.fullmatch(name) and all(_ROOM.fullmatch(gap) for gap in gaps) else []
