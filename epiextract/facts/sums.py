"""Sums of a ledger: gifts apart from pledges, running totals beside them, each currency for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from epiextract.errors import FactsError, did_you_mean
from epiextract.events.record import json_number
from epiextract.facts.claims import Number
from epiextract.facts.conflicts import Conflict
from epiextract.facts.entities import Entity
from epiextract.facts.ledger import Entry
from epiextract.facts.rollup import parent_of
from epiextract.facts.series import SeriesKey
from epiextract.facts.statements import EXACT
from epiextract.facts.wholes import PART, TOTAL, UNIT
from epiextract.values.quantities.units import currencies

Rates = Mapping[str, Decimal | int | float | str]
# What is had at a moment is no flow: two counts of one hospital's beds are never added.
STOCKS = {"bed": frozenset({"capacity", "available", "occupied", "icu"}), "supply": frozenset({"stock", "capacity"})}
NOBODY = Entity("", "", None)


@dataclass(slots=True)
class Sum:
    """What is summed for one combination of entities.

    Args:
        entities: The entity of each slot asked for.
        type: The type of event.
        measure: What is counted.
        unit: The unit; of money the currency.
        actual: The sum of what is so.
        planned: The sum of what is pledged or planned, never part of `actual`.
        stated: The greatest running total that a text states, never added.
        stock: The latest of what is had, for stocks, which are not summed.
        entries: The entries that are summed or shown.
        vague: Entries without a number.
        each: Entries whose figure holds for each of several, and that do not say for how many: they count once, and the
            sum is the least that it can be.
    """

    entities: tuple[Entity, ...]
    type: str
    measure: str | None
    unit: str | None
    actual: Number = 0
    planned: Number = 0
    stated: Number | None = None
    stock: Number | None = None
    entries: list[Entry] = field(default_factory=list)
    vague: int = 0
    each: int = 0

    def row(self, by: Sequence[str]) -> dict[str, Any]:
        """Return the sum as a flat row.

        Args:
            by: The slots asked for.
        """
        row: dict[str, Any] = {slot: entity.name or None for slot, entity in zip(by, self.entities, strict=True)}
        return row | {
            "measure": self.measure,
            "unit": self.unit,
            "actual": json_number(self.actual),
            "planned": json_number(self.planned),
            "stated_total": json_number(self.stated),
            "stock": json_number(self.stock),
            "entries": len(self.entries),
            "sources": max(entry.statement.sources for entry in self.entries),
            "vague": self.vague or None,
            "each": self.each or None,
        }


def sums(
    entries: Iterable[Entry], by: Sequence[str], *, rates: Rates | None = None, into: str = "CNY", roll_up: bool = False
) -> list[Sum]:
    """Return the sums of entries per combination of slots, the greatest first.

    Running totals and wholes that stand beside their parts are never added; 各捐100万元 counts for each giver,
    and as often as there are receivers where these are the several.

    Args:
        entries: Entries of a ledger.
        by: Slots: ``("donor",)``, ``("donor", "recipient")``, ``("item",)``.
        rates: What one unit of each currency is worth; without it every currency stays for itself.
        into: The currency of the rates.
        roll_up: Count an entry also for what holds its place or its class of goods: N95口罩 for 口罩.

    Raises:
        FactsError: EPX605 for a rate that is no number above 0, or whose currency no figure has, or another one than 1
            of the currency of the rates.
    """
    worth = _worth(rates or {}, into)
    made: dict[tuple[object, ...], Sum] = {}
    for entry in entries:
        unit = into if entry.key.unit in worth else entry.key.unit
        rate = worth.get(entry.key.unit or "", Decimal(1))
        for entities in _combinations(entry, by, roll_up):
            key = (tuple(entity.key for entity in entities), entry.key.type, entry.key.measure, unit, entry.key.per)
            shown = f"{unit}/{entry.key.per}" if entry.key.per else unit
            one = made.setdefault(key, Sum(entities, entry.key.type, entry.key.measure, shown))
            _add(one, entry, rate, by)
    return sorted(made.values(), key=_size)


def exceeded(made: Iterable[Sum], by: str) -> list[Conflict]:
    """Return the conflicts of sums with the running totals that are stated for them.

    Args:
        made: Sums of one slot.
        by: The slot.
    """
    return [conflict for one in made if (conflict := _exceeded(one, by)) is not None]


def _exceeded(one: Sum, by: str) -> Conflict | None:
    totals = [entry for entry in one.entries if TOTAL in entry.marks and entry.statement.looseness == EXACT]
    if not totals or not one.entities[0].key:
        return None
    last = max(totals, key=lambda entry: (entry.day or date.min, entry.statement.value or 0, entry.claim.source.id))
    parts = [
        entry
        for entry in one.entries
        if _is_added(entry) and entry.key.modality == "actual" and entry.day and last.day and entry.day <= last.day
    ]
    together = sum((entry.statement.value or 0 for entry in parts), 0)
    if last.statement.value is None or together <= last.statement.value:
        return None
    key = SeriesKey(one.entities[0].key, one.type, one.measure, "cumulative", one.unit, "actual", ())
    told = f"{len(parts)} entries make {json_number(together):,}"
    others = tuple(entry.statement for entry in parts)
    return Conflict("total", one.entities[0], key, last.day, last.statement, others, told, by)


def _add(one: Sum, entry: Entry, rate: Decimal, by: Sequence[str]) -> None:
    one.entries.append(entry)
    value = entry.statement.value
    if value is None:
        one.vague += 1
        return
    times = _times(entry, by)
    value, one.each = value * (times or 1), one.each + (times is None)
    counted = _whole(value * rate) if rate != 1 else value
    if TOTAL in entry.marks:
        if entry.key.modality == "actual":
            one.stated = counted if one.stated is None else max(one.stated, counted)
    elif entry.key.accumulation == "current" or entry.key.measure in STOCKS.get(entry.key.type, ()):
        # entries come by day, those without a day last: the last one that has a day is what is had
        if entry.key.modality == "actual" and (one.stock is None or entry.day):
            one.stock = counted
    elif _is_added(entry):
        if entry.key.modality == "actual":
            one.actual += counted
        elif entry.key.modality == "planned":
            one.planned += counted


def _times(entry: Entry, by: Sequence[str]) -> int | None:
    """Return how often a figure counts in a sum, or None where it holds for each of so many as are not told.

    甲公司向乙院、丙院各捐100万元 counts twice for 甲公司, and once for 乙院 and for 丙院. 向五家医院各捐100万元 names
    none of the five, and of 甲、乙向丙、丁各捐 nobody knows for whom it holds.
    """
    if not entry.key.each:
        return 1
    several = [(slot, entity.key.count("、") + 1) for slot, entity in entry.key.slots if "、" in entity.key]
    if len(several) != 1:
        return None
    [(slot, number)] = several
    return 1 if slot in by else number


def _is_added(entry: Entry) -> bool:
    # the whole counts and its parts do not: parts may leave out a rest
    return {TOTAL, PART, UNIT}.isdisjoint(entry.marks)


def _combinations(entry: Entry, by: Sequence[str], roll_up: bool) -> list[tuple[Entity, ...]]:
    found: list[tuple[Entity, ...]] = [()]
    for slot in by:
        choices = _choices(entry, slot, roll_up)
        found = [(*left, entity) for left in found for entity in choices]
    return found


def _choices(entry: Entry, slot: str, roll_up: bool) -> list[Entity]:
    entity = entry.entity(slot)
    if entity is None:
        return [NOBODY]
    if entry.key.each and "、" in entity.key:
        keys, names = entity.key.split("、"), entity.name.split("、")
        if len(keys) == len(names):
            return [Entity(key, name, key if ":" in key else None) for key, name in zip(keys, names, strict=True)]
    return [entity, *_above(entity)] if roll_up else [entity]


def _above(entity: Entity) -> list[Entity]:
    from epiextract.facts.entities import name_of

    above = []
    parent = parent_of(entity.id) if entity.id else None
    while parent:
        above.append(Entity(parent, name_of(parent) or parent, parent))
        parent = parent_of(parent)
    return above


def _worth(rates: Rates, into: str) -> dict[str, Decimal]:
    worth = {}
    for unit, rate in rates.items():
        if unit not in currencies():
            # usd would go without a word: no figure has it
            hint = did_you_mean(str(unit).upper(), currencies()) or "Give codes as in the column unit: USD, EUR …"
            raise FactsError("EPX605", f"{unit!r} is no currency of figures", hint=hint)
        try:
            worth[unit] = Decimal(str(rate))
        except ArithmeticError:
            worth[unit] = Decimal(0)
        if not (worth[unit].is_finite() and worth[unit] > 0):
            raise FactsError("EPX605", f"the rate of {unit} is {rate!r}", hint="Give a number above 0.")
        if unit == into and worth[unit] != 1:
            hint = f"Rates tell what one unit is worth in {into}: leave it out."
            raise FactsError("EPX605", f"the rate of {unit} is {rate!r}, and not 1", hint=hint)
    return worth


def _whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def _size(one: Sum) -> tuple[object, ...]:
    most = max(one.actual, one.stated or 0, one.stock or 0)
    return (str(one.measure), str(one.unit), -most, -one.planned, tuple(entity.key for entity in one.entities))
