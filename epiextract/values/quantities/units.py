"""Units and classifiers: what is written, what it stands for, how it comes to base units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from epiextract.rules_path import read_table, read_words


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its canonical form, its coarse kind, its factor to base units.

    Args:
        name: The canonical form.
        kind: The coarse kind.
        factor: From what is written to base units.
        tail: How many of its characters are the noun that tells the kind and is no part of the figure: 300张床位.
        over: Whether the unit itself holds 多: 个多月.
    """

    name: str
    kind: str
    factor: Decimal
    tail: int = 0
    over: bool = False


@lru_cache(maxsize=1)
def known_units() -> dict[str, Unit]:
    """Return every surface form of a unit.

    >>> known_units()["公斤"].name, known_units()["斤"].factor, known_units()["张床位"].tail
    ('kg', Decimal('0.5'), 2)
    """
    units: dict[str, Unit] = {}
    traditional = _traditional()
    for surfaces, name, kind, factor in read_table("lexicons/units.tsv"):
        for written in surfaces.split("|"):
            for surface in (written, *traditional.get(written, ())):
                classifier, _, noun = surface.partition("+")
                over = classifier[1:2] in ("多", "来", "來")
                unit = Unit(classifier if name == "=" else name, kind, Decimal(factor), len(noun), over)
                units.setdefault(classifier + noun, unit)
    return units


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """Return the units of money: ISO codes, and names that several countries share as written.

    >>> "USD" in currencies(), "usd" in currencies(), "kg" in currencies()
    (True, False, False)
    """
    return frozenset(unit.name for unit in known_units().values() if unit.kind == "money")


@lru_cache(maxsize=1)
def _traditional() -> dict[str, tuple[str, ...]]:
    """Return the traditional forms of units and of the words that begin like one, which OpenCC gave."""
    return {written: tuple(forms.split("|")) for written, forms in read_table("lexicons/units_traditional.tsv")}


def unit_words() -> list[str]:
    """Return the words that begin with the last character of a unit, as they are listed."""
    return list(read_words("lexicons/unit_words.txt"))


@lru_cache(maxsize=1)
def word_makers() -> dict[str, frozenset[str]]:
    """Return for the last character of a unit those that make another word with it: in 千余车站 车 is none.

    >>> "场" in word_makers()["市"], "例" in word_makers().get("5", ())
    (True, False)
    """
    makers: dict[str, set[str]] = {}
    traditional = _traditional()
    for written in unit_words():
        for word in (written, *traditional.get(written, ())):
            makers.setdefault(word[0], set()).add(word[1])
    return {unit: frozenset(words) for unit, words in makers.items()}
