"""Statements: the events that say the same of the same entity, folded into one with all its evidence."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from epiextract.events.base import Event
from epiextract.events.slots import Role

# A rounded figure says the same as an exact one that lies this near (1.7万余 and 17205), as a share of it.
ROUNDED = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of one entity, with every event that states it.

    Args:
        value: The figure, of the most exact event.
        value_max: The upper end of a range.
        unit: The canonical unit.
        bound: How exact it is.
        events: The events, the most exact first.
    """

    value: int | Decimal | None
    value_max: int | Decimal | None
    unit: str | None
    bound: str
    events: tuple[Event, ...]

    @property
    def sources(self) -> int:
        """The number of independent sources: documents, those that print the same sentence counted once."""
        return len({_words(event) or event.document.id for event in self.events})

    @property
    def latest(self) -> str:
        """The latest date of publication of its events; empty where none is known."""
        return max((event.document.published or "" for event in self.events), default="")


def _words(event: Event) -> str:
    return "".join(event.evidence.sentence.split())


def entity_key(role: Role) -> Hashable:
    """Return what an entity is grouped by: its id, else its name.

    >>> from epiextract.events.slots import EntityRef
    >>> entity_key((EntityRef(name="湖北", id="cn:420000"),))
    ('cn:420000',)
    """
    return tuple(entity.id or entity.name for entity in role)


def fold(events: Iterable[Event]) -> list[Statement]:
    """Return the statements of events that speak of one entity, measure and day.

    Events with the same value are one statement; a rounded value (1.7万余) joins the one exact value that it rounds.

    Args:
        events: The events.
    """
    groups: dict[Hashable, list[Event]] = {}
    for event in events:
        groups.setdefault((event.unit, event.value, event.value_max), []).append(event)
    exact = {key: group for key, group in groups.items() if any(event.bound == "exact" for event in group)}
    for key, group in list(groups.items()):
        if key in exact:
            continue
        near = [other for other in exact if _rounds(group[0], exact[other][0])]
        if len(near) == 1:
            exact[near[0]].extend(group)
            del groups[key]
    return [_statement(group) for group in groups.values()]


def _rounds(rounded: Event, exact: Event) -> bool:
    """Tell whether *rounded* is *exact* said with less care, on the side that its bound names."""
    a, b = rounded.value, exact.value
    if a is None or b is None or rounded.unit != exact.unit or not b:
        return False
    apart = Decimal(b) - Decimal(a)
    if (rounded.bound == "over" and apart < 0) or (rounded.bound == "under" and apart > 0):
        return False
    return abs(apart) <= abs(Decimal(b)) * ROUNDED


def _statement(events: Sequence[Event]) -> Statement:
    ordered = tuple(sorted(events, key=lambda e: (EXACTNESS.get(e.bound, 9), e.document.id, e.evidence.start)))
    first = ordered[0]
    return Statement(first.value, first.value_max, first.unit, first.bound, ordered)


EXACTNESS = {"exact": 0, "over": 1, "about": 1, "under": 1, "range": 2, "vague": 3}
"""How exact a bound is; the lower, the better."""
