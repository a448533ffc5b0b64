"""Where names and dates stand, worked out once a document: what a spot shows is the same for every figure around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from epiextract.deciding.brackets import brackets_of, enclosure
from epiextract.deciding.models.parts import Part, Row, Run
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

# A subject opens its sentence, or follows its date or a few linking words.
LEAD = 16
_OPENING = re.compile(
    r"(?:[^，。；：、]{0,14}[，、：日]|[^，。；：、]{0,4})?\s*(?:其中|同时|此外|另外|截至|据|而|但|在)?"
)
# Words that put two names together in a list.
_JOINTS = frozenset({"、", "和", "及", "与", "與", "以及", "暨"})
# Those that only bodies and persons do together: 腾讯公司|携手|恒力集团捐赠口罩.
_TOGETHER = frozenset({"携手", "联合", "会同", "联手", "协同", "联同"})
# What they begin with, behind what a broken layout leaves.
_JOINING = frozenset(joint[0] for joint in _JOINTS | _TOGETHER) | frozenset(
    filter(str.isspace, map(chr, range(0x3001)))
)
DATE, PLACE, NAME = "date", "place", "name"


@dataclass(slots=True)
class View:
    """A spot's place as one or several figures see it.

    Args:
        parts: The parts of the place.
        where: The feature that says where it is.
        rows: What rankers see of a candidate there, by what they ask for; None where only one figure sees it.
    """

    parts: list[Part]
    where: str
    rows: dict[object, Row] | None = None


# Bodies of one list: 江城大学和江城医院 give together.
_BODIES = frozenset({"ORG", "FACILITY"})


@dataclass(slots=True)
class Spot:
    """Where a name stands, or a date, or a list of names joined by 、.

    Args:
        mentions: The mentions that it consists of.
        start: The first character.
        end: One past the last character.
        sentence: The sentence in which it stands.
        paragraph: The paragraph of that.
        clauses: How many clauses of the document begin before its start, and before its end.
        initial: Whether it opens its sentence.
        opens: Whether it opens a sentence or clause as its subject.
        words: Its words.
        before: The character before it.
        after: The character behind it.
        touching: Features of the character before it and of the one behind it, and of the two on each side.
        lead: The characters before it that may hold a particle.
        behind: How brackets part it from what follows its sentence.
        aside: The brackets around it where they hold a figure, such as a breakdown: it speaks for what they hold.
        shows: What it shows of itself, once a slot has asked.
        following: Tags that follow it before the next comma, once a role has asked.
        means: What it means, once that was asked.
        views: Its places as other sentences see them, by sort, sentence, order and topic, once one has asked.
        said: What is said right beside it, by where a figure stands, and in it, once one has asked.
    """

    mentions: tuple[Mention, ...]
    start: int
    end: int
    sentence: int
    paragraph: int
    clauses: tuple[int, int]
    initial: bool
    opens: bool
    words: str
    before: str
    after: str
    touching: tuple[str, str, str, str]
    lead: str
    behind: str
    aside: tuple[int, int] | None
    shows: tuple[str, ...] | None = None
    following: frozenset[tuple[str, str]] | None = None
    means: Hashable = None
    views: dict[tuple[str, int, int, int], View] | None = None
    said: dict[str, list[Run]] | None = None


def spot(reading: Reading, mentions: tuple[Mention, ...]) -> Spot:
    """Return where *mentions* stand.

    Args:
        reading: The document as read.
        mentions: One mention, or those of a list.
    """
    text = reading.text
    start, end = mentions[0].start, mentions[-1].end
    number = reading.sentence_at(start)
    sentence = reading.sentences[number]
    bracketed = brackets_of(reading, number).present
    inside = mentions[0].tag == "PLACE" and reading.places.is_inside(mentions[0])
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    pairs = f"before2={text[max(0, start - 2) : start]}", f"after2={text[end : end + 2]}"
    return Spot(
        mentions,
        start,
        end,
        number,
        reading.paragraph_of(number),
        (reading.clauses_until(start), reading.clauses_until(end)),
        start - sentence.start <= 2,
        not inside and _OPENING.fullmatch(text, max(sentence.start, start - LEAD), start) is not None,
        text[start:end],
        before,
        after,
        (f"before1={before}", f"after1={after}", *pairs),
        text[max(0, start - 4) : start],
        enclosure(text[end : sentence.end]) if bracketed else "level",
        _aside(reading, number, start) if bracketed else None,
    )


def spot_of(reading: Reading, mentions: tuple[Mention, ...], sort: str) -> Spot:
    """Return the spot of *mentions*, which every role that asks for one of their tags shares.

    Args:
        reading: The document as read.
        mentions: One mention, or those of a list.
        sort: What they are looked at as: as a place and as a name 湖北 shows other things of itself.
    """
    first = mentions[0]
    key = (sort, first.tag, first.start, mentions[-1].end)
    found: Spot | None = reading.lines.get(key)
    if found is None:
        found = reading.lines[key] = spot(reading, mentions)
    return found


def _aside(reading: Reading, number: int, start: int) -> tuple[int, int] | None:
    """Return the brackets around a character where they hold a figure: 武汉 in 新增499例（武汉464例）."""
    pair = brackets_of(reading, number).enclosing(start)
    if pair is None:
        return None
    held = range(reading.index_after(pair[0]), reading.index_after(pair[1]))
    return pair if any(reading.mentions[index].tag == "QTY" for index in held) else None


class Line:
    """Mentions of one sort in the order of the text; those that 、 和 及 与 join are one spot.

    A line does not hold on to its document, which holds the line: both are let go at once.

    Args:
        reading: The document as read.
        mentions: The mentions, sorted.
        sort: What the mentions are looked at as: dates, places or names. Dates do not make lists.
    """

    __slots__ = ("_joined", "_sort", "_spots", "mentions", "starts")

    def __init__(self, reading: Reading, mentions: Sequence[Mention], sort: str) -> None:
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self._sort = sort
        self._joined = [False] * len(mentions) if sort == DATE else _joined(reading.text, mentions)
        self._spots: dict[tuple[int, int], Spot] = {}

    def around(self, reading: Reading, position: int, before: int, after: int) -> tuple[Iterator[Spot], Iterator[Spot]]:
        """Return the spots before a character and from it on, the nearest first.

        Args:
            reading: The document as read.
            position: The character, such as a figure's first.
            before: How many mentions to look at before it.
            after: The same from it on.
        """
        middle = bisect_left(self.starts, position)
        low, high = max(0, middle - before), min(len(self.starts), middle + after)
        first = middle
        # a list that goes on behind the figure is one that began before it
        while low < first < high and self._joined[first]:
            first += 1
        return self._backwards(reading, first, low), self._forwards(reading, first, high)

    def _backwards(self, reading: Reading, end: int, low: int) -> Iterator[Spot]:
        while end > low:
            first = end - 1
            while first > low and self._joined[first]:
                first -= 1
            yield self._spot(reading, first, end)
            end = first

    def _forwards(self, reading: Reading, first: int, high: int) -> Iterator[Spot]:
        while first < high:
            end = first + 1
            while end < high and self._joined[end]:
                end += 1
            yield self._spot(reading, first, end)
            first = end

    def _spot(self, reading: Reading, first: int, end: int) -> Spot:
        known = self._spots.get((first, end))
        if known is None:
            known = self._spots[first, end] = spot_of(reading, tuple(self.mentions[first:end]), self._sort)
        return known


def _joined(text: str, mentions: Sequence[Mention]) -> list[bool]:
    """Tell of each mention whether it goes on with the list that the one before it is of."""
    joined = [False] * len(mentions)
    for at in range(1, len(mentions)):
        last, mention = mentions[at - 1], mentions[at]
        # most neighbours stand apart, or are of different sorts: that is seen at once
        same = last.tag == mention.tag or (last.tag in _BODIES and mention.tag in _BODIES)
        if same and text[last.end : last.end + 1] in _JOINING:
            between = text[last.end : mention.start].strip()
            joined[at] = between in _JOINTS or (between in _TOGETHER and last.tag != "PLACE")
    return joined


def line(reading: Reading, name: object, mentions: Callable[[], Sequence[Mention]], sort: str) -> Line:
    """Return the line of a document that has *name*, made when it is first asked for."""
    known: Line | None = reading.lines.get(name)
    if known is None:
        known = reading.lines[name] = Line(reading, mentions(), sort)
    return known
