"""What the slots of an event model may hold: which slots a pack may fill, and with what."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin

from epiextract.events.base import Event
from epiextract.events.slots import Role

Kind = Literal["role", "bool", "choice", "text", "other"]
# Slots that the engine fills from the document and from the figure itself.
ENGINE = frozenset({"type", "value", "value_max", "bound", "reported", "document", "rule", "evidence"})
# What a capture may be called besides: the figure, a cue that makes it negative, the time expression of its dates.
SPECIAL = frozenset({"value", "sign", "date"})
NAMES = frozenset({"PLACE", "ORG", "FACILITY", "PERSON", "GOODS", "DISEASE"})
"""Tags whose mentions are names, so that they can fill a role."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of an event model.

    Args:
        name: Its name.
        kind: ``role`` (names), ``bool``, ``choice`` (one of some words), ``text``, or ``other``: not for packs.
        choices: The words of a choice.
        required: Whether an event cannot do without it.
    """

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    required: bool = False


@lru_cache(maxsize=64)
def slots_of(model: type[Event]) -> dict[str, Slot]:
    """Return the slots of *model* that a pack may fill, by name.

    >>> from epiextract.events import event_model
    >>> slots = slots_of(event_model("bed"))
    >>> slots["measure"].required, slots["measure"].choices[:2], slots["facility"].kind
    (True, ('capacity', 'available'), 'role')
    """
    return {
        name: Slot(name, *_kind(field.annotation), field.is_required())
        for name, field in model.model_fields.items()
        if name not in ENGINE
    }


def _kind(annotation: Any) -> tuple[Kind, tuple[str, ...]]:
    if annotation == Role:
        return "role", ()
    if annotation is bool:
        return "bool", ()
    if annotation is str:
        return "text", ()
    if get_origin(annotation) is Literal:
        return "choice", tuple(str(value) for value in get_args(annotation))
    if get_origin(annotation) in (Union, types.UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        if len(parts) == 1:
            return _kind(parts[0])
    return "other", ()
