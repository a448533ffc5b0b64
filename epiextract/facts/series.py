"""Series: what was counted of an entity day by day, one value a day, chosen by a stated policy, with its evidence."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from epiextract.events.base import Event
from epiextract.events.record import json_number
from epiextract.events.slots import Role, names
from epiextract.facts.statements import EXACTNESS, Statement, entity_key, fold

POLICY = "the most exact value, then the one with more independent sources, then the one reported last"
"""How the value of a day is chosen."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one day.

    Args:
        day: The day for which the figure is true.
        chosen: The statement taken.
        others: Statements of another value for the same day: a conflict.
        flags: What cannot be: ``falls`` (a total below the one before it), ``sum`` (the total before plus the increase
            is not the total).
    """

    day: date
    chosen: Statement
    others: tuple[Statement, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def value(self) -> int | Decimal | None:
        """The value of the chosen statement."""
        return self.chosen.value


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one entity and measure over the days.

    Args:
        entity: The entity's name.
        entity_id: Its id, where it is linked.
        type: The type of event.
        measure: What is counted.
        accumulation: ``cumulative``, ``new``, ``current``, or None where the texts do not say.
        unit: The unit.
        cells: The values, by day; days that nobody speaks of are missing.
    """

    entity: str
    entity_id: str | None
    type: str
    measure: str | None
    accumulation: str | None
    unit: str | None
    cells: tuple[Cell, ...]

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield one flat row a day."""
        for cell in self.cells:
            yield {
                "entity": self.entity,
                "entity_id": self.entity_id,
                "type": self.type,
                "measure": self.measure,
                "accumulation": self.accumulation,
                "day": cell.day.isoformat(),
                "value": json_number(cell.value),
                "unit": self.unit,
                "bound": cell.chosen.bound,
                "sources": cell.chosen.sources,
                "events": len(cell.chosen.events),
                "other_values": "、".join(str(json_number(other.value)) for other in cell.others) or None,
                "flags": "、".join(cell.flags) or None,
                "doc": cell.chosen.events[0].document.id,
                "quote": cell.chosen.events[0].quote,
            }


def build_series(events: Iterable[Event], by: str) -> list[Series]:
    """Return the series of events that are true of one day or as of a day, grouped by the entities of a slot.

    Only ``actual`` figures with a value and an end date come in; an increase over several days has no cell of its own.

    Args:
        events: The events.
        by: The slot that holds the entity: ``place``, ``facility``, ``item`` …
    """
    groups: dict[Hashable, list[Event]] = {}
    for event in events:
        if event.modality == "actual" and event.value is not None and event.date_end and getattr(event, by, None):
            if event.excluding or event.per or not _of_a_day(event):
                continue
            role: Role = getattr(event, by)
            key = (entity_key(role), event.type, event.measure, event.accumulation, event.unit)
            groups.setdefault(key, []).append(event)
    return [_series(group, by) for group in groups.values()]


def _of_a_day(event: Event) -> bool:
    return event.accumulation != "new" or event.date_start is None or event.date_start == event.date_end


def _series(events: list[Event], by: str) -> Series:
    days: dict[date, list[Event]] = {}
    for event in events:
        if event.date_end:
            days.setdefault(event.date_end, []).append(event)
    first = events[0]
    cells = [_cell(day, found) for day, found in sorted(days.items())]
    if first.accumulation == "cumulative":
        cells = list(_flag_falls(cells))
    role: Role = getattr(first, by)
    ids = "、".join(entity.id for entity in role if entity.id) or None
    return Series(names(role) or "", ids, first.type, first.measure, first.accumulation, first.unit, tuple(cells))


def _cell(day: date, events: list[Event]) -> Cell:
    # the figure of a breakdown or a headline repeats; the policy decides between different values only
    ranked = sorted(fold(events), key=lambda s: (-EXACTNESS.get(s.bound, 9), s.sources, s.latest), reverse=True)
    return Cell(day, ranked[0], tuple(ranked[1:]))


def _flag_falls(cells: Iterable[Cell]) -> Iterator[Cell]:
    highest: int | Decimal | None = None
    for cell in cells:
        value = cell.value
        if value is None or cell.chosen.bound != "exact":
            yield cell
            continue
        falls = highest is not None and value < highest
        highest = value if highest is None or value > highest else highest
        yield Cell(cell.day, cell.chosen, cell.others, (*cell.flags, "falls")) if falls else cell


def flag_sums(total: Series, new: Series) -> Series:
    """Return a series of totals with ``sum`` on each day whose total is not that of the day before plus the increase.

    Args:
        total: The cumulative series.
        new: The series of increases of the same entity and measure.
    """
    totals = {cell.day: cell for cell in total}
    increases = {cell.day: cell for cell in new}
    checked = []
    for cell in total:
        before, increase = totals.get(cell.day - timedelta(days=1)), increases.get(cell.day)
        parts = (cell, before, increase)
        known = all(part is not None and part.value is not None and part.chosen.bound == "exact" for part in parts)
        wrong = known and before and increase and cell.value != before.value + increase.value  # type: ignore[operator]
        checked.append(Cell(cell.day, cell.chosen, cell.others, (*cell.flags, "sum")) if wrong else cell)
    return Series(
        total.entity, total.entity_id, total.type, total.measure, total.accumulation, total.unit, tuple(checked)
    )
