"""`Event`: the slots that every figure has, whatever its type."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError, model_validator

from epiextract.errors import EventError
from epiextract.events.slots import DocumentRef, Evidence, Role
from epiextract.spans import Span

SCHEMA = 1
"""The version of the flat record."""

Bound = Literal["exact", "about", "over", "under", "range", "vague"]
Accumulation = Literal["cumulative", "new", "current"]
Modality = Literal["actual", "planned", "estimated", "hypothetical", "negated"]
# a bool is no number of anything, a float is not exact, and a string is no number yet; JSON has Decimals as strings
Number = Annotated[int, Strict()] | Annotated[Decimal, Strict()]


class Event(BaseModel):
    """One figure of a text, typed, dated, tied to its entities and grounded in its characters.

    Every type of event is a model that adds its measures and roles to these slots. Events are frozen and know no other
    fields. An absent slot is None, or an empty tuple for entities.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)

    type: Annotated[str, Field(description="the type of event")]
    measure: Annotated[str | None, Field(description="what is counted")] = None
    value: Annotated[Number | None, Field(description="in base units; the lower end of a range")] = None
    value_max: Annotated[Number | None, Field(description="the upper end of a range")] = None
    unit: Annotated[str | None, Field(description="canonical unit")] = None
    bound: Annotated[Bound, Field(description="how the words around the number bound it")] = "exact"
    accumulation: Annotated[Accumulation | None, Field(description="a total, an increase or a stock")] = None
    per: Annotated[str | None, Field(description="for a rate: day, person …; for a price what it buys")] = None
    each: Annotated[bool, Field(description="the figure holds for each of several entities")] = False
    modality: Annotated[Modality, Field(description="whether it is so, or only planned, estimated …")] = "actual"
    date_start: Annotated[date | None, Field(description="first day for which the figure is true")] = None
    date_end: Annotated[date | None, Field(description="last day for which the figure is true")] = None
    place: Annotated[Role, Field(description="the places whose figure it is")] = ()
    excluding: Annotated[Role, Field(description="the places that are not counted")] = ()
    reported: Annotated[date | None, Field(description="the document's own date; never an event date")] = None
    document: Annotated[DocumentRef, Field(description="where it stands")]
    rule: Annotated[str | None, Field(description="pack/pattern@version, or the component that decided")] = None
    evidence: Evidence

    roles: ClassVar[tuple[str, ...]] = ()
    """The names of the type's roles, in the order of the record."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls.roles = tuple(
            name
            for name, field in cls.model_fields.items()
            if field.annotation == Role and name not in Event.model_fields
        )

    @model_validator(mode="after")
    def _slots_agree(self) -> Event:
        if (self.value is None) != (self.bound == "vague"):
            raise ValueError("a value is absent where, and only where, bound is 'vague'")
        if self.value_max is not None and (self.value is None or self.value_max < self.value):
            raise ValueError(f"value_max {self.value_max} needs a value that is not above it, not {self.value}")
        if self.date_start is not None and self.date_end is not None and self.date_end < self.date_start:
            raise ValueError(f"date_end {self.date_end} is before date_start {self.date_start}")
        return self

    @property
    def span(self) -> Span:
        """The span of the figure's own characters in the document's text."""
        return self.evidence.span

    @property
    def quote(self) -> str:
        """The figure's own characters."""
        return self.evidence.quote

    def record(self) -> dict[str, Any]:
        """Return the flat record, version 1: JSON scalars only, absent slots left out."""
        from epiextract.events.record import record_of

        return record_of(self)

    def to_json(self) -> str:
        """Return the whole event as JSON, with evidence and document; `from_json` reads it back."""
        return self.model_dump_json(exclude_defaults=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> Event:
        """Return the event that `to_json` wrote, as the model of its type.

        Raises:
            EventError: if the text is no JSON (EPX203), names an unknown type (EPX201) or does not fit (EPX203).
        """
        import json

        from epiextract.events.registry import event_model

        try:
            kind = json.loads(text)["type"]
        except (ValueError, KeyError, TypeError) as error:
            raise EventError(
                "EPX203", f"not the JSON of an event: {error!r}", hint="Give what to_json wrote"
            ) from error
        model = event_model(str(kind))
        if not issubclass(model, cls):
            raise EventError("EPX203", f"an event of type {kind} is no {cls.__name__}", hint="Use Event.from_json")
        try:
            return model.model_validate_json(text)
        except ValidationError as error:
            raise unfit(str(kind), error) from error


def build_event(kind: str, slots: dict[str, Any]) -> Event:
    """Return the event of type *kind* with *slots*, validated once.

    Raises:
        EventError: EPX201 for an unknown type, EPX203 for slots that do not fit its model.
    """
    from epiextract.events.registry import event_model

    try:
        return event_model(kind).model_validate(slots)
    except ValidationError as error:
        raise unfit(kind, error) from error


def unfit(kind: str, error: ValidationError) -> EventError:
    """Return the error that says which slots of an event of type *kind* do not fit, and why."""
    faults = "; ".join(
        f"{_path(fault['loc'])}: {fault['msg']}, not {fault['input']!r:.80}" if fault["loc"] else fault["msg"]
        for fault in error.errors()
    )
    return EventError("EPX203", f"the slots do not fit the event type {kind}: {faults}")


def _path(location: Iterable[int | str]) -> str:
    return ".".join(str(step) for step in location)
