"""The flat record holds every slot, in its order, and events come back from it and from JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import SENTENCE, event

from epiextract.errors import EventError
from epiextract.events import SCHEMA, Event, Events, build_event, event_model, event_of
from epiextract.events.base import Accumulation, Bound, Modality
from epiextract.events.record import extra_fields
from epiextract.events.registry import BUILTIN
from epiextract.io.schema import columns

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
CHECKS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

PROVINCES = ({"name": "湖北省", "id": "cn:420000"}, {"name": "某地"})


def test_every_slot_of_the_record_in_its_order() -> None:
    full = event(
        value=Decimal("600.5"),
        value_max=700,
        bound="range",
        accumulation="cumulative",
        per="day",
        each=True,
        modality="estimated",
        date_start=date(2020, 2, 1),
        date_end=date(2020, 2, 4),
        reported=date(2020, 2, 5),
        place=({"name": "湖南省", "id": "cn:430000"},),
        excluding=PROVINCES,
        facility=PROVINCES,
        imported=True,
        disease="H1N1",
        rule="zh.case_count/state-then-figure@0.1.0",
    )
    record = full.record()
    assert list(record.items()) == [
        ("schema", SCHEMA),
        ("doc", "news/a.txt#0"),
        ("start", SENTENCE.index("661例")),
        ("end", SENTENCE.index("661例") + 4),
        ("quote", "661例"),
        ("sentence", SENTENCE),
        ("type", "case_count"),
        ("measure", "confirmed"),
        ("value", 600.5),
        ("value_max", 700),
        ("unit", "person"),
        ("bound", "range"),
        ("accumulation", "cumulative"),
        ("per", "day"),
        ("each", True),
        ("modality", "estimated"),
        ("date_start", "2020-02-01"),
        ("date_end", "2020-02-04"),
        ("reported", "2020-02-05"),
        ("place", "湖南省"),
        ("excluding", "湖北省、某地"),
        ("facility", "湖北省、某地"),
        ("imported", True),
        ("disease", "H1N1"),
        ("place_code", "cn:430000"),
        ("facility_id", "cn:420000、"),
        ("rule", "zh.case_count/state-then-figure@0.1.0"),
        ("title", "通报"),
        ("published", "2020-02-05"),
        ("source", "某报"),
    ]
    assert [name for name in columns() if name in record] == list(record), "files have the same order"


def test_absent_slots_are_left_out() -> None:
    bare = event(document={"id": "a"}, evidence={"start": 0, "end": 4, "quote": "661例"}, unit=None)
    assert list(bare.record()) == [
        *("schema", "doc", "start", "end", "quote", "type", "measure", "value", "bound", "modality"),
    ]


@pytest.mark.parametrize(
    ("value", "written"), [(661, "661"), (Decimal("661.0"), "661"), (Decimal("0.3"), "0.3"), (10**15, "1" + "0" * 15)]
)
def test_numbers_are_json_numbers(value: int | Decimal, written: str) -> None:
    assert json.dumps(event(value=value).record()["value"]) == written


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"schema": 2}, "EPX205", "a record of schema 2. This version reads schema 1"),
        ({"type": None}, "EPX203", "a record without a type"),
        ({"type": "nope"}, "EPX201", "unknown event type 'nope'"),
        ({"doc": None}, "EPX203", "without 'doc'"),
        ({"quote": None}, "EPX203", "without 'quote'"),
        ({"start": None}, "EPX203", "without 'start'"),
        ({"measure": "confirmd"}, "EPX203", "measure: Input should be"),
        ({"donor": "某人"}, "EPX203", "donor: Extra inputs are not permitted"),
    ],
)
def test_a_record_that_does_not_fit_is_refused(change: dict[str, Any], code: str, says: str) -> None:
    with pytest.raises(EventError) as caught:
        event_of(event().record() | change)
    assert caught.value.code == code
    assert says in str(caught.value)


def test_a_record_of_before_schema_numbers_is_read() -> None:
    record = event().record()
    del record["schema"]
    assert event_of(record) == event()


# A name in a record cannot hold what joins names; what a document's id or a quote holds is free.
NAMES = st.text(alphabet="武汉市湖北省某A1“”-", min_size=1, max_size=6)
WORDS = st.text(alphabet="病例新增3,，\n\"'\\、", min_size=1, max_size=6)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1))
NUMBERS = st.one_of(
    st.integers(-(10**12), 10**15),
    st.decimals(min_value=-(10**6), max_value=10**9, places=3, allow_nan=False),
)
ENTITIES = st.lists(
    st.builds(lambda name, code: {"name": name, "id": code}, NAMES, st.sampled_from([None, "cn:420100", "org:x"])),
    max_size=3,
).map(tuple)
QUOTE = "3例"


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Draw any event of any type."""
    kind = draw(st.sampled_from(sorted(BUILTIN)))
    model = event_model(kind)
    measures = get_args(model.model_fields["measure"].annotation)
    bound = draw(st.sampled_from(get_args(Bound)))
    slots: dict[str, Any] = {
        "measure": draw(st.sampled_from(measures)) if measures and measures[0] is not str else draw(WORDS),
        "unit": draw(st.sampled_from([None, "person", "%", "只"])),
        "bound": bound,
        "accumulation": draw(st.sampled_from([None, *get_args(Accumulation)])),
        "modality": draw(st.sampled_from(get_args(Modality))),
        "per": draw(st.sampled_from([None, "day", "0.5kg"])),
        "each": draw(st.booleans()),
        "rule": draw(st.sampled_from([None, "zh.bed/beds@0.1.0"])),
        "place": draw(ENTITIES),
        "excluding": draw(ENTITIES),
        "reported": draw(st.none() | DAYS),
    }
    if bound != "vague":
        slots["value"] = draw(NUMBERS)
        if draw(st.booleans()):
            slots["value_max"] = slots["value"] + draw(st.integers(0, 100))
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    slots["date_start"], slots["date_end"] = (draw(st.sampled_from([None, day])) for day in days)
    slots |= {role: draw(ENTITIES) for role in model.roles}
    if kind == "case_count":
        slots |= {"imported": draw(st.booleans()), "disease": draw(st.sampled_from([None, "H1N1"]))}
    before, after = draw(WORDS), draw(WORDS)
    at = draw(st.integers(0, 10**6))
    sentence = draw(st.sampled_from(["", before + QUOTE + after]))
    start = at + len(before)
    slots["evidence"] = {
        "start": start,
        "end": start + len(QUOTE),
        "quote": QUOTE,
        "sentence": sentence,
        # a record guesses where its sentence starts from the first place of the quote in it
        "sentence_start": start - max(0, sentence.find(QUOTE)),
        "spans": draw(st.dictionaries(st.sampled_from(["place", "measure"]), st.just((0, 2)), max_size=2)),
    }
    document = {"id": draw(WORDS), "title": draw(st.none() | WORDS), "published": draw(st.sampled_from([None, "2020"]))}
    return build_event(kind, slots | {"document": document})


@CHECKS
@given(events())
def test_an_event_comes_back_whole_from_its_json(one: Event) -> None:
    back = Event.from_json(one.to_json())
    assert back == one
    assert type(back) is type(one)
    assert back.to_json() == one.to_json()


@CHECKS
@given(events())
def test_a_record_comes_back_as_an_event_with_the_same_record(one: Event) -> None:
    record = json.loads(json.dumps(one.record(), ensure_ascii=False))
    assert record == one.record(), "a record holds JSON scalars only"
    back = event_of(record)
    assert back.record() == record
    # a record knows neither the spans of slots nor the ids of what is excluded
    same = one.model_copy(
        update={
            "evidence": one.evidence.model_copy(update={"spans": {}}),
            "excluding": tuple(entity.model_copy(update={"id": None}) for entity in one.excluding),
        }
    )
    assert back == same


@CHECKS
@given(events())
def test_records_have_known_columns_only(one: Event) -> None:
    assert set(one.record()) <= set(columns())
    assert set(extra_fields(type(one))) <= set(columns())


@pytest.mark.parametrize("frame", ["pandas", "polars"])
def test_events_come_back_from_the_rows_of_a_frame(frame: str) -> None:
    pytest.importorskip(frame)
    events = Events([event(date_end="2020-02-04"), event("bed", measure="capacity", value=None, bound="vague")])
    rows = events.to_pandas().to_dict("records") if frame == "pandas" else events.to_polars().to_dicts()
    assert "donor" in rows[0]
    assert [event_of(row).record() for row in rows] == events.records()


def test_every_kind_of_missing_value_is_an_absent_slot() -> None:
    pandas = pytest.importorskip("pandas")
    for missing in (None, float("nan"), Decimal("nan"), pandas.NaT, pandas.NA):
        absent = dict.fromkeys(("donor", "date_end", "place", "value_max", "title", "each"), missing)
        assert event_of(event().record() | absent) == event_of(event().record() | {"title": None})
