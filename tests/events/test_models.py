"""The models: what they take, what they refuse and how they say so, frozen, with JSON Schema."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal
from typing import Any, get_args

import pytest
from made import event
from pydantic import ValidationError

from epiextract.errors import EventError
from epiextract.events import EntityRef, Event, build_event, event_model, event_types
from epiextract.events.registry import BUILTIN

MEASURES = {
    "case_count": "confirmed suspected asymptomatic infection mild severe critical death recovered hospitalized "
    "close_contact observation released fever patient",
    "donation": "money goods goods_value",
    "bed": "capacity available occupied icu added",
    "supply": "produced capacity delivered procured stock consumed needed",
    "personnel": "team medical_staff other_staff",
    "testing": "tested capacity positive",
    "facility": "count area",
    "price": "level change",
    "finance": "funding loan relief loss revenue investment market other",
}
ROLES = {
    "case_count": ("facility",),
    "donation": ("donor", "recipient", "via", "item"),
    "bed": ("facility",),
    "supply": ("item", "supplier", "recipient"),
    "personnel": ("org", "origin", "destination"),
    "testing": ("org",),
    "facility": ("kind",),
    "price": ("item",),
    "finance": ("payer", "payee", "purpose"),
    "activity": ("org",),
    "other": (),
}


def test_the_types_are_those_of_the_specification() -> None:
    assert event_types()[: len(ROLES)] == tuple(ROLES)
    assert tuple(BUILTIN) == tuple(ROLES)


@pytest.mark.parametrize("kind", ROLES)
def test_roles_and_measures_are_those_of_the_specification(kind: str) -> None:
    model = event_model(kind)
    assert model.roles == ROLES[kind]
    if kind in MEASURES:
        assert get_args(model.model_fields["measure"].annotation) == tuple(MEASURES[kind].split())


@pytest.mark.parametrize("kind", ROLES)
def test_every_type_has_a_json_schema_that_is_closed(kind: str) -> None:
    schema = event_model(kind).model_json_schema()
    json.dumps(schema)
    assert schema["additionalProperties"] is False
    assert {"value", "unit", "bound", "place", "excluding", "reported", "evidence"} <= schema["properties"].keys()
    assert schema["properties"]["type"]["const"] == kind


@pytest.mark.parametrize(
    ("slots", "says"),
    [
        ({"measure": "confirmd"}, "measure: Input should be"),
        ({"measure": None}, "measure"),
        ({"value": "661"}, "value"),
        ({"value": True}, "value"),
        ({"value": 0.3}, "value"),
        ({"value": None}, "a value is absent where, and only where, bound is 'vague'"),
        ({"value": 3, "bound": "vague"}, "a value is absent where, and only where, bound is 'vague'"),
        ({"value": 3, "value_max": 2}, "value_max 2 needs a value that is not above it, not 3"),
        ({"bound": "roughly"}, "bound"),
        ({"accumulation": "total"}, "accumulation"),
        ({"modality": "pledged"}, "modality"),
        ({"date_start": "2020-02-05", "date_end": "2020-02-04"}, "date_end 2020-02-04 is before date_start 2020-02-05"),
        ({"date_end": "2020-02-30"}, "date_end"),
        ({"place": "湖南省"}, "place"),
        ({"place": ({"name": ""},)}, "place.0.name"),
        ({"donor": ()}, "donor: Extra inputs are not permitted"),
        ({"document": {"id": "a", "published": "5 Feb"}}, "document.published"),
        ({"evidence": {"start": 0, "end": 3, "quote": "661例"}}, "is not as long as"),
        ({"evidence": {"start": -1, "end": 3, "quote": "661例"}}, "evidence.start"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_slot(slots: dict[str, Any], says: str) -> None:
    with pytest.raises(EventError) as caught:
        event(**slots)
    assert caught.value.code == "EPX203"
    assert says in str(caught.value)
    assert "the event type case_count" in str(caught.value)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(EventError, match=r"unit: .*; bound: "):
        event(unit=3, bound="roughly")


def test_a_decimal_string_is_a_number() -> None:
    assert event(value=Decimal("0.3"), unit="%", bound="about").value == Decimal("0.3")


@pytest.mark.parametrize(
    ("kind", "hint"), [("case_cont", "Did you mean case_count?"), ("zzz", "Known types: case_count")]
)
def test_an_unknown_type_is_told_with_what_is_near(kind: str, hint: str) -> None:
    with pytest.raises(EventError, match=rf"EPX201\] unknown event type '{kind}'\. {hint}".replace("?", r"\?")):
        build_event(kind, {})


def test_events_are_frozen_hashable_and_equal_by_value() -> None:
    one, same, other = event(), event(), event(value=660)
    with pytest.raises(ValidationError):
        one.value = 3  # type: ignore[misc]
    assert one == same
    assert one != other
    assert len({one, same, other}) == 2
    assert pickle.loads(pickle.dumps(one)) == one


def test_span_and_quote_are_those_of_the_evidence() -> None:
    one = event()
    assert (one.quote, one.span.of(one.evidence.sentence)) == ("661例", "661例")


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("{oops", "EPX203", "not the JSON of an event"),
        ("[]", "EPX203", "not the JSON of an event"),
        ("{}", "EPX203", "not the JSON of an event"),
        ('{"type": "nope"}', "EPX201", "unknown event type 'nope'"),
        ('{"type": "bed"}', "EPX203", "measure: Field required"),
    ],
)
def test_json_that_is_no_event_is_refused(text: str, code: str, says: str) -> None:
    with pytest.raises(EventError) as caught:
        Event.from_json(text)
    assert caught.value.code == code
    assert says in str(caught.value)


def test_from_json_of_a_model_takes_only_its_own_type() -> None:
    text = event().to_json()
    assert event_model("case_count").from_json(text) == event()
    with pytest.raises(EventError, match="an event of type case_count is no Bed"):
        event_model("bed").from_json(text)


def test_names_print_as_they_are_written() -> None:
    assert str(EntityRef(name="武汉市", id="cn:420100")) == "武汉市"
