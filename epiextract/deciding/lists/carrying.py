"""What a pattern takes over from the event before it: 确诊30例，其中武汉市12例 counts confirmed cases twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from epiextract.deciding.brackets import enclosure
from epiextract.deciding.cues import CUED, cue_of
from epiextract.deciding.filled import Filled
from epiextract.matching.matcher import Match
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.schema import Role
from epiextract.tagging.mentions import Mention

# How many figures back an event is looked for, so that a table costs no more than prose.
MOST_BACK = 30
DATES = ("date_start", "date_end")


def carried_measure(reading: Reading, number: int, match: Match) -> str | None:
    """Return the measure that a pattern takes over at a figure, or None where no event stands before.

    Args:
        reading: The document, the figures before this one decided.
        number: The figure's place among the figures.
        match: What a pattern made of it.
    """
    reach = match.pattern.pattern.carry.get("measure")
    if reach is None:
        return None
    decisions = (other.decided for other in _before(reading, number, match.event, reach))
    return next((decided.measure for decided in decisions if decided and decided.measure), None)


def carry(
    reading: Reading, number: int, filled: Filled, events: Mapping[int, Filled], roles: Mapping[str, Role]
) -> None:
    """Fill what the pattern of an event takes over from the events before it. Where models decided, they have the say.

    Args:
        reading: The document, decided.
        number: The place of the event's figure among the figures.
        filled: The event in the making, what its pattern captured filled.
        events: The events before it, by the index of their figures.
        roles: The roles of the pack, which say whose names are whose.
    """
    figure = filled.figure
    match = figure.decided.match if figure.decided else None
    if match is None or figure.scores is not None:
        return
    for slot, reach in match.pattern.pattern.carry.items():
        if slot in match.captured or (slot in CUED and cue_of(reading, figure, slot)):
            continue
        for other in _before(reading, number, filled.type, reach):
            source = events.get(other.index)
            if source is None or not _has(source, slot):
                continue
            if not _own(reading, figure, other, slot, roles):
                take(filled, source, slot, reading.text[other.start : other.end])
            break


def _before(reading: Reading, number: int, kind: str, reach: str) -> Iterator[Figure]:
    """Yield the figures of a type before a figure, the nearest first; what stands in closed brackets does not count."""
    figure = reading.figures[number]
    paragraph = reading.paragraph_of(figure.sentence)
    for at in range(number - 1, max(-1, number - 1 - MOST_BACK), -1):
        other = reading.figures[at]
        if reading.paragraph_of(other.sentence) != paragraph:
            return
        if reach != "paragraph" and other.sentence != figure.sentence:
            return
        if reach == "clause" and other.start < figure.clause[0]:
            return
        same = other.decided is not None and other.decided.type == kind
        if same and enclosure(reading.text[other.end : figure.start]) != "inside":
            yield other


def _has(source: Filled, slot: str) -> bool:
    if slot == "date":
        return any(name in source.mentions for name in DATES)
    return slot in source.mentions or source.slots.get(slot) is not None


def _own(reading: Reading, figure: Figure, other: Figure, slot: str, roles: Mapping[str, Role]) -> bool:
    """Tell whether a date, place or name of the figure's own stands between it and the figure before."""
    role = roles.get(slot)
    tags = {"date": ("TIME",), "place": ("PLACE",)}.get(slot, role.tags if role else ())
    if not tags:
        return False
    between = (reading.mentions[index] for index in range(other.index + 1, figure.index))
    return any(mention.tag in tags and not _another_roles(reading, mention, slot, roles) for mention in between)


def _another_roles(reading: Reading, mention: Mention, slot: str, roles: Mapping[str, Role]) -> bool:
    """Tell whether a particle gives a name to another role: 向武汉市 leaves the giver as it was."""
    before = reading.text[max(0, mention.start - 4) : mention.start]
    return slot in roles and any(
        before.endswith(role.after) for name, role in roles.items() if name != slot and role.after
    )


def take(filled: Filled, source: Filled, slot: str, words: str) -> None:
    """Take over a slot, or the dates, of another event.

    Args:
        filled: The event in the making.
        source: The event that has it.
        slot: The slot; ``date`` for both dates.
        words: The other event's figure, for whoever asks how the slot was filled.
    """
    for name in DATES if slot == "date" else (slot,):
        if name in source.mentions:
            filled.mentions[name] = source.mentions[name]
            filled.notes[name] = f"carried on from {words}"
        if source.slots.get(name) is not None:
            filled.slots[name] = source.slots[name]
