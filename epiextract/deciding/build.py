"""From filled slots to events: names and ids of entities, evidence in characters of the original text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from epiextract.deciding.filled import Filled
from epiextract.deciding.roles.kinds import KIND
from epiextract.events import Event, build_event
from epiextract.events.slots import DocumentRef
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

NAMED = frozenset({"PLACE", "ORG", "FACILITY", "PERSON", "GOODS", "DISEASE"})
# Slots of plain words, whose mentions only show where they were read.
TOLD = frozenset({"measure", "disease"})


def build(reading: Reading, filled: Filled, document: DocumentRef) -> Event:
    """Return the event of *filled*, validated.

    Args:
        reading: The document as read.
        filled: The slots.
        document: What the event keeps of its document.
    """
    slots: dict[str, Any] = {name: value for name, value in filled.slots.items() if value is not None}
    spans: dict[str, tuple[int, int]] = {}
    for slot, mentions in filled.mentions.items():
        if not mentions:
            continue
        # a title that stands apart from the text is no place that evidence could point at
        shown = [mention for mention in mentions if mention.start >= reading.apart]
        if shown:
            spans[slot] = _span(reading, shown)
        if slot == "place":
            slots["place"] = reading.places.refs(mentions)
            slots["excluding"] = (*slots.get("excluding", ()), *reading.places.excluded(mentions))
        elif slot not in TOLD and mentions[0].tag in NAMED:
            slots[slot] = reading.names.kinds(mentions) if slot == KIND else reading.names.refs(mentions)
    if reading.published is not None:
        slots["reported"] = reading.published
    slots["type"] = filled.type
    slots["rule"] = filled.figure.decided.rule if filled.figure.decided else None
    slots["document"] = document
    slots["evidence"] = _evidence(reading, filled, spans)
    return build_event(filled.type, slots)


def document_ref(reading: Reading) -> DocumentRef:
    """Return what events keep of the document."""
    document = reading.document
    return DocumentRef(id=document.id, title=document.title, published=reading.own_date, source=document.source)


def _span(reading: Reading, mentions: Sequence[Mention]) -> tuple[int, int]:
    start, end = reading.view.to_original(mentions[0].start, mentions[-1].end)
    return start, end


def _evidence(reading: Reading, filled: Filled, spans: dict[str, tuple[int, int]]) -> dict[str, Any]:
    figure = filled.figure
    start, end = reading.view.to_original(figure.start, figure.end)
    sentence = reading.sentences[figure.sentence]
    first, last = reading.view.to_original(sentence.start, sentence.end)
    text = reading.document.text
    return {
        "start": start,
        "end": end,
        "quote": text[start:end],
        "sentence": text[first:last],
        "sentence_start": first,
        "spans": spans,
    }
