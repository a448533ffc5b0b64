"""Where names stand in a text: all of them are looked for at once, and not the text gone through for each."""

from __future__ import annotations

from collections.abc import Iterable


def standing(text: str, names: Iterable[str]) -> dict[str, list[int]]:
    """Return where each name stands, from left to right, none on its own characters twice.

    A report of a thousand donors has as many names, and is a thousand times as long as one of them.

    Args:
        text: The text as read.
        names: The names, of two characters at least.

    >>> standing("王芳说，王芳芳和李明明明明来了", ["王芳", "王芳芳", "明明"])
    {'王芳': [0, 4], '王芳芳': [4], '明明': [9, 11]}
    """
    places: dict[str, list[int]] = {name: [] for name in names}
    # by their first two characters, how long the names are that may begin there
    lengths: dict[str, list[int]] = {}
    for name in places:
        known = lengths.setdefault(name[:2], [])
        if len(name) not in known:
            known.append(len(name))
    for start in range(len(text) - 1) if places else ():
        for length in lengths.get(text[start : start + 2], ()):
            found = places.get(text[start : start + length])
            if found is not None and (not found or found[-1] + length <= start):
                found.append(start)
    return places
