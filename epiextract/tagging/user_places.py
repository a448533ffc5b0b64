"""Places of users' gazetteers: what they are, what holds them, and what a row may say of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from epiextract.errors import did_you_mean
from epiextract.tagging.places.geography import CHINA, LEVELS, WORLD, Place, places

# Ids of the library's own data: one of them is that very place, whoever names it.
OWN_SCHEMES = ("cn", "iso", "x", "ship")
_BELOW = {WORLD: "country", "country": "city", "province": "city", "city": "county"}


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place in places().values():
        found[place.name] = (*found.get(place.name, ()), place.id)
    return found


def _parent(text: str) -> str | None:
    """Return the id of the place that holds one, from its id or from a name that only one place has."""
    if text in places():
        return text
    ids = _by_name().get(text, ())
    return ids[0] if len(ids) == 1 else None


def place_fault(row: Mapping[str, Any]) -> str | None:
    """Return what is wrong with the id, the level or the parent of a row of tag PLACE, or None.

    Args:
        row: The row.

    >>> place_fault({"name": "云汐新城", "id": "cn:999999"})
    "has the id 'cn:999999', which no place has: take an id of your own, my:云汐新城"
    """
    id, level, parent = row.get("id"), row.get("level"), row.get("parent")
    if id and id.partition(":")[0] in OWN_SCHEMES:
        if id not in places():
            return f"has the id {id!r}, which no place has: take an id of your own, my:{row['name']}"
        if level or parent:
            return f"has a level or a parent beside {id!r}, which is {places()[id].name}: leave them out"
    if level and level not in LEVELS:
        near = did_you_mean(str(level), LEVELS)
        return f"has the level {level!r}, which is none of {', '.join(LEVELS)}" + (f". {near}" if near else "")
    if parent and _parent(str(parent)) is None:
        near = did_you_mean(str(parent), _by_name())
        found = _by_name().get(str(parent), ())
        seen = f"that {len(found)} places have ({', '.join(found)})" if found else "that no place has"
        return f"has the parent {parent!r}, a name or id {seen}" + (f". {near}" if near else "")
    return None


def place_of(row: Mapping[str, Any]) -> Place:
    """Return the place of a row; without a level or a parent it is a city of China.

    Args:
        row: A row without fault.

    >>> place_of({"name": "云汐府", "id": "my:7", "parent": "韩国"})
    Place(id='my:7', name='云汐府', level='city', parent='iso:KR')
    >>> place_of({"name": "大武汉", "id": "cn:420100"})
    Place(id='cn:420100', name='大武汉', level='city', parent='cn:420000')
    """
    name = row["name"].strip()
    id = row.get("id") or f"place:{name}"
    if id in places():
        return replace(places()[id], name=name)
    level = row.get("level")
    parent = _parent(str(row["parent"])) if row.get("parent") else None
    parent = parent or (WORLD if level in ("country", "region") else CHINA)
    return Place(id, name, level or _BELOW.get(parent) or _BELOW.get(places()[parent].level, "local"), parent)
