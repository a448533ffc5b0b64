"""Names that are asked for: what nothing is called by is told with those that may be meant, and is no empty answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

from epiextract.errors import FactsError
from epiextract.facts.entities import PLACE_SLOTS, Entity, Known, name_of, places_by_name, plain
from epiextract.tagging.places.geography import place_entries

MOST_SHOWN = 5
_OUTSIDE = "外"


def refuse_unknown(slot: str, name: str, is_asked: Callable[[Entity], bool], known: Iterable[Known]) -> None:
    """Refuse a name that nothing at hand is called by, where it names several or others are near.

    A place that is known and of which nothing is told is no mistake, nor is a name that nothing is near to.

    Args:
        slot: The slot asked for.
        name: The name or id.
        is_asked: What tells the entity asked for.
        known: The entities at hand, with their names.

    Raises:
        FactsError: EPX606, with the names that may be meant.
    """
    held = [one for one in known if slot in one.slots]
    if any(is_asked(one.entity) for one in held):
        return
    if slot in PLACE_SLOTS:
        if plain(name) in places_by_name() or name_of(name):
            return
        several = _places(plain(name))
        if several:
            # those that are told of come first
            order = {one.entity.id: place for place, one in enumerate(held)}
            shown = sorted(several, key=lambda id: (order.get(id, len(order)), id))[:MOST_SHOWN]
            names = ", ".join(f"{name_of(id)} ({id})" for id in shown)
            raise FactsError("EPX606", f"{name!r} is the name of several places", hint=f"Ask for one: {names}.")
        outside = [one.entity.name for one in held if _OUTSIDE in name and one.entity.name[:2] in name]
        if outside and slot == "place":
            hint = f"Ask for the place that holds it, and leave out {outside[0]}: excluding={outside[0]!r}."
            raise FactsError("EPX606", f"no place is called {name!r}", hint=hint)
    near = list(dict.fromkeys(_near(plain(name), held)))[:MOST_SHOWN]
    if near:
        raise FactsError("EPX606", f"no {slot} is called {name!r}", hint=f"Did you mean {', '.join(near)}?")


def _near(name: str, known: Iterable[Known]) -> Iterator[str]:
    spelled = {plain(written): one.entity.name for one in known for written in (*one.names, one.entity.name)}
    yield from (shown for written, shown in spelled.items() if name in written)
    # 上汽集团有限公司 for 上汽集团
    yield from (shown for written, shown in spelled.items() if len(written) > 1 and written in name)
    yield from (spelled[written] for written in get_close_matches(name, spelled, n=MOST_SHOWN, cutoff=0.6))


@lru_cache(maxsize=1)
def _ids_by_name() -> dict[str, frozenset[str]]:
    ids: dict[str, set[str]] = {}
    for entry in place_entries():
        if entry.tag == "PLACE":
            ids.setdefault(plain(entry.term), set()).add(entry.value)
    return {name: frozenset(found) for name, found in ids.items() if len(found) > 1}


def _places(name: str) -> frozenset[str]:
    return _ids_by_name().get(name, frozenset())
