"""What a candidate shows, in parts that come again and again: each is spelled out as features, and weighed, only once.

A part is a feature, or a function with its arguments that spells several. Making the tuple costs far less than making
the strings, and the rankers know most tuples already.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Part = str | tuple[Any, ...]


def spell(part: Part) -> list[str]:
    """Return the features that a part stands for."""
    if isinstance(part, str):
        return [part]
    features: list[str] = part[0](*part[1:])
    return features


def spelled(parts: Iterable[Part]) -> list[str]:
    """Return the features of all parts, as training sees them.

    >>> spelled(["kind=TIME", (crossed, ("days=0", "age=1"), "where=L0")])
    ['kind=TIME', 'days=0', 'age=1', 'days=0&where=L0', 'age=1&where=L0']
    """
    return [feature for part in parts for feature in spell(part)]


def crossed(features: tuple[str, ...], where: str) -> list[str]:
    """Return features that only one slot knows of, alone and crossed with the place of the candidate."""
    return [*features, *[f"{feature}&{where}" for feature in features]]
