"""The registry of event types: ours, those that a pack declares, those of other packages by entry point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from threading import RLock
from typing import Literal

from pydantic import Field, create_model

from epiextract.errors import EventError, did_you_mean
from epiextract.events.base import Event
from epiextract.events.slots import Role
from epiextract.once import after_fork

ENTRY_POINTS = "epiextract.events"
BUILTIN: Mapping[str, str] = {
    "case_count": "CaseCount",
    "donation": "Donation",
    "bed": "Bed",
    "supply": "Supply",
    "personnel": "Personnel",
    "testing": "Testing",
    "facility": "Facility",
    "price": "Price",
    "finance": "Finance",
    "activity": "Activity",
    "other": "Other",
}
"""Our types in the order of SPEC.md; each has a module of its name with a class of that name."""

# What captures of patterns may be called beside the slots, and slots of our own types that hold no names.
_NO_ROLES = frozenset({"date", "sign", "disease", "imported"})
_NAMING = "Use lower_case words, none of a record's keys (doc, source, start …), nor date, sign, disease, imported"

_registered: dict[str, type[Event]] = {}
_lock = RLock()


def _renew() -> None:
    global _lock
    _lock = RLock()


after_fork(_renew)


def register(model: type[Event]) -> type[Event]:
    """Return *model* after making it known under its type; serves as a decorator.

    The same model may be registered again, also after a reload: it is told by module and name.

    Raises:
        EventError: EPX202 if the type has another model, EPX204 if *model* is no event model with a type of its own.
    """
    kind = type_of(model)
    with _lock:
        known = _builtin(kind) if kind in BUILTIN else _registered.get(kind)
        if known is not None and not _same(known, model):
            raise EventError(
                "EPX202",
                f"the event type {kind} is taken by {known.__module__}.{known.__qualname__}",
                hint="Give yours another type",
            )
        if known is None:
            _registered[kind] = model
    return model


def event_model(kind: str) -> type[Event]:
    """Return the model of the event type *kind*.

    >>> event_model("bed").__name__
    'Bed'

    Raises:
        EventError: EPX201 for a type that nobody supplies.
    """
    if kind in BUILTIN:
        return _builtin(kind)
    model = _registered.get(kind) or _installed(kind)
    if model is None:
        hint = did_you_mean(kind, event_types()) or f"Known types: {', '.join(event_types())}."
        hint += " A type that a pack declares is known once the pack is loaded"
        raise EventError("EPX201", f"unknown event type {kind!r}", hint=hint)
    return model


def event_types() -> tuple[str, ...]:
    """Return the names of all event types: ours first, then those registered or installed, sorted.

    >>> event_types()[:3]
    ('case_count', 'donation', 'bed')
    """
    return (*BUILTIN, *sorted({*_registered, *_entry_points()} - BUILTIN.keys()))


def flat_model(
    name: str, *, measures: Iterable[str], roles: Iterable[str] = (), units: Iterable[str] = ()
) -> type[Event]:
    """Return an event model with the slots of every event, these *measures*, *roles* and *units*.

    A pack declares a flat type this way; it still has to be registered. No units given means that any will do.

    >>> model = flat_model("vaccination", measures=["doses"], roles=["vaccine"], units=["剂"])
    >>> model.__name__, model.roles
    ('Vaccination', ('vaccine',))

    Raises:
        EventError: EPX204 for a role that is no name of its own or one of the record's, or without measures.
    """
    wanted, allowed, parts = tuple(measures), tuple(units), tuple(roles)
    odd = [role for role in parts if not role.isidentifier() or _taken(role, parts)]
    if odd or not name.isidentifier() or not wanted:
        fault = f"role {odd[0]!r}" if odd else f"name {name!r}" if wanted else "an empty list of measures"
        hint = _NAMING if odd else "Use lower_case words"
        raise EventError("EPX204", f"the event type {name} cannot have the {fault}", hint=hint)
    fields: dict[str, tuple[object, object]] = {
        "type": (Literal[name], name),
        "measure": (Literal[wanted], Field()),
        **dict.fromkeys(parts, (Role, ())),
    }
    if allowed:
        fields["unit"] = (Literal[allowed] | None, None)
    title = "".join(word.capitalize() for word in name.split("_"))
    model: type[Event] = create_model(title, __base__=Event, __module__=__name__, **fields)  # type: ignore[call-overload]
    return model


def _taken(role: str, roles: tuple[str, ...]) -> bool:
    """Tell whether a role has a name that the record or the pattern language needs: source, doc, date, sign."""
    from epiextract.events.record import KEYS

    of_event = role in Event.model_fields or hasattr(Event, role)
    return of_event or role in KEYS or role in _NO_ROLES or role.removesuffix("_id") in {*roles} - {role}


def type_of(model: type[Event]) -> str:
    """Return the type that *model* stands for: the default of its ``type`` field."""
    kind = model.model_fields["type"].default if isinstance(model, type) and issubclass(model, Event) else None
    if not isinstance(kind, str):
        raise EventError(
            "EPX204",
            f"{getattr(model, '__qualname__', model)!r} is no event model",
            hint='Derive it from epiextract.Event and give it a field type: Literal["…"] = "…"',
        )
    return kind


def _same(known: type[Event], model: type[Event]) -> bool:
    if (known.__module__, known.__qualname__) != (model.__module__, model.__qualname__):
        return False
    # models that packs declare all live in this module: they are the same if they say the same
    return known.__module__ != __name__ or known.model_json_schema() == model.model_json_schema()


@cache
def _builtin(kind: str) -> type[Event]:
    model: type[Event] = getattr(import_module(f"epiextract.events.{kind}"), BUILTIN[kind])
    return model


@cache
def _entry_points() -> Mapping[str, object]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=ENTRY_POINTS)}


def _installed(kind: str) -> type[Event] | None:
    point = _entry_points().get(kind)
    if point is None:
        return None
    try:
        model = point.load()  # type: ignore[attr-defined]
    except Exception as error:  # another package's code may fail in any way
        raise EventError(
            "EPX206", f"the event type {kind} cannot be loaded from {point}: {error!r}", hint="Repair or remove it"
        ) from error
    if type_of(model) != kind:
        raise EventError("EPX204", f"the entry point {kind} holds a model of type {type_of(model)}")
    return register(model)
