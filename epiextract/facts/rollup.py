"""Wholes and their parts: along the hierarchy of places and of goods, and never a part twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import regex

from epiextract.events.record import json_number
from epiextract.facts.cells import Cell
from epiextract.facts.claims import Number
from epiextract.facts.entities import Entity, name_of
from epiextract.facts.rise import is_exact
from epiextract.facts.series import Series, SeriesKey
from epiextract.tagging.goods import goods_parents
from epiextract.tagging.places.geography import WORLD, places

# 开发区 and 汉口 lie across districts: only divisions of GB/T 2260 add up to what holds them.
_DIVISION = regex.compile(r"cn:\d{6}$")
# 日本、韩国 together are a statement of their own, beside those of either.
_COUNTRY = regex.compile(r"iso:[A-Z]{2}$")
# 全国 in these reports is the 31 provinces: 香港, 澳门 and 台湾 are told apart from it.
APART = frozenset({"cn:710000", "cn:810000", "cn:820000"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole, with the cell that gives its value.

    Args:
        entity: The part.
        cell: Its cell.
    """

    entity: Entity
    cell: Cell


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole on one day: what the texts say of it, beside the sum of its parts.

    Args:
        entity: The whole.
        key: The series' key.
        day: The day.
        stated: Its own cell, where a text speaks of it.
        parts: The parts that have a value that day; none lies within another.
        missing: Divisions next below the whole of which nobody speaks that day.
    """

    entity: Entity
    key: SeriesKey
    day: date
    stated: Cell | None
    parts: tuple[Part, ...]
    missing: tuple[str, ...]

    @property
    def sum(self) -> Number:
        """The sum of the parts."""
        return sum(part.cell.value or 0 for part in self.parts)

    @property
    def value(self) -> Number:
        """What is stated of the whole, else the sum of its parts."""
        return self.sum if self.stated is None or self.stated.value is None else self.stated.value

    @property
    def exceeds(self) -> bool:
        """Whether the parts are together more than the whole that is stated."""
        stated = self.stated
        return bool(stated and stated.value is not None and is_exact(stated) and self.sum > stated.value)

    def row(self) -> dict[str, Any]:
        """Return the whole as a flat row."""
        stated = self.stated
        return {
            "entity": self.entity.name,
            "entity_id": self.entity.id,
            "type": self.key.type,
            "measure": self.key.measure,
            "accumulation": self.key.accumulation,
            "day": self.day.isoformat(),
            "unit": self.key.unit,
            "stated": json_number(stated.value) if stated else None,
            "sum": json_number(self.sum),
            "parts": len(self.parts),
            "missing": len(self.missing),
            "flags": "parts" if self.exceeds else None,
            "of": "、".join(part.entity.name for part in self.parts),
        }


def parent_of(id: str) -> str | None:
    """Return the id of what holds a division, a country or a class of goods, where parts add up to it.

    >>> parent_of("cn:420100"), parent_of("cn:420000"), parent_of("iso:KR"), parent_of("item:mask.n95")
    ('cn:420000', 'iso:CN', 'x:global', 'item:mask')
    >>> parent_of("cn:wuhan-hankou"), parent_of("cn:810000"), parent_of("iso:JP、iso:KR")
    (None, None, None)
    """
    if id.startswith("item:"):
        return goods_parents().get(id)
    if _COUNTRY.match(id):
        return WORLD
    if not _DIVISION.match(id) or id in APART:
        return None
    place = places().get(id)
    return place.parent or None if place else None


@lru_cache(maxsize=1)
def _divisions() -> Mapping[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {}
    for id, place in places().items():
        parent = parent_of(id)
        if parent is not None and parent != WORLD:
            below.setdefault(parent, []).append(place.id)
    return {id: tuple(held) for id, held in below.items()}


def roll_up(series: Iterable[Series], *, only_stated: bool = False) -> list[Whole]:
    """Return every whole and day of which parts are known.

    A part counts by its own value; only where it has none that day do its own parts count in its place.

    Args:
        series: Series of one slot; those that only differ in the entity belong together.
        only_stated: Leave out the days for which no text speaks of the whole.
    """
    kin: dict[SeriesKey, dict[str, Series]] = {}
    for one in series:
        if one.entity.id:
            kin.setdefault(one.key._replace(entity=""), {})[one.entity.id] = one
    wholes = [whole for key, by_id in kin.items() for whole in _Tree(key, by_id).wholes(only_stated)]
    return sorted(wholes, key=lambda one: (one.entity.key, one.day, repr(one.key)))


class _Tree:
    def __init__(self, key: SeriesKey, by_id: Mapping[str, Series]) -> None:
        self.key = key
        self.by_id = by_id
        self.cells = {id: {c.day: c for c in one if c.value is not None} for id, one in by_id.items()}
        self.below: dict[str, list[str]] = {}
        for id in sorted(by_id):
            child = id
            while (parent := parent_of(child)) is not None:
                held = self.below.setdefault(parent, [])
                if child in held:
                    break
                held.append(child)
                child = parent

    def wholes(self, only_stated: bool) -> Iterator[Whole]:
        days = {id: sorted(self._days(id)) for id in self.below}
        for id in self.below:
            own = self.by_id.get(id)
            entity = own.entity if own else Entity(id, name_of(id) or id, id)
            own_cells = self.cells.get(id, _NOTHING)
            for day in days[id]:
                if only_stated and day not in own_cells:
                    continue
                parts, told = self._parts(id, day)
                missing = tuple(name for below, name in _named_divisions(id) if below not in told)
                stated = own_cells.get(day)
                yield Whole(entity, self.key._replace(entity=id), day, stated, tuple(parts), missing)

    def _days(self, id: str) -> set[date]:
        days: set[date] = set()
        for child in self.below.get(id, ()):
            days.update(self.cells.get(child, ()))
            days |= self._days(child)
        return days

    def _parts(self, id: str, day: date) -> tuple[list[Part], set[str]]:
        """Return the parts of a whole, and which divisions next below it they lie in."""
        parts: list[Part] = []
        told: set[str] = set()
        for child in self.below.get(id, ()):
            cell = self.cells.get(child, _NOTHING).get(day)
            if cell is not None:
                found = [Part(self.by_id[child].entity, cell)]
            elif child in self.below:
                found = self._parts(child, day)[0]
            else:
                continue
            parts.extend(found)
            if found:
                told.add(child)
        return parts, told


_NOTHING: Mapping[date, Cell] = {}


@lru_cache(maxsize=4096)
def _named_divisions(id: str) -> tuple[tuple[str, str], ...]:
    return tuple((division, name_of(division) or division) for division in _divisions().get(id, ()))
