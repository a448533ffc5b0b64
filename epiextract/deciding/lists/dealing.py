"""How 分别 deals lists out: 甲、乙分别报告3例、5例 gives the first name the first figure; 各捐10万元 holds for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from epiextract.deciding.cues import MOST_LEFT
from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.checks import tag_values
from epiextract.packs.language import TagTest
from epiextract.packs.loader import LoadedPack
from epiextract.packs.schema import Pattern
from epiextract.tagging.mentions import Mention

COMMAS = frozenset({"，", ","})
JOINERS = frozenset({"、", "和", "及", "与", "與", "以及"}) | COMMAS
# What parts a figure from the word that opens the next list: 3例，疑似和死亡分别为5例、6例.
PARTING = JOINERS | {"；", ";"}
# The longest list that is dealt out.
MOST_ITEMS = 40


@dataclass(frozen=True, slots=True)
class Dealing:
    """What a pack says of 分别, with its tags qualified.

    Args:
        cues: The words that deal lists out, as (tag, value); any value where it is empty.
        slots: The slots whose lists are dealt out.
        measures: What the pack's patterns capture as a measure, as (tag, value), with the measure that it gives.
    """

    cues: frozenset[tuple[str, str]]
    slots: tuple[str, ...]
    measures: Mapping[tuple[str, str], str]


def dealing_of(pack: LoadedPack, scope: Mapping[str, str], packs: Sequence[LoadedPack]) -> Dealing | None:
    """Return what a pack says of lists, or None where it says nothing.

    Args:
        pack: The pack.
        scope: Its tags, with their qualified names.
        packs: All packs that are loaded with it.
    """
    spec = pack.pack.respectively
    if spec is None:
        return None
    cues = ((scope.get(tag, tag), value) for tag, _, value in (cue.partition("=") for cue in spec.by))
    values = {f"{other.name}:{tag}": known for other in packs for tag, known in tag_values(other).items()}
    measures = {}
    for pattern, test in _captures(pack, "measure"):
        tag = scope.get(test.tag, test.tag)
        for value in test.values or values.get(tag, ()):
            measures[tag, value] = pattern.map.get("measure", {}).get(value, value)
    return Dealing(frozenset(cues), spec.slots, measures)


def _captures(pack: LoadedPack, slot: str) -> Iterator[tuple[Pattern, TagTest]]:
    for pattern in pack.pack.patterns:
        for ast in pack.asts[pattern.id]:
            yield from ((pattern, test) for test in ast.tests() if test.name == slot)


def deal_measure(reading: Reading, number: int, filled: Filled, dealing: Dealing) -> None:
    """Give the figure its own of several measures: 确诊病例、死亡病例分别为3例、2例, and without 分别 too.

    Args:
        reading: The document, decided.
        number: The figure's place among the figures.
        filled: Its event in the making.
        dealing: What its pack says of lists.
    """
    if "measure" not in dealing.slots:
        return
    figures, at = list_of(reading, number)
    if len(figures) < 2 or not (cue_before(reading, figures[0], dealing) or _closely_joined(reading, figures)):
        return
    items = _measures_before(reading, figures[0], dealing)
    if len(items) == len(figures):
        mention = items[at]
        filled.slots["measure"] = next(dealing.measures[one] for one in mention.meanings() if one in dealing.measures)
        filled.mentions["measure"] = (mention,)
        filled.notes["measure"] = note(at, items)
        filled.dealt = True


def deal_names(reading: Reading, number: int, filled: Filled, dealing: Dealing) -> None:
    """Give the figure its own of several names, or let it hold for each of them.

    Args:
        reading: The document, decided.
        number: The figure's place among the figures.
        filled: Its event, filled.
        dealing: What its pack says of lists.
    """
    figures, at = list_of(reading, number)
    if not cue_before(reading, figures[0], dealing):
        return
    for slot in dealing.slots:
        items = filled.mentions.get(slot, ())
        if slot == "measure" or len(items) < 2:
            continue
        if len(items) == len(figures):
            filled.mentions[slot] = (items[at],)
            filled.notes[slot] = note(at, items)
            filled.dealt = True
            filled.slots.pop("each", None)
        elif items[-1].end <= figures[0].start and len(figures) == 1 and not _shares_its_clause(reading, number):
            filled.slots["each"] = True


def _closely_joined(reading: Reading, figures: Sequence[Figure]) -> bool:
    """Tell whether figures make a list by themselves: 增至812例与35例; a comma may open another clause."""
    return all(reading.text[one.end : other.start].strip() not in COMMAS for one, other in pairwise(figures))


def note(at: int, items: Sequence[object]) -> str:
    """Return which of the items in a list the figure has."""
    return f"number {at + 1} of the {len(items)} in a list"


def list_of(reading: Reading, number: int) -> tuple[list[Figure], int]:
    """Return the list of figures of one type that a figure stands in, and its place in it."""
    figures = reading.figures
    first = last = number
    while first > max(0, number - MOST_ITEMS) and _joined(reading, figures[first - 1], figures[first]):
        first -= 1
    while last + 1 < min(len(figures), number + MOST_ITEMS) and _joined(reading, figures[last], figures[last + 1]):
        last += 1
    return figures[first : last + 1], number - first


def _joined(reading: Reading, one: Figure, other: Figure) -> bool:
    if one.sentence != other.sentence or one.decided is None or other.decided is None:
        return False
    return one.decided.type == other.decided.type and reading.text[one.end : other.start].strip() in JOINERS


def _shares_its_clause(reading: Reading, number: int) -> bool:
    """Tell whether another figure stands in the figure's clause: 甲、乙分别新增确诊3例、死亡1例 is open."""
    beside = reading.figures[max(0, number - 1) : number + 2]
    low, high = reading.figures[number].clause
    return sum(low <= figure.start < high for figure in beside) > 1


def cue_before(reading: Reading, first: Figure, dealing: Dealing) -> Mention | None:
    """Return the word that deals lists out before a figure in its clause, no other figure between; or None."""
    for mention in left_of(reading, first):
        if mention.start < first.clause[0]:
            return None
        if any(tag == t and value in ("", v) for t, v in mention.meanings() for tag, value in dealing.cues):
            return mention
    return None


def _measures_before(reading: Reading, first: Figure, dealing: Dealing) -> tuple[Mention, ...]:
    """Return the list of measures nearest before a figure; other terms may repeat in it: 新增确诊、新增疑似."""
    items: list[Mention] = []
    words = ""
    end = first.start
    for mention in left_of(reading, first):
        words = reading.text[mention.end : end] + words
        end = mention.start
        if all(one not in dealing.measures for one in mention.meanings()):
            continue
        if items and words.strip() not in JOINERS:
            break
        if _counted_behind(reading, mention):
            break
        items.append(mention)
        words = ""
    return tuple(reversed(items))


def _counted_behind(reading: Reading, mention: Mention) -> bool:
    """Tell whether a measure is the word of the figure right before it: 新增22起病亡案例，累计确诊与病亡增至…."""
    before = reading.index_after(mention.start) - 1
    if before < 0 or reading.mentions[before].tag != "QTY":
        return False
    return PARTING.isdisjoint(reading.text[reading.mentions[before].end : mention.start])


def left_of(reading: Reading, figure: Figure, most: int = MOST_LEFT) -> Iterator[Mention]:
    """Yield the mentions of the sentence left of a figure, the nearest first, up to the figure before it.

    Args:
        reading: The document as read.
        figure: The figure.
        most: So many mentions are looked at.
    """
    low = max(reading.bounds[figure.sentence][0], figure.index - most)
    for index in range(figure.index - 1, low - 1, -1):
        if reading.mentions[index].tag == "QTY":
            return
        yield reading.mentions[index]
