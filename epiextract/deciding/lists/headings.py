"""Lists a line or a sentence an item below what says what they are: 武汉市急需物资如下：/口罩3万只；/防护服20件."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from epiextract.matching.reading import Figure, Reading

GIVEN, NEEDED = "given", "needed"
# How much of a line is read for what it says of the list below, and how long an item is.
LONGEST_HEADING, LONGEST_ITEM = 90, 60
# Below 捐赠名单如下： an item may be a sentence or two: 恒安公司捐款2亿元。公司还向….
LONGEST_TOLD = 160
_ENDS = re.compile(r"[：:]\s*\Z")
_SENTENCE = re.compile(r"[。！？\n]")
_INSIDE = re.compile(r"[。！？：:]\s*(?=\S)")
_LAST = re.compile(r"[。！？]\s*\Z")
# Words for a list to come, which may go on sentence by sentence.
_LISTS = re.compile(r"(?:如下|以下|下列|名单|清单|明细)[^，,。；;：:！？\n]{0,10}[：:]")
# What goes on behind a list: 目前医院库存防护服200套。
_BEYOND = re.compile(
    r"\s*(?:目前|此外|另外|另据|同时|据|记者|下一步|接下来|截至|截止|至此|以上|上述|其中|至今|自|今后|我们|这些|这批)"
)
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
        lists = line is not None and _LISTS.search(text, *line) is not None
        figures = _items(reading, start, end, lists=lists) if line is not None else []
        if line is not None and figures and not (heading and lists and _BEYOND.match(text, start, end)):
            heading = heading or Heading(*line, _tells(text, *line), figures[0].index)
            found.update((one.index, heading) for one in figures)
            # a list that says so may go on with sentences, if it began with one
            if _LAST.search(text, max(start, end - 4), end) and not (lists and _is_told(reading, figures, heading)):
                line = heading = None
        elif line is None or not _SUBHEADING.fullmatch(text, start, end):
            line, heading = _line(text, start, end), None
            found.update(_told_in_line(reading, start, end))
    return found


def _is_told(reading: Reading, figures: list[Figure], heading: Heading) -> bool:
    """Tell whether the items of a list are sentences, as its first one is: 恒安公司捐款2亿元."""
    first = reading.mentions[heading.first]
    paragraph = reading.paragraphs[reading.paragraph_of(reading.sentence_at(first.start))]
    return _LAST.search(reading.text, max(paragraph.start, paragraph.end - 4), paragraph.end) is not None


def _told_in_line(reading: Reading, start: int, end: int) -> dict[int, Heading]:
    """Return the heading of gifts that a paragraph lists sentence by sentence: 捐赠名单如下：甲公司捐款5万元。乙公司….

    Args:
        reading: The document as read.
        start: Where the paragraph begins.
        end: Where it ends.
    """
    text = reading.text
    lists = _LISTS.search(text, start, end)
    if lists is None or lists.end() >= end or not _GIVES.search(text, max(start, lists.start() - 20), lists.end()):
        return {}
    first, last = reading.sentence_at(lists.start()), reading.sentence_at(end - 1)
    figures = _figures(reading, lists.end(), end)
    if not figures or figures[0].sentence != first:
        return {}
    above = max(reading.sentences[first].start, lists.end() - LONGEST_HEADING)
    heading = Heading(above, lists.end(), GIVEN, figures[0].index)
    found: dict[int, Heading] = {}
    for number in range(first + 1, last + 1):
        sentence = reading.sentences[number]
        if not _GIVES.search(text, sentence.start, sentence.end) or _BEYOND.match(text, sentence.start):
            break
        items = _items(reading, sentence.start, sentence.end, lists=True)
        found.update((one.index, heading) for one in items)
    return found


def _line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what a line says of the list below it, if it ends in a colon."""
    if not _ENDS.search(text, max(start, end - 4), end):
        return None
    low = max(start, end - LONGEST_HEADING)
    stops = [stop.end() for stop in _SENTENCE.finditer(text, low, end)]
    return (stops[-1] if stops else low), end


def _items(reading: Reading, start: int, end: int, *, lists: bool) -> list[Figure]:
    """Return the figures of a line that is an item of a list, else nothing.

    Args:
        reading: The document as read.
        start: Where the line begins.
        end: Where it ends.
        lists: Whether the line above the list says that one comes, so that an item may tell more of a gift.
    """
    if end - start > LONGEST_ITEM or _INSIDE.search(reading.text, start, end):
        tells = lists and end - start <= LONGEST_TOLD and _GIVES.search(reading.text, start, end)
        if not tells:
            return []
    found = _figures(reading, start, end)
    return found if any(one.quantity.kind in _LISTED for one in found) else []


def _figures(reading: Reading, start: int, end: int) -> list[Figure]:
    figures = reading.figures
    first, last = (reading.figure_after(at) for at in (start, end))
    return list(figures[first:last])


def _tells(text: str, start: int, end: int) -> str | None:
    words = text[start:end]
    if _NEEDS.search(words) and not _GIVES.search(_ASKS.sub("", words)):
        return NEEDED
    return GIVEN if _GIVES.search(words) else None
