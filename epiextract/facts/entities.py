"""One entity for the names of many documents: by code, by alias, by the user's gazetteers and the user's decisions."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import regex

from epiextract.facts.claims import Claim, Name, Names
from epiextract.tagging.gazetteers import find_gazetteers
from epiextract.tagging.goods import goods_entries
from epiextract.tagging.places.geography import place_entries, places

PLACE_SLOTS = frozenset({"place", "excluding", "origin", "destination"})
_NOISE = regex.compile(r"[\s“”\"'‘’「」『』《》〈〉]+")


class Entity(NamedTuple):
    """What a name stands for.

    Args:
        key: What it is grouped by: its id, else its name without spaces and quotation marks.
        name: The name to show.
        id: ``cn:420100``, ``iso:KR``, ``item:mask`` …, where it is known.
    """

    key: str
    name: str
    id: str | None


class Known(NamedTuple):
    """How often an entity was named, and by which names.

    Args:
        entity: The entity.
        slots: How often each slot holds it.
        names: How often each name was written.
    """

    entity: Entity
    slots: Counter[str]
    names: Counter[str]

    @property
    def total(self) -> int:
        """The number of times that it is named."""
        return self.names.total()


class Resolver:
    """Turns names into entities, always in the same way, whatever came before.

    An id that extraction found holds. Else an alias of the user's gazetteers, a merge that the user accepted, or the
    one place of that name gives it.

    Args:
        gazetteers: CSV or JSON Lines files with name, tag, id and aliases, or names of installed gazetteers.
        merges: Names that the user decided to be one: a name to what it stands for.

    Raises:
        GazetteerError: EPX501 to EPX503 for a gazetteer that cannot be used.

    >>> Resolver().entity("place", Name("武汉"))
    Entity(key='cn:420100', name='武汉市', id='cn:420100')
    """

    def __init__(
        self, gazetteers: Iterable[str | Path] | str | Path = (), merges: Mapping[str, Name] | None = None
    ) -> None:
        self._aliases: dict[str, Name] = {}
        self._user_names: dict[str, str] = {}
        for row in find_gazetteers(gazetteers):
            name = str(getattr(row.payload, "name", row.term))
            self._aliases[plain(row.term)] = Name(name, row.value or None)
            if row.value:
                self._user_names[row.value] = name
        self._merges = {plain(name): into for name, into in (merges or {}).items()}
        self._cache: dict[tuple[bool, Name], Entity] = {}

    def entity(self, slot: str, name: Name) -> Entity:
        """Return the entity that a name in a slot stands for.

        Args:
            slot: The slot: names of places are known by the gazetteer of places.
            name: The name.
        """
        asked = (slot in PLACE_SLOTS, name)
        found = self._cache.get(asked)
        if found is None:
            found = self._cache[asked] = self._found(*asked)
        return found

    def entities(self, slot: str, names: Names) -> tuple[Entity, ...]:
        """Return the entities of the names in a slot, each once, in a fixed order."""
        if len(names) == 1:
            return (self.entity(slot, names[0]),)
        return tuple(sorted({entity.key: entity for entity in (self.entity(slot, n) for n in names)}.values()))

    def named(self, slot: str, name: str) -> Callable[[Entity], bool]:
        """Return what tells whether an entity of a slot is the one asked for, by any of its names or by its id.

        Args:
            slot: The slot.
            name: A name or an id.

        >>> [Resolver().named("place", name)(Entity("cn:430000", "湖南省", "cn:430000")) for name in ("湖南", "湖北")]
        [True, False]
        """
        asked = {self.entity(slot, Name(name)).key, name}
        return lambda entity: entity.key in asked or entity.name in asked

    def _found(self, is_place: bool, name: Name) -> Entity:
        key = plain(name.name)
        seen = {key}
        while (into := self._merges.get(key)) is not None:
            name, key = into, plain(into.name)
            if key in seen:
                break
            seen.add(key)
        if name.id is None:
            name = self._aliases.get(key, name)
        if name.id is None and is_place:
            name = Name(name.name, places_by_name().get(key))
        if name.id is None:
            return Entity(plain(name.name), unicodedata.normalize("NFKC", name.name).strip(), None)
        return Entity(name.id, self._user_names.get(name.id) or name_of(name.id) or name.name, name.id)


def plain(name: str) -> str:
    """Return a name as it is compared: full-width forms folded, no spaces, no quotation marks.

    >>> plain("“钻石 公主”号")
    '钻石公主号'
    """
    return _NOISE.sub("", unicodedata.normalize("NFKC", name))


@lru_cache(maxsize=1)
def places_by_name() -> dict[str, str]:
    """Return the id of every name that names one place only."""
    ids: dict[str, set[str]] = {}
    for entry in place_entries():
        if entry.tag == "PLACE":
            ids.setdefault(plain(entry.term), set()).add(entry.value)
    for place in places().values():
        ids.setdefault(plain(place.name), {place.id})
    return {name: next(iter(found)) for name, found in ids.items() if len(found) == 1}


def name_of(id: str) -> str | None:
    """Return the full name of a place or the first name of a class of goods, or None for another id.

    >>> name_of("cn:420100"), name_of("item:mask.n95"), name_of("org:x")
    ('武汉市', 'N95口罩', None)
    """
    place = places().get(id)
    return place.name if place else _goods_names().get(id)


@lru_cache(maxsize=1)
def _goods_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in goods_entries():
        names.setdefault(f"item:{entry.value}", entry.term)
    return names


def known_entities(claims: Iterable[Claim], resolver: Resolver) -> list[Known]:
    """Return the entities of claims, the most frequent first.

    Args:
        claims: The claims.
        resolver: What tells entities.
    """
    tally: Counter[tuple[str, Names]] = Counter()
    for claim in claims:
        if claim.place:
            tally["place", claim.place] += 1
        tally.update(claim.roles)
    found: dict[Entity, Known] = {}
    for (slot, names), number in tally.items():
        for name in names:
            entity = resolver.entity(slot, name)
            known = found.setdefault(entity, Known(entity, Counter(), Counter()))
            known.slots[slot] += number
            known.names[name.name] += number
    by_key: dict[str, Known] = {}
    for known in sorted(found.values(), key=lambda one: (-one.total, one.entity.name)):
        # an id that no list knows is shown by its most frequent name
        first = by_key.setdefault(known.entity.key, Known(known.entity, Counter(), Counter()))
        first.slots.update(known.slots)
        first.names.update(known.names)
    return sorted(by_key.values(), key=lambda one: (-one.total, one.entity.key))


def unresolved(known: Iterable[Known], slot: str | None) -> list[tuple[str, int]]:
    """Return the names of entities without an id and how often they are named, the most frequent first.

    Args:
        known: Entities with their names.
        slot: The slot that holds them; None for all.
    """
    counted = (
        (one.entity.name, one.slots.total() if slot is None else one.slots[slot])
        for one in known
        if one.entity.id is None
    )
    return sorted(((name, number) for name, number in counted if number), key=lambda pair: (-pair[1], pair[0]))
