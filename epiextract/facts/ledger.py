"""Ledgers: who gave what to whom, supplies by good: one entry a statement, pledges apart from gifts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from epiextract.events.base import Event
from epiextract.events.record import json_number
from epiextract.events.slots import names
from epiextract.facts.statements import Statement, entity_key, fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a ledger.

    Args:
        statement: The figure with all its evidence.
        event: The event that speaks for it: its roles, place, day and modality.
    """

    statement: Statement
    event: Event

    def row(self) -> dict[str, Any]:
        """Return the entry as a flat row."""
        event = self.event
        roles = {role: names(getattr(event, role)) for role in event.roles}
        return {
            "type": event.type,
            "measure": event.measure,
            **roles,
            "value": json_number(self.statement.value),
            "unit": self.statement.unit,
            "bound": self.statement.bound,
            "accumulation": event.accumulation,
            "modality": event.modality,
            "day": event.date_end and event.date_end.isoformat(),
            "place": names(event.place),
            "sources": self.statement.sources,
            "events": len(self.statement.events),
            "doc": event.document.id,
            "quote": event.quote,
        }


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one type of event. Totals (累计捐款) stand beside their parts, marked, and are never added."""

    type: str
    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the entries as flat rows."""
        for entry in self.entries:
            yield entry.row()


def build_ledger(events: Iterable[Event], kind: str) -> Ledger:
    """Return the ledger of one type of event.

    Events are one entry where type, measure, modality, accumulation and all roles agree and the value is the same (a
    rounded one joins its exact one).

    Args:
        events: The events.
        kind: The type.
    """
    groups: dict[Hashable, list[Event]] = {}
    for event in events:
        if event.type == kind:
            roles = tuple(entity_key(getattr(event, role)) for role in event.roles)
            key = (event.measure, event.modality, event.accumulation, event.per, event.each, event.date_end, roles)
            groups.setdefault(key, []).append(event)
    entries = [Entry(statement, statement.events[0]) for group in groups.values() for statement in fold(group)]
    return Ledger(kind, tuple(sorted(entries, key=lambda e: (e.event.document.id, e.event.evidence.start))))
