"""The flat record of an event: what the command line writes, and the way back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from epiextract.errors import EventError
from epiextract.events.base import SCHEMA, Event, unfit
from epiextract.events.registry import event_model
from epiextract.events.slots import entities, ids, names

PLAIN = ("unit", "bound", "accumulation", "per")
DOCUMENT = ("title", "published", "source")
HEAD = ("schema", "doc", "start", "end", "quote", "sentence", "type", "measure", "value", "value_max", *PLAIN, "each")
BODY = ("modality", "date_start", "date_end", "reported", "place", "excluding")
TAIL = ("rule", *DOCUMENT)
DAYS = ("date_start", "date_end", "reported")
KEYS = frozenset({*HEAD, *BODY, *TAIL, "place_code"})
"""The keys that every record can have: no role of a type may be called like one, or it would take its place."""


def record_of(event: Event) -> dict[str, Any]:
    """Return the flat record of *event*: the keys of version 1 in their order, absent slots left out."""
    evidence, document = event.evidence, event.document
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "doc": document.id,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "sentence": evidence.sentence or None,
        "type": event.type,
        "measure": event.measure,
        "value": json_number(event.value),
        "value_max": json_number(event.value_max),
        "unit": event.unit,
        "bound": event.bound,
        "accumulation": event.accumulation,
        "per": event.per,
        "each": event.each or None,
        "modality": event.modality,
        "date_start": event.date_start and event.date_start.isoformat(),
        "date_end": event.date_end and event.date_end.isoformat(),
        "reported": event.reported and event.reported.isoformat(),
        "place": names(event.place),
        "excluding": names(event.excluding),
    }
    roles = {role: getattr(event, role) for role in event.roles}
    record |= {role: names(filled) for role, filled in roles.items()}
    record |= {field: _extra(event, field) for field in extra_fields(type(event))}
    record["place_code"] = ids(event.place)
    record |= {f"{role}_id": ids(filled) for role, filled in roles.items()}
    record |= {
        "rule": event.rule,
        "title": document.title,
        "published": document.published,
        "source": document.source,
    }
    return {key: value for key, value in record.items() if value is not None}


def _extra(event: Event, field: str) -> Any:
    """Return a slot of the event's own type; what is empty by default, such as ``imported``, is absent."""
    value = getattr(event, field)
    return None if not value and value == type(event).model_fields[field].default else json_scalar(value)


def extra_fields(model: type[Event]) -> tuple[str, ...]:
    """Return the fields of *model* that are neither slots of every event nor roles, such as ``imported``.

    >>> from epiextract.events import event_model
    >>> extra_fields(event_model("case_count"))
    ('imported', 'disease')
    """
    return tuple(name for name in model.model_fields if name not in Event.model_fields and name not in model.roles)


def json_number(value: int | Decimal | None) -> int | float | None:
    """Return *value* as a number that JSON can write: an int where it is whole.

    >>> json_number(Decimal("42000.0")), json_number(Decimal("0.3"))
    (42000, 0.3)
    """
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        number = float(value)
        # beyond 2**53 a float has no fraction, and is read again as the whole number that it is
        return int(number) if number.is_integer() else number
    return value


def json_scalar(value: Any) -> Any:
    """Return *value* as JSON writes it: numbers by `json_number`, dates as ISO text, other scalars as they are."""
    if isinstance(value, Decimal):
        return json_number(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


# What a longer number may have before what looks like a quote: 3200万元 and 3,200万元 hold 200万元.
_LONGER = re.compile(r"(?:[\d〇零一二三四五六七八九十百千万亿两几.．点]|(?<=\d)[,，](?=\d{3}(?!\d)))")


def standing_at(sentence: str, quote: str) -> int:
    """Return where a quote stands in a sentence, first by itself and else anywhere; 0 where it doesn't.

    Args:
        sentence: The sentence.
        quote: The characters of a figure.

    >>> standing_at("捐款3200万元，其中200万元给医院", "200万元"), standing_at("共13例", "3例")
    (11, 2)
    >>> standing_at("捐款3,200万元，2,200万元", "200万元"), standing_at("新增5例,3例", "3例")
    (4, 5)
    """
    first = at = sentence.find(quote)
    while at > 0 and _LONGER.match(sentence, at - 1):
        at = sentence.find(quote, at + 1)
    return max(0, first if at < 0 else at)


# a frame of pandas holds days as timestamps, and writes them to JSON as 2020-02-03T00:00:00.000
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?")
_SCALARS = frozenset({str, int, bool, date})


def told(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a record tells, by whatever reader it comes: absent slots left out, days as dates.

    Args:
        record: A flat record, a line of a file, or a row of a frame, which has every column.

    Raises:
        EventError: EPX203 for a day that is none, or a NaN where a number is told.

    >>> told({"type": "bed", "donor": float("nan"), "date_end": "2020-02-03T00:00:00"})
    {'type': 'bed', 'date_end': datetime.date(2020, 2, 3)}
    """
    left = {
        key: value
        for key, value in record.items()
        if value is not None and (type(value) in _SCALARS or not _is_missing(value))
    }
    for slot in DAYS:
        if slot in left:
            left[slot] = _day_of(left[slot], slot)
    # a frame has NaN where a figure is vague; elsewhere a NaN is a mistake
    if record.get("value") is not None and "value" not in left and left.get("bound") != "vague":
        raise EventError("EPX203", f"the value {record['value']!r} is no number", hint="Give whole records")
    return left


def _is_missing(value: Any) -> bool:
    """Tell whether a value is a NaN of floats or decimals, or the NaT or NA of pandas."""
    try:
        return bool(value != value)
    except TypeError:  # whether NA is NA, pandas does not say
        return True


def _day_of(value: Any, slot: str) -> date | None:
    day = _parsed(value) if isinstance(value, str) else value
    if isinstance(day, datetime) and day.time() == time.min:
        return day.date()
    if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
        return day
    raise EventError("EPX203", f"{slot}: {value!r:.40} is no ISO date", hint="Write dates as 2020-02-04")


@lru_cache(maxsize=4096)
def _parsed(text: str) -> date | str | None:
    midnight = _MIDNIGHT.fullmatch(text)
    try:
        return date.fromisoformat(midnight[1] if midnight else text) if text else None
    except ValueError:
        return text


def event_of(record: Mapping[str, Any]) -> Event:
    """Return the event that *record* tells of; spans of slots, which a record does not hold, stay empty.

    A row of a frame is a record too: None, NaN and NaT are absent slots, and a timestamp of midnight is its day.

    Raises:
        EventError: EPX201 for an unknown type, EPX203 for slots that do not fit, EPX205 for another schema.
    """
    schema = record.get("schema", SCHEMA)
    if schema != SCHEMA:
        raise EventError("EPX205", f"a record of schema {schema!r}", hint=f"This version reads schema {SCHEMA}")
    kind = record.get("type")
    if not isinstance(kind, str):
        raise EventError("EPX203", "a record without a type", hint="Give records as event.record() makes them")
    model = event_model(kind)
    try:
        return model.model_validate(_slots_of(record, model))
    except KeyError as error:
        raise EventError("EPX203", f"a record of type {kind} without {error}") from error
    except ValidationError as error:
        raise unfit(kind, error) from error


def _slots_of(record: Mapping[str, Any], model: type[Event]) -> dict[str, Any]:
    left = told(record)
    left.pop("schema", None)
    sentence, quote, start = left.pop("sentence", ""), left.pop("quote"), left.pop("start")
    slots: dict[str, Any] = {
        "document": {"id": str(left.pop("doc")), **{key: left.pop(key) for key in DOCUMENT if key in left}},
        # a record has no offset of its sentence; the first place where the quote stands by itself is the best guess
        "evidence": {
            "start": start,
            "end": left.pop("end"),
            "quote": quote,
            "sentence": sentence,
            "sentence_start": max(0, start - standing_at(sentence, quote)),
        },
    }
    for role, code in (("place", "place_code"), ("excluding", None), *((role, f"{role}_id") for role in model.roles)):
        if role in left:
            slots[role] = entities(left.pop(role), left.pop(code, None) if code else None)
    for number in ("value", "value_max"):
        if isinstance(left.get(number), float):
            left[number] = Decimal(repr(left[number]))
    return slots | left
