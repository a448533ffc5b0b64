"""Words that say how a figure is meant, the nearest in its clause: a total or an increase, done or planned."""

from __future__ import annotations

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

CUED = ("accumulation", "modality")
# So far to the left of a figure its sentence is looked at, so that a table costs no more than prose.
MOST_LEFT = 30


def cue_of(reading: Reading, figure: Figure, slot: str) -> Mention | None:
    """Return the nearest cue of a slot in the figure's clause, left of it.

    Args:
        reading: The document as read.
        figure: The figure.
        slot: ``accumulation`` or ``modality``.
    """
    first, _ = reading.bounds[figure.sentence]
    for index in range(figure.index - 1, max(first, figure.index - MOST_LEFT) - 1, -1):
        mention = reading.mentions[index]
        if mention.start < figure.clause[0]:
            return None
        if tag_of(mention, slot):
            return mention
    return None


def tag_of(mention: Mention, slot: str) -> str:
    """Return the tag by which a mention is a cue of *slot*, or nothing."""
    suffix = f":{slot.upper()}"
    for tag in (mention.tag, *(entry.tag for entry in mention.also)):
        if tag.endswith(suffix):
            return tag
    return ""
