"""Flat event types that a pack declares in YAML alone: `declares` becomes a registered model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from epiextract.errors import EventError, PackError
from epiextract.events import Event, event_model, event_types, flat_model, register
from epiextract.packs.loader import LoadedPack

# Kinds of figures whose unit says only that something is counted: `unit_of` replaces it. See docs/packs.md, "Units".
COUNTED = frozenset({"bare", "goods", "count", "person", "team", "bed"})


def model_of(pack: LoadedPack) -> type[Event] | None:
    """Return the model of the event that *pack* fills, registered where the pack declares it; None where nobody has it.

    Args:
        pack: A loaded pack with an event.
    """
    kind, declared = pack.pack.event, pack.pack.declares
    if kind is None:
        return None
    if declared is not None:
        model = flat_model(kind, measures=declared.measures, roles=declared.roles, units=declared.units)
        model.__doc__ = declared.doc or model.__doc__
        # no module holds the class under its name, so an event that goes to another process names its type instead
        model.__reduce__ = _reduced  # type: ignore[assignment, method-assign]
        return register(model)
    return event_model(kind) if kind in event_types() else None


def _reduced(event: Event) -> tuple[object, ...]:
    return (_restored, (event.type, event.__getstate__()))


def _restored(kind: str, state: dict[Any, Any]) -> Event:
    """Return a pickled event of a declared type; the pack must have been loaded in this process too."""
    model = event_model(kind)
    event = model.__new__(model)
    event.__setstate__(state)
    return event


def declared_faults(pack: LoadedPack) -> Iterator[PackError]:
    """Yield what is wrong with a pack's declaration of its event type.

    Args:
        pack: A loaded pack.
    """
    declared = pack.pack.declares
    if declared is None:
        return
    where = pack.located.where(("declares",))
    try:
        model_of(pack)
    except EventError as error:
        yield PackError("EPX121", f"the declared event type: {error.message}", where=where, hint=error.hint)
