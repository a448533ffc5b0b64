"""Typed, grounded events: the models, their registry, the flat record, and `Events`, a sequence of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from epiextract.events.base import SCHEMA, Event, build_event
    from epiextract.events.record import event_of
    from epiextract.events.registry import event_model, event_types, flat_model, register
    from epiextract.events.sequence import Events
    from epiextract.events.slots import DocumentRef, EntityRef, Evidence, Role

_HOMES = {
    "base": ("SCHEMA", "Event", "build_event"),
    "record": ("event_of",),
    "registry": ("event_model", "event_types", "flat_model", "register"),
    "sequence": ("Events",),
    "slots": ("DocumentRef", "EntityRef", "Evidence", "Role"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "SCHEMA",
    "DocumentRef",
    "EntityRef",
    "Event",
    "Events",
    "Evidence",
    "Role",
    "build_event",
    "event_model",
    "event_of",
    "event_types",
    "flat_model",
    "register",
]


def __getattr__(name: str) -> Any:
    # Pydantic takes 40 ms to import: it is paid for by those who touch an event, not by import epiextract
    if name in _HOME:
        return getattr(import_module(f"epiextract.events.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
