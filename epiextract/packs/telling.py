"""How a fault is told: the code, the message, the part of the pack, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from epiextract.errors import did_you_mean
from epiextract.packs.yaml_nodes import Path

Told = tuple[str, str, Path, str]
"""Code, message, the part of the pack that is meant, and a hint."""


def unknown(kind: str, name: str, known: Iterable[str], path: Path) -> tuple[str, Path, str]:
    """Return message, path and hint for a name that nobody knows, with the nearest one that is known.

    Args:
        kind: What it is the name of.
        name: The name.
        known: The names that are known.
        path: The part of the pack that has it.

    >>> unknown("tag", "STAT", ["STATE", "MOVE"], ("masks", 0))[2]
    'Did you mean STATE? Known are MOVE, STATE.'
    """
    names = sorted(known)
    known_are = f"Known are {', '.join(names[:40]) or 'none'}."
    return f"unknown {kind} {name!r}", path, f"{did_you_mean(name, names)} {known_are}".lstrip()
