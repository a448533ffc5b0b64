"""`Claim`: what one event says, in the least memory, from an event, a record or a row of a database.

A million events are held at once while they are aggregated. A pydantic event takes kilobytes; a claim is one tuple
whose names, sources and sentences are shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from epiextract.errors import EventError
from epiextract.events.base import SCHEMA, Event
from epiextract.events.record import event_of, extra_fields, json_number, standing_at, told
from epiextract.events.registry import event_model
from epiextract.events.slots import JOINER, EntityRef, Evidence

Number = int | Decimal


class Name(NamedTuple):
    """An entity as a document names it, and its id where that is known."""

    name: str
    id: str | None = None


Names = tuple[Name, ...]
TEXTS = (
    "measure", "unit", "bound", "accumulation", "per", "modality", "sentence", "rule", "title", "published", "source",
)  # fmt: skip
"""What a record holds as text, beside names and dates."""
_TEXT = (str, type(None))


class Source(NamedTuple):
    """The document that a claim stands in.

    Args:
        id: The document's id.
        title: Its headline.
        published: Its date, a day, a month or a year.
        outlet: Who printed it.
    """

    id: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


class Claim(NamedTuple):
    """One figure of one document. Slots are those of an event; offsets count code points of the document's text."""

    type: str
    measure: str | None
    value: Number | None
    value_max: Number | None
    unit: str | None
    bound: str
    accumulation: str | None
    per: str | None
    each: bool
    modality: str
    date_start: date | None
    date_end: date | None
    reported: date | None
    place: Names
    excluding: Names
    roles: tuple[tuple[str, Names], ...]
    extra: tuple[tuple[str, Any], ...]
    source: Source
    at: int
    quote: str
    sentence: str
    sentence_at: int
    rule: str | None
    spans: Mapping[str, tuple[int, int]]

    @property
    def end(self) -> int:
        """The offset where the figure ends."""
        return self.at + len(self.quote)

    def names(self, slot: str) -> Names:
        """Return the entities of a slot: ``place``, ``excluding`` or a role.

        Args:
            slot: The slot.
        """
        if slot == "place":
            return self.place
        if slot == "excluding":
            return self.excluding
        for role, names in self.roles:
            if role == slot:
                return names
        return ()

    def record(self) -> dict[str, Any]:
        """Return the flat record, as `Event.record` gives it."""
        row: dict[str, Any] = {
            "schema": SCHEMA,
            "doc": self.source.id,
            "start": self.at,
            "end": self.end,
            "quote": self.quote,
            "sentence": self.sentence or None,
            "type": self.type,
            "measure": self.measure,
            "value": json_number(self.value),
            "value_max": json_number(self.value_max),
            "unit": self.unit,
            "bound": self.bound,
            "accumulation": self.accumulation,
            "per": self.per,
            "each": self.each or None,
            "modality": self.modality,
            "date_start": self.date_start and self.date_start.isoformat(),
            "date_end": self.date_end and self.date_end.isoformat(),
            "reported": self.reported and self.reported.isoformat(),
            "place": joined(self.place),
            "excluding": joined(self.excluding),
        }
        row |= {role: joined(names) for role, names in self.roles}
        row |= dict(self.extra)
        row["place_code"] = joined_ids(self.place)
        row |= {f"{role}_id": joined_ids(names) for role, names in self.roles}
        row |= {"rule": self.rule, "title": self.source.title}
        row |= {"published": self.source.published, "source": self.source.outlet}
        return {key: value for key, value in row.items() if value is not None}

    def event(self) -> Event:
        """Return the event, with the spans of its slots where they are known."""
        event = event_of(self.record())
        # told by validation: the spans of a claim that a database gave are bare pairs
        found = event.evidence.model_dump() | {"spans": self.spans, "sentence_start": self.sentence_at}
        return event.model_copy(update={"evidence": Evidence.model_validate(found)})


def joined(names: Iterable[Name]) -> str | None:
    """Return names joined as in a record, or None where there is none.

    >>> joined((Name("湖北省"), Name("四川省")))
    '湖北省、四川省'
    """
    return JOINER.join(name.name for name in names) or None


def joined_ids(names: Names) -> str | None:
    """Return the ids joined, aligned with the names, or None where nothing is linked."""
    return JOINER.join(name.id or "" for name in names) if any(name.id for name in names) else None


class ClaimReader:
    """Makes claims, and keeps one copy of every name, source and sentence that comes again."""

    def __init__(self) -> None:
        self._names: dict[object, Names] = {}
        self._sources: dict[Source, Source] = {}
        self._texts: dict[str, str] = {}
        self._roles: dict[object, Any] = {}

    def of_event(self, event: Event) -> Claim:
        """Return the claim of an event.

        Args:
            event: The event.
        """
        evidence, document = event.evidence, event.document
        roles = tuple((role, self._of_refs(getattr(event, role))) for role in event.roles if getattr(event, role))
        extra = tuple((name, getattr(event, name)) for name in extra_fields(type(event)) if getattr(event, name))
        return Claim(
            event.type,
            event.measure,
            event.value,
            event.value_max,
            event.unit,
            event.bound,
            event.accumulation,
            event.per,
            event.each,
            event.modality,
            event.date_start,
            event.date_end,
            event.reported,
            self._of_refs(event.place),
            self._of_refs(event.excluding),
            self._shared(roles),
            self._shared(extra),
            self._source(Source(document.id, document.title, document.published, document.source)),
            evidence.start,
            evidence.quote,
            self._text(evidence.sentence),
            evidence.sentence_start,
            event.rule,
            evidence.spans,
        )

    def of_record(self, record: Mapping[str, Any]) -> Claim:
        """Return the claim of a flat record; checked lightly, since a run has many.

        Args:
            record: The record, as `Event.record` gives it, or a row of the table ``events``.

        Raises:
            EventError: EPX201 for an unknown type, EPX203 for a record that lacks what it must have, EPX205 for
                another schema.
        """
        record = told(record)
        get = record.get
        if get("schema", SCHEMA) != SCHEMA:
            raise EventError("EPX205", f"a record of schema {get('schema')!r}", hint=f"This version reads {SCHEMA}")
        kind, doc, start, quote = get("type"), get("doc"), get("start"), get("quote")
        if not (isinstance(kind, str) and isinstance(start, int) and isinstance(quote, str) and doc is not None):
            raise EventError("EPX203", "a record without type, doc, start and quote", hint="Give whole records")
        wrong = next((slot for slot in TEXTS if not isinstance(get(slot), _TEXT)), None)
        if wrong:
            raise EventError("EPX203", f"{wrong} is no text: {get(wrong)!r:.40}", hint="Give whole records")
        roles, extras = _fields(kind)
        sentence = get("sentence") or ""
        filled = tuple((role, self._of_text(get(role), get(f"{role}_id"))) for role in roles if get(role))
        extra = tuple((name, record[name]) for name in extras if get(name))
        return Claim(
            kind,
            get("measure"),
            _number(get("value")),
            _number(get("value_max")),
            get("unit"),
            get("bound") or "exact",
            get("accumulation"),
            get("per"),
            bool(get("each")),
            get("modality") or "actual",
            get("date_start"),
            get("date_end"),
            get("reported"),
            self._of_text(get("place"), get("place_code")),
            self._of_text(get("excluding"), None),
            self._shared(filled),
            self._shared(extra),
            self._source(Source(str(doc), get("title"), get("published"), get("source"))),
            start,
            quote,
            self._text(sentence),
            max(0, start - standing_at(sentence, quote)),
            get("rule"),
            {},
        )

    def _of_refs(self, role: tuple[EntityRef, ...]) -> Names:
        if not role:
            return ()
        names = tuple(Name(entity.name, entity.id) for entity in role)
        return self._names.setdefault(names, names)

    def _of_text(self, text: str | None, ids: str | None) -> Names:
        if not text:
            return ()
        if not isinstance(text, str) or not isinstance(ids, _TEXT):
            raise EventError("EPX203", f"{text!r:.40} with ids {ids!r:.40} names nothing", hint="Give whole records")
        found = self._names.get((text, ids))
        if found is None:
            parts = text.split(JOINER)
            codes = ids.split(JOINER) if ids else []
            codes += [""] * (len(parts) - len(codes))
            found = tuple(Name(name, code or None) for name, code in zip(parts, codes, strict=False) if name)
            self._names[text, ids] = found
        return found

    def _shared(self, value: tuple[Any, ...]) -> Any:
        return self._roles.setdefault(value, value) if value else ()

    def _source(self, source: Source) -> Source:
        return self._sources.setdefault(source, source)

    def _text(self, text: str) -> str:
        return self._texts.setdefault(text, text)


@lru_cache(maxsize=64)
def _fields(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    model = event_model(kind)
    return model.roles, extra_fields(model)


def _number(value: Any) -> Number | None:
    if value is None or type(value) is int:
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise EventError(
            "EPX203", f"the value {value!r} is no number", hint="Give records as event.record() makes them"
        )
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise EventError("EPX203", f"the value {value!r} is no number", hint="Give whole records")
    return int(number) if number == number.to_integral_value() else number
