"""What `aggregate` takes: events, an `Events` a document, records, rows of a frame; the rest is told."""

from __future__ import annotations

from typing import Any

import pytest

from epiextract import aggregate
from epiextract.errors import EventError
from epiextract.events import Event, Events, build_event


def made(day: int) -> Event:
    evidence = {"start": 0, "end": 2, "quote": "3例"}
    filled = {"measure": "confirmed", "value": 3, "unit": "person", "accumulation": "new", "evidence": evidence}
    when = f"2020-02-{day:02}"
    return build_event(
        "case_count",
        filled | {"document": {"id": f"d{day}"}, "date_start": when, "date_end": when, "place": ({"name": "湖南省"},)},
    )


EVENTS = [made(3), made(4), made(5)]


@pytest.mark.parametrize(
    "given",
    [
        EVENTS,
        Events(EVENTS),
        [Events(EVENTS[:1]), Events(), Events(EVENTS[1:])],
        (Events([event]) for event in EVENTS),
        [EVENTS[0], Events(EVENTS[1:])],
        Events(EVENTS).records(),
        [Events(EVENTS).records(), []],
        (event.record() for event in EVENTS),
        Events(EVENTS).to_pandas().to_dict("records"),
    ],
    ids=["events", "Events", "list", "generator", "mixed", "records", "lists", "rows", "frame"],
)
def test_events_come_one_by_one_by_documents_or_as_records(given: Any) -> None:
    facts = aggregate(given)
    assert [claim.record() for claim in facts.claims] == [event.record() for event in EVENTS]
    assert len(facts.series(place="湖南省")[0]) == 3


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (3, "no event but int"),
        (None, "no event but NoneType"),
        (["events.jsonl"], "no event but str: 'events.jsonl'"),
        ([None], "no event but NoneType"),
        ([{"doc": "a"}], "a record without type"),
    ],
)
def test_what_is_no_event_is_told(given: Any, seen: str) -> None:
    with pytest.raises(EventError, match=r"\[EPX203\]") as caught:
        aggregate(given)
    assert seen in str(caught.value)
