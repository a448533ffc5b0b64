"""What is checked of the units that a pack gives: declared, for what there is, and not for a converted value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from epiextract.errors import PackError
from epiextract.packs.declared import COUNTED
from epiextract.packs.loader import BUILTIN_TAGS, LoadedPack
from epiextract.packs.schema import Pack
from epiextract.packs.telling import Told, unknown
from epiextract.values.quantities.units import known_units

_CONVERTED = "Such values are converted before, and keep their unit (公顷, 亩: m2): remove this."


def unit_faults(pack: LoadedPack, measures: Sequence[str]) -> Iterator[PackError]:
    """Yield what is wrong with the units of *pack*, each fault with its line.

    Args:
        pack: A loaded pack with an event.
        measures: What its event type can count; none: anything.
    """
    for code, message, path, hint in _misspelt(pack.pack, measures):
        yield PackError(code, message, where=pack.located.where(path), hint=hint)
    if pack.pack.declares and pack.pack.declares.units:
        yield from _undeclared(pack, frozenset(pack.pack.declares.units))
    yield from _renamed(pack)


def _misspelt(pack: Pack, measures: Sequence[str]) -> Iterator[Told]:
    """Yield a fault for each name of a measure, a kind or a unit that there is none of: unit_of {movd: person}."""
    for key, names in (("unit_of", [*pack.unit_of]), ("units_for", [*pack.units_for])):
        for number, name in enumerate(names):
            if measures and name not in measures and (key, name) != ("unit_of", "*"):
                part = name if key == "unit_of" else number
                yield "EPX113", *unknown("measure", name, measures, (key, part))
    for number, name in enumerate(pack.counts):
        # classifiers as written are many; only what looks like a kind can be told to be none
        if name.isascii() and name not in _kinds() and name not in known_units():
            yield "EPX132", *unknown("kind of quantity", name, _kinds(), ("counts", number))
    for written in pack.units_as:
        if written in _kinds() and written not in known_units():
            message = f"units_as takes units as written, and {written!r} is a kind"
            yield "EPX132", message, ("units_as", written), "Name the units of the text: 份, 人次."


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return BUILTIN_TAGS["QTY"] | {unit.kind for unit in known_units().values()}


def _undeclared(pack: LoadedPack, units: frozenset[str]) -> Iterator[PackError]:
    """Yield a fault for each part that can give a unit that the declaration lacks: no text may break a run."""
    names = ", ".join(sorted(units))
    for written, unit in pack.pack.units_as.items():
        # units_as {户: household} is of no pattern: 倒塌房屋5户 has the unit whatever read it
        if unit not in units:
            message = f"units_as gives {unit!r}, a unit that is not declared ({names})"
            where = pack.located.where(("units_as", written))
            yield PackError("EPX121", message, where=where, hint="Declare it, or give a unit that is declared.")
    given = {pack.pack.unit_of.get("*"), *pack.pack.unit_of.values()}
    hint = f"Add 'unit_of: {{\"*\": {min(units)}}}' and ask for counts (QTY=goods/count/bare/person), or set the unit."
    for pattern in pack.pack.patterns:
        for ast, place in zip(pack.asts[pattern.id], pack.places[pattern.id], strict=True):
            kinds = frozenset(ast.value.values)
            # a unit that is set is checked as any other slot
            if "unit" in pattern.set or (kinds and kinds <= COUNTED and given <= units):
                continue
            message = f"pattern {pattern.id!r} can give a unit that is not declared ({names})"
            yield PackError("EPX121", message, where=pack.located.where(place), hint=hint)


def _renamed(pack: LoadedPack) -> Iterator[PackError]:
    """Yield a fault for each unit renamed after its value was converted: 872.3千公顷 would be 8,723,000,000 ha."""
    for written, unit in pack.pack.units_as.items():
        known = known_units().get(written)
        if known and known.factor != 1 and unit != known.name:
            message = f"units_as renames {written}, whose values are given in {known.name}"
            yield PackError("EPX134", message, where=pack.located.where(("units_as", written)), hint=_CONVERTED)
    for number, pattern in enumerate(pack.pack.patterns):
        wanted = pattern.set.get("unit")
        kinds = {kind for ast in pack.asts[pattern.id] for kind in ast.value.values}
        for kind in sorted(kinds & _names_of_converted().keys()) if wanted is not None else ():
            names = _names_of_converted()[kind]
            if wanted not in names:
                message = f"pattern {pattern.id!r} sets the unit {wanted!r}, but QTY={kind} is given in its own"
                where = pack.located.where(("patterns", number, "set", "unit"))
                yield PackError("EPX134", message, where=where, hint=_CONVERTED)


@lru_cache(maxsize=1)
def _names_of_converted() -> dict[str, frozenset[str]]:
    """Return for each kind that has a unit with a factor (公顷, 斤, 角, 成) the names of its units."""
    kinds = {unit.kind for unit in known_units().values() if unit.factor != 1}
    return {kind: frozenset(unit.name for unit in known_units().values() if unit.kind == kind) for kind in kinds}
