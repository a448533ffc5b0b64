"""What may be asked of facts: a slot, a type or a value that there is none of is a mistake, and no empty answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, get_args, get_origin

from epiextract.errors import ConfigError, FactsError, did_you_mean
from epiextract.events.base import Accumulation, Modality
from epiextract.events.record import extra_fields
from epiextract.events.registry import event_model, event_types
from epiextract.facts.claims import Claim

if TYPE_CHECKING:
    from epiextract.facts.ledger import EntryKey
    from epiextract.facts.series import SeriesKey

EXCLUDING = "excluding"
CHOICES = {
    "accumulation": frozenset(get_args(Accumulation)),
    "modality": frozenset(get_args(Modality)),
    "undated": frozenset({"leave", "reported"}),
}
"""What a question may choose from, whatever the type."""


def check_slots(slots: Iterable[str]) -> None:
    """Refuse a slot that no event has.

    Args:
        slots: The slots asked for.

    Raises:
        FactsError: EPX601, with the slots that there are.
    """
    known = {"place", *(role for kind in event_types() for role in event_model(kind).roles)}
    for slot in sorted(set(slots) - known):
        raise FactsError("EPX601", f"no event has the slot {slot!r}", hint=f"Group by {', '.join(sorted(known))}.")


def extras(kind: str | None) -> Mapping[str, bool]:
    """Return the slots of a type that hold no entity, and whether they are told by true and false: ``imported``.

    Args:
        kind: The type; None for all.

    >>> dict(extras("case_count"))
    {'imported': True, 'disease': False}
    """
    models = [event_model(one) for one in (event_types() if kind is None else (kind,)) if one in event_types()]
    return {name: model.model_fields[name].annotation is bool for model in models for name in extra_fields(model)}


def check_question(kind: str | None, slots: Mapping[str, object]) -> None:
    """Refuse a slot to ask series by that no event of the type has, and what no such slot can hold.

    Args:
        kind: The type asked for; None for all.
        slots: What is asked of each slot.

    Raises:
        FactsError: EPX601, with the slots that there are, or with what the slot can hold.
    """
    others = extras(kind)
    check_slots(slot for slot in slots if slot not in others and slot != EXCLUDING)
    for slot, asked in slots.items():
        flag = others.get(slot, False)
        fits = isinstance(asked, bool) or (isinstance(asked, str) and not flag)
        if slot not in others and slot != EXCLUDING:
            fits = isinstance(asked, str)
        if not fits:
            hint = f"Ask for {'True or False' if flag else 'a name'}."
            raise FactsError("EPX601", f"{slot} cannot be {asked!r}", hint=hint)


class Keyed(Protocol):
    """What has the key of a series."""

    @property
    def key(self) -> SeriesKey:
        """The key."""


K = TypeVar("K", bound=Keyed)


def narrowed(found: Iterable[K], asked: Mapping[str, str | bool], *, plain: bool) -> list[K]:
    """Return those that have what is asked for in the slots that make a figure one of fewer: ``imported``, ``disease``.

    What leaves places out (``excluding``) is never given unasked. Where *plain*, neither is what is told by true and
    false, and the rest only where nothing plainer is left: 流感 of a set that speaks of nothing else.

    Args:
        found: Series, or what else has their keys.
        asked: What is asked of such slots: a value, True for any, False for none.
        plain: Whether an entity and a measure are named, so that one series is expected.
    """
    kept = _having(found, {EXCLUDING: False, **asked})
    if not plain:
        return kept
    others = extras(None)
    kept = _having(kept, {**{slot: False for slot, flag in others.items() if flag}, **asked})
    return _having(kept, {**dict.fromkeys(others, False), **asked}) or kept


def _having(found: Iterable[K], asked: Mapping[str, str | bool]) -> list[K]:
    return [one for one in found if _has(dict(one.key.context), asked)]


def claim_has(claim: Claim, asked: Mapping[str, str | bool]) -> bool:
    """Tell whether a claim has what is asked for in slots that hold no entity of their own, and in ``excluding``.

    Args:
        claim: The claim.
        asked: What is asked: a value, True for any, False for none.
    """
    held = {name: str(value) for name, value in claim.extra}
    return _has(held | ({EXCLUDING: ""} if claim.excluding else {}), asked)


def _has(held: Mapping[str, str], asked: Mapping[str, str | bool]) -> bool:
    for slot, wanted in asked.items():
        if (slot in held) is (wanted is False):
            return False
        # places that are left out were compared before, by all their names
        if isinstance(wanted, str) and slot != EXCLUDING and held[slot] != wanted:
            return False
    return True


def check_type(kind: str | None, held: Collection[str] = ()) -> None:
    """Refuse a type of event that there is none of.

    Args:
        kind: The type asked for; None for all.
        held: The types of the claims at hand.

    Raises:
        ConfigError: EPX301, with the nearest type or all.
    """
    known = event_types()
    if kind is None or kind in known or kind in held:
        return
    hint = did_you_mean(kind, known) or f"Known are {', '.join(known)}."
    raise ConfigError("EPX301", f"unknown event type {kind!r}", hint=hint)


def check_values(kind: str | None, claims: Iterable[Claim] = (), **asked: str | None) -> None:
    """Refuse a measure that the type has not, and another choice that there is none of.

    Args:
        kind: The type asked for; None for all.
        claims: The claims at hand: what one of them says may be asked for, since records are checked lightly.
        asked: ``measure``, ``accumulation``, ``modality``, ``undated``; None where all will do.

    Raises:
        FactsError: EPX601, with the nearest value or all.
    """
    for name, value in asked.items():
        known = _measures(kind) if name == "measure" else CHOICES[name]
        if value is None or known is None or value in known:
            continue
        if any(getattr(claim, name, None) == value for claim in claims if kind in (None, claim.type)):
            continue
        hint = did_you_mean(value, known) or f"Ask for {', '.join(sorted(known))}."
        of = f" of {kind}" if kind and name == "measure" else ""
        raise FactsError("EPX601", f"unknown {name}{of} {value!r}", hint=hint)


def is_of(
    key: Claim | SeriesKey | EntryKey,
    *,
    type: str | None = None,
    measure: str | None = None,
    accumulation: str | None = None,
) -> bool:
    """Tell whether a key is of the type, the measure and the accumulation asked for; None stands for all.

    Args:
        key: A claim, or the key of a series or an entry.
        type: The type of event.
        measure: The measure.
        accumulation: ``cumulative``, ``new`` or ``current``.
    """
    return type in (None, key.type) and measure in (None, key.measure) and accumulation in (None, key.accumulation)


def _measures(kind: str | None) -> frozenset[str] | None:
    """Return the measures of a type, or of all; None where any word may be one."""
    kinds = event_types() if kind is None else (kind,)
    found = [_words(event_model(one).model_fields["measure"].annotation) for one in kinds if one in event_types()]
    fixed = [words for words in found if words is not None]
    # of all types, those of any word (activity) are known by what the claims say
    return frozenset().union(*fixed) if fixed else None


def _words(annotation: Any) -> frozenset[str] | None:
    """Return what an annotation allows: the words of a Literal, or None for any text."""
    if annotation is str:
        return None
    if get_origin(annotation) is Literal:
        return frozenset(get_args(annotation))
    parts = [_words(part) for part in get_args(annotation) if part is not type(None)]
    if any(part is None for part in parts):
        return None
    return frozenset().union(*(part for part in parts if part is not None))
