"""Lists a line an item below a line that says what they are: 武汉市急需物资如下：/口罩3万只；/防护服20件."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from epiextract.matching.reading import Figure, Reading

GIVEN, NEEDED = "given", "needed"
# How much of a line is read for what it says of the list below, and how long an item is.
LONGEST_HEADING, LONGEST_ITEM = 90, 60
_ENDS = re.compile(r"[：:]\s*\Z")
_SENTENCE = re.compile(r"[。！？\n]")
_INSIDE = re.compile(r"[。！？：:]\s*(?=\S)")
_LAST = re.compile(r"[。！？]\s*\Z")
# 一、现金捐赠 between the items of two lists that have one heading.
_SUBHEADING = re.compile(r"\s*[（(]?[一二三四五六七八九十]{1,2}[、）)][^，,。；;\d\n]{1,12}[：:]?\s*")
_NEEDS = re.compile("急需|急缺|紧缺|紧需|需求|缺口|短缺|缺少|所需|需要")
# 急需以下物资，欢迎捐赠： asks for what it needs.
_ASKS = re.compile(r"(?:欢迎|恳请|呼吁|希望|请|接受|求助|寻求)[^，。：:\n]{0,16}?捐[赠助献]?")
_GIVES = re.compile("捐|赠送")
GOODS = frozenset({"goods", "mass", "count", "volume", "length", "bare"})
_LISTED = GOODS | {"money"}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a list.

    Args:
        start: Where its last sentence begins.
        end: Where the line ends.
        tells: ``given`` or ``needed``, or None where it says something else.
        first: The index of the mention of the first figure below it.
    """

    start: int
    end: int
    tells: str | None
    first: int


def heading_of(reading: Reading, figure: Figure) -> Heading | None:
    """Return the line above the list in which a figure stands, or None.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    found: Mapping[int, Heading] | None = reading.lines.get("headings")
    if found is None:
        found = reading.lines["headings"] = _headings(reading)
    return found.get(figure.index)


def _headings(reading: Reading) -> dict[int, Heading]:
    found: dict[int, Heading] = {}
    text = reading.text
    line: tuple[int, int] | None = None
    heading: Heading | None = None
    for paragraph in reading.paragraphs:
        start, end = paragraph.start, paragraph.end
        figures = _items(reading, start, end) if line is not None else []
        if line is not None and figures:
            heading = heading or Heading(*line, _tells(text, *line), figures[0].index)
            found.update((one.index, heading) for one in figures)
            if _LAST.search(text, max(start, end - 4), end):
                line = heading = None
        elif line is None or not _SUBHEADING.fullmatch(text, start, end):
            line, heading = _line(text, start, end), None
    return found


def _line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what a line says of the list below it, if it ends in a colon."""
    if not _ENDS.search(text, max(start, end - 4), end):
        return None
    low = max(start, end - LONGEST_HEADING)
    stops = [stop.end() for stop in _SENTENCE.finditer(text, low, end)]
    return (stops[-1] if stops else low), end


def _items(reading: Reading, start: int, end: int) -> list[Figure]:
    """Return the figures of a line that is an item of a list, else nothing."""
    if end - start > LONGEST_ITEM or _INSIDE.search(reading.text, start, end):
        return []
    figures = reading.figures
    first, last = (bisect_left(figures, at, key=lambda one: one.start) for at in (start, end))
    found = list(figures[first:last])
    return found if any(one.quantity.kind in _LISTED for one in found) else []


def _tells(text: str, start: int, end: int) -> str | None:
    words = text[start:end]
    if _NEEDS.search(words) and not _GIVES.search(_ASKS.sub("", words)):
        return NEEDED
    return GIVEN if _GIVES.search(words) else None
